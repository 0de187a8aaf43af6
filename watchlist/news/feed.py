"""RSS and Atom → articles, by feedparser, which gets UTF-8 without a document type and is trusted with nothing else."""

import re
from calendar import timegm
from collections import Counter
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import feedparser

from watchlist.errors import SourceError
from watchlist.model import Article, Fault, Found
from watchlist.news.articles import make_article, one_line, publisher_hint, storable, web_address
from watchlist.news.charset import decode, header_charset, xml_charset
from watchlist.news.markup import plain_text

SUMMARY_CHARACTERS = 600
"""An entry with less text than this is a summary: its link is followed."""

MAX_ENTRIES = 2000
MAX_TITLE = 4096

# Blanks, declarations and comments: what may stand before the root element, document types apart.
_PROLOG = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
# A document type without entities of its own, as RSS 0.91 has: without use, and left out.
_PLAIN_DOCTYPE = re.compile(r"<!DOCTYPE\s[^\[<>]*>", re.IGNORECASE)
_ROOT = re.compile(r"<([A-Za-z_][\w.:-]*)")
_TEXT_TYPES = frozenset({"", "text/html", "text/plain", "application/xhtml+xml"})


def read_feed(body: bytes, source: str, url: str, content_type: str) -> Found:
    """Articles of a feed, addresses of those that are only summaries, and what is wrong with it.

    ``url`` is the final address, against which links are resolved; ``content_type`` the whole HTTP header. SourceError
    when it is no feed: empty, a page, another format, or more than the parser can take.
    """
    text = _checked(storable(decode(body, [header_charset(content_type), xml_charset(body)])), source)
    parsed = _parse(text, source, url)
    if not parsed.get("version"):
        raise SourceError(source, "is no RSS or Atom feed: give the address of the feed itself")
    entries = parsed["entries"]
    faults = _complaints(text, source, len(entries), well_formed=not parsed.get("bozo"))
    hint = publisher_hint(parsed["feed"].get("language"))
    articles = _articles(entries[:MAX_ENTRIES], source, hint)
    short = (article.url for article in articles if article.url and len(article.text) < SUMMARY_CHARACTERS)
    return Found(articles, tuple(dict.fromkeys(short)), faults)


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


def _complaints(text: str, source: str, entries: int, *, well_formed: bool) -> tuple[Fault, ...]:
    root = _ROOT.match(text)
    cut = root is not None and f"</{root[1]}" not in text and not well_formed
    if cut and entries == 0:
        raise SourceError(source, "is a feed that is cut short before its first entry: it is tried again")
    faults = []
    if cut:
        faults.append(
            Fault(source, f"the feed is cut short after entry {entries}", "it is tried again at the next turn")
        )
    if entries > MAX_ENTRIES:
        over = entries - MAX_ENTRIES
        faults.append(
            Fault(source, f"{over} entries after the first {MAX_ENTRIES} were not read", "use a smaller feed")
        )
    return tuple(faults)


def _articles(entries: list[Any], source: str, hint: str) -> tuple[Article, ...]:
    uses = Counter(str(entry.get("id") or "") for entry in entries)
    made = (_article(entry, source, hint, unique=uses[str(entry.get("id") or "")] == 1) for entry in entries)
    return tuple(article for article in made if article.title or article.text or article.url)


def _article(entry: Any, source: str, hint: str, *, unique: bool) -> Article:
    title = one_line(_readable(entry.get("title_detail")))[:MAX_TITLE]
    text = max([_readable(part) for part in [*entry.get("content", ()), entry.get("summary_detail")]], key=len)
    link = web_address(entry.get("link"))
    own = str(entry.get("id") or "") if unique else ""
    # A guid that several entries share, or none, names nothing: address and title then tell entries apart.
    own = own or (f"{link}\x00{title}" if link or title else text)
    stated = publisher_hint((entry.get("title_detail") or {}).get("language")) or hint
    return make_article(source, own, title, text, link, _published(entry), stated)


def _readable(part: Any) -> str:
    """The plain text of a title, summary or content; "" for none and for pictures and the like."""
    if not part or (part.get("type") or "") not in _TEXT_TYPES:
        return ""
    text = storable(part.get("value") or "")
    return text.strip() if part.get("type") == "text/plain" else plain_text(text)


def _published(entry: Any) -> datetime | None:
    # dict.get: feedparser's own falls back to the other date with a warning.
    moment = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
    if not moment:
        return None
    try:
        return datetime.fromtimestamp(timegm(moment), UTC)
    except (ValueError, OverflowError, OSError):
        return None
