"""PDF files → their text, by pypdf, which the extra "files" brings."""

import logging
from datetime import datetime
from io import BytesIO
from typing import Any

from watchlist.errors import DocumentError
from watchlist.model import Found
from watchlist.news.articles import make_article, one_line, storable
from watchlist.news.dates import in_utc
from watchlist.news.extra import extra

MAX_PAGES = 500
"""Pages of one file that are read; a longer one is refused: a book is no article."""


def read_pdf(name: str, raw: bytes, source: str) -> Found:
    """One article: the words of all pages, title and date as the file states them.

    DocumentError without pypdf, and for a file that is damaged, locked, too long or made of pictures alone.
    """
    pypdf = extra("pypdf", "files", name)
    # It warns of every oddity of a file; what matters becomes a fault.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    document = pypdf.PdfReader(BytesIO(raw))
    if document.is_encrypted and not document.decrypt(""):
        raise DocumentError(name, "is locked with a password")
    if len(document.pages) > MAX_PAGES:
        raise DocumentError(name, f"has {len(document.pages)} pages, more than {MAX_PAGES}")
    text = "\n".join(page.extract_text() for page in document.pages).strip()
    if not text:
        raise DocumentError(name, "has no text, only pictures: recognise its text first")
    title = one_line(storable(str(_stated(document, "title") or "")))
    created = _stated(document, "creation_date")
    published = in_utc(created) if isinstance(created, datetime) else None
    return Found((make_article(source, name, title, text, url=name, published=published),))


def _stated(document: Any, key: str) -> Any:
    try:
        return getattr(document.metadata, key, None)
    except Exception:  # noqa: BLE001 - a damaged date or title loses no text
        return None
