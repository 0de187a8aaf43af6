"""Names in text: an index of listed names, and the mentions of them that an article holds, scored and explained."""

from watchlist.matching.comparing import Comparison, compare
from watchlist.matching.index import Index, MatchingOptions, Mute
from watchlist.matching.screener import Screener
from watchlist.matching.searching import NameSearch, Near

__all__ = ["Comparison", "Index", "MatchingOptions", "Mute", "NameSearch", "Near", "Screener", "compare"]
