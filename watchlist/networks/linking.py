"""Relations as the lists state them → links between parties."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from watchlist.model import Link, Listing, Party, Relation, Tie
from watchlist.networks.naming import Bearers, Found, authority
from watchlist.networks.relations import reading


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A relation whose other end stays unknown: nobody of that id or name is on the lists, or ``open`` parties are."""

    listing: str
    relation: Relation
    open: int = 0


def links(parties: Sequence[Party]) -> tuple[Link, ...]:
    """Every link that a list states, once, its direction kept, sorted.

    A relation that is read backwards ("Subsidiary") makes the link of the other party, so that ownership always points
    from what is owned to its owner. Where a list says of the same two parties both that they are linked and how, only
    the latter is told; of several shares in one party the largest. Links of a party to itself, and to targets that are
    on no list, are left out (``unresolved`` has them).
    """
    told: dict[tuple[str, str, str, Tie, str], Link] = {}
    for link in _links(parties):
        words = link.kind if link.tie is Tie.LINKED else ""
        key = (link.source, link.target, link.list_name, link.tie, words)
        told[key] = max(told.get(key, link), link, key=lambda one: (one.share or 0.0, one.kind))
    explained = {(link.list_name, *_pair(link)) for link in told.values() if link.tie is not Tie.LINKED}
    kept = (link for link in told.values() if link.tie is not Tie.LINKED or _near(link) not in explained)
    return tuple(sorted(kept, key=lambda one: (one.source, one.target, one.list_name, one.tie, one.kind)))


def unresolved(parties: Sequence[Party]) -> tuple[Unresolved, ...]:
    """The relations that make no link because it is not known, or not certain, who is meant."""
    return tuple(
        Unresolved(listing.id, relation, found.open)
        for _, listing, relation, found in _found(parties)
        if not found.parties
    )


def _links(parties: Sequence[Party]) -> Iterator[Link]:
    for party, listing, relation, found in _found(parties):
        tie, backwards = reading(relation.kind)
        for other in found.parties:
            source, target = (other, party) if backwards else (party, other)
            if source != target:
                yield Link(source, target, relation.kind, listing.list_name, tie, relation.share)


def _found(parties: Sequence[Party]) -> Iterator[tuple[str, Listing, Relation, Found]]:
    """Every relation with the party that states it and those that it names.

    An id is looked for on the list that prints it, then on the others of its authority, which number their targets
    together; one that is on none is nobody who is, whatever the name beside it.
    """
    ids = _ids(parties)
    stated = [(party.id, listing, one) for party in parties for listing in party.listings for one in listing.relations]
    names = [(listing.list_name, one.target_name) for _, listing, one in stated if not one.target]
    bearers = Bearers(parties, dict.fromkeys(names))
    named = {name: bearers.find(*name) for name in dict.fromkeys(names)}
    for party, listing, relation in stated:
        if relation.target:
            target = ids.get(relation.target) or ids.get(_number(relation.target))
            yield party, listing, relation, Found((target,)) if target else Found()
        else:
            yield party, listing, relation, named[listing.list_name, relation.target_name]


def _ids(parties: Sequence[Party]) -> dict[str, str]:
    """Parties by the ids of their listings, and by authority and number alone."""
    numbers = {_number(listing.id): party.id for party in parties for listing in party.listings}
    return numbers | {listing.id: party.id for party in parties for listing in party.listings}


def _number(listing: str) -> str:
    list_name, _, reference = listing.partition(":")
    return f"{authority(list_name)} {reference}"


def _pair(link: Link) -> tuple[str, str]:
    return min(link.source, link.target), max(link.source, link.target)


def _near(link: Link) -> tuple[str, str, str]:
    return (link.list_name, *_pair(link))
