"""One UK designation, from the XML or the CSV, to a listing."""

import re
from dataclasses import dataclass, field

from watchlist.lists.audit import Audit
from watchlist.lists.dates import numbered_birth, read_date
from watchlist.lists.names import blank_strength, clean, is_absent, is_no_name, itemised, roles, un_reference
from watchlist.lists.shares import share_in
from watchlist.model import Alias, AliasKind, CrossReference, Identifier, Listing, PartyType, Relation

TYPES = {"individual": PartyType.PERSON, "entity": PartyType.ORGANIZATION, "ship": PartyType.VESSEL}
SPLIT = re.compile(r"\s*[|;\n]\s*")
IMO = re.compile(r"(?:IMO)?\s*(\d{7})", re.IGNORECASE)


@dataclass(slots=True)
class Designation:
    """Everything the list prints about one unique id, collected before it becomes a listing; cells as printed."""

    reference: str
    type: str = ""
    names: list[tuple[tuple[str, ...], str, str]] = field(default_factory=list)
    """Name 1 to Name 6, name type, alias strength."""
    non_latin: list[tuple[str, str, str]] = field(default_factory=list)
    """Name, script, language."""
    cells: dict[str, list[str]] = field(default_factory=dict)
    """All other cells by the CSV's column name in lower case."""
    numbers: list[tuple[str, str]] = field(default_factory=list)
    """Kind and number of documents."""

    def add(self, column: str, *values: str) -> None:
        """Collect cells of one column, each once, without those that say that there is nothing."""
        known = self.cells.setdefault(column, [])
        known.extend(value for value in dict.fromkeys(values) if value not in known and not is_absent(value))

    def parts(self, *columns: str) -> tuple[str, ...]:
        """The parts of all cells of the columns."""
        cells = (cell for column in columns for cell in self.cells.get(column, ()))
        return tuple(dict.fromkeys(part for cell in cells for line in SPLIT.split(cell) for part in itemised(line)))

    def first(self, column: str) -> str:
        """The first cell of a column, or empty."""
        return next(iter(self.cells.get(column, ())), "")


def uk_listing(designation: Designation, audit: Audit) -> Listing:
    """The listing of a designation; regime names are its programmes."""
    if designation.type.lower() not in TYPES:
        audit.unknown([(f"designation type {designation.type!r}", 1)])
    kind = TYPES.get(designation.type.lower(), PartyType.ORGANIZATION)
    births = (numbered_birth(text) for text in designation.parts("d.o.b"))
    return Listing(
        id=f"{audit.list_name}:{designation.reference}",
        list_name=audit.list_name,
        reference=designation.reference,
        type=kind,
        aliases=_aliases(designation, kind, audit),
        programmes=tuple(designation.cells.get("regime name", ())),
        countries=audit.countries(designation.parts("nationality(/ies)", "current believed flag of ship")),
        births=tuple(dict.fromkeys(one for one in births if one is not None)),
        birth_places=tuple(designation.cells.get("place of birth", ())),
        gender=designation.first("gender").lower(),
        roles=roles(designation.parts("position", "title")),
        identifiers=_identifiers(designation),
        relations=_relations(designation),
        references=_references(designation),
        listed_on=read_date(designation.first("date designated"), "%d/%m/%Y"),
        remarks="\n".join((*designation.cells.get("other information", ()), *designation.cells.get("reasons", ()))),
    )


def _aliases(designation: Designation, kind: PartyType, audit: Audit) -> tuple[Alias, ...]:
    aliases: list[Alias] = []
    person = kind is PartyType.PERSON
    for parts, name_type, strength in designation.names:
        kept = [clean(part) for part in parts]
        text, given = " ".join(part for part in kept if part), " ".join(part for part in kept[:5] if part)
        rank = _rank(text, name_type.lower(), strength.lower(), kind, audit)
        aliases.append(Alias(text, rank, kept[5] if person else "", given if person else ""))
    for text, script, language in designation.non_latin:
        aliases.append(Alias(clean(text), blank_strength(clean(text), kind), script=script, language=language))
    return tuple(alias for alias in dict.fromkeys(aliases) if not is_no_name(alias.text))


def _rank(text: str, name_type: str, strength: str, kind: PartyType, audit: Audit) -> AliasKind:
    if name_type not in {"primary name", "primary name variation", "alias", ""}:
        audit.unknown([(f"name type {name_type!r}", 1)])
    if name_type == "primary name":
        return AliasKind.PRIMARY
    if strength.startswith("low"):
        return AliasKind.WEAK
    if strength.startswith("good") or name_type == "primary name variation":
        return AliasKind.STRONG
    if strength:
        audit.unknown([(f"alias strength {strength!r}", 1)])
    return blank_strength(text, kind)


def _identifiers(designation: Designation) -> tuple[Identifier, ...]:
    found = [Identifier(kind, clean(number)) for kind, number in designation.numbers if not is_absent(number)]
    found += [Identifier("Business registration number", one) for one in designation.parts("business registration")]
    for cell in designation.parts("imo number"):
        imo = IMO.fullmatch(cell)
        found.append(Identifier("IMO", imo[1] if imo else cell))
    return tuple(dict.fromkeys(found))


def _relations(designation: Designation) -> tuple[Relation, ...]:
    columns = {
        "Parent company": "parent company",
        "Subsidiary": "subsidiaries",
        "Current owner/operator": "current owner/operator (s)",
    }
    printed = ((kind, name) for kind, column in columns.items() for name in designation.parts(column))
    return tuple(Relation(kind, "", name, share_in(name)) for kind, name in printed)


def _references(designation: Designation) -> tuple[CrossReference, ...]:
    groups = (CrossReference("ofsi", value) for value in designation.parts("ofsi group id"))
    numbers = (un_reference(value) for value in designation.parts("un reference number"))
    return (*groups, *(CrossReference("un", value) for value in numbers if value))
