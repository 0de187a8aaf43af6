"""Australia's consolidated list (``au-dfat-xlsx``), a workbook with one row per name: 101, 101a, 101b are one target.

Reference numbers have been used twice by mistake, and rows of one target do not always follow each other. The columns
are known by their titles, in any order and case.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from watchlist.errors import ListError
from watchlist.lists.audit import Audit
from watchlist.lists.countries import country_code
from watchlist.lists.dates import read_date
from watchlist.lists.inline_names import inline_names, one_name
from watchlist.lists.loose_dates import loose_births
from watchlist.lists.names import blank_strength, clean, is_absent, is_no_name, itemised, name_key, roles, un_reference
from watchlist.lists.parsed import ParsedList
from watchlist.lists.workbook import Row, read_sheets
from watchlist.model import Alias, AliasKind, CrossReference, Identifier, Listing, PartyType

NAME = "name of individual or entity"
REQUIRED = frozenset({"reference", NAME, "type", "name type"})
KNOWN = REQUIRED | {
    *("alias strength", "date of birth", "place of birth", "citizenship", "additional information", "imo number"),
    *("listing information", "committees"),
}
IGNORED = frozenset(
    {"address", "control date", "instrument of designation", "targeted financial sanction", "travel ban"}
    | {"arms embargo", "maritime restriction"}
)
"""Known columns that are not used."""
TYPES = {
    "individual": PartyType.PERSON,
    "entity": PartyType.ORGANIZATION,
    "vessel": PartyType.VESSEL,
    "aircraft": PartyType.AIRCRAFT,
}
PRIMARY = "primary name"
HEADER_ROWS = 20
"""The header stands in one of the first rows; above it may stand a title."""
REFERENCE = re.compile(r"0*(\d{1,9})\s*([A-Za-z]{0,3})")
UN = re.compile(r"\W*([A-Z]{2,3}[ie]\.\d{1,4})\b")
"""The Security Council's number, with which the additional information of its targets begins."""
IMO = re.compile(r"(?:IMO)?\s*(\d{7})", re.IGNORECASE)
STATED = re.compile(r"\b(?:Title|Designation):\s*(.*?)(?=\.\s|\.?$|\s(?:Title|Designation):)", re.DOTALL)
FUNCTION = re.compile(r"[^.\d:]{4,120}\.?")
"""Additional information that is one short phrase: what a person is."""
SHIP_NAMES = re.compile(r"\bprevious(?:ly\s+known\s+as|\s+names?(?:\s+includes?)?)\b[:\s]*([^.\n]+)", re.IGNORECASE)
LISTED = re.compile(r"\b(\d{1,2})\s+([A-Z][a-z]{2})[a-z]*\.?\s+(\d{4})\b")


@dataclass(slots=True)
class _Target:
    """All rows of one target, cells by title of column."""

    number: str
    type: str
    rows: list[Mapping[str, str]] = field(default_factory=list)

    def cells(self, column: str) -> tuple[str, ...]:
        """What the rows say in a column, each once, without cells that say that there is nothing."""
        found = dict.fromkeys(row.get(column, "") for row in self.rows)
        return tuple(cell for cell in found if not is_absent(cell))


def parse(files: Mapping[str, bytes], list_name: str) -> ParsedList:
    """Read the workbook; it has no date of its own and declares no number."""
    audit = Audit(list_name)
    targets = _Targets(audit)
    tables = 0
    for title, rows in read_sheets(list_name, files[""]):
        header = next((at for at, row in enumerate(rows[:HEADER_ROWS]) if set(map(_title, row)) >= REQUIRED), None)
        if header is not None:
            tables += 1
            for cells in _table(rows[header], rows[header + 1 :], audit):
                targets.add(cells)
        elif any(map(any, rows)):
            audit.unknown([(f"sheet {title!r}", 1)])
    if not tables:
        raise ListError(
            list_name, f"no sheet has a row with the titles {', '.join(sorted(REQUIRED))}; another workbook?"
        )
    return audit.parsed([_listing(reference, target, audit) for reference, target in targets.named()])


def _title(cell: str) -> str:
    return clean(cell).casefold()


def _table(header: Row, rows: tuple[Row, ...], audit: Audit) -> Iterator[Mapping[str, str]]:
    """Rows that hold anything, by title; two columns of one title are refused, for one would hide the other."""
    titles = [_title(cell) for cell in header]
    twice = [title for title in titles if title and titles.count(title) > 1]
    if twice:
        raise ListError(audit.list_name, f"two columns have the title {twice[0]!r}; which one holds?")
    audit.unknown((f"column {title!r}", 1) for title in titles if title not in KNOWN | IGNORED | {""})
    for row in rows:
        cells = dict(zip(titles, row, strict=False))
        if cells.pop("", "") or any(row[len(titles) :]):
            audit.unknown([("cells in a column without a title", 1)])
        if any(cells.values()):
            yield cells


class _Targets:
    """Rows put together to targets, in the order in which the list begins them."""

    def __init__(self, audit: Audit) -> None:
        self._audit = audit
        self._targets: list[_Target] = []
        self._by_number: dict[str, list[_Target]] = {}

    def named(self) -> Iterator[tuple[str, _Target]]:
        """Every target with its reference: the number, and for later ones of one number, by name, their place."""
        for target in self._targets:
            twins = sorted(self._by_number[target.number], key=lambda one: name_key(one.rows[0][NAME]))
            place = next(at for at, one in enumerate(twins, 1) if one is target)
            yield (target.number if place == 1 else f"{target.number}-{place}"), target

    def add(self, cells: Mapping[str, str]) -> None:
        """Put a row where it belongs: to the target that its number named last, or to a new one."""
        printed = cells["reference"]
        if is_absent(printed):
            self._audit.warn("a row has no reference; it is read as a part of the target above it")
        found = REFERENCE.fullmatch(printed)
        number, letters = (found[1], found[2]) if found else (printed, "")
        if is_absent(printed) and self._targets:
            target = self._targets[-1]
        else:
            target = self._target(number, cells, lettered=bool(letters))
        target.rows.append(cells)

    def _target(self, number: str, cells: Mapping[str, str], *, lettered: bool) -> _Target:
        known = self._by_number.setdefault(number, [])
        if known and not _begins_another(known[-1], cells, lettered=lettered):
            return known[-1]
        if known:
            self._audit.warn(f"reference {number} is used for several targets")
        known.append(_Target(number, cells["type"]))
        self._targets.append(known[-1])
        return known[-1]


def _begins_another(target: _Target, cells: Mapping[str, str], *, lettered: bool) -> bool:
    """Whether a row of a known number is the first one of another target: a second main name, without a letter."""
    if lettered or _title(cells["name type"]) != PRIMARY:
        return False
    return any(_title(row["name type"]) == PRIMARY and row[NAME] != cells[NAME] for row in target.rows)


def _listing(reference: str, target: _Target, audit: Audit) -> Listing:
    printed = target.type.casefold()
    if printed not in TYPES:
        audit.unknown([(f"type {target.type!r}", 1)])
    kind = TYPES.get(printed, PartyType.ORGANIZATION)
    person = kind is PartyType.PERSON
    told = target.cells("additional information")
    countries = (name for cell in target.cells("citizenship") for name in _countries(cell))
    numbers = (un_reference(found[1]) for text in told if (found := UN.match(text)))
    ships = (IMO.fullmatch(cell) for cell in target.cells("imo number"))
    listing_cells = target.cells("listing information")
    return Listing(
        id=f"{audit.list_name}:{reference}",
        list_name=audit.list_name,
        reference=reference,
        type=kind,
        aliases=tuple(dict.fromkeys((*_aliases(target, kind, audit), *_former_ships(kind, told)))),
        programmes=tuple(clean(cell) for cell in target.cells("committees")),
        countries=audit.countries(countries),
        births=tuple(
            dict.fromkeys(one for cell in target.cells("date of birth") if person for one in loose_births(cell))
        ),
        birth_places=tuple(place for cell in target.cells("place of birth") for place in itemised(cell)),
        roles=roles(cell for text in told for cell in _functions(text)) if person else (),
        identifiers=tuple(dict.fromkeys(Identifier("IMO", found[1]) for found in ships if found)),
        references=tuple(CrossReference("un", number) for number in dict.fromkeys(numbers)),
        listed_on=min((day for cell in listing_cells if (day := _listed_on(cell))), default=None),
        remarks="\n".join((*told, *(cell for cell in listing_cells if read_date(cell) is None))),
    )


def _aliases(target: _Target, kind: PartyType, audit: Audit) -> Iterator[Alias]:
    for row in target.rows:
        if is_no_name(row[NAME]):
            audit.warn(f"a row of reference {target.number} has no name")
        for number, name in enumerate(one_name(row[NAME])):
            rank = _rank(row, name.text, kind, audit)
            if name.former:
                rank = AliasKind.FORMER
            elif number and rank is not AliasKind.WEAK:
                rank = blank_strength(name.text, kind)
            yield Alias(name.text, rank, language=name.language)


def _rank(row: Mapping[str, str], text: str, kind: PartyType, audit: Audit) -> AliasKind:
    name_type, strength = _title(row["name type"]), _title(row.get("alias strength", ""))
    if name_type == PRIMARY:
        return AliasKind.PRIMARY
    if name_type not in {"alias", "original script"}:
        audit.unknown([(f"name type {row['name type']!r}", 1)])
    if strength not in {"weak", "strong", ""}:
        audit.unknown([(f"alias strength {strength!r}", 1)])
    if strength == "strong":
        return AliasKind.STRONG
    return AliasKind.WEAK if strength == "weak" else blank_strength(text, kind)


def _former_ships(kind: PartyType, told: tuple[str, ...]) -> Iterator[Alias]:
    """Earlier names of a ship, which stand only in the text about it."""
    if kind is PartyType.VESSEL:
        for text in told:
            for found in SHIP_NAMES.finditer(text):
                yield from (Alias(one.text, AliasKind.FORMER) for one in inline_names(found[1], person=True))


def _countries(cell: str) -> tuple[str, ...]:
    """The countries of a cell; names such as "Congo, Democratic Republic of the" have commas of their own."""
    if country_code(cell) is not None:
        return (cell,)
    parts = [part for piece in itemised(cell) for part in re.split(r"\s*[;/\n]\s*", piece)]
    whole = all(country_code(part) is not None for part in parts)
    return tuple(parts) if whole else tuple(name for part in parts for name in re.split(r"\s*,\s*|\s+and\s+", part))


def _functions(text: str) -> tuple[str, ...]:
    stated = tuple(STATED.findall(text))
    return stated or ((text.rstrip("."),) if FUNCTION.fullmatch(text) else ())


def _listed_on(cell: str) -> date | None:
    """The day in the cell, or the first one in a text such as "Listed on 23 February 2001 (amended on …)"."""
    found = LISTED.search(cell)
    return read_date(cell) or (read_date(" ".join(found.groups()), "%d %b %Y") if found else None)
