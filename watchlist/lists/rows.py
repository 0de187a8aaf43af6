"""CSV lists read strictly: complete lines, closed quotes, the right number of columns, or refused with the line."""

import csv
import io
from collections.abc import Iterable, Iterator

from watchlist.errors import ListError


def decode(list_name: str, raw: bytes) -> str:
    """UTF-8, with or without a byte order mark."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ListError(list_name, f"byte {error.start:,} is not UTF-8; another encoding, or a damaged file") from error


def read_titles(list_name: str, row: Iterable[str], needed: Iterable[str]) -> tuple[str, ...]:
    """The titles of columns, in lower case without the blanks around them; all that are needed, and none twice."""
    titles = tuple(cell.strip().lower() for cell in row)
    missing = [title for title in needed if title not in titles]
    if missing:
        raise ListError(list_name, f"the header has no column {missing[0]!r}; another file, or a new layout")
    twice = [title for title in titles if titles.count(title) > 1]
    if twice:
        raise ListError(list_name, f"two columns have the title {twice[0]!r}; one of them would hide the other")
    return titles


def read_rows(
    list_name: str, text: str, columns: int | None = None, *, first_line: int = 1
) -> Iterator[tuple[str, ...]]:
    """Rows of exactly ``columns`` cells (as many as the first row, when None), as printed.

    Python's csv module accepts a file that was cut inside a quoted cell and one whose quotes do not close: both are
    refused here, and so is a last line without its end. ``first_line`` is the number of the first row in the file.
    """
    if not text.endswith("\n"):
        raise ListError(list_name, "the file stops in the middle of a line: the download was cut short; fetch it again")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for row in reader:
            columns = columns or len(row)
            if len(row) != columns:
                where = first_line + reader.line_num - 1
                raise ListError(list_name, f"line {where:,} has {len(row)} columns, expected {columns}")
            yield tuple(row)
    except csv.Error as error:
        where = first_line + reader.line_num - 1
        raise ListError(list_name, f"the quotes around line {where:,} do not match ({error})") from error
