"""Canada's list: both schemas, derived references, cells with several names, dates of every kind."""

import re
from datetime import date

import pytest

from tests.lists.conftest import read, sample
from watchlist.lists import ParsedList, parse
from watchlist.lists.inline_names import inline_names, titled_names
from watchlist.lists.loose_dates import loose_births
from watchlist.model import Alias, AliasKind, BirthDate, Identifier, Listing, PartyType

PRIMARY, STRONG, WEAK, FORMER = AliasKind.PRIMARY, AliasKind.STRONG, AliasKind.WEAK, AliasKind.FORMER


def named(parsed: ParsedList) -> dict[str, Listing]:
    """Listings by name; of twins the last."""
    return {listing.name: listing for listing in parsed.listings}


def texts(listing: Listing) -> list[tuple[str, AliasKind]]:
    """Names with their kinds."""
    return [(alias.text, alias.kind) for alias in listing.aliases]


def test_a_person_with_languages_inline() -> None:
    """One word is a weak name, what a label says of the language stays with the name, two dates are two births."""
    parsed = read("ca-sema-xml")
    assert (parsed.published, parsed.declared, parsed.unknown, parsed.warnings) == (None, None, (), ())
    listing = parsed.listings[0]
    assert listing == Listing(
        id=f"list:{listing.reference}",
        list_name="list",
        reference="x959f910cd6fe",
        type=PartyType.PERSON,
        aliases=(
            Alias("Aleksandr Grigoryevich LUKASHENKO", PRIMARY, "LUKASHENKO", "Aleksandr Grigoryevich"),
            Alias("Alyaksandr Ryhoravich LUKASHENKA", STRONG),
            Alias("Lukashenka", WEAK),
            Alias("Аляксандр Рыгоравіч Лукашэнка", STRONG, language="Belarusian"),
            Alias("Александр Григорьевич Лукашенко", STRONG, language="Russian"),
        ),
        programmes=("Belarus / Bélarus",),
        births=tuple(BirthDate(date(1954, 8, day), date(1954, 8, day)) for day in (30, 31)),
        listed_on=date(2020, 9, 28),
        remarks="Schedule 1, Part 1, item 8",
    )


def test_spellings_titles_and_spreadsheet_dates() -> None:
    """Two spellings of a family name are two names; the English half of a title is a role; 27214 is a day of 1974."""
    listing = named(read("ca-sema-xml"))["Aleksey Aleksandrovich DIKIY"]
    assert [(alias.family, alias.kind) for alias in listing.aliases] == [("DIKIY", PRIMARY), ("DIKY", STRONG)]
    assert listing.roles == ("Major General",)
    assert listing.births == (BirthDate(date(1974, 7, 4), date(1974, 7, 4)),)


def test_an_organisation_and_a_ship() -> None:
    """French names, abbreviations, other and former names; an IMO number makes a ship, its building no birth."""
    listings = named(read("ca-sema-xml"))
    assert texts(listings["Islamic Revolutionary Guard Corps"])[:3] == [
        ("Islamic Revolutionary Guard Corps", PRIMARY),
        ("IRGC", AliasKind.ABBREVIATION),
        ("Corps des Gardiens de la Révolution islamique", STRONG),
    ]
    wagner = listings["Wagner Group"]
    assert texts(wagner)[1:] == [
        ("PMC Wagner", STRONG),
        ("Liga", WEAK),
        ("Группа Вагнера", STRONG),
        ("ЧВК «Вагнер»", STRONG),
        ("Concord Group, LLC", STRONG),
        ("Wagner Centre", STRONG),
        ("Liga Centre", FORMER),
    ]
    assert (wagner.type, wagner.listed_on) == (PartyType.ORGANIZATION, date(2022, 3, 9))
    ship = listings["Lady R"]
    assert (ship.type, ship.births, ship.identifiers) == (PartyType.VESSEL, (), (Identifier("IMO", "9161003"),))


def test_the_schema_of_2020_gives_the_same_references() -> None:
    """Other names of elements, schedules and items renamed, an alias more, another order: the same references."""
    new = sample("ca-sema-xml")[""].decode()
    old = new.replace("EntityOrShip>", "Entity>").replace("DateOfBirthOrShipBuildDate>", "DateOfBirth>")
    old = re.sub(r"<Schedule>[^<]*<", "<Schedule>2<", old).replace("TitleOrShip>", "Title>")
    old = old.replace("<Aliases>", "<Aliases>Somebody Else, ").replace("LUKASHENKO<", "Lukashenko<")
    records = re.findall(r"\t<record>.*?</record>\n", old, re.DOTALL)
    for entry in records:
        old = old.replace(entry, "", 1)
    old = old.replace("</data-set>", "".join(reversed(records)) + "</data-set>")
    parsed = parse("ca-sema-xml", {"": old.encode()}, "list")
    assert parsed.unknown == ()
    assert {one.reference: one.listed_on for one in parsed.listings} == {
        one.reference: one.listed_on for one in read("ca-sema-xml").listings
    }


def test_twins_are_two_listings_whatever_their_order() -> None:
    """The earlier listed of two entries of one name keeps the plain reference; alone it has the same."""
    twins = [one for one in read("ca-sema-xml").listings if one.name == "Sergey Ivanovich MENYAILO"]
    assert len({one.reference for one in twins}) == 2
    text = sample("ca-sema-xml")[""].decode()
    later = next(one for one in re.findall(r"\t<record>.*?</record>\n", text, re.DOTALL) if "<Item>300<" in one)
    alone = named(parse("ca-sema-xml", {"": text.replace(later, "").encode()}, "list"))["Sergey Ivanovich MENYAILO"]
    assert alone.reference == next(one.reference for one in twins if one.listed_on == date(2014, 3, 17))


def span(first: str, last: str = "", *, circa: bool = False) -> BirthDate:
    """A birth date between two days."""
    return BirthDate(date.fromisoformat(first), date.fromisoformat(last or first), circa)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1972-08-26 or 1974-05-31", (span("1972-08-26"), span("1974-05-31"))),
        ("1963-1964", (span("1963-01-01", "1964-12-31"),)),
        ("1963 or 1964", (span("1963-01-01", "1963-12-31"), span("1964-01-01", "1964-12-31"))),
        ("1965-03", (span("1965-03-01", "1965-03-31"),)),
        ("Approximately 1960", (span("1960-01-01", "1960-12-31", circa=True),)),
        ("born in the early 1970s", (span("1970-01-01", "1973-12-31", circa=True),)),
        ("Sep-99", (span("1999-09-01", "1999-09-30"),)),
        ("4/11/63", (span("1963-11-04"),)),
        ("31801", (span("1987-01-24"),)),
        ("a) 1958 b) 24/05/1960", (span("1958-01-01", "1958-12-31"), span("1960-05-24"))),
        ("between 1958 and 1963", (span("1958-01-01", "1963-12-31"),)),
        ("12 Mar. 1965 to 31 Dec 1966", (span("1965-03-12", "1966-12-31"),)),
        ("March 12, 1965", (span("1965-03-12"),)),
        ("3/13/1970\xa0", (span("1970-03-13"),)),
        ("24/06/1402", ()),
        ("unknown", ()),
        ("", ()),
    ],
)
def test_births_in_loose_cells(text: str, expected: tuple[BirthDate, ...]) -> None:
    """What people type into a cell for a birth date."""
    assert loose_births(text) == expected


@pytest.mark.parametrize(
    ("cell", "person", "expected"),
    [
        ("Rahim Safavi, سید یحیی صفوی", True, ["Rahim Safavi", "سید یحیی صفوی"]),
        ("Research and Production Centre; АО «Кант» and НПП «Кант»", False,
         ["Research and Production Centre", "АО «Кант»", "НПП «Кант»"]),
        ("Ivan Petrov and Petr Ivanov or Vanya", True, ["Ivan Petrov", "Petr Ivanov", "Vanya"]),
        ("Mohammed Ali, Jr., (Mo)", True, ["Mohammed Ali, Jr.", "Mo"]),
        ("Ромашка, ООО; LLC", False, ["Ромашка, ООО"]),
        ("DHKP/C, Front/Organisation", False, ["DHKP/C", "Front", "Organisation"]),
        ("Plant (maker of pipes, tubes)", False, ["Plant (maker of pipes, tubes)"]),
        ("Минобороны); Air- ship", False, ["Минобороны", "Air-ship"]),
        (" ; , ", False, []),
    ],
)  # fmt: skip
def test_names_in_one_cell(cell: str, person: bool, expected: list[str]) -> None:
    """Separators divide names, but not the parts of one."""
    assert [name.text for name in inline_names(cell, person=person)] == expected


def test_a_bracket_abbreviates_only_with_the_initials_of_the_name() -> None:
    """SADRA is no abbreviation of its name's words and stays where it is; a legal form is no name."""
    assert [one.text for one in titled_names("Marine Industrial Company (SADRA)")] == [
        "Marine Industrial Company (SADRA)"
    ]
    assert [one.text for one in titled_names("Marine Industries (MI) Ltd.")] == ["Marine Industries Ltd.", "MI"]
    assert [one.text for one in titled_names("Just So Company (JSC)")] == ["Just So Company (JSC)"]
