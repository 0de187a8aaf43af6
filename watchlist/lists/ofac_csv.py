"""OFAC's CSV files (``ofac-csv``): sdn, alt, add and comments, of the SDN list or (CONS_*) of the non-SDN list.

The columns are those of https://ofac.treasury.gov/specially-designated-nationals-and-blocked-persons-list: no header,
``-0-`` for no value, byte 1A at the end. Remarks that are longer than 1,000 characters go on in the comments file,
in the middle of a word.
"""

from collections.abc import Iterator, Mapping

from watchlist.errors import ListError
from watchlist.lists.audit import Audit
from watchlist.lists.identity import refuse_foreign
from watchlist.lists.names import clean, is_no_name
from watchlist.lists.ofac_facts import Statement, gather
from watchlist.lists.ofac_listing import ofac_listing, party_type
from watchlist.lists.ofac_remarks import CUT, named, whole_pieces
from watchlist.lists.parsed import ParsedList
from watchlist.lists.rows import decode, read_rows
from watchlist.model import Alias, AliasKind, Listing, PartyType

COLUMNS = {"sdn": 12, "alt": 5, "add": 6, "comments": 2}
PROSE = {"sdn": 11, "comments": 1}
"""The column of each file that holds remarks."""
CRAFT = frozenset({PartyType.VESSEL, PartyType.AIRCRAFT})
NULL = "-0-"
END = "\x1a"
ALIASES = {"aka": AliasKind.STRONG, "nka": AliasKind.STRONG, "fka": AliasKind.FORMER}

Row = tuple[str, ...]


def parse(files: Mapping[str, bytes], list_name: str) -> ParsedList:
    """Read the primary file with as many of the others as there are; it has no date and declares no number."""
    audit = Audit(list_name)
    tables = {key: _table(list_name, key, raw) for key, raw in files.items()}
    primary = {row[0] for row in tables["sdn"]}
    audit.lacks(f"file {key}" for key in ("alt",) if key not in tables)
    names = _by_entry(tables.get("alt", ()), primary, audit, "alternate names")
    _by_entry(tables.get("add", ()), primary, audit, "addresses")
    comments = _comments(tables, primary, audit, marked=END.encode() in files.get("comments", b""))
    listings = [_listing(row, names.get(row[0], []), comments.get(row[0]), audit) for row in tables["sdn"]]
    return audit.parsed(listings)


def _table(list_name: str, key: str, raw: bytes) -> tuple[Row, ...]:
    refuse_foreign(list_name, raw, f"OFAC's {key} CSV")
    text = decode(list_name, raw)
    if not text.endswith(END) and key != "comments":
        raise ListError(list_name, f"the {key} file ends without its end mark (byte 1A): the download was cut short")
    rows = tuple(read_rows(list_name, text.removesuffix(END), COLUMNS[key]))
    for number, row in enumerate(rows, 1):
        if not row[0].strip().isdecimal():
            raise ListError(
                list_name, f"row {number:,} of the {key} file starts with {row[0][:40]!r}, not with a number"
            )
    quoted = [cell.strip() for row in rows for cell in row[1:] if cell.strip()[:1] == "'"]
    if len(quoted) == len(rows) and all(len(cell) > 1 and cell.endswith("'") for cell in quoted):
        raise ListError(list_name, f"cells of the {key} file stand in apostrophes instead of quotes; a new layout?")
    return tuple(tuple(_cell(cell, prose=column == PROSE.get(key)) for column, cell in enumerate(row)) for row in rows)


def _cell(cell: str, *, prose: bool) -> str:
    """A cell without the blanks around it, except in prose: long remarks may be cut before or after a blank."""
    plain = cell.strip()
    return "" if plain == NULL else cell if prose else plain


def _by_entry(rows: tuple[Row, ...], primary: set[str], audit: Audit, what: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
        if row[0] not in primary:
            audit.warn(f"{what} of entries that the primary file does not hold")
    return found


def _comments(
    tables: Mapping[str, tuple[Row, ...]], primary: set[str], audit: Audit, *, marked: bool
) -> dict[str, str]:
    """Continuations of remarks; only a comments file that bears its end mark may lack one (it is of another day)."""
    rows = _by_entry(tables.get("comments", ()), primary, audit, "continued remarks")
    missing = [row[0] for row in tables["sdn"] if len(row[11]) >= CUT and row[0] not in rows]
    if missing and "comments" in tables and not marked:
        raise ListError(
            audit.list_name, f"the comments file is incomplete: entry {missing[0]} has no continuation in it"
        )
    if missing and "comments" in tables:
        audit.warn(f"remarks of entry {missing[0]} and {len(missing) - 1} more go on, but not in the comments file")
    elif missing:
        audit.warn(f"remarks of {len(missing)} entries are cut short: the comments file was not given")
    return {entry: "".join(row[1] for row in several) for entry, several in rows.items()}


def _listing(row: Row, names: list[Row], comment: str | None, audit: Audit) -> Listing:
    reference, name, printed, programmes, title = row[:5]
    kind = party_type(printed or "entity", "sdn: type", audit)
    person = kind is PartyType.PERSON
    if any(row[5:11]) and kind not in CRAFT:
        audit.warn("columns of vessels are filled for an entry that is none: have columns moved?")
    remarks = row[11] + (comment or "")
    return ofac_listing(
        audit,
        reference,
        kind,
        (named(clean(name), AliasKind.PRIMARY, person=person), *_aliases(names, audit, person=person)),
        programmes=(clean(code) for code in programmes.split("] [") if code.strip()),
        stated=gather(_statements(title, row)),
        remarks=remarks.strip(),
        readable=whole_pieces(remarks) if comment is None else None,
    )


def _aliases(rows: list[Row], audit: Audit, *, person: bool) -> Iterator[Alias]:
    for row in rows:
        if row[2] not in ALIASES:
            audit.unknown([(f"alt: type {row[2]!r}", 1)])
        if is_no_name(row[3]):
            audit.warn("a row of the alt file has no name")
        yield named(clean(row[3]), ALIASES.get(row[2], AliasKind.STRONG), person=person)


def _statements(title: str, row: Row) -> Iterator[Statement]:
    for piece in title.split("; "):
        yield Statement("Title", piece)
    yield Statement("Vessel Call Sign", row[5])
    yield Statement("Vessel Flag", row[9])
    yield Statement("Vessel Owner", row[10])
