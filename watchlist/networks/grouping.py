"""Links → networks: those that lists state, and those that the user has put together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from watchlist.model import Link, Network, Party
from watchlist.networks.paths import neighbours
from watchlist.text.regimes import regimes

_FEWEST_NEIGHBOURS = 2
_LONGEST_CODE = 24
"""Characters of a programme code that a name can bear; longer ones are titles of laws."""

Around = Mapping[str, tuple[str, ...]]
"""For every linked party those that it has a link with."""


def networks(parties: Sequence[Party], links: Sequence[Link], configured: Sequence[Network]) -> tuple[Network, ...]:
    """The configured networks in their order, then those that lists state, by their hubs.

    A stated network is a hub and every party with a link to or from it: no chain of links can make one network of half
    a list. It takes at least two such parties, and is not told when another network has all its members; a configured
    one comes before a stated one, a larger before a smaller. It is called after its best-known member, its hub, the
    hub's first programme and the day on which it was first listed: nothing outside the network changes its name.

    ``configured`` networks name their members by listing ids, the outcome by party ids; ids that are on no list are
    left out (``unknown_members`` names them).
    """
    by_listing = {listing.id: party.id for party in parties for listing in party.listings}
    own = tuple(replace(each, members=_present(each.members, by_listing), configured=True) for each in configured)
    around = neighbours(links)
    stars = _stars(parties, around)
    kept = _not_inside(stars, [frozenset(each.members) for each in own])
    return own + _named(parties, kept, around, [each.name for each in own])


def unknown_members(parties: Sequence[Party], configured: Network) -> tuple[str, ...]:
    """The members of a configured network, listing ids, that are on no list."""
    known = {listing.id for party in parties for listing in party.listings}
    return tuple(member for member in configured.members if member not in known)


def _present(members: Sequence[str], by_listing: dict[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(by_listing[member] for member in members if member in by_listing))


def _stars(parties: Sequence[Party], around: Around) -> dict[str, tuple[str, ...]]:
    """Members of every stated network by hub, the hub first, the others in the order of ``parties``."""
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


def _named(
    parties: Sequence[Party], stars: Mapping[str, tuple[str, ...]], around: Around, taken: Sequence[str]
) -> tuple[Network, ...]:
    """Networks under their names, and the id of the hub behind it where two would be called the same."""
    known = {party.id: party for party in parties if party.id in around}
    names = {hub: _name(known[hub], _best_known(members, known, around)) for hub, members in stars.items()}
    often = Counter([*names.values(), *taken])
    return tuple(
        Network(names[hub] if often[names[hub]] == 1 else f"{names[hub]} {hub}", members)
        for hub, members in stars.items()
    )


def _best_known(members: Sequence[str], known: Mapping[str, Party], around: Around) -> Party:
    """The hub, unless a member is on more lists and linked with more parties; of several on most lists, most linked."""
    hub = known[members[0]]
    lists, linked = _lists(hub), len(around[hub.id])
    others = [known[member] for member in members[1:]]
    better = [each for each in others if _lists(each) > lists and len(around[each.id]) > linked]
    return max(better, key=lambda each: (_lists(each), len(around[each.id])), default=hub)


def _lists(party: Party) -> int:
    return len({listing.list_name for listing in party.listings})


def _name(hub: Party, best_known: Party) -> str:
    """The best-known member, the hub, and in brackets the hub's first programme and the day that first listed it."""
    names = hub.name if best_known is hub else f"{best_known.name} – {hub.name}"
    codes = (code for listing in hub.listings for code in listing.programmes)
    days = [listing.listed_on for listing in hub.listings if listing.listed_on is not None]
    facts = [_short(code) for code in islice(codes, 1)] + [day.isoformat() for day in sorted(days)[:1]]
    return f"{names} ({', '.join(facts)})" if facts else names


def _short(code: str) -> str:
    """A code that a list writes out ("The Russia (Sanctions) (EU Exit) Regulations 2019"), by its regimes."""
    return code if len(code) <= _LONGEST_CODE else "/".join(sorted(regimes(code))) or code
