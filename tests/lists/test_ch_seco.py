"""Switzerland's list: names out of parts and spellings, what is de-listed, what stands elsewhere in the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.lists.conftest import by_reference, read, sample
from watchlist.errors import ListError
from watchlist.lists import ParsedList, parse
from watchlist.model import AliasKind, CrossReference, Identifier, Listing, PartyType, Relation

WEAK = AliasKind.WEAK


def changed(*pairs: tuple[str, str]) -> ParsedList:
    """The sample with words replaced, read."""
    text = sample("ch-seco-xml")[""].decode()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return parse("ch-seco-xml", {"": text.encode()}, "list")


def named(parts: str, body: str = "individual", kind: str = "alias") -> list[tuple[str, AliasKind]]:
    """The names that a name of these parts makes, beside the one that is primary."""
    text = f"""<swiss-sanctions-list list-type="whole-list" date="2026-08-27"><target ssid="1"><{body}>
      <identity main="true"><name name-type="primary-name" quality="good"><name-part order="1"
      name-part-type="whole-name"><value>Somebody Else</value></name-part></name><name name-type="{kind}"
      quality="good">{parts}</name></identity></{body}></target></swiss-sanctions-list>"""
    parsed = parse("ch-seco-xml", {"": text.encode()}, "list")
    assert parsed.unknown == ()
    return [(alias.text, alias.kind) for alias in parsed.listings[0].aliases[1:]]


def part(order: int, kind: str, value: str, *spellings: tuple[str, str]) -> str:
    """A part of a name with its spellings: script, text."""
    variants = "".join(f'<spelling-variant script="{script}">{text}</spelling-variant>' for script, text in spellings)
    return f'<name-part order="{order}" name-part-type="{kind}"><value>{value}</value>{variants}</name-part>'


def test_spellings_of_the_parts_make_names_script_by_script() -> None:
    """Each with each in Latin; Cyrillic without the part that has no Cyrillic spelling; a title is no name."""
    lukashenka = by_reference(read("ch-seco-xml"))["43926"]
    assert [alias.text for alias in lukashenka.aliases] == [
        "Lukashenka Aliaksandr Ryhoravich",
        "Lukashenko Aliaksandr Ryhoravich",
        "Lukashenka Aleksandr Ryhoravich",
        "Lukashenko Aleksandr Ryhoravich",
        "ЛУКАШЕНКО Александр",
        "Batka",
    ]
    assert (lukashenka.aliases[4].script, lukashenka.aliases[4].family) == ("CYRL", "ЛУКАШЕНКО")
    assert lukashenka.roles == ("President", "President of the Republic of Belarus")


def test_a_lone_part_of_a_name_is_weak() -> None:
    """The list prints spellings of a given name as names of good quality: they are no names of anybody."""
    strong = [("Abu Hamza", AliasKind.STRONG)]
    assert named(part(1, "given-name", "Mohammed")) == [("Mohammed", WEAK)]
    assert named(part(1, "family-name", "al-Asad")) == [("al-Asad", WEAK)]
    assert named(part(1, "given-name", "Abu Hamza")) == strong
    assert named(part(1, "whole-name", "Khattab")) == [("Khattab", AliasKind.STRONG)]
    assert named(part(1, "title", "Hojjatoleslam")) == []


def test_maiden_and_several_whole_names() -> None:
    """A maiden name is a former name; several whole names are one name and each a name."""
    parts = part(1, "family-name", "Putina") + part(2, "maiden-name", "Shkrebneva") + part(3, "given-name", "Lyudmila")
    assert named(parts) == [("Putina Lyudmila", AliasKind.STRONG), ("Shkrebneva Lyudmila", AliasKind.FORMER)]
    assert named(part(1, "whole-name", "JSC AvtoVAZ") + part(2, "whole-name", "AvtoVAZ"), "entity") == [
        ("JSC AvtoVAZ AvtoVAZ", AliasKind.STRONG),
        ("JSC AvtoVAZ", AliasKind.STRONG),
        ("AvtoVAZ", WEAK),
    ]


@given(st.lists(st.integers(1, 9), min_size=1, max_size=5))
def test_no_spelling_is_lost_and_no_name_explodes(counts: list[int]) -> None:
    """However many spellings the parts have: each is in a name, and there are not many more names than spellings."""
    spelled = [[f"p{number}s{one}" for one in range(count)] for number, count in enumerate(counts)]
    parts = "".join(
        part(
            number, "whole-name" if len(counts) == 1 else "given-name", texts[0], *(("LATN", one) for one in texts[1:])
        )
        for number, texts in enumerate(spelled)
    )
    names = [text for text, _ in named(parts)]
    assert {word for text in names for word in text.split()} == {one for texts in spelled for one in texts}
    assert len(names) <= 64 + sum(counts)
    assert len(set(names)) == len(names)


def test_de_listed_targets_are_told_and_not_screened() -> None:
    """The latest change decides, whatever its place; of two changes of one day the first."""
    parsed = read("ch-seco-xml")
    assert "5142" not in by_reference(parsed)
    assert parsed.warnings == ("a de-listed target is not screened ×1",)
    again = changed(('effective-date="2015-11-18"', 'effective-date="2016-03-01"'))
    assert "5142" in by_reference(again)
    assert again.warnings == ()


def test_a_relation_to_a_de_listed_target_keeps_its_name() -> None:
    """A target that is listed is pointed at; one that is not is still named."""
    assert by_reference(read("ch-seco-xml"))["45682"].relations == (
        Relation("related-to", "list:43926", "Lukashenka Aliaksandr Ryhoravich"),
        Relation("related-to", "", "Lukashenka Dzmitry Aliaksandravich"),
    )


def test_what_stands_elsewhere_in_the_file() -> None:
    """Programmes by sanctions set, in an element or an attribute, and places, which come last."""
    listings = by_reference(read("ch-seco-xml"))
    assert [listings[one].programmes for one in ("43926", "46130", "34461")] == [
        ("Belarus",),
        ("Belarus",),
        ("North Korea",),
    ]
    assert listings["43926"].birth_places == ("Kopys, Vitebsk, Belarus",)
    lost = changed(('<sanctions-set ssid="34422"', '<sanctions-set ssid="1"'))
    assert by_reference(lost)["34461"].programmes == ()
    assert "a target whose sanctions programme the file does not name ×1" in lost.warnings


def test_a_vessel_a_bank_and_a_document() -> None:
    """Numbers in the other information, a passport with its issuer, a reference of the United Nations."""
    listings = by_reference(read("ch-seco-xml"))
    ship, bank, ri = (listings[one] for one in ("34461", "46130", "35490"))
    assert (ship.type, ship.identifiers) == (PartyType.VESSEL, (Identifier("IMO", "8405270"),))
    assert bank.identifiers == (Identifier("Registration number", "100693551"), Identifier("SWIFT/BIC", "BAPBBY2X"))
    assert bank.births == ()
    assert ri.identifiers == (Identifier("passport", "381310014", "North Korea"),)
    assert ri.references == (CrossReference("un", "KPi.033"),)


@pytest.mark.parametrize(
    ("told", "kind", "number"),
    [
        ("IMO number : 9187629.", "IMO", "9187629"),
        ("State Registration number: 1027739019142", "Registration number", "1027739019142"),
        ("ОГРН/main registration number : 1027700132195", "Registration number", "1027700132195"),
        ("Taxpayer identification number: 7706107510.", "Tax identification number", "7706107510"),
        ("National identification no.: 4250585A105PB7", "National identification number", "4250585A105PB7"),
        ("Swift Investments (PVT) Ltd", "", ""),
        ("Travel ban does not apply until 15 March 2016.", "", ""),
    ],
)
def test_numbers_in_other_information(told: str, kind: str, number: str) -> None:
    """What a piece of information is about stands in front of it."""
    ship: Listing = by_reference(changed(("IMO Number: 8405270", told)))["34461"]
    assert ship.identifiers == ((Identifier(kind, number),) if kind else ())


def test_what_is_new_is_reported() -> None:
    """Kinds of names, parts, qualities, changes and objects that no table knows."""
    parsed = changed(
        ('name-type="formerly-known-as" quality="good"', 'name-type="nickname" quality="fair"'),
        ('name-part-type="father-name"><value>Ryhoravich', 'name-part-type="uncle-name"><value>Ryhoravich'),
        ('object-type="vessel"', 'object-type="submarine"'),
        ('modification-type="listed" enactment-date="2016-05-18"', 'modification-type="parked"'),
        ('calendar="Gregorian" quality="low"', 'calendar="Hijri" quality="low"'),
    )
    assert parsed.unknown == (
        "modification type 'parked' ×1",
        "name part 'uncle-name' ×1",
        "name quality 'fair' ×1",
        "name type 'nickname' ×1",
        "object type 'submarine' ×1",
    )
    assert "a date of the hijri calendar is not read ×1" in parsed.warnings
    assert by_reference(parsed)["34461"].type is PartyType.ORGANIZATION


def test_a_file_of_changes_is_not_the_list() -> None:
    """SECO offers the latest changes in the same schema."""
    with pytest.raises(ListError, match="not its whole list"):
        changed(('list-type="whole-list"', 'list-type="delta-list"'))


def test_a_target_without_any_identity_is_told() -> None:
    """Nothing but a number is nothing to screen."""
    root = etree.fromstring(sample("ch-seco-xml")[""])
    target = root.find("target[@ssid='34461']")
    assert target is not None
    target.remove(target[1])
    parsed = parse("ch-seco-xml", {"": etree.tostring(root)}, "list")
    assert "a target without any identity cannot be screened ×1" in parsed.warnings
