"""HTML pages → the article in them, by trafilatura, without menus, comments and related stories."""

import logging
from dataclasses import dataclass, replace
from datetime import datetime

import trafilatura

from watchlist.errors import DocumentError
from watchlist.model import Article, Found
from watchlist.news.articles import finished, make_article, publisher_hint, storable
from watchlist.news.charset import decode, html_charset
from watchlist.news.lead import with_lead, without_title
from watchlist.news.markup import plain_text
from watchlist.news.stated import stated

# What it complains about becomes a fault or an empty text here.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class _Page:
    title: str
    text: str
    address: str
    published: datetime | None
    language: str


def read_page(body: bytes, article: Article, charset: str, url: str) -> Article:
    """The article with the text of its page; what it had stays wherever the page gives less or does not say it.

    Its id never changes, and its title stands only in the title.
    ``charset`` is that of the HTTP header, ``url`` the final address. DocumentError when the page cannot be read.
    """
    page = _extract(url, body, charset, url)
    title = article.title or page.title
    full = replace(
        article,
        title=title,
        text=with_lead(article.text, without_title(title, page.text)),
        url=page.address or article.url or url,
        published=article.published or page.published,
    )
    return finished(full, page.language or article.language)


def read_html(name: str, raw: bytes, source: str) -> Found:
    """A saved page: its main text, or all of its text where no article stands out."""
    page = _extract(name, raw, "")
    text = without_title(page.title, page.text or _everything(raw, ""))
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
        # Its metadata take a third of its time; what the page states is read without it.
        document = trafilatura.bare_extraction(markup, fast=True, include_comments=False, with_metadata=False)
        facts = stated(markup, url)
    except Exception as error:  # hostile pages make it raise what it does not declare (trafilatura#657)
        raise DocumentError(where, f"is a page that cannot be read ({type(error).__name__}: {error})") from error
    text = document.text if document is not None and not isinstance(document, dict) else ""
    return _Page(facts.title, storable(text or ""), facts.address, facts.published, publisher_hint(facts.language))
