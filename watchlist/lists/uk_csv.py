"""The UK Sanctions List as CSV (``uk-csv``): the report date on line 1, the header on line 2, one row per name.

A designation is all rows of its unique id; each row repeats the rest of its cells.
"""

import re
from collections.abc import Mapping
from datetime import date

from watchlist.lists.audit import Audit
from watchlist.lists.dates import read_date
from watchlist.lists.identity import refuse_foreign
from watchlist.lists.names import is_absent
from watchlist.lists.parsed import ParsedList
from watchlist.lists.rows import decode, read_rows, read_titles
from watchlist.lists.uk_listing import Designation, uk_listing

REQUIRED = ("unique id", "name 6", "name 1", "name type", "regime name")
NAMES = (*(f"name {number}" for number in range(1, 7)), "name non-latin script")
TYPE = ("designation type", "individual, entity, ship")
"""The column's name of today, and the one before."""
RENAMED = {"business registration number (s)": "business registration", "uk statement of reasons": "reasons"}
TAKEN = (
    *("ofsi group id", "un reference number", "regime name", "date designated", "other information", "reasons"),
    *("d.o.b", "nationality(/ies)", "position", "gender", "title", "business registration", "parent company"),
    *("subsidiaries", "imo number", "current owner/operator (s)", "current believed flag of ship"),
)
READ = frozenset(
    {*TAKEN, *TYPE, *RENAMED, "unique id", "name type", "alias strength", *(f"name {number}" for number in range(1, 7))}
    | {"name non-latin script", "non-latin script type", "non-latin script language"}
    | {"passport number", "national identifier number", "town of birth", "country of birth"}
)
IGNORED = frozenset(
    {"last updated", "designation source", "sanctions imposed", "address postal code", "address country"}
    | {"phone number", "website", "email address", "national identifier additional information", "type of entity"}
    | {"passport additional information", "previous owner/operator (s)", "previous flags", "type of ship"}
    | {"tonnage of ship", "length of ship", "year built", "hull identification number (hin)"}
    | {f"address line {number}" for number in range(1, 7)}
)
"""Known columns that are not used."""
DATES = (
    (re.compile(r"\d{1,2}/\d{1,2}/\d{4}"), "%d/%m/%Y"),
    (re.compile(r"\d{1,2}-[A-Za-z]{3}-\d{4}"), "%d-%b-%Y"),
    (re.compile(r"\d{1,2} [A-Za-z]{3} \d{4}"), "%d %b %Y"),
    (re.compile(r"\d{4}-\d{2}-\d{2}"), "%Y-%m-%d"),
)


def parse(files: Mapping[str, bytes], list_name: str) -> ParsedList:
    """Read the CSV; nothing in it tells a file that was cut exactly at the end of a line from a whole one."""
    audit = Audit(list_name)
    raw = files[""]
    refuse_foreign(list_name, raw, "the UK Sanctions List as CSV")
    report, _, table = decode(list_name, raw).partition("\n")
    rows = read_rows(list_name, table, first_line=2)
    header = read_titles(list_name, next(rows, ()), REQUIRED)
    audit.lacks(f"column {name!r}" for name in NAMES if name not in header)
    audit.unknown((f"column {name!r}", 1) for name in header if name not in READ | IGNORED)
    designations: dict[str, Designation] = {}
    for row in rows:
        cells = dict(zip(header, map(str.strip, row), strict=True))
        reference = cells["unique id"]
        _collect(cells, designations.setdefault(reference, Designation(reference)))
    return audit.parsed([uk_listing(one, audit) for one in designations.values()], _report_date(report))


def _collect(cells: Mapping[str, str], designation: Designation) -> None:
    designation.type = designation.type or next((cells[column] for column in TYPE if cells.get(column)), "")
    parts = tuple(cells.get(f"name {number}", "") for number in range(1, 7))
    if any(parts):
        designation.names.append((parts, cells["name type"], cells.get("alias strength", "")))
    text = cells.get("name non-latin script", "")
    script, language = cells.get("non-latin script type", ""), cells.get("non-latin script language", "")
    if text:
        designation.non_latin.append((text, script, language))
    for column, cell in cells.items():
        name = RENAMED.get(column, column)
        if name in TAKEN:
            designation.add(name, cell)
    places = (cells.get("town of birth", ""), cells.get("country of birth", ""))
    designation.add("place of birth", ", ".join(place for place in places if not is_absent(place)))
    designation.numbers.append(("Passport", cells.get("passport number", "")))
    designation.numbers.append(("National Identifier", cells.get("national identifier number", "")))


def _report_date(line: str) -> date | None:
    """The date in a line such as "Report Date: 11-Sep-2026"."""
    for pattern, form in DATES:
        if found := pattern.search(line):
            return read_date(found[0], form)
    return None
