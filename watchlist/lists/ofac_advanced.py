"""OFAC's advanced XML (``ofac-advanced-xml``): parties in the middle, what they point at by number around them.

The schema is the one of SDN_ADVANCED.XML and CONS_ADVANCED.XML, first published by the United Nations' sanctions data
model. The file of the SDN list has 127 MB: it is read part by part, and each part freed.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from watchlist.errors import ListError
from watchlist.lists.audit import Audit
from watchlist.lists.elements import Node, read_elements
from watchlist.lists.ofac_advanced_party import Party, read_party
from watchlist.lists.ofac_listing import ofac_listing
from watchlist.lists.ofac_references import References, read_day
from watchlist.lists.parsed import ParsedList
from watchlist.model import AliasKind, Listing, Relation

ROOT = "/Sanctions"
ISSUED, VALUES = f"{ROOT}/DateOfIssue", f"{ROOT}/ReferenceValueSets"
LOCATION, DOCUMENT = f"{ROOT}/Locations/Location", f"{ROOT}/IDRegDocuments/IDRegDocument"
PARTY = f"{ROOT}/DistinctParties/DistinctParty"
RELATION = f"{ROOT}/ProfileRelationships/ProfileRelationship"
ENTRY = f"{ROOT}/SanctionsEntries/SanctionsEntry"
UNUSED_SETS = """
    AreaCodeType CalendarType CountryRelevance DecisionMakingBody DetailType EntryEventType EntryLinkType ExRefType
    FeatureTypeGroup IDRegDocDateType IdentityFeatureLinkType LegalBasis LegalBasisType List LocPartValueStatus
    LocPartValueType Organisation RelationQuality Reliability SanctionsProgram ScriptStatus SubsidiaryBody SupInfoType
    TargetType Validity
"""
IGNORED = frozenset(
    {"@ID", "@FixedRef", "@DeltaAction", "@CalendarTypeID", "@ScriptStatusID", "@Acronym", "@False", "@Version"}
    | {f"{VALUES}/{name}Values" for name in UNUSED_SETS.split()}
    | {f"{VALUES}/{name}" for name in ("AreaCodeValues/AreaCode/@AreaCodeTypeID", "AreaCodeValues/AreaCode/@CountryID")}
    | {f"{VALUES}/FeatureTypeValues/FeatureType/@FeatureTypeGroupID", f"{VALUES}/ScriptValues/Script/@ScriptCode"}
    | {f"{LOCATION}/FeatureVersionReference", f"{LOCATION}/IDRegDocumentReference"}
    | {f"{LOCATION}/LocationCountry/@CountryRelevanceID", f"{LOCATION}/LocationPart/LocationPartValue/Comment"}
    | {f"{LOCATION}/LocationPart/LocationPartValue/@{one}" for one in ("LocPartValueTypeID", "LocPartValueStatusID")}
    | {f"{DOCUMENT}/{one}" for one in ("Comment", "IssuingAuthority", "DocumentDate", "DocumentedNameReference")}
    | {
        f"{DOCUMENT}/{one}"
        for one in ("@ValidityID", "IssuedIn-Location", "IDRegDocumentMention", "@IssuedIn-LocationID")
    }
    | {f"{PARTY}/Profile/{one}" for one in ("ExternalReference", "SanctionsEntryReference", "Identity/@Primary")}
    | {f"{PARTY}/Profile/Feature/{one}" for one in ("IdentityReference", "Comment", "FeatureVersion/Comment")}
    | {f"{PARTY}/Profile/Feature/FeatureVersion/{one}" for one in ("@ReliabilityID", "VersionDetail/@DetailTypeID")}
    | {f"{PARTY}/Profile/Feature/FeatureVersion/DatePeriod/@YearFixed"}
    | {f"{PARTY}/Profile/Feature/FeatureVersion/DatePeriod/{one}" for one in ("@MonthFixed", "@DayFixed")}
    | {
        f"{PARTY}/Profile/Feature/FeatureVersion/DatePeriod/{edge}/@{one}"
        for edge in ("Start", "End")
        for one in ("YearFixed", "MonthFixed", "DayFixed")
    }
    | {f"{RELATION}/{one}" for one in ("Comment", "@RelationQualityID", "@SanctionsEntryID")}
    | {f"{ENTRY}/{one}" for one in ("@ListID", "EntryEvent/Comment", "EntryEvent/LegalBasisID", "LimitationsToListing")}
    | {f"{ENTRY}/EntryEvent/{one}" for one in ("@EntryEventTypeID", "@LegalBasisID")}
    | {f"{ENTRY}/SanctionsMeasure/DatePeriod", f"{ROOT}/SanctionsEntryLinks"}
)
"""Known parts that are not used: addresses are no nationality, and the rest does not say who the target is."""
PROGRAM = "Program"
NAMES = ("DocumentedName/DocumentedNamePart", "DocumentedNamePart/NamePartValue")


@dataclass(slots=True)
class Reading:
    """What was read so far; relations, programmes and dates of listing by profile."""

    parties: list[Party] = field(default_factory=list)
    relations: dict[str, list[Relation]] = field(default_factory=lambda: defaultdict(list))
    programmes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    listed: dict[str, list[date]] = field(default_factory=lambda: defaultdict(list))


def parse(files: Mapping[str, bytes], list_name: str) -> ParsedList:
    """Read one advanced XML file, the SDN list or the consolidated non-SDN list; a file of changes only is refused."""
    audit, reading = Audit(list_name), Reading()
    references = References(audit)
    published: date | None = None
    paths = (ISSUED, VALUES, LOCATION, DOCUMENT, PARTY, RELATION, ENTRY)
    for path, node in read_elements(files[""], audit, ROOT[1:], paths, IGNORED, NAMES):
        if path == ISSUED:
            issued = read_day(node)
            published = None if issued is None else issued[0]
        elif path == VALUES:
            references.read_values(node)
        elif path == LOCATION:
            references.read_location(node)
        elif path == DOCUMENT:
            references.read_document(node)
        elif path == PARTY:
            reading.parties += read_party(node, PARTY, references)
        elif path == RELATION:
            _read_relation(node, reading, references)
        elif path == ENTRY:
            _read_entry(node, reading, references)
        elif node.attribute("DeltaBaseVersion"):
            raise ListError(list_name, "this is a file of changes, not the whole list")
    for numbers in references.documents.values():
        audit.unknown([("an identity document of nobody", len(numbers))])
    return audit.parsed(_settled(reading, audit), published)


def _read_relation(node: Node, reading: Reading, references: References) -> None:
    """A relation as it is stated: from one profile to the other; one that has ended says so."""
    kind = references.value("RelationType", node.attribute("RelationTypeID"))
    target = f"{references.audit.list_name}:{node.attribute('To-ProfileID')}"
    ended = " (former)" if node.attribute("Former") == "true" else ""
    reading.relations[node.attribute("From-ProfileID")].append(Relation(f"{kind}{ended}", target, ""))


def _read_entry(node: Node, reading: Reading, references: References) -> None:
    """The programmes of a profile, which stand as comments of its measures, and the days of its entries."""
    profile = node.attribute("ProfileID")
    for event in node.children("EntryEvent"):
        day = read_day(event.child("Date"))
        if day is not None:
            reading.listed[profile].append(day[0])
    for measure in node.children("SanctionsMeasure"):
        kind, comment = references.value("SanctionsType", measure.attribute("SanctionsTypeID")), measure.text("Comment")
        if kind == PROGRAM and comment:
            reading.programmes[profile].append(comment)


def _settled(reading: Reading, audit: Audit) -> Iterator[Listing]:
    names = {party.reference: _name(party) for party in reading.parties}
    prefix = f"{audit.list_name}:"
    for party in reading.parties:
        relations = (
            replace(one, target_name=names.get(one.target.removeprefix(prefix), ""))
            for one in reading.relations.pop(party.reference, ())
        )
        yield ofac_listing(
            audit,
            party.reference,
            party.type,
            party.aliases,
            programmes=reading.programmes.get(party.reference, ()),
            stated=replace(party.facts, relations=(*relations, *party.facts.relations)),
            remarks=party.remarks,
            listed_on=min(reading.listed.get(party.reference, ()), default=None),
        )
    for profile, stated in reading.relations.items():
        audit.unknown([(f"relations of profile {profile}, which the file does not have", len(stated))])


def _name(party: Party) -> str:
    primary = (alias.text for alias in party.aliases if alias.kind is AliasKind.PRIMARY)
    return next(primary, party.aliases[0].text if party.aliases else "")
