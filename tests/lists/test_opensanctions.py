"""OpenSanctions: parties with ranked names, relations as entities of their own, and the plain table."""

import json
from datetime import date

import pytest

from tests.lists.conftest import by_reference, read, sample
from watchlist.errors import ListError
from watchlist.lists import FORMATS, ParsedList, parse
from watchlist.lists.opensanctions_csv import values
from watchlist.model import Alias, AliasKind, BirthDate, CrossReference, Identifier, PartyType, Relation, Tie
from watchlist.networks.relations import reading

FTM, CSV = "opensanctions-ftm", "opensanctions-simple-csv"
PRIMARY, STRONG, WEAK, FORMER = AliasKind.PRIMARY, AliasKind.STRONG, AliasKind.WEAK, AliasKind.FORMER
Properties = dict[str, list[str]]


def entity(identity: str, schema: str, properties: Properties, **more: object) -> dict[str, object]:
    """One line of the file."""
    return {"id": identity, "schema": schema, "properties": properties, **more}


def lines(*entities: object) -> ParsedList:
    """What is read out of a file of these entities."""
    return parse(FTM, {"": b"".join(json.dumps(one).encode() + b"\n" for one in entities)}, "os")


def test_names_keep_the_strongest_of_their_ranks() -> None:
    """The name that is shown comes first; a name that is strong and weak is strong."""
    putin = by_reference(read(FTM))["Q7747"]
    assert [(alias.text, alias.kind) for alias in putin.aliases] == [
        ("Vladimir Putin", PRIMARY),
        ("Vladimir Vladimirovich PUTIN", STRONG),
        ("Владимир Владимирович Путин", STRONG),
        ("Volodymyr Putin", STRONG),
        ("Volodya", WEAK),
    ]
    kinds = {alias.text: alias.kind for alias in by_reference(read(FTM))["NK-rosneft"].aliases}
    assert kinds["OJSC Rosneft Oil Company"] is FORMER
    assert kinds["NK RN"] is AliasKind.ABBREVIATION


def test_facts_and_numbers_of_other_lists() -> None:
    """Partial births, numbers by kind, official ids among the referents; own ids of OpenSanctions are nobody else's."""
    listings = by_reference(read(FTM))
    putin, rosneft = listings["Q7747"], listings["NK-rosneft"]
    assert putin.references == (
        CrossReference("ofac", "35096"),
        CrossReference("eu", "EU.7510.16"),
        CrossReference("ofsi", "14196"),
    )
    assert (putin.countries, putin.programmes) == (("RU",), ("US-RUSHAR", "EU-RUS"))
    assert listings["NK-sechin"].births == (BirthDate(date(1960, 9, 1), date(1960, 9, 30)),)
    assert rosneft.identifiers[:3] == (
        Identifier("INN", "7706107510", "RU"),
        Identifier("OGRN", "1027700043502", "RU"),
        Identifier("LEI", "253400JT3MQWNDKMJE44"),
    )


def test_other_entities_lend_what_they_say() -> None:
    """Passports, wallets and securities are numbers of their holders; acts give programmes, days, the UN's number."""
    listings = by_reference(read(FTM))
    assert listings["NK-sechin"].identifiers == (Identifier("Passport", "100000001", "RU"),)
    assert listings["NK-lazarus"].identifiers[0].kind == "Digital Currency Address - ETH"
    assert Identifier("ISIN", "RU000A0JTS06") in listings["NK-rosneft"].identifiers
    base = listings["unsc-qde004"]
    assert (base.references, base.programmes) == ((CrossReference("un", "QDe.004"),), ("UN-SC1267",))
    assert base.listed_on == date(2001, 10, 6)


def test_relations_keep_their_direction_and_share() -> None:
    """From the owner where he is listed, else from what he owns; what has ended is past; who is unknown is no end."""
    listings = by_reference(read(FTM))
    assert listings["NK-rosneft"].relations == (
        Relation("Owned by", "", "JSC Rosneftegaz", 40.4),
        Relation("Ownership", "list:NK-ladyr", "LADY R", 60.0),
    )
    assert listings["NK-sechin"].relations == (
        Relation("Directorship", "list:NK-rosneft", "PJSC Rosneft Oil Company"),
        Relation("UnknownLink", "list:Q7747", "Vladimir Putin"),
    )
    assert listings["Q7747"].relations == listings["NK-ladyr"].relations == ()


def test_the_words_of_relations_are_read_in_their_direction() -> None:
    """The owner of something is read backwards, what is owned forwards: both ways the asset is owned by the owner."""
    assert [reading(words) for words in ("Ownership", "Owns or controls", "Led by")] == [
        (Tie.OWNED_BY, True),
        (Tie.OWNED_BY, True),
        (Tie.LEADER_OF, True),
    ]
    assert [reading(words) for words in ("Owned by", "Directorship", "Family", "Succession")] == [
        (Tie.OWNED_BY, False),
        (Tie.LEADER_OF, False),
        (Tie.FAMILY, False),
        (Tie.SUCCESSOR_OF, True),
    ]


@pytest.mark.parametrize(
    ("more", "topics", "listed"),
    [
        ({"target": True}, [], True),
        ({"target": False}, ["sanction.linked"], False),
        ({"target": False}, ["sanction"], True),
        ({}, ["role.pep"], False),
        ({}, ["sanction"], True),
        ({}, [], True),
    ],
)
def test_who_is_listed(more: dict[str, object], topics: list[str], listed: bool) -> None:
    """By flag or topic; when a file has neither, everybody: a new layout must not empty the list."""
    parsed = lines(entity("a", "Person", {"name": ["A B"], "topics": topics}, **more))
    assert bool(parsed.listings) == listed


def test_unknown_schemata_and_properties_are_told_and_screened() -> None:
    """A new kind of party is an organisation until it is known; a new property stands under its path."""
    parsed = lines(entity("a", "Trust", {"name": ["A B"], "shoeSize": ["9"]}, target=True, colour="red"))
    assert [one.type for one in parsed.listings] == [PartyType.ORGANIZATION]
    assert parsed.unknown == ("/colour ×1", "/properties/shoeSize ×1", "schema 'Trust' ×1")


def test_a_relation_that_lost_an_end_is_told() -> None:
    """A property of a relation that was renamed does not go unnoticed."""
    parsed = lines(entity("a", "Person", {"name": ["A"]}), entity("o", "Ownership", {"owner": ["a"], "thing": ["b"]}))
    assert "Ownership without asset ×1" in parsed.warnings


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b'{"op": "ADD", "entity": {"id": "a"}}\n', "no entity with id, schema and properties"),
        (b'{"id": "a", "schema": "Person", "properties": {}}\n' * 2, "stands twice"),
        (b'{"id": "a", "schema": "Person", "properties": {}}', "in the middle of a line"),
        (b'{"id": "a", "id": "b", "schema": "Person", "properties": {}}\n', "stands twice"),
    ],
)
def test_other_files_are_refused(raw: bytes, why: str) -> None:
    """A delta, a file put together twice, a cut line, a key said twice."""
    with pytest.raises(ListError) as caught:
        parse(FTM, {"": raw}, "os")
    assert why in caught.value.what


def test_the_table_holds_names_by_the_rule_for_lists_without_ranks() -> None:
    """One word of a person is weak; values with the separator stand in quotes; kinds of numbers show by their form."""
    parsed = read(CSV)
    assert (parsed.published, parsed.unknown) == (date(2026, 8, 22), ())
    putin, rosneft, ship, _ = parsed.listings
    assert putin.aliases[-1] == Alias("Volodya", WEAK)
    assert putin.countries == ("RU", "UA")
    assert [alias.text for alias in rosneft.aliases][1:] == [
        *("Rosneft; the oil company", "Rosneft", "ПАО «НК «Роснефть»", 'NK "Rosneft", PJSC'),
    ]
    assert [one.kind for one in rosneft.identifiers] == ["LEI", "Identifier"]
    assert (ship.type, ship.identifiers) == (PartyType.VESSEL, (Identifier("IMO", "9161003"),))


def test_the_table_without_a_needed_column_or_with_one_twice_is_refused() -> None:
    """A renamed column of names is no list without aliases; two of one title hide each other."""
    text = sample(CSV)[""].decode()
    for new, why in (('"alias_names"', "no column 'aliases'"), ('"aliases","aliases"', "two columns have the title")):
        with pytest.raises(ListError, match=why):
            parse(CSV, {"": text.replace('"aliases"', new, 1).encode()}, "os")


def test_values_of_a_cell() -> None:
    """A cell is a row of its own."""
    assert values('A;"B; Ltd";C;A;;"D ""E"""') == ("A", "B; Ltd", "C", 'D "E"')
    assert values("") == ()


def test_the_licence_is_part_of_the_format() -> None:
    """Only these two formats have a notice, and it names the licence."""
    assert {name for name, form in FORMATS.items() if form.notice} == {FTM, CSV}
    assert "CC BY-NC 4.0" in FORMATS[FTM].notice
