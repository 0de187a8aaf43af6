"""Pages that list news, as front pages and archives do → their links as articles still to be fetched."""

from collections.abc import Iterator, Sequence
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import html
from lxml.cssselect import CSSSelector
from lxml.etree import ParserError

from watchlist.errors import SourceError
from watchlist.model import Found
from watchlist.news.articles import one_line, publisher_hint, storable, web_address
from watchlist.news.charset import decode, header_charset, html_charset
from watchlist.news.entries import Entry, found_in
from watchlist.sites import may_lead


def read_index(
    body: bytes, source: str, url: str, content_type: str, *, links: str, hosts: Sequence[str] = ()
) -> Found:
    """What the CSS selector ``links`` selects, links or elements around them, as articles to be followed.

    Their text is that of the link until their page is read. Links that leave the site of ``url`` count only where
    ``hosts`` allow it. SourceError when nothing is selected: a page that was changed must not die in silence.
    """
    text = storable(decode(body, [header_charset(content_type), html_charset(body)]))
    try:
        page = html.document_fromstring(text)
    except ParserError as error:
        raise SourceError(source, "is an empty page: check the address") from error
    texts: dict[str, str] = {}
    for link, words in _selected(page, url, links):
        if may_lead(urlsplit(url).hostname or "", urlsplit(link).hostname or "", hosts):
            # A picture and a headline often lead to the same article.
            texts[link] = max(texts.get(link, ""), words, key=len)
    texts.pop(urldefrag(url)[0], None)
    if not texts:
        raise SourceError(source, f"has no link that {links!r} selects: look at the page and give another selector")
    hint = publisher_hint(page.get("lang"))
    return found_in([Entry(own=link, text=words, link=link, hint=hint) for link, words in texts.items()], source)


def _selected(page: html.HtmlElement, url: str, links: str) -> Iterator[tuple[str, str]]:
    """Addresses and words of the links, in the order of the page."""
    base = _joined(url, next((str(element.get("href")) for element in page.iter("base") if element.get("href")), ""))
    selected: list[html.HtmlElement] = CSSSelector(links, translator="html")(page)  # type: ignore[assignment]
    for element in selected:
        for anchor in [element] if element.get("href") else element.iter("a"):
            link = web_address(urldefrag(_joined(base, anchor.get("href") or ""))[0]) if anchor.get("href") else ""
            if link:
                yield link, one_line(str(anchor.text_content()))


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return ""
