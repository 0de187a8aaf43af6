"""OpenSanctions as JSON lines (``opensanctions-ftm``): entities.ftm.json, parties and what ties them, one a line.

A relation is an entity of its own; it becomes a relation of the party that it starts from (owner, director, subject),
or of the other one where only that is listed. Parties that are no targets themselves only lend relations their names.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import product

from watchlist.errors import ListError
from watchlist.lists.audit import Audit
from watchlist.lists.dates import read_date
from watchlist.lists.names import un_reference
from watchlist.lists.opensanctions_entity import IGNORED, NAMES, Entity, code, listing
from watchlist.lists.parsed import ParsedList
from watchlist.lists.shares import share
from watchlist.lists.strict_json import Part, read_lines
from watchlist.model import CrossReference, Identifier, Listing, Relation

FRAME = frozenset({"datasets", "first_seen", "last_change", "origin"})
"""Known parts of a line that are not used."""
TIES = {
    "Ownership": ("owner", "asset", "Ownership", "Owned by"),
    "Control": ("controller", "controlled", "Owns or controls", "Controlled by"),
    "Directorship": ("director", "organization", "Directorship", "Led by"),
    "Membership": ("member", "organization", "Membership", "Has member"),
    "Employment": ("employee", "employer", "Employment", "Employer of"),
    "Family": ("person", "relative", "Family", "Family"),
    "Associate": ("person", "associate", "Associate", "Associate"),
    "Representation": ("agent", "client", "Representation", "Represented by"),
    "Succession": ("predecessor", "successor", "Succession", "Successor of"),
    "UnknownLink": ("subject", "object", "UnknownLink", "UnknownLink"),
}
"""Schema of a relation, its two ends in its direction, and the words for it on the listing of the one and the other."""
NUMBERED = {
    "Passport": ("holder", "number"),
    "Identification": ("holder", "number"),
    "CryptoWallet": ("holder", "publicKey"),
    "Security": ("issuer", "isin"),
}
"""Schema of what has a number, whose it is, and the number."""
UNUSED = frozenset(
    {"Address", "Position", "Occupancy", "Event", "Article", "Documentation", "Document", "Note", "Similar"}
)
"""Known schemata that are neither parties nor ties of the kind that networks are made of."""


@dataclass(frozen=True, slots=True)
class _Tie:
    """One relation from ``start`` to ``end``, with the percentage owned, and its last day if it has one, in ISO."""

    schema: str
    start: str
    end: str
    share: float | None
    until: str


@dataclass(slots=True)
class _Graph:
    """Everything that one file says, by id, before it is put together."""

    listings: dict[str, Listing] = field(default_factory=dict)
    captions: dict[str, str] = field(default_factory=dict)
    ties: list[_Tie] = field(default_factory=list)
    identifiers: dict[str, list[Identifier]] = field(default_factory=dict)
    programmes: dict[str, list[str]] = field(default_factory=dict)
    references: dict[str, list[CrossReference]] = field(default_factory=dict)
    listed: dict[str, list[date]] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)
    seen: date | None = None


def parse(files: Mapping[str, bytes], list_name: str) -> ParsedList:
    """Read the lines; nothing in them tells a file that was cut exactly at the end of a line from a whole one."""
    audit = Audit(list_name)
    graph = _Graph()
    for part in read_lines(list_name, files[""]):
        _take(part, graph, audit)
    audit.lacks(f"property {key!r}" for key, _ in NAMES if key not in graph.met)
    return audit.parsed(list(_listings(graph, list_name)), graph.seen)


def _take(part: Part, graph: _Graph, audit: Audit) -> None:
    """Put one entity where it belongs."""
    entity, schema, caption = part.text("id"), part.text("schema"), part.text("caption")
    several = part.parts("properties")
    if not entity or not schema or len(several) != 1:
        raise ListError(audit.list_name, "a line is no entity with id, schema and properties; another file or format?")
    properties = several[0]
    audit.unknown((f"/properties/{key} that is no list", 1) for key in properties.single())
    graph.met.update(properties.keys())
    graph.seen = max(filter(None, (graph.seen, read_date(part.text("last_seen")))), default=None)
    if schema in TIES:
        graph.ties.extend(_ties(schema, properties, audit))
    elif schema == "Sanction":
        _sanction(properties, graph)
    elif schema in NUMBERED:
        _number(schema, properties, graph, audit)
    elif schema not in UNUSED:
        if entity in graph.captions:
            raise ListError(audit.list_name, f"the entity {entity} stands twice; a damaged file?")
        referents = part.texts("referents")
        if _is_target(part.text("target"), properties.texts("topics")):
            graph.listings[entity] = listing(Entity(entity, schema, caption, referents, properties), audit)
            audit.unknown(part.leftovers("", IGNORED | FRAME))
        graph.captions[entity] = caption or next(iter(properties.texts("name")), "")


def _is_target(printed: str, topics: tuple[str, ...]) -> bool:
    """Whether a party is listed itself: by the flag, which is old, or by its topics, and without both of them, too."""
    return printed == "True" or "sanction" in topics or not (printed or topics)


def _ties(schema: str, properties: Part, audit: Audit) -> Iterator[_Tie]:
    start, end, *_ = TIES[schema]
    starts, ends = properties.texts(start), properties.texts(end)
    if not starts or not ends:
        audit.warn(f"{schema} without {end if starts else start}")
    stakes = [share(text) for text in properties.texts("percentage")] if schema == "Ownership" else []
    stake = next((one for one in stakes if one is not None), None)
    until = max(properties.texts("endDate"), default="")
    for one, other in product(starts, ends):
        yield _Tie(schema, one, other, stake, until)


def _sanction(properties: Part, graph: _Graph) -> None:
    """What one authority's act says of its targets: programme, date, the number of the Security Council."""
    codes = properties.texts("programId") or properties.texts("program")
    days = (read_date(text) for key in ("listingDate", "startDate") for text in properties.texts(key))
    first = min((day for day in days if day is not None), default=None)
    numbers = [CrossReference("un", number) for text in properties.texts("unscId") if (number := un_reference(text))]
    for target in properties.texts("entity"):
        graph.programmes.setdefault(target, []).extend(codes)
        graph.references.setdefault(target, []).extend(numbers)
        if first is not None:
            graph.listed.setdefault(target, []).append(first)


def _number(schema: str, properties: Part, graph: _Graph, audit: Audit) -> None:
    """A document, a wallet or a security, which says something of its holder or issuer."""
    holder, number = NUMBERED[schema]
    country = next((code(text, audit) for text in properties.texts("country")), "")
    kind = next(iter(properties.texts("type")), schema)
    if schema == "CryptoWallet":
        currency = next(iter(properties.texts("currencySymbol") or properties.texts("currency")), "")
        kind = f"Digital Currency Address - {currency}"
    elif schema == "Security":
        kind = "ISIN"
    for party, value in product(properties.texts(holder), properties.texts(number)):
        graph.identifiers.setdefault(party, []).append(Identifier(kind, value, country))


def _listings(graph: _Graph, list_name: str) -> Iterator[Listing]:
    """The parties with what the other entities say of them."""
    relations = _relations(graph, list_name)
    for entity, one in graph.listings.items():
        known = {identifier.value for identifier in one.identifiers}
        more = (number for number in graph.identifiers.get(entity, ()) if number.value not in known)
        yield replace(
            one,
            programmes=tuple(dict.fromkeys((*one.programmes, *graph.programmes.get(entity, ())))),
            identifiers=tuple(dict.fromkeys((*one.identifiers, *more))),
            relations=tuple(dict.fromkeys(relations.get(entity, ()))),
            references=tuple(dict.fromkeys((*one.references, *graph.references.get(entity, ())))),
            listed_on=min(graph.listed.get(entity, ()), default=None),
        )


def _relations(graph: _Graph, list_name: str) -> Mapping[str, list[Relation]]:
    """Relations by the party whose listing has them; what ended before the day of the file is past."""
    relations: dict[str, list[Relation]] = {}
    today = graph.seen.isoformat() if graph.seen else ""
    for tie in graph.ties:
        if tie.until and tie.until <= today:
            continue
        _, _, forth, back = TIES[tie.schema]
        listed = tie.start in graph.listings
        party, other = (tie.start, tie.end) if listed else (tie.end, tie.start)
        if other in graph.captions:
            found = Relation(forth if listed else back, f"{list_name}:{other}", graph.captions[other], tie.share)
            relations.setdefault(party, []).append(found)
    return relations
