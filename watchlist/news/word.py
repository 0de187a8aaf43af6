"""Word files (.docx) → their text, by python-docx, which the extra "files" brings."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from watchlist.errors import DocumentError
from watchlist.model import Found
from watchlist.news.articles import make_article, one_line, storable
from watchlist.news.dates import in_utc
from watchlist.news.extra import extra

_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PIECES = tuple(f"{_WORDS}{name}" for name in ("t", "tab", "br", "cr"))
MAX_BYTES = 200 * 1024 * 1024
"""What the parts of one file may be, unpacked."""


def read_docx(name: str, raw: bytes, source: str) -> Found:
    """One article: paragraphs and cells of tables in their order, a line each; title and date as the file states them.

    DocumentError without python-docx, and for a file that is damaged, too large unpacked or without text.
    """
    docx = extra("docx", "files", name)
    try:
        size = sum(part.file_size for part in ZipFile(BytesIO(raw)).infolist())
    except BadZipFile as error:
        raise DocumentError(name, f"is no Word file ({error})") from error
    if size > MAX_BYTES:
        raise DocumentError(name, f"is larger than {MAX_BYTES // 2**20} MiB unpacked")
    document = docx.Document(BytesIO(raw))
    text = "\n".join(_lines(document)).strip()
    if not text:
        raise DocumentError(name, "has no text")
    stated = document.core_properties
    title = one_line(storable(stated.title or ""))
    published = in_utc(stated.created) if stated.created else None
    return Found((make_article(source, name, title, text, url=name, published=published),))


def _lines(document: Any) -> Iterator[str]:
    """Every paragraph, wherever it stands: in the text, in a cell, in a box."""
    for paragraph in document.element.body.iter(f"{_WORDS}p"):
        line = "".join((piece.text or "") if piece.tag == f"{_WORDS}t" else " " for piece in paragraph.iter(*_PIECES))
        if line.strip():
            yield line
