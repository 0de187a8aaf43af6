"""Which listings belong together: edges in the order of their strength, none against a contradiction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from watchlist.parties.contradictions import contradict
from watchlist.parties.edges import Edge
from watchlist.parties.profile import Profile


@dataclass(slots=True)
class Cluster:
    """Ranks of the listings of one party, and the edges that brought them together."""

    ranks: list[int]
    edges: list[Edge] = field(default_factory=list)


class Clusters:
    """At first every listing by itself; ``profiles`` are in the order of their ranks, which count from zero."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._profiles = profiles
        self._of_rank = [Cluster([rank]) for rank in range(len(profiles))]

    def unite(self, edges: Iterable[Edge]) -> None:
        """Follow edges in the order given, and pass over those that would bring a contradiction into a cluster."""
        for edge in edges:
            left, right = self._of_rank[edge.left], self._of_rank[edge.right]
            if left is not right and not self._contradict(left, right):
                self._merge(left, right, edge)

    def _merge(self, left: Cluster, right: Cluster, edge: Edge) -> None:
        left.ranks.extend(right.ranks)
        left.edges.extend([*right.edges, edge])
        for rank in right.ranks:
            self._of_rank[rank] = left

    def _contradict(self, left: Cluster, right: Cluster) -> bool:
        return any(
            contradict(self._profiles[mine], self._profiles[their]) for mine in left.ranks for their in right.ranks
        )

    def settled(self) -> list[int]:
        """For each rank the lowest rank of its cluster."""
        lowest = {id(cluster): min(cluster.ranks) for cluster in self._of_rank}
        return [lowest[id(cluster)] for cluster in self._of_rank]

    def all(self) -> list[Cluster]:
        """Every cluster once, by its lowest rank."""
        return list({id(cluster): cluster for cluster in self._of_rank}.values())
