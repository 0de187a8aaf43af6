"""RSS, RDF, Atom, CDF and JSON Feed → articles; feedparser gets UTF-8 without a document type and nothing else."""

from calendar import timegm
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import feedparser
from feedparser.mixin import _FeedParserMixin

from watchlist.errors import SourceError
from watchlist.model import Fault, Found
from watchlist.news.articles import publisher_hint, storable, web_address
from watchlist.news.dates import instant
from watchlist.news.entries import Entry, found_in
from watchlist.news.json_feed import read_json_feed
from watchlist.news.markup import plain_text
from watchlist.news.prolog import from_root, root_name

_TEXT_TYPES = frozenset({"", "text/html", "text/plain", "application/xhtml+xml"})


def _leave_authors(parser: object, key: str = "author") -> None:
    """Authors as they are: nothing here reads them, and an address in one is looked for in quadratic time."""


# feedparser#562: 60 kB in an author element took 18 s.
_FeedParserMixin._sync_author_detail = _leave_authors  # noqa: SLF001 - there is no option for it


def read_feed(body: bytes, source: str, url: str, content_type: str) -> Found:
    """Articles of a feed, addresses of those that are only summaries, and what is wrong with it.

    ``url`` is the final address, against which links are resolved; ``content_type`` the whole HTTP header. SourceError
    when it is no feed: empty, a page, another format, or more than the parser can take.
    """
    text = from_root(body, content_type, source, "feed")
    if text.startswith(("{", "[")):
        return found_in(read_json_feed(text, source, url), source)
    parsed = _parse(text, source, url)
    # feedparser reads CDF, but gives it no version.
    if not parsed.get("version") and root_name(text).lower() != "channel":
        raise SourceError(source, "is no RSS, Atom or JSON Feed: give the address of the feed itself")
    entries = parsed["entries"]
    hint = publisher_hint(parsed["feed"].get("language"))
    faults = _cut(text, source, len(entries), well_formed=not parsed.get("bozo"))
    return found_in([_entry(entry, hint) for entry in entries], source, faults)


def _parse(text: str, source: str, url: str) -> Any:
    headers = {"content-location": url, "content-type": "application/xml; charset=utf-8"}
    try:
        return feedparser.parse(BytesIO(text.encode()), response_headers=headers, sanitize_html=False)
    except Exception as error:  # damaged feeds make it raise many kinds, none declared
        raise SourceError(source, f"is a feed that cannot be read ({type(error).__name__}: {error})") from error


def _cut(text: str, source: str, entries: int, *, well_formed: bool) -> tuple[Fault, ...]:
    root = root_name(text)
    if well_formed or not root or f"</{root}" in text:
        return ()
    if entries == 0:
        raise SourceError(source, "is a feed that is cut short before its first entry: it is tried again")
    return (Fault(source, f"the feed is cut short after entry {entries}", "it is tried again at the next turn"),)


def _entry(entry: Any, hint: str) -> Entry:
    parts = [*entry.get("content", ()), entry.get("summary_detail")]
    stated = publisher_hint((entry.get("title_detail") or {}).get("language")) or hint
    return Entry(
        own=str(entry.get("id") or ""),
        title=_readable(_title(entry)),
        text=max(map(_readable, parts), key=len),
        link=web_address(entry.get("link")),
        published=_published(entry, stated),
        hint=stated,
    )


def _title(entry: Any) -> Any:
    """A title is words whatever type it claims to be; base64 is decoded already."""
    detail = entry.get("title_detail")
    return detail if not detail or detail.get("type") in _TEXT_TYPES else {**detail, "type": "text/html"}


def _readable(part: Any) -> str:
    """The plain text of a title, summary or content; "" for none and for pictures and the like."""
    if not part or (part.get("type") or "") not in _TEXT_TYPES:
        return ""
    text = storable(part.get("value") or "")
    return text.strip() if part.get("type") == "text/plain" else plain_text(text)


def _published(entry: Any, hint: str) -> datetime | None:
    """When it was published, else updated: as printed in any language, else as the parser reads it."""
    # dict.get: feedparser's own falls back to the other date with a warning.
    for key in ("published", "updated"):
        moment = instant(str(dict.get(entry, key) or ""), hint) or _parsed(dict.get(entry, f"{key}_parsed"))
        if moment:
            return moment
    return None


def _parsed(moment: Any) -> datetime | None:
    try:
        return instant(datetime.fromtimestamp(timegm(moment), UTC).isoformat()) if moment else None
    except (ValueError, OverflowError, OSError):
        return None
