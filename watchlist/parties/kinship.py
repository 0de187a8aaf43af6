"""What two listings' names have in common beside a number, or within a list."""

from functools import lru_cache

from watchlist.parties.names import SOUNDED, Name, is_distinctive, is_form, words
from watchlist.parties.profile import Profile
from watchlist.text.sounds import sound_keys

_SHORTEST_ACRONYM = 3


def common_name(left: Profile, right: Profile, least: int) -> Name | None:
    """A name of both with at least so many telling words."""
    shared = (left.names[key] for key in left.names if key in right.names)
    return next((name for name in shared if name.weight >= least), None)


def akin(left: Profile, right: Profile) -> bool:
    """Whether a telling word of both sounds the same, or one is called by the initials of the other."""
    mine, theirs = _sounds(left), _sounds(right)
    return (
        not mine.isdisjoint(theirs)
        or not _acronyms(left).isdisjoint(right.words())
        or not _acronyms(right).isdisjoint(left.words())
    )


def _sounds(one: Profile) -> set[str]:
    return {sound for word in one.words() if is_distinctive(word) for sound in sound_keys(word) or (word,)}


def _acronyms(one: Profile) -> set[str]:
    found = (_initials(name.text) for key, name in one.names.items() if not key.startswith(SOUNDED))
    return {initials for initials in found if len(initials) >= _SHORTEST_ACRONYM}


@lru_cache(maxsize=4096)
def _initials(text: str) -> str:
    return "".join(word[0] for word in words(text) if not is_form(word))
