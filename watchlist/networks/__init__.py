"""Who is linked to whom on the lists, and which articles speak of them together or without naming them."""

from watchlist.networks.finding import NetworkFinder
from watchlist.networks.grouping import networks, unknown_members
from watchlist.networks.linking import Unresolved, links, unresolved
from watchlist.networks.ownership import Owned, Stake, called, outside, owned, tiers, unstated
from watchlist.networks.paths import connection, hub_of, neighbours, path, shortest, to_hub
from watchlist.networks.topics import TopicFinder
from watchlist.networks.wording import path_words, tie_words, ties

__all__ = [
    "NetworkFinder",
    "Owned",
    "Stake",
    "TopicFinder",
    "Unresolved",
    "called",
    "connection",
    "hub_of",
    "links",
    "neighbours",
    "networks",
    "outside",
    "owned",
    "path",
    "path_words",
    "shortest",
    "tie_words",
    "tiers",
    "ties",
    "to_hub",
    "unknown_members",
    "unresolved",
    "unstated",
]
