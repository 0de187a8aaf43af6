"""URL → bytes: bounded in size and time, conditional, only public addresses, TLS always verified."""

from watchlist.fetch.client import Fetcher
from watchlist.fetch.values import (
    FEED_LIMITS,
    LIST_LIMITS,
    PAGE_LIMITS,
    Fetched,
    FetchOptions,
    Limits,
    NotModified,
    Validators,
)

__all__ = [
    "FEED_LIMITS",
    "LIST_LIMITS",
    "PAGE_LIMITS",
    "FetchOptions",
    "Fetched",
    "Fetcher",
    "Limits",
    "NotModified",
    "Validators",
]
