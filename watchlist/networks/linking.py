"""Relations as the lists state them → links between parties."""

from collections.abc import Iterator, Sequence

from watchlist.model import Link, Listing, Party, Relation
from watchlist.text.normalize import fold


def links(parties: Sequence[Party]) -> tuple[Link, ...]:
    """Every link that a list states, once, its direction kept: the party whose listing states it is the source.

    A target of which the list prints only the name is the party that bears it on the same list, when exactly one does.
    Links of a party to itself, and to targets that are on no list, are left out.
    """
    by_listing = {listing.id: party.id for party in parties for listing in party.listings}
    by_name = _bearers(parties)
    found = set()
    for party in parties:
        for listing, relation in _relations(party):
            target = by_listing.get(relation.target) or _named(relation, listing, by_name)
            if target and target != party.id:
                found.add((party.id, target, relation.kind, listing.list_name))
    return tuple(Link(*each) for each in sorted(found))


def _relations(party: Party) -> Iterator[tuple[Listing, Relation]]:
    for listing in party.listings:
        for relation in listing.relations:
            yield listing, relation


def _bearers(parties: Sequence[Party]) -> dict[tuple[str, str], set[str]]:
    """Parties by list and name, of those names that relations print without an id."""
    wanted = {
        (listing.list_name, _key(relation.target_name))
        for party in parties
        for listing, relation in _relations(party)
        if not relation.target
    }
    lists = {list_name for list_name, _ in wanted}
    found: dict[tuple[str, str], set[str]] = {}
    for party in parties:
        for listing in party.listings:
            if listing.list_name in lists:
                for key in {(listing.list_name, _key(alias.text)) for alias in listing.aliases} & wanted:
                    found.setdefault(key, set()).add(party.id)
    return found


def _named(relation: Relation, listing: Listing, by_name: dict[tuple[str, str], set[str]]) -> str:
    bearers = by_name.get((listing.list_name, _key(relation.target_name)), set())
    return next(iter(bearers)) if len(bearers) == 1 else ""


def _key(name: str) -> str:
    return " ".join(fold(name).split())
