"""The European Union's consolidated financial sanctions file (``eu-fsf-xml``, schema 1.1).

Names are attributes; how strong one is stands in ``strong`` and, often instead, in the remark beside it. The country of
an address is no nationality.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from watchlist.lists.audit import Audit
from watchlist.lists.dates import YEARS, birth, partial, read_date
from watchlist.lists.elements import Node, read_elements
from watchlist.lists.names import clean, is_absent, roles, un_reference, whole_number
from watchlist.lists.parsed import ParsedList
from watchlist.model import Alias, AliasKind, BirthDate, CrossReference, Identifier, Listing, PartyType

ENTITY = "/export/sanctionEntity"
NAMES = ("nameAlias/@wholeName",)
TYPES = {"person": PartyType.PERSON, "enterprise": PartyType.ORGANIZATION}
NO_COUNTRY = frozenset({"", "00"})
IGNORED = frozenset(
    {"@logicalId", "@regulationLanguage", "@regulationType", "@numberTitle", "@publicationUrl", "@organisationType"}
    | {"@entryIntoForceDate", "@classificationCode", "@globalFileId", "@zipCode", "address", "additionalInformation"}
    | {f"{ENTITY}/{one}" for one in ("@designationDetails", "@delistingDate", "remark/@logicalId")}
    | {f"{ENTITY}/citizenship/{one}" for one in ("@countryDescription", "@region", "remark")}
    | {f"{ENTITY}/citizenship/{one}" for one in ("@acquisitionDate", "@disenfranchisementDate")}
    | {f"{ENTITY}/regulation/{one}" for one in ("remark", "corrigendum")}
    | {f"{ENTITY}/birthdate/remark", f"{ENTITY}/regulation/@publicationDate"}
    | {f"{ENTITY}/identification/@{one}" for one in ("diplomatic", "knownExpired", "knownFalse", "reportedLost")}
    | {f"{ENTITY}/identification/@{one}" for one in ("revokedByIssuer", "issueDate", "issuedDate", "issuedBy")}
    | {f"{ENTITY}/identification/@{one}" for one in ("latinNumber", "nameOnDocument", "validFrom", "validTo", "region")}
    | {f"{ENTITY}/identification/{one}" for one in ("@identificationTypeDescription", "@countryDescription", "remark")}
)
"""Known parts that are not used."""
LOW = re.compile(r"\blow?\s+quality|\bweak\b", re.IGNORECASE)
FORMER = re.compile(r"\bf\.?k\.?a\b|\bformer(?:ly)?\b|\bpreviously\b", re.IGNORECASE)
GENDERS = {"M": "male", "F": "female"}


def parse(files: Mapping[str, bytes], list_name: str) -> ParsedList:
    """Read one export; its date stands on the root element."""
    audit = Audit(list_name)
    published: date | None = None
    listings: list[Listing] = []
    for path, node in read_elements(files[""], audit, "export", (ENTITY,), IGNORED, NAMES):
        if path == ENTITY:
            listings.append(_listing(node, audit))
        else:
            published = read_date(node.attribute("generationDate"))
    return audit.parsed(listings, published)


@dataclass(frozen=True, slots=True)
class _Name:
    """One nameAlias: the name itself, and what the authority wrote beside it about the target."""

    alias: Alias
    order: tuple[bool, bool, int]
    cells: tuple[str, ...]
    gender: str


def _listing(node: Node, audit: Audit) -> Listing:
    printed, number = node.attribute("euReferenceNumber"), node.attribute("logicalId")
    reference = printed or number
    kind = _type(node.child("subjectType").attribute("code"), audit)
    nodes = {
        tag: node.children(tag) for tag in ("regulation", "nameAlias", "citizenship", "birthdate", "identification")
    }
    stated = read_date(node.attribute("designationDate"))
    days = [day for nodes_of in nodes.values() for one in nodes_of for day in _days(one)]
    programmes = dict.fromkeys(one.attribute("programme") for one in nodes["regulation"])
    names = sorted((_name(one, kind) for one in nodes["nameAlias"]), key=lambda name: name.order)
    births, places = zip(*map(_birth, nodes["birthdate"]), strict=True) if nodes["birthdate"] else ((), ())
    codes = (one.attribute("countryIso2Code") for one in nodes["citizenship"])
    un = node.attribute("unitedNationId")
    return Listing(
        id=f"{audit.list_name}:{reference}",
        list_name=audit.list_name,
        reference=reference,
        type=kind,
        aliases=tuple(name.alias for name in names if name.alias.text),
        programmes=tuple(code for code in programmes if code),
        countries=audit.countries(code for code in codes if code not in NO_COUNTRY),
        births=tuple(dict.fromkeys(one for one in births if one is not None)),
        birth_places=tuple(dict.fromkeys(place for place in places if place)),
        gender=next((name.gender for name in names if name.gender), ""),
        roles=roles(cell for name in names for cell in name.cells),
        identifiers=tuple(one for one in map(_identifier, nodes["identification"]) if not is_absent(one.value)),
        references=(CrossReference("un", un_reference(un) or un),) if un else (),
        listed_on=stated or min(days, default=None),
        url=next((url for one in nodes["regulation"] if (url := one.text("publicationUrl"))), ""),
        remarks="\n".join(node.texts("remark")),
    )


def _type(code: str, audit: Audit) -> PartyType:
    if code not in TYPES:
        audit.unknown([(f"{ENTITY}/subjectType/@code={code}", 1)])
    return TYPES.get(code, PartyType.ORGANIZATION)


def _days(node: Node) -> Iterator[date]:
    """Days on which regulations about this part were published; the earliest is when the target was first listed."""
    printed = [node.attribute("publicationDate")]
    printed += [one.attribute("publicationDate") for one in node.children("regulationSummary")]
    return (day for day in map(read_date, printed) if day is not None)


def _name(node: Node, kind: PartyType) -> _Name:
    person = kind is PartyType.PERSON
    first, middle, last = (clean(node.attribute(one)) for one in ("firstName", "middleName", "lastName"))
    given = " ".join(part for part in (first, middle) if part)
    text = clean(node.attribute("wholeName")) or " ".join(part for part in (given, last) if part)
    language, number = node.attribute("nameLanguage"), node.attribute("logicalId")
    strength = _strength(node.attribute("strong"), " ".join(node.texts("remark")))
    title, function = node.attribute("title"), node.attribute("function")
    latin = unicodedata.name(text[:1] or " ", "").startswith("LATIN")
    return _Name(
        alias=Alias(text, strength, last if person else "", given if person else "", language=language.lower()),
        order=(not latin or language not in {"", "EN"}, not function, whole_number(number) or 0),
        cells=(function, title) if person else (),
        gender=GENDERS.get(node.attribute("gender"), ""),
    )


def _strength(strong: str, remark: str) -> AliasKind:
    """The remark is more exact than the flag; "lo quality" is what the authority types at times."""
    if LOW.search(remark):
        return AliasKind.WEAK
    if FORMER.search(remark):
        return AliasKind.FORMER
    return AliasKind.WEAK if strong == "false" else AliasKind.STRONG


def _birth(node: Node) -> tuple[BirthDate | None, str]:
    """Date and place; a date of another calendar is left out, its year would mean another time."""
    whole, circa = read_date(node.attribute("birthdate")), node.attribute("circa") == "true"
    year, month, day = (node.attribute(one) for one in ("year", "monthOfYear", "dayOfMonth"))
    first, last = node.attribute("yearRangeFrom"), node.attribute("yearRangeTo")
    parts = [clean(node.attribute(one)) for one in ("place", "city", "region")]
    country, code = node.attribute("countryDescription"), node.attribute("countryIso2Code")
    place = ", ".join(part for part in (*parts, "" if code in NO_COUNTRY else country) if part)
    if node.attribute("calendarType") not in {"", "GREGORIAN"} and (whole is None or whole.year not in YEARS):
        return None, place
    if first or last:
        return birth(partial(first or last), partial(last or first), circa=circa), place
    span = (whole, whole) if whole is not None else partial(year, month, day)
    return birth(span, circa=circa), place


def _identifier(node: Node) -> Identifier:
    kind, number, country = (node.attribute(one) for one in ("identificationTypeCode", "number", "countryIso2Code"))
    imo = re.fullmatch(r"(?:IMO)?\s*(\d{7})", number)
    if kind == "imo" and imo is not None:
        return Identifier("IMO", imo[1])
    return Identifier(kind or "other", clean(number), "" if country in NO_COUNTRY else country)
