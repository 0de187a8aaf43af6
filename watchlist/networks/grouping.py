"""Links → networks: those that lists state, and those that the user has put together."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from watchlist.model import Link, Network, Party
from watchlist.networks.paths import neighbours

_FEWEST_NEIGHBOURS = 2


def networks(parties: Sequence[Party], links: Sequence[Link], configured: Sequence[Network]) -> tuple[Network, ...]:
    """The configured networks in their order, then those that lists state, by their hubs.

    A stated network is a hub and every party with a link to or from it: no chain of links can make one network of half
    a list. It takes at least two such parties, and is not told when another network has all its members; a configured
    one comes before a stated one, a larger before a smaller.

    ``configured`` networks name their members by listing ids, the outcome by party ids; ids that are on no list are
    left out (``unknown_members`` names them).
    """
    by_listing = {listing.id: party.id for party in parties for listing in party.listings}
    own = tuple(replace(each, members=_present(each.members, by_listing), configured=True) for each in configured)
    stars = _stars(parties, links)
    kept = _not_inside(stars, [frozenset(each.members) for each in own])
    return own + _named(parties, kept, [each.name for each in own])


def unknown_members(parties: Sequence[Party], configured: Network) -> tuple[str, ...]:
    """The members of a configured network, listing ids, that are on no list."""
    known = {listing.id for party in parties for listing in party.listings}
    return tuple(member for member in configured.members if member not in known)


def _present(members: Sequence[str], by_listing: dict[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(by_listing[member] for member in members if member in by_listing))


def _stars(parties: Sequence[Party], links: Sequence[Link]) -> dict[str, tuple[str, ...]]:
    """Members of every stated network by hub, the hub first, the others in the order of ``parties``."""
    around = neighbours(links)
    places = {party.id: place for place, party in enumerate(parties)}
    return {
        party.id: (party.id, *sorted(around[party.id], key=places.__getitem__))
        for party in parties
        if len(around.get(party.id, ())) >= _FEWEST_NEIGHBOURS
    }


def _not_inside(stars: dict[str, tuple[str, ...]], taken: list[frozenset[str]]) -> dict[str, tuple[str, ...]]:
    """The stars that no larger star and none of the sets ``taken`` holds whole, in the order of ``stars``."""
    kept = set()
    holders: dict[str, list[frozenset[str]]] = {}
    for other in taken:
        _remember(holders, other)
    for hub, members in sorted(stars.items(), key=lambda star: -len(star[1])):
        star = frozenset(members)
        if not any(star <= holder for holder in holders.get(hub, ())):
            kept.add(hub)
            _remember(holders, star)
    return {hub: members for hub, members in stars.items() if hub in kept}


def _remember(holders: dict[str, list[frozenset[str]]], members: frozenset[str]) -> None:
    for member in members:
        holders.setdefault(member, []).append(members)


def _named(parties: Sequence[Party], stars: dict[str, tuple[str, ...]], taken: Sequence[str]) -> tuple[Network, ...]:
    """Networks called after their hub and its first programme, and its id where two would be called the same."""
    hubs = {party.id: party for party in parties if party.id in stars}
    names = {hub: _name(party) for hub, party in hubs.items()}
    often = Counter([*names.values(), *taken])
    return tuple(
        Network(names[hub] if often[names[hub]] == 1 else f"{names[hub]} {hub}", members)
        for hub, members in stars.items()
    )


def _name(hub: Party) -> str:
    programme = next(iter(_programmes(hub)), "")
    return f"{hub.name} ({programme})" if programme else hub.name


def _programmes(party: Party) -> Iterator[str]:
    return (code for listing in party.listings for code in listing.programmes)
