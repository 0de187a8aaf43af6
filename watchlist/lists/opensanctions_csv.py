"""OpenSanctions as a table (``opensanctions-simple-csv``): targets.simple.csv, a row for each target.

The table has no column for weak names and none for relations: where either matters, entities.ftm.json is the file.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping

from watchlist.lists.audit import Audit
from watchlist.lists.dates import read_date
from watchlist.lists.identity import refuse_foreign
from watchlist.lists.names import blank_strength, clean
from watchlist.lists.opensanctions_entity import births, code, imo, party_type
from watchlist.lists.parsed import ParsedList
from watchlist.lists.rows import decode, read_rows, read_titles
from watchlist.model import Alias, AliasKind, Identifier, Listing

NEEDED = ("id", "schema", "name", "aliases")
READ = frozenset({*NEEDED, "birth_date", "countries", "identifiers", "sanctions", "program_ids", "last_seen"})
IGNORED = frozenset({"addresses", "phones", "emails", "dataset", "first_seen", "last_change"})
"""Known columns that are not used."""
SHIP = re.compile(r"IMO\s*\d{7}")
LEGAL_ENTITY = re.compile(r"[A-Z0-9]{18}\d{2}")


def parse(files: Mapping[str, bytes], list_name: str) -> ParsedList:
    """Read the table; nothing in it tells a file that was cut exactly at the end of a line from a whole one."""
    audit = Audit(list_name)
    refuse_foreign(list_name, files[""], "targets.simple.csv of OpenSanctions")
    rows = read_rows(list_name, decode(list_name, files[""]))
    titles = read_titles(list_name, next(rows, ()), NEEDED)
    audit.unknown((f"column {title!r}", 1) for title in titles if title not in READ | IGNORED)
    listings: list[Listing] = []
    days = []
    for row in rows:
        cells = dict(zip(titles, row, strict=True))
        days.append(read_date(cells.get("last_seen", "")))
        listings.append(_listing(cells, audit))
    return audit.parsed(listings, max(filter(None, days), default=None))


def _listing(cells: Mapping[str, str], audit: Audit) -> Listing:
    kind = party_type(cells["schema"].strip(), audit)
    name, reference = clean(cells["name"]), cells["id"].strip()
    others = (text for text in values(cells["aliases"]) if text != name)
    countries = (code(text, audit) for text in values(cells.get("countries", "")))
    return Listing(
        id=f"{audit.list_name}:{reference}",
        list_name=audit.list_name,
        reference=reference,
        type=kind,
        aliases=(
            *([Alias(name, AliasKind.PRIMARY)] if name else []),
            *(Alias(text, blank_strength(text, kind)) for text in dict.fromkeys(others)),
        ),
        programmes=values(cells.get("program_ids", "")),
        countries=tuple(dict.fromkeys(one for one in countries if one)),
        births=tuple(births(values(cells.get("birth_date", "")))),
        identifiers=tuple(_identifiers(cells.get("identifiers", ""))),
        remarks="\n".join(values(cells.get("sanctions", ""))),
    )


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell, a row of CSV by itself: 'A;"B; Ltd";C'."""
    rows = csv.reader(io.StringIO(cell.strip(), newline=""), delimiter=";")
    return tuple(dict.fromkeys(text for row in rows for value in row if (text := clean(value))))


def _identifiers(cell: str) -> Iterator[Identifier]:
    """The table does not say of what kind a number is: ships and legal entities show by its form, the rest does not."""
    for value in values(cell):
        if SHIP.fullmatch(value):
            yield Identifier("IMO", imo(value))
        else:
            yield Identifier("LEI" if LEGAL_ENTITY.fullmatch(value) else "Identifier", value)
