"""Bytes → Found(articles, what to follow, faults); the kinds of documents stand in one table.

A new kind is one module with a reader and one line here. Readers are imported on first use, so that a command which
reads no news does not pay for their libraries.
"""

from watchlist.news.kinds import Kind

KINDS: tuple[Kind, ...] = (
    Kind((".txt",), "watchlist.news.plain:read_plain"),
    Kind((".html", ".htm"), "watchlist.news.page:read_html"),
    Kind((".json",), "watchlist.news.jsonl:read_json", max_mib=200),
    Kind((".jsonl",), "watchlist.news.jsonl:read_jsonl", max_mib=200),
    Kind((".eml",), "watchlist.news.eml:read_eml"),
)

__all__ = ["KINDS", "Kind"]
