"""How two parties are connected: the fewest links from one to the other, whichever way the links point."""

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence

from watchlist.model import Link

LONGEST_TO_HUB = 4
"""Links between a member and its hub: one in a network that lists state, configured ones may be further apart."""


def neighbours(links: Iterable[Link]) -> dict[str, tuple[str, ...]]:
    """For every linked party those that it has a link with, in either direction, sorted."""
    found: dict[str, set[str]] = {}
    for link in links:
        found.setdefault(link.source, set()).add(link.target)
        found.setdefault(link.target, set()).add(link.source)
    return {party: tuple(sorted(others)) for party, others in found.items()}


def path(links: Iterable[Link], start: str, end: str, limit: int) -> tuple[str, ...] | None:
    """Party ids from ``start`` to ``end`` over at most ``limit`` links; None when no such path exists.

    Of several shortest paths it is the one whose ids sort first.
    """
    return shortest(neighbours(links), start, (end,), limit)


def shortest(
    around: Mapping[str, tuple[str, ...]], start: str, ends: Collection[str], limit: int
) -> tuple[str, ...] | None:
    """The same over neighbours that are known already, to the nearest of several ends."""
    if start in ends:
        return (start,)
    before = {start: start}
    queue = deque([(start, 0)])
    while queue:
        party, hops = queue.popleft()
        for other in around.get(party, ()) if hops < limit else ():
            if other not in before:
                before[other] = party
                if other in ends:
                    return _back(before, start, other)
                queue.append((other, hops + 1))
    return None


def hub_of(around: Mapping[str, tuple[str, ...]], members: Sequence[str]) -> str:
    """The member that has links with most of the others, the first of several."""
    inside = frozenset(members)
    return max(members, key=lambda each: len(inside.intersection(around.get(each, ()))))


def to_hub(around: Mapping[str, tuple[str, ...]], members: Sequence[str], member: str) -> tuple[str, ...]:
    """Party ids from ``member`` to the hub of its network; none for the hub itself and where no links lead there."""
    hub = hub_of(around, members)
    return () if hub == member else shortest(around, member, (hub,), LONGEST_TO_HUB) or ()


def connection(around: Mapping[str, tuple[str, ...]], members: Sequence[str], named: Sequence[str]) -> tuple[str, ...]:
    """How members that are named together are connected: the first with the nearest other, else one with the hub."""
    if not named:
        return ()
    joined = shortest(around, named[0], named[1:], LONGEST_TO_HUB)
    others = (to_hub(around, members, member) for member in named)
    return joined or next(filter(None, others), ())


def _back(before: Mapping[str, str], start: str, end: str) -> tuple[str, ...]:
    steps = [end]
    while steps[-1] != start:
        steps.append(before[steps[-1]])
    return tuple(reversed(steps))
