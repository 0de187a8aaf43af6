"""Switzerland's SECO list as XML (``ch-seco-xml``): sanctions programmes in front, then the targets, places at the end.

De-listed targets stay in the file for good: they are counted aloud, and not screened.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from watchlist.errors import ListError
from watchlist.lists.audit import Audit
from watchlist.lists.ch_seco_listing import BODIES, read_body
from watchlist.lists.dates import read_date
from watchlist.lists.elements import Node, read_elements
from watchlist.lists.names import un_reference
from watchlist.lists.parsed import ParsedList
from watchlist.model import CrossReference, Listing

ROOT = "/swiss-sanctions-list"
PROGRAM, TARGET, PLACE = f"{ROOT}/sanctions-program", f"{ROOT}/target", f"{ROOT}/place"
IDENTITIES = tuple(f"{TARGET}/{body}/identity" for body in BODIES)
IGNORED = frozenset(
    {"@ssid", "@lang", "@version-date", "@predecessor-version-date", "@spelling-variant-type", "@place-id", "remark"}
    | {f"{PROGRAM}/program-name", f"{PROGRAM}/origin"}
    | {f"{TARGET}/modification/{one}" for one in ("added", "removed")}
    | {f"{PLACE}/{one}" for one in ("location-variant", "area-variant", "country/@iso-code")}
    | {f"{identity}/address" for identity in IDENTITIES}
    | {f"{identity}/{one}/@quality" for identity in IDENTITIES for one in ("place-of-birth", "nationality")}
    | {
        f"{identity}/identification-document/{one}"
        for identity in IDENTITIES
        for one in ("date-of-issue", "expiry-date", "issuer/@code", "place-of-issue")
    }
)
"""Known parts that are not used: addresses are no nationality, and modifications repeat what the target was."""
NAMES = (
    *("name-part/value", "name-part/@order", "name-part/@name-part-type"),
    *("name-part/spelling-variant", "spelling-variant/@script"),
)
WHOLE = ("whole", "full")
DATES = ("effective-date", "enactment-date", "publication-date")
CHANGES = frozenset({"listed", "amended", "de-listed"})


@dataclass(frozen=True, slots=True)
class Target:
    """A listing with what points at other parts of the file: sanctions sets and places of birth, by their ids."""

    listing: Listing
    sets: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(slots=True)
class Reading:
    """What was read so far: programmes by sanctions set, places and the names of all targets by their ids."""

    targets: list[Target] = field(default_factory=list)
    programs: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


def parse(files: Mapping[str, bytes], list_name: str) -> ParsedList:
    """Read the whole list; a file of changes only is refused."""
    audit, reading = Audit(list_name), Reading()
    published: date | None = None
    for path, node in read_elements(files[""], audit, ROOT[1:], (PROGRAM, TARGET, PLACE), IGNORED, NAMES):
        if path == PROGRAM:
            key = _english(node.children("program-key"))
            reading.programs |= {one.attribute("ssid"): key for one in node.children("sanctions-set")}
        elif path == TARGET:
            _read_target(node, reading, audit)
        elif path == PLACE:
            parts = (node.text(tag) for tag in ("location", "area", "country"))
            reading.places[node.attribute("ssid")] = ", ".join(part for part in parts if part)
        else:
            kind, published = node.attribute("list-type"), read_date(node.attribute("date"))
            if kind and not kind.startswith(WHOLE):
                raise ListError(list_name, f"this is a {kind!r} of Switzerland, not its whole list")
    return audit.parsed(_settled(reading, audit), published)


def _english(keys: Sequence[Node]) -> str:
    """The English name of a programme, else the first."""
    by_language = {key.attribute("lang"): key.own for key in reversed(keys)}
    return by_language.get("eng") or next(iter(reversed(by_language.values())), "")


def _read_target(node: Node, reading: Reading, audit: Audit) -> None:
    reference, changes = node.attribute("ssid"), node.children("modification")
    sets = (node.attribute("sanctions-set-id"), *node.texts("sanctions-set-id"))
    references = tuple(CrossReference("un", number) for number in map(un_reference, node.texts("foreign-identifier")))
    bodies = [(tag, body) for tag in BODIES for body in node.children(tag)]
    listed, since = _standing(changes, audit)
    if not bodies:
        audit.warn("a target without any identity cannot be screened")
        return
    tag, body = bodies[0]
    listing, places = read_body(reference, tag, body, audit)
    reading.names[listing.id] = listing.name if listing.aliases else f"target {reference}"
    if not listed:
        audit.warn("a de-listed target is not screened")
        return
    quoted = tuple(one for one in references if one.value)
    listing = replace(listing, references=quoted, listed_on=since)
    reading.targets.append(Target(listing, tuple(dict.fromkeys(one for one in sets if one)), places))


def _standing(changes: Sequence[Node], audit: Audit) -> tuple[bool, date | None]:
    """Whether a target is still listed, and since when: its latest change decides, of one day the first one printed.

    The file prints the latest change first, but not always: some Syrian targets of June 2025 stand the other way round.
    """
    dated: list[tuple[str, str]] = []
    for change in changes:
        days = [day for name in DATES if (day := change.attribute(name))]
        dated.append((days[0] if days else "", change.attribute("modification-type")))
    audit.unknown((f"modification type {kind!r}", 1) for _, kind in dated if kind not in CHANGES)
    _, latest = max(dated, key=lambda one: one[0], default=("", ""))
    listed = (read_date(day) for day, kind in dated if kind == "listed")
    return latest != "de-listed", min((day for day in listed if day is not None), default=None)


def _settled(reading: Reading, audit: Audit) -> Iterator[Listing]:
    """The listings, with what their ids point at; a relation may lead to a target that is no longer listed."""
    for target in reading.targets:
        programs = tuple(dict.fromkeys(reading.programs[one] for one in target.sets if one in reading.programs))
        if not programs:
            audit.warn("a target whose sanctions programme the file does not name")
        listing = target.listing
        yield replace(
            listing,
            programmes=programs,
            birth_places=tuple(reading.places[one] for one in target.places if reading.places.get(one)),
            relations=tuple(replace(one, target_name=reading.names.get(one.target, "")) for one in listing.relations),
        )
