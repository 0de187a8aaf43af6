"""Web archives (WARC, ISO 28500) → the articles of their pages, by warcio, which the extra "archive" brings."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from watchlist.errors import DocumentError
from watchlist.model import Fault, Found
from watchlist.news.articles import make_article, web_address
from watchlist.news.charset import header_charset
from watchlist.news.extra import extra
from watchlist.news.page import read_page

MAX_PAGE = 10 * 1024 * 1024
"""Bytes of one page after decoding; larger ones are counted and left out."""

_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(file: Path, name: str, source: str) -> Iterator[Found]:
    """One article for every page that was answered with 200, known by its address; dates only as pages state them.

    Pages without an article in them are counted in one fault at the end. DocumentError without warcio.
    """
    warcio = extra("warcio.archiveiterator", "archive", name)
    left = 0
    with file.open("rb") as stream:
        for capture in warcio.ArchiveIterator(stream):
            if not _is_page(capture):
                continue
            found = _page(capture, source)
            left += found is None
            if found is not None:
                yield found
    if left:
        what = f"has {left} pages that are too large, damaged or without an article"
        yield Found(faults=(Fault(name, what, "nothing needs to be done where these are no news"),))


def _is_page(capture: Any) -> bool:
    """Whether it is a good answer with a page."""
    headers = capture.http_headers
    if capture.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return False
    return str(headers.get_header("Content-Type") or "").partition(";")[0].strip().lower() in _PAGES


def _page(capture: Any, source: str) -> Found | None:
    url = web_address(capture.rec_headers.get_header("WARC-Target-URI"))
    body = capture.content_stream().read(MAX_PAGE + 1)
    if not url or len(body) > MAX_PAGE:
        return None
    charset = header_charset(str(capture.http_headers.get_header("Content-Type")))
    try:
        article = read_page(body, make_article(source, url, "", "", url), charset, url)
    except DocumentError:
        return None
    return Found((article,)) if article.text else None
