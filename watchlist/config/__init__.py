"""YAML → frozen values, or every mistake with file, line and column."""

from watchlist.config.load import find, load
from watchlist.config.schema import Config, ListEntry, SourceEntry, Threshold, Watchlist
from watchlist.config.selection import Selection, select
from watchlist.config.template import write_template

__all__ = [
    "Config",
    "ListEntry",
    "Selection",
    "SourceEntry",
    "Threshold",
    "Watchlist",
    "find",
    "load",
    "select",
    "write_template",
]
