"""Tables of articles as CSV: a row of column names, then one article a row."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from watchlist.errors import DocumentError
from watchlist.model import Fault, Found
from watchlist.news.articles import storable
from watchlist.news.charset import decode
from watchlist.news.jsonl import from_content, merged

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("id",),
    "title": ("title", "headline"),
    "text": ("text", "body", "content", "article"),
    "url": ("url", "link"),
    "published": ("published", "date"),
    "lang": ("lang", "language"),
}
"""Key of an article: names of its column in any case, the first one that a table has."""

_SEPARATORS = ",;\t|"
# Articles are longer than the 128 KiB that the library takes for the largest cell.
csv.field_size_limit(20 * 1024 * 1024)


def read_csv(name: str, raw: bytes, source: str) -> Found:
    """One article a row, known by its id or else by its line; rows without text become faults with their line.

    The separator is the one that stands most often in the row of names. DocumentError when that has no text column.
    """
    return merged(_articles(name, storable(decode(raw)), source))


def _articles(name: str, text: str, source: str) -> Iterator[Found]:
    separator = max(_SEPARATORS, key=text.partition("\n")[0].count)
    rows = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    columns = columns_of(name, next(rows, []))
    line = rows.line_num + 1
    try:
        for row in rows:
            where, line = f"{name}:{line}", rows.line_num + 1
            cells = {key: row[at] for key, at in columns.items() if at < len(row)}
            if any(cell.strip() for cell in cells.values()):
                yield from_content(where, {**cells, "id": cells.get("id") or where}, source)
    except csv.Error as error:
        # An open quotation mark takes everything after it for one cell.
        yield Found(faults=(Fault(f"{name}:{line}", f"is no CSV from here on ({error})", "correct this line"),))


def columns_of(name: str, names: Sequence[str]) -> dict[str, int]:
    """Where each key of an article stands among the names of columns; DocumentError when none is that of its text."""
    known = [each.strip().lower() for each in names]
    found = {key: next((known.index(one) for one in ways if one in known), None) for key, ways in _COLUMNS.items()}
    if found["text"] is None:
        ways = ", ".join(_COLUMNS["text"])
        raise DocumentError(name, f"has no column of texts: name one {ways} in its first row")
    return {key: at for key, at in found.items() if at is not None}
