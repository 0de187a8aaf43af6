"""Workbooks (XLSX) as tables of text: every sheet, every row, bounded while reading (docs/decisions/010-workbooks.md).

A workbook is a zip archive of XML files. What comes out of each is counted and looked at before anything is parsed: the
sizes that an archive declares are a claim, and rows or cells that stand out of order would be passed over silently.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise

import openpyxl
from openpyxl import DEFUSEDXML

from watchlist.errors import ListError
from watchlist.lists.identity import refuse_foreign
from watchlist.lists.unpack import ZIP

BYTES = 256 * 1024 * 1024
MEMBERS = 500
ROWS = 200_000
"""Rows of all sheets; the list of 2026 has about 12,000."""
COLUMNS = 100
FOREIGN = (b"<!DOCTYPE", b"<!ENTITY", b"\0")
"""Document types, entities, and XML of two bytes a letter in which they could hide."""
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]*?\sr=["'](\d{1,9})["']""")
CELL = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\sr=["']([A-Z]{1,3})(\d{1,9})["']""")
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How a workbook writes a sign that XML cannot hold: _x000D_ for a carriage return."""

Row = tuple[str, ...]
Sheet = tuple[str, tuple[Row, ...]]


def read_sheets(list_name: str, raw: bytes) -> tuple[Sheet, ...]:
    """The sheets with their titles and rows; raises ListError for what is no whole workbook.

    Cells are text: days as ISO dates, whole numbers without a fraction, empty text for nothing.
    """
    refuse_foreign(list_name, raw, "a workbook (XLSX)")
    if not raw.startswith(ZIP):
        raise ListError(list_name, "this is no workbook (XLSX): it does not begin like one; another file or format?")
    if not DEFUSEDXML:
        raise ListError(list_name, "workbooks are not read without defusedxml; install the requirements, all of them")
    _check(list_name, raw)
    sheets: list[Sheet] = []
    left = ROWS
    for title, walk in _sheets(list_name, raw):
        rows: list[Row] = []
        for row in walk:
            left -= 1
            if left < 0 or len(row) > COLUMNS:
                raise ListError(list_name, f"the workbook has more than {ROWS:,} rows or {COLUMNS} columns")
            rows.append(tuple(_text(cell) for cell in row))
        sheets.append((title, tuple(rows)))
    return tuple(sheets)


def _check(list_name: str, raw: bytes) -> None:
    """Unpack every member once: all there, whole, of a size, in order, and without entities of their own."""
    room = BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            members = archive.infolist()
            if len({one.filename.casefold() for one in members}) != len(members) or len(members) > MEMBERS:
                raise ListError(list_name, f"the workbook has {len(members):,} parts, or two of one name")
            for member in members:
                with archive.open(member) as file:
                    content = file.read(room + 1)
                room -= len(content)
                if room < 0:
                    raise ListError(list_name, f"unpacked the workbook is larger than {BYTES:,} bytes; a bomb?")
                _check_member(list_name, member.filename, content)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise _damaged(list_name, error) from error


def _check_member(list_name: str, name: str, content: bytes) -> None:
    if name.casefold().endswith((".xml", ".rels")) and any(mark in content for mark in FOREIGN):
        raise ListError(list_name, f"{name} in the workbook brings a document type, entities or another encoding")
    if SHEET.fullmatch(name):
        rows = [int(found[1]) for found in ROW.finditer(content)]
        cells = [(int(found[2]), len(found[1]), found[1]) for found in CELL.finditer(content)]
        in_order = all(before < after for before, after in pairwise(rows))
        if not in_order or not all(before < after for before, after in pairwise(cells)):
            raise ListError(list_name, f"rows or cells of {name} in the workbook are not in order, or stand twice")


def _sheets(list_name: str, raw: bytes) -> Iterator[tuple[str, Iterator[tuple[object, ...]]]]:
    try:
        book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # the size that a sheet declares is a claim, too: rows behind it would be left out
            yield str(sheet.title), _walk(list_name, sheet.iter_rows(values_only=True))
    except ListError:
        raise
    except Exception as error:
        raise _damaged(list_name, error) from error


def _walk(list_name: str, rows: Iterator[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    try:
        yield from rows
    except Exception as error:
        raise _damaged(list_name, error) from error


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    plain = ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(cell))
    if plain.isprintable():
        return plain.strip()
    return "".join(char if char.isprintable() or char == "\n" else " " for char in plain).strip()


def _damaged(list_name: str, error: Exception) -> ListError:
    return ListError(list_name, f"the workbook is damaged or cut short ({error}); fetch it again")
