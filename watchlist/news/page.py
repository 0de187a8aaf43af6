"""HTML pages → the article in them, by trafilatura, without menus, comments and related stories."""

import logging
from dataclasses import dataclass, replace
from datetime import datetime

import trafilatura

from watchlist.errors import DocumentError
from watchlist.model import Article, Found
from watchlist.news.articles import finished, make_article, one_line, publisher_hint, storable
from watchlist.news.charset import decode, html_charset
from watchlist.news.dates import instant
from watchlist.news.markup import plain_text
from watchlist.news.stated import stated

# What they complain about becomes a fault or an empty text here.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)

# Where the page states no date in its markup: guessing dates from its text is slow and often wrong.
_STATED_DATES = {"extensive_search": False, "original_date": True}


@dataclass(frozen=True, slots=True)
class _Page:
    title: str
    text: str
    address: str
    published: datetime | None
    language: str


def read_page(body: bytes, article: Article, charset: str, url: str) -> Article:
    """The article with the text of its page; what it had stays wherever the page gives less. Its id never changes.

    ``charset`` is that of the HTTP header, ``url`` the final address. DocumentError when the page cannot be read.
    """
    page = _extract(url, body, charset, url)
    longer = page.text if len(page.text) > len(article.text) else article.text
    full = replace(
        article,
        title=article.title or page.title,
        text=longer,
        url=page.address or article.url or url,
        published=article.published or page.published,
    )
    return finished(full, page.language or article.language)


def read_html(name: str, raw: bytes, source: str) -> Found:
    """A saved page: its main text, or all of its text where no article stands out."""
    page = _extract(name, raw, "")
    text = page.text or _everything(raw, "")
    if not text:
        raise DocumentError(name, "is a page without text")
    return Found((make_article(source, name, page.title, text, page.address or name, page.published, page.language),))


def main_text(raw: bytes, charset: str) -> str:
    """The main text of a page, or all of its text where no article stands out."""
    return _extract("page", raw, charset).text or _everything(raw, charset)


def _everything(raw: bytes, charset: str) -> str:
    return plain_text(storable(decode(raw, [charset, html_charset(raw)])))


def _extract(where: str, raw: bytes, charset: str, url: str = "") -> _Page:
    markup = storable(decode(raw, [charset, html_charset(raw)]))
    try:
        document = trafilatura.bare_extraction(
            markup, fast=True, include_comments=False, with_metadata=True, date_extraction_params=_STATED_DATES
        )
    except Exception as error:  # hostile pages make it raise what it does not declare (trafilatura#657)
        raise DocumentError(where, f"is a page that cannot be read ({type(error).__name__}: {error})") from error
    if document is None or isinstance(document, dict):
        return _Page("", "", "", None, "")
    language = publisher_hint(document.language)
    facts = stated(markup, url, language)
    return _Page(
        title=storable(one_line(document.title or "")),
        text=storable(document.text or ""),
        address=facts.address,
        published=facts.published or instant(document.date or ""),
        language=language,
    )
