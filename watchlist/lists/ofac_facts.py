"""OFAC states every fact as a label, a value and sometimes a country: the labels of all its formats, and their meaning.

Labels are those of the reference values and feature types inside OFAC's enhanced XML, and the shorter words of the
remarks text ("DOB", "nationality").
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from watchlist.lists.dates import written_birth
from watchlist.lists.names import clean, is_absent
from watchlist.model import Alias, BirthDate, Identifier, Relation


class Meaning(StrEnum):
    """What a label's value is."""

    BIRTH = "birth"
    PLACE = "place"
    COUNTRY = "country"
    GENDER = "gender"
    ROLE = "role"
    OWNER = "owner"
    IDENTIFIER = "identifier"
    UNUSED = "unused"


PLAIN = {
    "Birthdate": Meaning.BIRTH,
    "DOB": Meaning.BIRTH,
    "Place of Birth": Meaning.PLACE,
    "POB": Meaning.PLACE,
    "Nationality Country": Meaning.COUNTRY,
    "nationality": Meaning.COUNTRY,
    "Citizenship Country": Meaning.COUNTRY,
    "citizen": Meaning.COUNTRY,
    "Nationality of Registration": Meaning.COUNTRY,
    "Vessel Flag": Meaning.COUNTRY,
    "Gender": Meaning.GENDER,
    "Title": Meaning.ROLE,
    "Position:": Meaning.ROLE,
    "Vessel Owner": Meaning.OWNER,
}
IDENTIFIER_LABELS = """
    Afghan Money Service Provider License Number | Aircraft Construction Number (also called L/N or S/N or F/N) |
    Aircraft Manufacturer's Serial Number (MSN) | Aircraft Mode S Transponder Code | Aircraft Serial Identification |
    Aircraft Tail Number | BIK (RU) | BIK | Birth Certificate Number | Bosnian Personal ID No. | Branch Unit Number |
    British National Overseas Passport | Business Number | Business Registration Document # |
    Business Registration Number | C.I.F. | C.I.N. | C.R. No. | C.U.I. | C.U.I.P. | C.U.I.T. | C.U.R.P. |
    Cartilla de Servicio Militar Nacional | Cedula No. | Central Registration System Number |
    Certificate of Incorporation Number | Chamber of Commerce Number | Chinese Commercial Code |
    Citizen's Card Number | CNP (Personal Numerical Code) | Commercial Registry Number | Company Number |
    Credencial electoral | D-U-N-S Number | D.N.I. | Diplomatic Passport | Driver's License No. |
    Dubai Chamber of Commerce Membership No. | Economic Register Number (CBLS) | Electoral Registry No. |
    Email Address | Enterprise Number | Equity Ticker | File Number | Fiscal Code | Folio Mercantil No. |
    Global Intermediary Identification Number | Government Gazette Number | I.F.E. | ISIN | Identification Number |
    Immigration No. | Istanbul Chamber of Comm. No. | Italian Fiscal Code | Kenyan ID No. | LE Number |
    Legal Entity Number | License | MICEX Code | MMSI | MSB Registration Number | Matricula Mercantil No |
    Military Registration Number | Moroccan Personal ID No. | N.I.E. | N.I.F. | NIT # | National Foreign ID Number |
    National ID No. | Numero Unico de Identificacao Tributaria (NUIT) | Numero de Identidad | Organization Code |
    Other Vessel Call Sign | Paraguayan tax identification number | Passport | Permit Number | Personal ID Card |
    Phone Number | Pilot License Number | Previous Aircraft Tail Number | Public Registration Number |
    Public Security and Immigration No. | R.F.C. | RFC | RIF # | RSIN | RTN | RUC # | Refugee ID Card |
    Registered Charity No. | Registration Certificate Number (Dubai) | Registration ID | Registration Number |
    Residency Number | Romanian C.R. | Romanian Permanent Resident | Romanian Tax Registration |
    Russian State Individual Business Registration Number Pattern (OGRNIP) | SRE Permit No. | SSN | SWIFT/BIC |
    Seafarer's Identification Document | Serial No. | Stateless Person ID Card | Stateless Person Passport |
    Tax ID No. | Tazkira National ID Card | Telephone | Tourism License No. | Trade License No. | Trademark number |
    Travel Document Number | Turkish Identification Number | UAE Identification | UK Company Number | US FEIN |
    Unified Social Credit Code (USCC) | United Social Credit Code Certificate (USCCC) | V.A.T. Number |
    Vessel Call Sign | Vessel Registration Identification | VisaNumberID | Fax
"""
IDENTIFIERS = frozenset(label.strip() for label in IDENTIFIER_LABELS.split("|"))
UNUSED = (
    *("Additional Sanctions Information", "Aircraft Manufacture Date", "Aircraft Model", "Aircraft Operator"),
    *("Aircraft Type", "CAATSA Section", "Effective Date", "Executive Order", "For more information", "Former Vessel"),
    *("IFCA Determination", "Issuer Name", "Listing Date", "Location", "Organization Established Date"),
    *("Organization Type", "Other Vessel Flag", "Other Vessel Type", "PEESA Information", "Purchase/Sales"),
    *("Secondary sanctions risk", "Target Type", "Transactions Prohibited", "UN/LOCODE", "VESSEL TYPE", "Vessel Type"),
    *("Vessel Gross", "Vessel Tonnage", "Vessel Year", "Website", "Vessel Gross Registered Tonnage", "Other Name"),
)
"""Beginnings of labels that are known and say nothing about who the target is."""
WALLET = re.compile(r"Digital Currency Address - \w+")
IMO = re.compile(r"IMO\s*(\d{7})")


@dataclass(frozen=True, slots=True)
class Facts:
    """What OFAC states about one target, beside its names."""

    births: tuple[BirthDate, ...] = ()
    birth_places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    gender: str = ""
    roles: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    relations: tuple[Relation, ...] = ()
    aliases: tuple[Alias, ...] = ()
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One label with its value; ``country`` as printed."""

    label: str
    value: str
    country: str = ""


def meaning(label: str) -> Meaning | None:
    """What values of a label are; None for a label that this table does not know."""
    if label in PLAIN:
        return PLAIN[label]
    if label in IDENTIFIERS or WALLET.fullmatch(label):
        return Meaning.IDENTIFIER
    return Meaning.UNUSED if label.startswith(UNUSED) else None


def gather(statements: Iterable[Statement]) -> Facts:
    """Sort statements by what they mean; labels without a known meaning come back as ``unread``."""
    known: dict[Meaning, list[Statement]] = {one: [] for one in Meaning}
    unread: list[str] = []
    for statement in statements:
        what = meaning(statement.label)
        if what is None:
            unread.append(statement.label)
        elif not is_absent(statement.value):
            known[what].append(statement)
    births = [written_birth(one.value) for one in known[Meaning.BIRTH]]
    return Facts(
        births=tuple(one for one in births if one is not None),
        birth_places=_values(known[Meaning.PLACE]),
        countries=_values(known[Meaning.COUNTRY]),
        gender=next((one.value.lower() for one in known[Meaning.GENDER]), ""),
        roles=_values(known[Meaning.ROLE]),
        identifiers=tuple(dict.fromkeys(map(_identifier, known[Meaning.IDENTIFIER]))),
        relations=tuple(Relation("Vessel Owner", "", one.value) for one in known[Meaning.OWNER]),
        unread=tuple(unread),
    )


def joined(first: Facts, second: Facts) -> Facts:
    """Facts of two places of one entry: the first place decides, the second fills what is missing."""
    numbers = {one.value for one in first.identifiers}
    return Facts(
        births=first.births or second.births,
        birth_places=first.birth_places or second.birth_places,
        countries=first.countries or second.countries,
        gender=first.gender or second.gender,
        roles=tuple(dict.fromkeys(first.roles + second.roles)),
        identifiers=first.identifiers + tuple(one for one in second.identifiers if one.value not in numbers),
        relations=first.relations + second.relations,
        aliases=first.aliases + second.aliases,
        unread=first.unread + second.unread,
    )


def _identifier(statement: Statement) -> Identifier:
    """A ship's IMO number is one kind of its own, whatever the label; a company's keeps the label."""
    imo = IMO.fullmatch(statement.value)
    if imo is not None and statement.label == "Vessel Registration Identification":
        return Identifier("IMO", imo[1])
    return Identifier(statement.label, clean(statement.value), statement.country)


def _values(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clean(one.value) for one in statements))
