"""From a party in the news to whom the reader watches, over the links that lists state, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from watchlist.model import Link
from watchlist.networks import connection, neighbours, path_words, shortest, ties, to_hub
from watchlist.networks.wording import Ties
from watchlist.report import Way

LONGEST_WAY = 4
"""Links to a party of the reader's own; over more of them almost everybody knows everybody."""


@dataclass(frozen=True)
class Ways:
    """The links of one state of the lists, names of parties, and the parties that the reader has written down."""

    links: Sequence[Link]
    names: Mapping[str, str]
    own: frozenset[str]

    @cached_property
    def _around(self) -> Mapping[str, tuple[str, ...]]:
        return neighbours(self.links)

    @cached_property
    def _ties(self) -> Ties:
        return ties(self.links)

    def to_interest(self, party: str, networks: Sequence[Sequence[str]]) -> Way:
        """The shortest way from a party to one of the reader's own, else to the hub of the first of its networks.

        From a party that is the hub of one of them there is nowhere to go: it is the one whom the others lead to.
        """
        own = () if party in self.own else shortest(self._around, party, self.own, LONGEST_WAY)
        hubs = [to_hub(self._around, members, party) for members in networks if party in members]
        return self._told(own or (hubs[0] if hubs and all(hubs) else ()))

    def among(self, members: Sequence[str], named: Sequence[str]) -> Way:
        """How those of a network who are named together are connected."""
        return self._told(connection(self._around, members, named))

    def _told(self, path: Sequence[str]) -> Way:
        return Way(path_words(path, self._ties, self.names), max(0, len(path) - 1))
