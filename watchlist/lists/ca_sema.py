"""Canada's consolidated autonomous sanctions list, SEMA and JVCFOA (``ca-sema-xml``): its schemas of 2020 and of 2025.

The list has no number of its own for a target: schedules are renamed and their entries are numbered anew, so that
references are derived (docs/decisions/011-derived-references.md).
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from watchlist.lists.audit import Audit
from watchlist.lists.dates import read_date
from watchlist.lists.elements import Node, read_elements
from watchlist.lists.inline_names import InlineName, inline_names, titled_names
from watchlist.lists.loose_dates import loose_births, serial_date
from watchlist.lists.names import blank_strength, clean, is_absent, name_key, roles
from watchlist.lists.parsed import ParsedList
from watchlist.model import Alias, AliasKind, Identifier, Listing, PartyType

ENTRY = "/data-set/record"
RENAMED = {"burma": "myanmar burma"}
"""A regime that was renamed, and its name of today."""
NAMES = ("record/LastName", "record/GivenName", "record/Aliases")
SPELLINGS = re.compile(r"(\w[\w'’-]*) \((\w[\w'’-]*)\)")


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry as printed; cells that stand under different names in the two schemas are one here."""

    regime: str
    family: str
    given: str
    title: str
    organisation: str
    aliases: str
    birth: str
    imo: str
    schedule: str
    number: str
    listed: str

    @property
    def type(self) -> PartyType:
        """A ship is what has an IMO number or, as an entity, a kind of ship for a title."""
        if not self.organisation:
            return PartyType.PERSON
        return PartyType.VESSEL if self.imo or self.title else PartyType.ORGANIZATION

    @property
    def key(self) -> str:
        """What makes the reference: the regime's English words, and the ship's number or the words of the name.

        The order of words does not count, for names of one part move between the columns of given and family names.
        """
        regime = name_key(self.regime.partition(" / ")[0])
        words = sorted(name_key(f"{self.family} {self.given} {self.organisation}").split())
        return f"{RENAMED.get(regime, regime)}|{'imo ' + self.imo if self.imo else ' '.join(words)}"

    @property
    def order(self) -> tuple[str, str, int, str]:
        """The order of entries of one key, whatever their order in the file: the earliest keeps the plain reference."""
        return (self.listed, self.schedule, len(self.number), self.number)


def parse(files: Mapping[str, bytes], list_name: str) -> ParsedList:
    """Read the list; it has no date and declares no number."""
    audit = Audit(list_name)
    entries: list[_Entry] = []
    for path, node in read_elements(files[""], audit, "data-set", (ENTRY,), frozenset(), NAMES):
        if path == ENTRY:
            entries.append(_entry(node))
    references = _references(entries)
    return audit.parsed(_listing(one, reference, list_name) for one, reference in zip(entries, references, strict=True))


def _entry(node: Node) -> _Entry:
    return _Entry(
        regime=node.text("Country"),
        family=node.text("LastName"),
        given=node.text("GivenName"),
        title=node.text("TitleOrShip") or node.text("Title"),
        organisation=node.text("EntityOrShip") or node.text("Entity"),
        aliases=node.text("Aliases"),
        birth=node.text("DateOfBirthOrShipBuildDate") or node.text("DateOfBirth"),
        imo=node.text("ShipIMONumber"),
        schedule=node.text("Schedule"),
        number=node.text("Item"),
        listed=node.text("DateOfListing"),
    )


def _references(entries: list[_Entry]) -> list[str]:
    """A reference for each entry; of several with one key the later ones get a number, in an order of their own."""
    twins: dict[str, list[int]] = {}
    for place, entry in enumerate(entries):
        twins.setdefault(entry.key, []).append(place)
    references = [""] * len(entries)
    for key, places in twins.items():
        for number, place in enumerate(sorted(places, key=lambda at: entries[at].order)):
            references[place] = _digest(f"{key}|{number + 1}" if number else key)
    return references


def _digest(key: str) -> str:
    return "x" + hashlib.sha256(key.encode()).hexdigest()[:12]


def _listing(entry: _Entry, reference: str, list_name: str) -> Listing:
    kind = entry.type
    schedule = "" if is_absent(entry.schedule) else f"Schedule {entry.schedule.removeprefix('Schedule ')}, "
    return Listing(
        id=f"{list_name}:{reference}",
        list_name=list_name,
        reference=reference,
        type=kind,
        aliases=tuple(dict.fromkeys((*_main(entry), *_others(entry)))),
        programmes=(entry.regime,) if entry.regime else (),
        births=loose_births(entry.birth) if kind is PartyType.PERSON else (),
        roles=roles(entry.title.split("/")[:1]) if kind is PartyType.PERSON else (),
        identifiers=(Identifier("IMO", entry.imo),) if entry.imo else (),
        listed_on=read_date(entry.listed) or serial_date(entry.listed),
        remarks=f"{schedule}item {entry.number}" if entry.number else "",
    )


def _main(entry: _Entry) -> Iterator[Alias]:
    """The names in the columns for names."""
    for number, name in enumerate(titled_names(entry.organisation)):
        yield Alias(name.text, _rank(name, entry.type) if number else AliasKind.PRIMARY)
    for number, family in enumerate(_spellings(entry.family)):
        text = clean(f"{entry.given} {family}")
        if text:
            yield Alias(text, AliasKind.STRONG if number else AliasKind.PRIMARY, family, entry.given)


def _others(entry: _Entry) -> Iterator[Alias]:
    """The names in the column for aliases, among them single spellings of a person's given or family name."""
    for name in inline_names(entry.aliases, person=entry.type is PartyType.PERSON):
        yield Alias(name.text, _rank(name, entry.type), language=name.language)


def _rank(name: InlineName, kind: PartyType) -> AliasKind:
    return AliasKind.FORMER if name.former else blank_strength(name.text, kind)


def _spellings(family: str) -> tuple[str, ...]:
    """Both of "DIKIY (DIKY)"; the name as it stands for any other."""
    found = SPELLINGS.fullmatch(family)
    return (family,) if found is None else (found[1], found[2])
