"""The parts of OFAC's advanced XML that its parties point at by number: reference values, locations, documents, dates.

Every number is resolved through the values that the file itself brings; one that it does not bring is reported.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from watchlist.lists.audit import Audit
from watchlist.lists.dates import Span, birth, partial
from watchlist.lists.elements import Node
from watchlist.lists.ofac_facts import Statement
from watchlist.model import BirthDate

SETS = (
    *("AliasType", "AreaCode", "Country", "DetailReference", "DocNameStatus", "FeatureType", "IDRegDocType"),
    *("LocPartType", "NamePartType", "PartySubType", "PartyType", "RelationType", "SanctionsType", "Script"),
)
"""The sets of reference values that give a listing its words."""
NOWHERE = frozenset({"undetermined", "unknown", ""})
ORDER = ("ADDRESS1", "ADDRESS2", "ADDRESS3", "CITY", "STATE/PROVINCE", "REGION", "POSTAL CODE", "Unknown")


@dataclass(frozen=True, slots=True)
class Location:
    """A place: its country, and all of it in words."""

    country: str = ""
    text: str = ""


@dataclass(slots=True)
class References:
    """What the file has said before its parties; ``broader`` are the party types of party subtypes."""

    audit: Audit
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    broader: dict[str, str] = field(default_factory=dict)
    locations: dict[str, Location] = field(default_factory=dict)
    documents: dict[str, list[Statement]] = field(default_factory=lambda: defaultdict(list))

    def read_values(self, node: Node) -> None:
        """Take the sets of reference values."""
        for name in SETS:
            known = self.values.setdefault(name, {})
            for one in node.child(f"{name}Values").children(name):
                number, iso, described = one.attribute("ID"), one.attribute("ISO2"), one.attribute("Description")
                known[number] = described or one.own or iso
                if name == "PartySubType":
                    self.broader[number] = one.attribute("PartyTypeID")

    def value(self, name: str, number: str) -> str:
        """The word for a number of a set; empty for no number, and reported where the file does not explain it."""
        if not number:
            return ""
        found = self.values.get(name, {}).get(number)
        if found is None:
            self.audit.unknown([(f"{name} {number} is explained nowhere", 1)])
        return found or ""

    def party_type(self, number: str) -> str:
        """What a party is; a subtype that is not known further says only the type."""
        kind = self.value("PartySubType", number)
        if kind.lower() not in NOWHERE:
            return kind
        return self.value("PartyType", self.broader.get(number, ""))

    def read_location(self, node: Node) -> None:
        """Keep a location; a country stands in three places, and the plain name of one is its only part."""
        parts = {
            self.value("LocPartType", one.attribute("LocPartTypeID")): one for one in node.children("LocationPart")
        }
        words = {kind: _primary(one) for kind, one in parts.items()}
        countries = [self.value("Country", one.attribute("CountryID")) for one in node.children("LocationCountry")]
        countries += [self.value("AreaCode", one.attribute("AreaCodeID")) for one in node.children("LocationAreaCode")]
        stated = next((one for one in countries if one.lower() not in NOWHERE), "")
        written = [words[kind] for kind in (*ORDER, *sorted(set(words) - set(ORDER))) if words.get(kind)]
        if stated and stated not in written:
            written.append(stated)
        self.locations[node.attribute("ID")] = Location(stated or words.get("Unknown", ""), ", ".join(written))

    def location(self, number: str) -> Location:
        """A location by its number; an empty one, reported, where the file does not have it."""
        if number not in self.locations:
            self.audit.unknown([(f"location {number} is explained nowhere", 1)])
        return self.locations.get(number, Location())

    def read_document(self, node: Node) -> None:
        """Keep a document with the identity that bears it."""
        label = self.value("IDRegDocType", node.attribute("IDRegDocTypeID"))
        country = self.value("Country", node.attribute("IssuedBy-CountryID"))
        number, identity = node.text("IDRegistrationNo"), node.attribute("IdentityID")
        self.documents[identity].append(Statement(label, number, "" if country.lower() in NOWHERE else country))


def read_day(node: Node) -> Span | None:
    """The days that a date with a year and perhaps a month and a day may mean."""
    return partial(node.text("Year"), node.text("Month"), node.text("Day"))


def read_period(node: Node) -> BirthDate | None:
    """A period, whose start and end are known within two days each, as one span; OFAC writes a year as its first to its
    last day.
    """
    ends = [(one, one.attribute("Approximate")) for one in (node.child("Start"), node.child("End"))]
    days = [read_day(edge) for end, _ in ends for name in ("From", "To") for edge in end.children(name)]
    known = [day for day in days if day is not None]
    if not known:
        return None
    return birth(min(known), max(known), circa=any(approximate == "true" for _, approximate in ends))


def _primary(part: Node) -> str:
    """The value of a location's part in Latin letters: it is marked primary."""
    values = [(one.attribute("Primary"), one.text("Value")) for one in part.children("LocationPartValue")]
    return next((text for primary, text in values if primary == "true"), values[0][1] if values else "")
