"""The US Consolidated Screening List as CSV (``us-csl-csv``): one row an entry, the values of a cell joined by "; "."""

import re
from collections.abc import Iterator, Mapping

from watchlist.errors import ListError
from watchlist.lists.audit import Audit
from watchlist.lists.csl_listing import IGNORED, close, read_entry
from watchlist.lists.identity import refuse_foreign
from watchlist.lists.names import clean
from watchlist.lists.ofac_facts import Statement, meaning
from watchlist.lists.parsed import ParsedList
from watchlist.lists.rows import decode, read_rows, read_titles
from watchlist.model import Listing

NEEDED = ("source", "entity_number", "type", "programs", "name", "alt_names")
SEPARATOR = "; "
COUNTRY = re.compile(r"^([A-Z]{2}), ")
DAYS = re.compile(r"^(?:\d{4}-\d{2}-\d{2}, ){1,2}")
"""Expiry and issue of a document, in front of its number."""


class Row:
    """The cells of one row, by column."""

    __slots__ = ("_asked", "_cells")

    def __init__(self, cells: Mapping[str, str], asked: set[str]) -> None:
        self._cells = cells
        self._asked = asked

    def text(self, key: str) -> str:
        """A cell, white space collapsed; empty where there is no such column."""
        self._asked.add(key)
        return clean(self._cells.get(key, ""))

    def texts(self, key: str) -> tuple[str, ...]:
        """The values of a cell."""
        self._asked.add(key)
        return tuple(text for piece in self._cells.get(key, "").split(SEPARATOR) if (text := clean(piece)))


def parse(files: Mapping[str, bytes], list_name: str) -> ParsedList:
    """Read one file; columns are found by their names, in whatever order."""
    audit = Audit(list_name)
    raw = files[""]
    refuse_foreign(list_name, raw, "a CSV list (_id,source,entity_number,…)")
    rows = read_rows(list_name, decode(list_name, raw))
    columns = read_titles(list_name, next(rows, ()), NEEDED)
    if not {"id", "_id"} & set(columns):
        raise ListError(list_name, "the header has no column '_id'; another file, or a new layout")
    return close(_entries(rows, columns, audit), audit)


def _entries(rows: Iterator[tuple[str, ...]], columns: tuple[str, ...], audit: Audit) -> Iterator[Listing]:
    asked: set[str] = set()
    for cells in rows:
        row = Row(dict(zip(columns, cells, strict=True)), asked)
        yield read_entry(row, list(_numbers(row.texts("ids"))), audit)
    audit.unknown((f"column {name!r}", 1) for name in columns if asked and name not in asked | IGNORED)


def _numbers(pieces: tuple[str, ...]) -> Iterator[Statement]:
    """Documents and features: "country, expiry, issue, number, kind", of which all but the kind may be missing.

    A value may hold "; " itself: a piece that ends in no known kind goes on in the next one.
    """
    held = ""
    for piece in pieces:
        whole = f"{held}{SEPARATOR}{piece}" if held else piece
        value, _, label = whole.rpartition(", ")
        if meaning(label) is None:
            held = whole
            continue
        held = ""
        yield _statement(label, value)
    if held:
        yield _statement(held.rpartition(", ")[2], held.rpartition(", ")[0])


def _statement(label: str, value: str) -> Statement:
    country = COUNTRY.match(value)
    number = DAYS.sub("", COUNTRY.sub("", value))
    return Statement(label, number, country[1] if country else "")
