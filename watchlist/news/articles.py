"""How an article is made from what a document says: ids, digests, characters, dates, language."""

import hashlib
import re
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from watchlist.model import Article
from watchlist.text.language import detect_language

# NUL and half surrogate pairs cannot be stored or written; replaced one for one, so that offsets stay.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_BLANKS = re.compile(r"\s+")


def storable(text: str) -> str:
    """The same characters, with U+FFFD for those that no file or database takes; the length never changes."""
    return _UNSTORABLE.sub("�", text)


def one_line(text: str) -> str:
    """Words apart by single spaces, as a title is printed."""
    return _BLANKS.sub(" ", text).strip()


def article_id(source: str, own: str) -> str:
    """A stable id for what a source calls ``own``: guid, link, path."""
    return "a" + hashlib.sha256(f"{source}\x00{own}".encode("utf-8", "replace")).hexdigest()[:16]


def digest(title: str, text: str) -> str:
    """SHA-256 of what is screened, in hex."""
    return hashlib.sha256(f"{title}\x00{text}".encode("utf-8", "replace")).hexdigest()


def make_article(
    source: str, own: str, title: str, text: str, url: str = "", published: datetime | None = None, hint: str = ""
) -> Article:
    """An article with its id, digest and language; ``hint`` is the language as its publisher states it."""
    article = Article(article_id(source, own), source, storable(title), storable(text), url, published)
    return finished(article, hint)


def finished(article: Article, hint: str) -> Article:
    """The article with digest and language of its present title and text."""
    language = detect_language(f"{article.title}\n{article.text}", hint)
    return replace(article, digest=digest(article.title, article.text), language=language)


def publisher_hint(code: object) -> str:
    """The language that a feed or page states, "" for English: their software says so if nobody told it otherwise."""
    text = code if isinstance(code, str) else ""
    return "" if text.strip().lower().startswith("en") else text


def web_address(text: object) -> str:
    """An http or https address, or "" for anything else that stands in its place."""
    if not isinstance(text, str):
        return ""
    address = storable(text.strip())
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme.lower() in {"http", "https"} and parts.netloc else ""
