"""OFAC's simple XML (``ofac-sdn-xml``): sdn.xml and consolidated.xml, in any of the namespaces they have had."""

from collections.abc import Iterator, Mapping
from datetime import date

from watchlist.lists.audit import Audit
from watchlist.lists.dates import read_date
from watchlist.lists.elements import Node, read_elements
from watchlist.lists.names import whole_number
from watchlist.lists.ofac_facts import Statement, gather
from watchlist.lists.ofac_listing import ofac_listing, party_type
from watchlist.lists.parsed import ParsedList
from watchlist.model import Alias, AliasKind, Listing, PartyType

HEADER = "/sdnList/publshInformation"
ENTRY = "/sdnList/sdnEntry"
IGNORED = frozenset(
    {"addressList", "mainEntry", "issueDate", "expirationDate"}
    | {f"{ENTRY}/{group}/uid" for group in ("akaList/aka", "idList/id")}
    | {f"{ENTRY}/vesselInfo/{one}" for one in ("vesselType", "tonnage", "grossRegisteredTonnage")}
    | {
        f"{ENTRY}/{one}List/{entry}/uid"
        for one, entry in (
            ("dateOfBirth", "dateOfBirthItem"),
            ("placeOfBirth", "placeOfBirthItem"),
            ("nationality", "nationality"),
            ("citizenship", "citizenship"),
        )
    }
)
"""Known parts that are not used."""
NAMES = ("sdnEntry/lastName", "sdnEntry/firstName", "aka/lastName", "aka/firstName")
GROUPS = (
    ("dateOfBirthList", "dateOfBirthItem", "dateOfBirth", "Birthdate"),
    ("placeOfBirthList", "placeOfBirthItem", "placeOfBirth", "Place of Birth"),
    ("nationalityList", "nationality", "country", "Nationality Country"),
    ("citizenshipList", "citizenship", "country", "Citizenship Country"),
)
"""Group, its entries, the element that holds the value, and the label under which the enhanced XML states the same."""
VESSEL = (("callSign", "Vessel Call Sign"), ("vesselFlag", "Vessel Flag"), ("vesselOwner", "Vessel Owner"))


def parse(files: Mapping[str, bytes], list_name: str) -> ParsedList:
    """Read one simple XML file; it declares its number of entries."""
    audit = Audit(list_name)
    published: date | None = None
    declared: int | None = None
    listings: list[Listing] = []
    for path, node in read_elements(files[""], audit, "sdnList", (HEADER, ENTRY), IGNORED, NAMES):
        if path == HEADER:
            published = read_date(node.text("Publish_Date"), "%m/%d/%Y")
            declared = whole_number(node.text("Record_Count"))
        elif path == ENTRY:
            listings.append(_listing(node, audit))
    return audit.parsed(listings, published, declared)


def _listing(node: Node, audit: Audit) -> Listing:
    reference = node.text("uid")
    kind = party_type(node.text("sdnType"), f"{ENTRY}/sdnType", audit)
    stated = gather(_statements(node))
    audit.unknown((f"{ENTRY}: label {label!r}", 1) for label in stated.unread)
    return ofac_listing(
        audit,
        reference,
        kind,
        tuple(_aliases(node, kind)),
        programmes=node.child("programList").texts("program"),
        stated=stated,
        remarks=node.text("remarks"),
    )


def _aliases(node: Node, kind: PartyType) -> Iterator[Alias]:
    yield from _alias(node, AliasKind.PRIMARY, kind)
    for aka in node.child("akaList").children("aka"):
        weak = aka.text("category").lower() == "weak"
        former = aka.text("type").lower().startswith("f.k.a")
        yield from _alias(aka, AliasKind.WEAK if weak else AliasKind.FORMER if former else AliasKind.STRONG, kind)


def _alias(node: Node, strength: AliasKind, kind: PartyType) -> Iterator[Alias]:
    family, given = node.text("lastName"), node.text("firstName")
    text = f"{family}, {given}" if family and given else family or given
    if text:
        person = kind is PartyType.PERSON
        yield Alias(text, strength, family if person else "", given if person else "")


def _statements(node: Node) -> Iterator[Statement]:
    for piece in node.text("title").split("; "):
        yield Statement("Title", piece)
    for number in node.child("idList").children("id"):
        yield Statement(number.text("idType"), number.text("idNumber"), number.text("idCountry"))
    for group, entry, value, label in GROUPS:
        for one in node.child(group).children(entry):
            yield Statement(label, one.text(value))
    vessel = node.child("vesselInfo")
    for tag, label in VESSEL:
        yield Statement(label, vessel.text(tag))
