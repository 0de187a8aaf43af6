"""OFAC's enhanced XML (``ofac-enhanced-xml``): quality and script of every name, typed features, stated relationships.

The schema is the one that https://sanctionslistservice.ofac.treas.gov publishes as ENHANCED_XML.xsd.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from watchlist.lists.audit import Audit
from watchlist.lists.dates import birth, read_date
from watchlist.lists.elements import Node, read_elements
from watchlist.lists.ofac_facts import Facts, Meaning, Statement, gather, joined, meaning
from watchlist.lists.ofac_listing import ofac_listing, party_type
from watchlist.lists.parsed import ParsedList
from watchlist.model import Alias, AliasKind, BirthDate, Listing, PartyType, Relation

HEADER = "/sanctionsData/publicationInfo"
ENTITY = "/sanctionsData/entities/entity"
NAMES = ("translation/formattedFullName",)
IGNORED = frozenset(
    {"@id", "@refId", "@featureTypeId", "@nameId", "@nameTranslationId"}
    | {"addresses", "sanctionsTypes", "legalAuthorities", "identityId", "versionId", "valueRefId", "reliability"}
    | {"referenceValues", "featureTypes", "comments", f"{HEADER}/filters", f"{ENTITY}/names/name/aliasType"}
    | {f"{ENTITY}/sanctionsLists/sanctionsList", f"{ENTITY}/features/feature/isPrimary"}
    | {f"{ENTITY}/features/feature/valueDate/{one}" for one in ("fromDateEnd", "toDateBegin", "isDateRange")}
    | {f"{ENTITY}/identityDocuments/identityDocument/{one}" for one in ("name", "isValid", "issuingLocation")}
    | {f"{ENTITY}/identityDocuments/identityDocument/{one}" for one in ("issueDate", "expirationDate")}
    | {f"{ENTITY}/identityDocuments/identityDocument/issuingAuthority", "quality", "isPrimary"}
)
"""Known parts that are not used: addresses are no nationality, and the rest does not say who the target is."""


def parse(files: Mapping[str, bytes], list_name: str) -> ParsedList:
    """Read one enhanced XML file, the SDN list or the consolidated non-SDN list."""
    audit = Audit(list_name)
    published: date | None = None
    listings: list[Listing] = []
    for path, node in read_elements(files[""], audit, "sanctionsData", (HEADER, ENTITY), IGNORED, NAMES):
        if path == HEADER:
            published = read_date(node.text("dataAsOf"))
        elif path == ENTITY:
            listings.append(_listing(node, audit))
    return audit.parsed(listings, published)


def _listing(node: Node, audit: Audit) -> Listing:
    reference = node.attribute("id")
    general = node.child("generalInfo")
    kind = party_type(general.text("entityType"), f"{ENTITY}/generalInfo/entityType", audit)
    remarks, title = general.text("remarks"), general.text("title")
    return ofac_listing(
        audit,
        reference,
        kind,
        tuple(_aliases(node.child("names"), kind)),
        programmes=node.child("sanctionsPrograms").texts("sanctionsProgram"),
        stated=_stated(node, audit, title),
        remarks=remarks,
        listed_on=_listed_on(node.child("sanctionsLists")),
    )


def _aliases(names: Node, kind: PartyType) -> Iterator[Alias]:
    """Every translation of every name; only the first translation of the primary name is primary."""
    for name in names.children("name"):
        primary, weak = name.text("isPrimary") == "true", name.text("isLowQuality") == "true"
        former = name.text("aliasType").upper().startswith("F.K.A")
        other = AliasKind.WEAK if weak else AliasKind.FORMER if former else AliasKind.STRONG
        for number, translation in enumerate(name.child("translations").children("translation")):
            first = primary and number == 0
            alias = _alias(translation, AliasKind.PRIMARY if first else other, person=kind is PartyType.PERSON)
            if alias.text:
                yield alias


def _alias(translation: Node, kind: AliasKind, *, person: bool) -> Alias:
    text, script = translation.text("formattedFullName"), translation.text("script")
    family, given = translation.text("formattedLastName"), translation.text("formattedFirstName")
    parts = [(part.text("type"), part.text("value")) for part in translation.child("nameParts").children("namePart")]
    if not person:
        return Alias(text, kind, script=script)
    family = family or " ".join(value for label, value in parts if label in {"Last Name", "Matronymic"})
    given = given or " ".join(value for label, value in parts if label in {"First Name", "Middle Name", "Patronymic"})
    return Alias(text, kind, family, given, script)


def _stated(node: Node, audit: Audit, title: str) -> Facts:
    """The facts of features, identity documents and relationships."""
    statements = [Statement("Title", piece) for piece in title.split("; ") if piece]
    births: list[BirthDate] = []
    for feature in node.child("features").children("feature"):
        label, value, when = feature.text("type"), feature.text("value"), feature.child("valueDate")
        span = _span(when)
        if meaning(label) is Meaning.BIRTH and span is not None:
            births.append(span)
        else:
            statements.append(Statement(label, value))
    for document in node.child("identityDocuments").children("identityDocument"):
        label, number = document.text("type"), document.text("documentNumber")
        statements.append(Statement(label, number, document.text("issuingCountry")))
    facts = gather(statements)
    audit.unknown((f"{ENTITY}: label {label!r}", 1) for label in facts.unread)
    return joined(Facts(births=tuple(births), relations=tuple(_relations(node, audit.list_name))), facts)


def _span(when: Node) -> BirthDate | None:
    first, last = read_date(when.text("fromDateBegin")), read_date(when.text("toDateEnd"))
    if first is None or last is None:
        return None
    return birth((first, last), circa=when.text("isApproximate") == "true")


def _relations(node: Node, list_name: str) -> Iterator[Relation]:
    for relationship in node.child("relationships").children("relationship"):
        other = relationship.child("relatedEntity")
        yield Relation(relationship.text("type"), f"{list_name}:{other.attribute('entityId')}", other.own)


def _listed_on(lists: Node) -> date | None:
    days = (read_date(one.attribute("datePublished")) for one in lists.children("sanctionsList"))
    return min((day for day in days if day is not None), default=None)
