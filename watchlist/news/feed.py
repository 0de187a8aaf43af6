"""RSS, RDF, Atom, CDF and JSON Feed → articles; feedparser gets UTF-8 without a document type and nothing else."""

import re
from calendar import timegm
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import feedparser
from feedparser.mixin import _FeedParserMixin

from watchlist.errors import SourceError
from watchlist.model import Fault, Found
from watchlist.news.articles import publisher_hint, storable, web_address
from watchlist.news.charset import decode, header_charset, xml_charset
from watchlist.news.dates import instant
from watchlist.news.entries import Entry, found_in
from watchlist.news.json_feed import read_json_feed
from watchlist.news.markup import plain_text

# Blanks, declarations and comments: what may stand before the root element, document types apart.
_PROLOG = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
# A document type without entities of its own, as RSS 0.91 has: without use, and left out.
_PLAIN_DOCTYPE = re.compile(r"<!DOCTYPE\s[^\[<>]*>", re.IGNORECASE)
_ROOT = re.compile(r"<([A-Za-z_][\w.:-]*)")
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
    text = _checked(storable(decode(body, [header_charset(content_type), xml_charset(body)])), source)
    if text.startswith(("{", "[")):
        return found_in(read_json_feed(text, source, url), source)
    parsed = _parse(text, source, url)
    if not (parsed.get("version") or _is_channel(text)):
        raise SourceError(source, "is no RSS, Atom or JSON Feed: give the address of the feed itself")
    entries = parsed["entries"]
    hint = publisher_hint(parsed["feed"].get("language"))
    faults = _cut(text, source, len(entries), well_formed=not parsed.get("bozo"))
    return found_in([_entry(entry, hint) for entry in entries], source, faults)


def _checked(text: str, source: str) -> str:
    """The text from its root on, if it can be a feed at all; entities are never expanded, so none may be declared."""
    rest = _PROLOG.sub("", text, count=1)
    rest = _PROLOG.sub("", _PLAIN_DOCTYPE.sub("", rest, count=1), count=1) if _PLAIN_DOCTYPE.match(rest) else rest
    beginning = rest[:200].lower()
    if not beginning.strip():
        raise SourceError(source, "is empty: check the address")
    if beginning.startswith(("<html", "<head", "<body", "<title", "<meta", "<!doctype html")):
        raise SourceError(source, "is a web page, not a feed: give the address of the feed itself")
    if beginning.startswith(("<!doctype", "<!entity")):
        raise SourceError(source, "declares a document type of its own, which is never followed: use another feed")
    return rest


def _parse(text: str, source: str, url: str) -> Any:
    headers = {"content-location": url, "content-type": "application/xml; charset=utf-8"}
    try:
        return feedparser.parse(BytesIO(text.encode()), response_headers=headers, sanitize_html=False)
    except Exception as error:  # damaged feeds make it raise many kinds, none declared
        raise SourceError(source, f"is a feed that cannot be read ({type(error).__name__}: {error})") from error


def _is_channel(text: str) -> bool:
    """Whether this is CDF, which feedparser reads but gives no version."""
    root = _ROOT.match(text)
    return root is not None and root[1].lower() == "channel"


def _cut(text: str, source: str, entries: int, *, well_formed: bool) -> tuple[Fault, ...]:
    root = _ROOT.match(text)
    if well_formed or root is None or f"</{root[1]}" in text:
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
