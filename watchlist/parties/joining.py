"""From listings of all lists to parties: a pure function of the listings and the order of the lists."""

from collections.abc import Sequence

from watchlist.lasting import unwalked
from watchlist.model import Join, Listing, Party
from watchlist.parties.clusters import Cluster, Clusters
from watchlist.parties.edges import name_edges, proof_edges, twin_edges
from watchlist.parties.profile import profile, ranked


def join(listings: Sequence[Listing], order: Sequence[str]) -> tuple[Party, ...]:
    """Parties in the order of their ids: every listing in exactly one, each join explained.

    Ids, names and types are those of the member whose list comes first in ``order`` and whose reference is lowest in
    it; the outcome does not depend on the order of ``listings``. The rules are those of
    docs/decisions/002-joining-listings.md.

    Raises:
        ValueError: two listings have one id.
    """
    with unwalked():
        return _joined(ranked(listings, order))


def _joined(members: Sequence[Listing]) -> tuple[Party, ...]:
    _refuse_doubles(members)
    profiles = [profile(rank, listing) for rank, listing in enumerate(members)]
    clusters = Clusters(profiles)
    clusters.unite(proof_edges(profiles))
    clusters.unite(twin_edges(profiles))
    clusters.unite(name_edges(profiles, clusters.settled()))
    return tuple(_party(cluster, members) for cluster in clusters.all())


def _refuse_doubles(members: Sequence[Listing]) -> None:
    seen: set[str] = set()
    for listing in members:
        if listing.id in seen:
            raise ValueError(f"two listings have the id {listing.id}")
        seen.add(listing.id)


def _party(cluster: Cluster, members: Sequence[Listing]) -> Party:
    listings = tuple(members[rank] for rank in sorted(cluster.ranks))
    first = listings[0]
    joins = tuple(Join(members[edge.left].id, members[edge.right].id, edge.reason) for edge in sorted(cluster.edges))
    return Party(id=first.id, type=first.type, name=first.name, listings=listings, joins=joins)
