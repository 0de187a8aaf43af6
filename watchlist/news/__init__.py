"""Bytes → Found(articles, what to follow, faults); the kinds of documents and of sources stand in two tables.

A new kind is one module with a reader and one line here. Readers are imported on first use, so that a command which
reads no news does not pay for their libraries.
"""

from collections.abc import Mapping
from types import MappingProxyType

from watchlist.news.kinds import Kind, SourceKind

KINDS: tuple[Kind, ...] = (
    Kind((".txt",), "watchlist.news.plain:read_plain"),
    Kind((".html", ".htm"), "watchlist.news.page:read_html"),
    Kind((".json",), "watchlist.news.jsonl:read_json", max_mib=200),
    Kind((".jsonl",), "watchlist.news.jsonl:read_jsonl", max_mib=200),
    Kind((".csv",), "watchlist.news.table:read_csv", max_mib=200),
    Kind((".eml",), "watchlist.news.eml:read_eml"),
    Kind((".mbox",), "watchlist.news.mbox:read_mbox", max_mib=200),
    Kind((".pdf",), "watchlist.news.pdf:read_pdf"),
    Kind((".docx",), "watchlist.news.word:read_docx"),
)

SOURCES: Mapping[str, SourceKind] = MappingProxyType(
    {
        one.name: one
        for one in (
            SourceKind("feed", "watchlist.news.feed:read_feed"),
            SourceKind("sitemap", "watchlist.news.sitemap:read_sitemap"),
            SourceKind("page", "watchlist.news.index_page:read_index", options=("links", "hosts"), required=1),
            SourceKind("folder", "watchlist.news.folder:read_folder", web=False),
            SourceKind("archive", "watchlist.news.archive:read_archive", web=False),
        )
    }
)

__all__ = ["KINDS", "SOURCES", "Kind", "SourceKind"]
