"""Articles as JSON, one per line or one document: ``{"id", "title"?, "text", "lang"?, "url"?, "published"?}``."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from watchlist.errors import DocumentError
from watchlist.model import Article, Fault, Found
from watchlist.news.articles import make_article, storable
from watchlist.news.charset import decode
from watchlist.news.dates import instant

_REMEDY = 'give {"id", "text"} and, where known, {"title", "lang", "url", "published"}, all of them texts'


def read_jsonl(name: str, raw: bytes, source: str) -> Found:
    """One article per line; a line that is none becomes a fault with its number, and the rest goes on."""
    lines = enumerate(decode(raw).split("\n"), 1)
    return merged(from_line(f"{name}:{number}", line, source) for number, line in lines if line.strip())


def read_json(name: str, raw: bytes, source: str) -> Found:
    """One article, or a list of them; DocumentError when the file is no JSON."""
    content = _parse(name, decode(raw))
    if not isinstance(content, list):
        return from_content(name, content, source)
    return merged(from_content(f"{name} entry {number}", entry, source) for number, entry in enumerate(content, 1))


def merged(parts: Iterable[Found]) -> Found:
    """All articles and faults of the parts of one document."""
    articles: list[Article] = []
    faults: list[Fault] = []
    for part in parts:
        articles.extend(part.articles)
        faults.extend(part.faults)
    return Found(tuple(articles), (), tuple(faults))


def from_line(where: str, line: str, source: str) -> Found:
    """One article from its line; a fault at ``where`` for what is none."""
    try:
        content = _parse(where, line)
    except DocumentError as error:
        return Found(faults=(Fault(where, error.what, _REMEDY),))
    return from_content(where, content, source)


def from_content(where: str, content: Any, source: str) -> Found:
    """One article from its keys and values, known by its own id; a fault at ``where`` for what is none."""
    try:
        article, complaint = _article(where, content, source)
    except DocumentError as error:
        return Found(faults=(Fault(where, error.what, _REMEDY),))
    faults = (Fault(where, complaint, "give ISO 8601, as 2026-01-31T06:00:00Z"),) if complaint else ()
    return Found((article,), (), faults)


def _parse(where: str, text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DocumentError(where, f"is not valid JSON ({error})") from error


def _article(where: str, content: Any, source: str) -> tuple[Article, str]:
    """The article, and a complaint about a date that was left out."""
    if not isinstance(content, dict):
        raise DocumentError(where, f"is a JSON {type(content).__name__}, not an object")
    own = _text(where, content, "id", required=True)
    text = _text(where, content, "text", required=True)
    title, hint, url, date = (_text(where, content, key) for key in ("title", "lang", "url", "published"))
    published = instant(date, hint)
    article = make_article(source, own, title, text, storable(url), published, hint)
    complaint = f'has no date in "published": {date[:40]!r}' if date and published is None else ""
    return replace(article, id=storable(own)), complaint


def _text(where: str, content: dict[str, Any], key: str, *, required: bool = False) -> str:
    value = content.get(key)
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None and not required:
        return ""
    if not isinstance(value, str) or (key == "id" and not value.strip()):
        raise DocumentError(where, f'has no text in "{key}"')
    return value
