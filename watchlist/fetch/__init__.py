"""URL → bytes: bounded in size and time, conditional, only public addresses, TLS always verified."""

from watchlist.fetch.causes import shown
from watchlist.fetch.client import Fetcher
from watchlist.fetch.patience import in_the_future, retry_after, wait
from watchlist.fetch.robots import Robots
from watchlist.fetch.values import (
    FEED_LIMITS,
    LIST_LIMITS,
    PAGE_LIMITS,
    Fetched,
    FetchOptions,
    Limits,
    NoAnswer,
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
    "NoAnswer",
    "NotModified",
    "Robots",
    "Validators",
    "in_the_future",
    "retry_after",
    "shown",
    "wait",
]
