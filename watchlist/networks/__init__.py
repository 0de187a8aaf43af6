"""Who is linked to whom on the lists, and which articles speak of them together or without naming them."""

from watchlist.networks.finding import NetworkFinder
from watchlist.networks.grouping import networks, unknown_members
from watchlist.networks.linking import Unresolved, links, unresolved
from watchlist.networks.ownership import Owned, Stake, owned, tiers, unstated
from watchlist.networks.paths import neighbours, path, to_hub
from watchlist.networks.topics import TopicFinder

__all__ = [
    "NetworkFinder",
    "Owned",
    "Stake",
    "TopicFinder",
    "Unresolved",
    "links",
    "neighbours",
    "networks",
    "owned",
    "path",
    "tiers",
    "to_hub",
    "unknown_members",
    "unresolved",
    "unstated",
]
