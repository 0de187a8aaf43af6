"""Whether one name says all that another says: a surname of a full name, the same name in another case."""

from watchlist.text.normalize import fold

_SHORTEST_STEM = 4
_LONGEST_ENDING = 3


def covers(full: str, short: str) -> bool:
    """Whether every word of ``short`` stands in ``full``, whatever ending its language puts on it."""
    words = fold(full).split()
    return all(any(_same(word, other) for other in words) for word in fold(short).split())


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter = min(len(one), len(other))
    shared = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    return shared >= _SHORTEST_STEM and max(len(one), len(other)) - shared <= _LONGEST_ENDING
