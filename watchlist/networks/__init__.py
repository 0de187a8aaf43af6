"""Who is linked to whom on the lists, and which articles speak of them together or without naming them."""

from watchlist.networks.finding import NetworkFinder
from watchlist.networks.grouping import networks, unknown_members
from watchlist.networks.linking import links
from watchlist.networks.paths import path
from watchlist.networks.topics import TopicFinder

__all__ = ["NetworkFinder", "TopicFinder", "links", "networks", "path", "unknown_members"]
