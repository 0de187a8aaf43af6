"""JSON Feed → entries, by https://www.jsonfeed.org/version/1.1/ and its version 1."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from watchlist.errors import SourceError
from watchlist.news.articles import publisher_hint, storable, web_address
from watchlist.news.dates import instant
from watchlist.news.entries import Entry
from watchlist.news.markup import plain_text

_VERSIONS = "://jsonfeed.org/version/1"


def read_json_feed(text: str, source: str, url: str) -> list[Entry]:
    """The entries of a feed in JSON, links resolved against ``url``; SourceError when it is none."""
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SourceError(source, f"is no feed, or one that is cut short: its JSON cannot be read ({error})") from error
    version = feed.get("version") if isinstance(feed, dict) else None
    if not isinstance(version, str) or _VERSIONS not in version.replace("://www.", "://"):
        raise SourceError(source, "is no RSS, Atom or JSON Feed: give the address of the feed itself")
    entries = feed.get("items")
    if not isinstance(entries, list):
        raise SourceError(source, 'is a JSON Feed without "items": give the address of the feed itself')
    hint = publisher_hint(feed.get("language"))
    return [_entry(entry, url, hint) for entry in entries if isinstance(entry, dict)]


def _entry(entry: Mapping[str, Any], url: str, hint: str) -> Entry:
    own = entry.get("id")
    bodies = (plain_text(_text(entry, "content_html")), _text(entry, "content_text"), _text(entry, "summary"))
    link = _text(entry, "url") or _text(entry, "external_url")
    date = _text(entry, "date_published") or _text(entry, "date_modified")
    stated = publisher_hint(entry.get("language")) or hint
    return Entry(
        # Version 1 allowed numbers, to be taken as texts.
        own=storable(str(own)) if isinstance(own, str | int | float) else "",
        title=_text(entry, "title"),
        text=max((body.strip() for body in bodies), key=len),
        link=web_address(_joined(url, link)) if link else "",
        published=instant(date, stated),
        hint=stated,
    )


def _joined(url: str, link: str) -> str:
    try:
        return urljoin(url, link)
    except ValueError:
        return ""


def _text(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    return storable(value) if isinstance(value, str) else ""
