"""OFAC's advanced XML: everything by number, every number through the file's own reference values."""

import re
from datetime import date

import pytest

from tests.lists.conftest import by_reference, read, sample
from watchlist.errors import ListError
from watchlist.lists import ParsedList, parse
from watchlist.model import AliasKind, BirthDate, Identifier, PartyType, Relation


def changed(*pairs: tuple[str, str]) -> ParsedList:
    """The sample with words replaced, read."""
    text = sample("ofac-advanced-xml")[""].decode()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return parse("ofac-advanced-xml", {"": text.encode()}, "list")


def test_the_numbers_are_those_of_the_file() -> None:
    """Other numbers for every reference value, and the same listings."""
    text = sample("ofac-advanced-xml")[""].decode()
    for attribute in (
        "AliasTypeID",
        "FeatureTypeID",
        "NamePartTypeID",
        "RelationTypeID",
        "ScriptID",
        "SanctionsTypeID",
    ):
        name = attribute.removesuffix("ID")
        text = re.sub(rf'<{name} ID="(\d+)"', rf'<{name} ID="7\1"', text)
        text = re.sub(rf'{attribute}="(\d+)"', rf'{attribute}="7\1"', text)
    assert parse("ofac-advanced-xml", {"": text.encode()}, "list") == read("ofac-advanced-xml")


def test_it_says_what_the_enhanced_xml_says() -> None:
    """Names, births, numbers and programmes of the parties that both samples have."""
    advanced, enhanced = by_reference(read("ofac-advanced-xml")), by_reference(read("ofac-enhanced-xml"))
    putin, other = advanced["35096"], enhanced["35096"]
    assert {(alias.text, alias.kind, alias.script) for alias in putin.aliases} == {
        (alias.text, alias.kind, alias.script) for alias in other.aliases
    }
    for part in (
        "name",
        "type",
        "births",
        "birth_places",
        "countries",
        "gender",
        "roles",
        "programmes",
        "listed_on",
        "url",
    ):
        assert getattr(putin, part) == getattr(other, part)
    assert advanced["44544"].identifiers == enhanced["44544"].identifiers
    assert advanced["44544"].aliases == enhanced["44544"].aliases[:3]
    assert advanced["41736"].identifiers == enhanced["41736"].identifiers


def test_the_first_latin_writing_of_the_primary_name_is_primary() -> None:
    """Whatever comes first in the file; the others are strong names in their scripts."""
    assert [
        (alias.text, alias.kind, alias.script) for alias in by_reference(read("ofac-advanced-xml"))["35096"].aliases
    ] == [
        ("PUTIN, Vladimir", AliasKind.STRONG, "Latin"),
        ("PUTIN, Vladimir Vladimirovich", AliasKind.PRIMARY, "Latin"),
        ("ПУТИН, Владимир Владимирович", AliasKind.STRONG, "Cyrillic"),
    ]


def test_relations_keep_their_direction_and_say_when_they_are_over() -> None:
    """From one profile to the other; a target on another of OFAC's lists keeps its number."""
    listings = by_reference(read("ofac-advanced-xml"))
    assert listings["44544"].relations == (Relation("Owned or Controlled By", "list:41736", "MKRTYCHEV, Ashot"),)
    assert listings["41736"].relations == (
        Relation("Leader or official of (former)", "list:44544", "LIMITED LIABILITY COMPANY VERUS"),
    )
    assert listings["28264"].relations == (Relation("Providing support to", "list:27307", ""),)


def test_a_person_a_vessel_and_a_wallet() -> None:
    """A year printed as its first to its last day, a country by its location, a nickname, an IMO number, a wallet."""
    listings = by_reference(read("ofac-advanced-xml"))
    mkrtychev, ship, li = listings["41736"], listings["37095"], listings["28264"]
    assert mkrtychev.births == (BirthDate(date(1966, 1, 1), date(1966, 12, 31), circa=True),)
    assert (mkrtychev.countries, ship.countries) == (("SK",), ("RU",))
    assert (ship.type, ship.identifiers[1]) == (PartyType.VESSEL, Identifier("IMO", "9161003"))
    assert [(alias.text, alias.kind) for alias in li.aliases][1] == ("snowsjohn", AliasKind.WEAK)
    assert li.identifiers == (Identifier("Digital Currency Address - XBT", "1EfMVkxQQuZfBdocpJu6RUsCJvenQWbQyE"),)
    assert (li.programmes, li.listed_on) == (("DPRK3", "CYBER2"), date(2020, 3, 2))


def test_a_number_that_the_file_does_not_explain_is_reported() -> None:
    """Types of names, parties, features and relations, locations, documents of nobody, relations from nowhere."""
    parsed = changed(
        ('AliasTypeID="1401"', 'AliasTypeID="9"'),
        ('FeatureTypeID="344"', 'FeatureTypeID="77"'),
        ('LocationID="501"', 'LocationID="9"'),
        ('IdentityID="28700" Iss', 'IdentityID="9" Iss'),
        ('<NamePartType ID="1526">Vessel Name', '<NamePartType ID="1526">Ship Name'),
        ('From-ProfileID="28264"', 'From-ProfileID="9"'),
        ('<PartySubType ID="1" PartyTypeID="4">Vessel', '<PartySubType ID="1" PartyTypeID="4">Unknown'),
    )
    assert parsed.unknown == (
        "/Sanctions/DistinctParties/DistinctParty/Profile=Transport ×1",
        "/Sanctions/DistinctParties/DistinctParty: label '' ×1",
        "AliasType 9 is explained nowhere ×1",
        "FeatureType 77 is explained nowhere ×1",
        "an identity document of nobody ×1",
        "location 9 is explained nowhere ×1",
        "name part 'Ship Name' ×1",
        "relations of profile 9, which the file does not have ×1",
    )
    assert "LADY R" in {listing.name for listing in parsed.listings}


def test_a_file_of_changes_is_not_the_list() -> None:
    """The schema knows files that hold only what has changed since another version."""
    with pytest.raises(ListError, match="file of changes"):
        changed(('Version="3"', 'Version="4" DeltaBaseVersion="3"'))


def test_any_namespace() -> None:
    """The namespace of before May 2024 and none at all give the same listings."""
    today = ' xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML"'
    for namespace in (' xmlns="https://www.un.org/sanctions/1.0"', ""):
        assert changed((today, namespace)) == read("ofac-advanced-xml")
