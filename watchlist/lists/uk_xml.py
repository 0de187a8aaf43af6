"""The UK Sanctions List as XML (``uk-xml``), the schema of sanctionslist.fcdo.gov.uk since January 2026."""

from collections.abc import Mapping
from datetime import date

from watchlist.lists.audit import Audit
from watchlist.lists.dates import read_date
from watchlist.lists.elements import Node, read_elements
from watchlist.lists.names import is_absent
from watchlist.lists.parsed import ParsedList
from watchlist.lists.uk_listing import Designation, uk_listing
from watchlist.model import Listing

DATE = "/Designations/DateGenerated"
DESIGNATION = "/Designations/Designation"
PERSON = f"{DESIGNATION}/IndividualDetails/Individual"
COMPANY = f"{DESIGNATION}/EntityDetails/Entity"
SHIP = f"{DESIGNATION}/ShipDetails/Ship"
IGNORED = frozenset(
    {"LastUpdated", "DesignationSource", "SanctionsImposed", "SanctionsImposedIndicators"}
    | {"Addresses", "PhoneNumbers", "EmailAddresses", "Websites"}
    | {f"{PERSON}/PassportDetails/Passport/PassportAdditionalInformation"}
    | {f"{PERSON}/NationalIdentifierDetails/NationalIdentifier/NationalIdentifierAdditionalInformation"}
    | {f"{COMPANY}/TypeOfEntities"}
    | {f"{SHIP}/{one}" for one in ("PreviousOwnerOperators", "PreviousFlags", "TypeOfShipDetails", "YearsBuilt")}
    | {f"{SHIP}/{one}" for one in ("TonnageOfShipDetails", "LengthOfShipDetails", "HullIdentificationNumbers")}
)
"""Known parts that are not used."""
NAMES = ("Name/Name1", "Name/Name2", "Name/Name6", "NonLatinName/NameNonLatinScript")
SINGLE = {
    "OFSIGroupID": "ofsi group id",
    "UNReferenceNumber": "un reference number",
    "RegimeName": "regime name",
    "DateDesignated": "date designated",
    "OtherInformation": "other information",
    "UKStatementofReasons": "reasons",
}
PERSONAL = (
    ("DOBs", "DOB", "d.o.b"),
    ("Nationalities", "Nationality", "nationality(/ies)"),
    ("Positions", "Position", "position"),
    ("Genders", "Gender", "gender"),
    ("Titles", "Title", "title"),
)
CORPORATE = (
    ("BusinessRegistrationNumbers", "BusinessRegistrationNumber", "business registration"),
    ("ParentCompanies", "ParentCompany", "parent company"),
    ("Subsidiaries", "Subsidiary", "subsidiaries"),
)
NAVAL = (
    ("IMONumbers", "IMONumber", "imo number"),
    ("CurrentOwnerOperators", "CurrentOwnerOperator", "current owner/operator (s)"),
    ("CurrentBelievedFlagOfShips", "CurrentBelievedFlagOfShip", "current believed flag of ship"),
)
"""Group, its entries, and the column of the CSV that holds the same."""
DOCUMENTS = (
    ("PassportDetails", "Passport", "PassportNumber", "Passport"),
    ("NationalIdentifierDetails", "NationalIdentifier", "NationalIdentifierNumber", "National Identifier"),
)


def parse(files: Mapping[str, bytes], list_name: str) -> ParsedList:
    """Read the XML; its date is an element before the first designation."""
    audit = Audit(list_name)
    published: date | None = None
    listings: list[Listing] = []
    for path, node in read_elements(files[""], audit, "Designations", (DATE, DESIGNATION), IGNORED, NAMES):
        if path == DATE:
            published = read_date(node.own, "%d/%m/%Y")
        elif path == DESIGNATION:
            listings.append(uk_listing(_designation(node), audit))
    return audit.parsed(listings, published)


def _designation(node: Node) -> Designation:
    designation = Designation(node.text("UniqueID"), node.text("IndividualEntityShip"))
    for name in node.child("Names").children("Name"):
        parts = tuple(name.text(f"Name{number}") for number in range(1, 7))
        designation.names.append((parts, name.text("NameType"), name.text("AliasStrength")))
    for name in node.child("NonLatinNames").children("NonLatinName"):
        texts = (name.text(one) for one in ("NameNonLatinScript", "NonLatinScriptType", "NonLatinScriptLanguage"))
        text, script, language = texts
        designation.non_latin.append((text, script, language))
    for tag, column in SINGLE.items():
        designation.add(column, node.text(tag))
    designation.add("title", *node.child("Titles").texts("Title"))
    for person in node.child("IndividualDetails").children("Individual"):
        _person(person, designation)
    for company in node.child("EntityDetails").children("Entity"):
        _groups(company, CORPORATE, designation)
    for ship in node.child("ShipDetails").children("Ship"):
        _groups(ship, NAVAL, designation)
    return designation


def _groups(node: Node, groups: tuple[tuple[str, str, str], ...], designation: Designation) -> None:
    for group, entry, column in groups:
        designation.add(column, *node.child(group).texts(entry))


def _person(node: Node, designation: Designation) -> None:
    _groups(node, PERSONAL, designation)
    for location in node.child("BirthDetails").children("Location"):
        parts = (location.text("TownOfBirth"), location.text("CountryOfBirth"))
        designation.add("place of birth", ", ".join(part for part in parts if not is_absent(part)))
    for group, entry, number, kind in DOCUMENTS:
        for document in node.child(group).children(entry):
            designation.numbers.append((kind, document.text(number)))
