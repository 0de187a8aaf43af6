"""Each format, held against what a person reads in its sample."""

from dataclasses import replace
from datetime import date

import pytest

from tests.lists.conftest import by_reference, read, sample
from tests.lists.golden import GOLDEN, golden
from watchlist.lists import FORMATS, count, parse
from watchlist.model import Alias, AliasKind, BirthDate, CrossReference, Identifier, Listing, PartyType, Relation

PRIMARY, STRONG, WEAK = AliasKind.PRIMARY, AliasKind.STRONG, AliasKind.WEAK
FORMER, ABBREVIATION = AliasKind.FORMER, AliasKind.ABBREVIATION
PAGE = "https://sanctionssearch.ofac.treas.gov/Details.aspx?id="


def day(year: int, month: int, number: int) -> BirthDate:
    """A birth date known to the day."""
    return BirthDate(date(year, month, number), date(year, month, number))


def year(number: int, until: int | None = None, *, circa: bool = False) -> BirthDate:
    """A birth date known to the year, or between two years."""
    return BirthDate(date(number, 1, 1), date(until or number, 12, 31), circa)


@pytest.mark.parametrize("name", FORMATS)
def test_the_sample_gives_its_golden_file(name: str) -> None:
    """Every field of every listing of the sample, what is unknown, and what is warned of."""
    assert golden(name) == (GOLDEN / f"{name}.json").read_text(encoding="utf-8")


def test_ofac_enhanced_reads_a_person_with_every_translation() -> None:
    """Features, scripts and roles of one person, as a golden listing."""
    parsed = read("ofac-enhanced-xml")
    assert parsed.published == date(2025, 11, 26)
    assert parsed.unknown == ()
    assert by_reference(parsed)["35096"] == Listing(
        id="list:35096",
        list_name="list",
        reference="35096",
        type=PartyType.PERSON,
        aliases=(
            Alias("PUTIN, Vladimir Vladimirovich", PRIMARY, "PUTIN", "Vladimir Vladimirovich", "Latin"),
            Alias("ПУТИН, Владимир Владимирович", STRONG, "Путин", "Владимир Владимирович", "Cyrillic"),
            Alias("PUTIN, Vladimir", STRONG, "PUTIN", "Vladimir", "Latin"),
        ),
        programmes=("RUSSIA-EO14024",),
        countries=("RU",),
        births=(day(1952, 10, 7),),
        birth_places=("Leningrad, Russia",),
        gender="male",
        roles=("President of the Russian Federation",),
        listed_on=date(2022, 2, 25),
        url=f"{PAGE}35096",
        remarks="DOB 07 Oct 1952; POB Leningrad, Russia; nationality Russia; Gender Male; "
        "President of the Russian Federation.",
    )


def test_ofac_enhanced_fills_from_remarks_what_features_do_not_say() -> None:
    """Birth, citizenship and tax number stand only in the remarks; the passport stands in both and is kept once."""
    listings = by_reference(read("ofac-enhanced-xml"))
    mkrtychev, verus = listings["41736"], listings["44544"]
    assert (mkrtychev.births, mkrtychev.countries, mkrtychev.roles) == ((day(1966, 5, 7),), ("SK",), ())
    assert mkrtychev.identifiers == (Identifier("Passport", "BD3843329", "Slovakia"),)
    assert verus.identifiers == (Identifier("Tax ID No.", "9701170663", "Russia"),)
    assert verus.countries == ()
    assert [(alias.text, alias.kind) for alias in verus.aliases] == [
        ("LIMITED LIABILITY COMPANY VERUS", PRIMARY),
        ("LLC Verus", WEAK),
        ("VERUS CONSULTING GROUP", FORMER),
        ("VERUS RU", WEAK),
    ]


def test_ofac_enhanced_states_relations_once_and_only_to_listings_it_has() -> None:
    """The remark repeats the first relationship; the second one's target is on another list."""
    assert by_reference(read("ofac-enhanced-xml"))["44544"].relations == (
        Relation("Owned or Controlled By", "list:41736", "MKRTYCHEV, Ashot"),
        Relation("Acting for or on behalf of", "", "SOMEBODY ON ANOTHER LIST"),
    )


def test_ofac_enhanced_reads_a_vessel() -> None:
    """IMO number from the remarks, flag and wallet from features; a website is no identifier."""
    listings = by_reference(read("ofac-enhanced-xml"))
    ship = listings["37095"]
    assert (ship.type, ship.countries) == (PartyType.VESSEL, ("RU",))
    assert ship.identifiers == (
        Identifier("Digital Currency Address - XBT", "149w62rY42aZBox8fGcmqNsXUzSStKeq8C"),
        Identifier("IMO", "9161003"),
    )
    assert ship.relations == (Relation("Linked To", "", "TRANSMORFLOT LLC"),)
    assert listings["35096"].identifiers == ()


def test_ofac_simple_xml() -> None:
    """Title, strength, former names, the remark's link resolved by name, the declared count."""
    parsed = read("ofac-sdn-xml")
    listings = by_reference(parsed)
    shoigu, wagner, ship = listings["35173"], listings["22543"], listings["37095"]
    assert (parsed.published, parsed.declared, parsed.unknown) == (date(2025, 11, 26), 4, ())
    assert shoigu.aliases == (
        Alias("SHOIGU, Sergei Kuzhugetovich", PRIMARY, "SHOIGU", "Sergei Kuzhugetovich"),
        Alias("SHOYGU, Sergey Kuzhugetovich", STRONG, "SHOYGU", "Sergey Kuzhugetovich"),
        Alias("THE FIREMAN", WEAK, "THE FIREMAN"),
    )
    assert shoigu.roles == ("Minister of Defense of the Russian Federation",)
    assert (shoigu.gender, shoigu.countries, shoigu.births) == ("male", ("RU",), (day(1955, 5, 21),))
    assert wagner.relations == (Relation("Linked To", "list:21171", "PRIGOZHIN, Yevgeniy Viktorovich"),)
    assert [alias.kind for alias in wagner.aliases] == [PRIMARY, FORMER]
    assert ship.identifiers == (Identifier("IMO", "9161003"), Identifier("Vessel Call Sign", "UBGX3"))
    assert (ship.countries, ship.relations) == (("RU",), (Relation("Vessel Owner", "", "Transmorflot LLC"),))


def test_ofac_simple_xml_in_any_namespace() -> None:
    """The namespace of before May 2024, none and one of tomorrow give the same listings; what is new is told."""
    text = sample("ofac-sdn-xml")[""].decode()
    today = ' xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML"'
    told = {' xmlns="http://tempuri.org/sdnList.xsd"': (), "": ("namespace (none) ×1",)}
    told[' xmlns="https://ofac.example/2031"'] = ("namespace https://ofac.example/2031 ×1",)
    for namespace, unknown in told.items():
        other = text.replace(today, namespace)
        assert other != text
        parsed = parse("ofac-sdn-xml", {"": other.encode()}, "list")
        assert parsed == replace(read("ofac-sdn-xml"), unknown=unknown)


def test_ofac_csv_joins_its_files() -> None:
    """Alternate names, several programmes, remarks that go on in the comments file in the middle of a name."""
    parsed = read("ofac-csv")
    listings = by_reference(parsed)
    assert parsed.warnings == ("alternate names of entries that the primary file does not hold ×1",)
    assert listings["15458"].programmes == ("SDGT", "NPWMD", "IFSR")
    assert listings["15458"].type is PartyType.AIRCRAFT
    assert listings["15458"].identifiers == (Identifier("Aircraft Manufacturer's Serial Number (MSN)", "24363"),)
    assert listings["20157"].roles == ("Supreme Leader", "Chairman of the Workers' Party of Korea")
    assert listings["20157"].aliases == (
        Alias("KIM, Jong Un", PRIMARY, "KIM", "Jong Un"),
        Alias("KIM, Jong-un", STRONG, "KIM", "Jong-un"),
        Alias("RESPECTED COMRADE", WEAK),
    )
    assert listings["28264"].aliases[1:] == (Alias("snowsjohn", WEAK),)
    assert listings["28264"].relations == (Relation("Linked To", "list:27307", "LAZARUS GROUP"),)
    assert len([one for one in listings["28264"].identifiers if one.kind.startswith("Digital Currency")]) == 12
    assert listings["37095"].countries == ("RU",)


def test_ofac_csv_keeps_the_rank_of_a_name_that_remarks_repeat() -> None:
    """OFFICE 91 is a former name by its column; the quotes in the remarks do not make it weak."""
    lazarus = by_reference(read("ofac-csv"))["27307"]
    assert [(alias.text, alias.kind) for alias in lazarus.aliases] == [
        ("LAZARUS GROUP", PRIMARY),
        ("OFFICE 91", FORMER),
        ("HIDDEN COBRA", WEAK),
    ]


def test_ofac_csv_primary_file_alone() -> None:
    """Without the comments file the cut name at the end of long remarks is left out, with a warning."""
    parsed = parse("ofac-csv", {"sdn": sample("ofac-csv")["sdn"]}, "list")
    assert len(parsed.listings) == 6
    assert [alias.text for alias in by_reference(parsed)["28264"].aliases] == ["LI, Jiadong"]
    assert parsed.warnings == (
        "remarks of 1 entries are cut short: the comments file was not given ×1",
        "there is no file alt anywhere in it: have names moved? ×1",
    )


def test_un() -> None:
    """Names in reading order, cells with several names, partial births, a reference with a trailing space."""
    parsed = read("un-xml")
    assert (parsed.published, parsed.unknown, parsed.warnings) == (date(2026, 2, 27), (), ())
    listings = by_reference(parsed)
    shekau = listings["QDi.322"]
    assert shekau == Listing(
        id="list:QDi.322",
        list_name="list",
        reference="QDi.322",
        type=PartyType.PERSON,
        aliases=(
            Alias("ABUBAKAR MOHAMMED SHEKAU", PRIMARY),
            Alias("أبو بكر محمد الشكوى", STRONG),
            Alias("Abubakar Shekau", STRONG),
            Alias("Abu Bakr Shekau", STRONG),
            Alias("Shekau", WEAK),
        ),
        programmes=("Al-Qaida",),
        countries=("NG",),
        births=(year(1969), year(1965, 1975)),
        birth_places=("Shekau Village, Yobe State, Nigeria",),
        gender="male",
        roles=("Imam", "Sheikh", "Leader of Boko Haram"),
        references=(CrossReference("un", "QDi.322"),),
        listed_on=date(2014, 6, 26),
        remarks=shekau.remarks,
    )
    ri = listings["KPi.033"]
    assert ri.births == (BirthDate(date(1964, 7, 17), date(1964, 7, 17), circa=True),)
    assert ri.identifiers == (Identifier("Passport", "381310014", "Democratic People's Republic of Korea"),)
    assert (ri.countries, [alias.text for alias in ri.aliases]) == (("KP",), ["RI WON HO"])
    assert [alias.kind for alias in listings["QDe.138"].aliases] == [PRIMARY, STRONG, FORMER]


def test_eu() -> None:
    """The display name first, quality in the remark before the flag, no nationality from an address, no Hijri date."""
    parsed = read("eu-fsf-xml")
    assert (parsed.published, parsed.unknown, parsed.warnings) == (date(2026, 5, 1), (), ())
    assert by_reference(parsed)["EU.3010.10"] == Listing(
        id="list:EU.3010.10",
        list_name="list",
        reference="EU.3010.10",
        type=PartyType.PERSON,
        aliases=(
            Alias("Abubakar Mohammed Shekau", STRONG, "Shekau", "Abubakar Mohammed", language="en"),
            Alias("Shekau", WEAK),
            Alias("أبو بكر محمد الشكوى", WEAK, language="ar"),
        ),
        programmes=("TAQA",),
        countries=("NG",),
        births=(year(1969), year(1965, 1975, circa=True)),
        birth_places=("Shekau Village, Yobe State, NIGERIA",),
        gender="male",
        roles=("Leader of Boko Haram", "Imam", "Sheikh"),
        identifiers=(Identifier("passport", "A0123456", "NG"),),
        references=(CrossReference("un", "QDi.322"),),
        listed_on=date(2014, 7, 11),
        url="https://eur-lex.europa.eu/legal-content/EN/TXT/PDF/?uri=OJ:L:2019:097:FULL",
        remarks="Date of UN designation: 26.6.2014",
    )


def test_eu_enterprise_without_a_reference_number() -> None:
    """The logical id stands in; a legal form is no role; a company's IMO number is an identifier."""
    wagner = by_reference(read("eu-fsf-xml"))["152064"]
    assert (wagner.type, wagner.name, wagner.roles) == (PartyType.ORGANIZATION, "Wagner Group", ())
    assert wagner.identifiers == (Identifier("IMO", "9161003"),)
    assert wagner.listed_on == date(2021, 12, 13)


def test_uk_xml() -> None:
    """The full schema of a person: name parts, blank strength, placeholders in dates, itemised positions."""
    parsed = read("uk-xml")
    assert (parsed.published, parsed.unknown, parsed.warnings) == (date(2026, 8, 22), (), ())
    assert by_reference(parsed)["RUS0251"] == Listing(
        id="list:RUS0251",
        list_name="list",
        reference="RUS0251",
        type=PartyType.PERSON,
        aliases=(
            Alias("Vladimir Vladimirovich PUTIN", PRIMARY, "PUTIN", "Vladimir Vladimirovich"),
            Alias("Vladimir Putin", STRONG, "Putin", "Vladimir"),
            Alias("Volodya", WEAK, "Volodya"),
            Alias("Vladimir PLATOV", WEAK, "PLATOV", "Vladimir"),
            Alias("Владимир Владимирович Путин", STRONG, script="Cyrillic", language="Russian"),
        ),
        programmes=("The Russia (Sanctions) (EU Exit) Regulations 2019",),
        countries=("RU",),
        births=(day(1952, 10, 7), year(1953), BirthDate(date(1952, 10, 1), date(1952, 10, 31))),
        birth_places=("Leningrad, Russia",),
        gender="male",
        roles=("President of the Russian Federation", "Commander-in-Chief"),
        identifiers=(Identifier("Passport", "100000001"), Identifier("National Identifier", "781000000001")),
        references=(CrossReference("ofsi", "14196"),),
        listed_on=date(2022, 2, 25),
        remarks="President of the Russian Federation.\nVladimir Putin is the President of the Russian Federation.",
    )


def test_uk_xml_organisation_and_ship() -> None:
    """Blank strength of short names, relations by name and resolved inside the list, IMO and flag."""
    listings = by_reference(read("uk-xml"))
    wagner, ship = listings["RUS0788"], listings["RUS9001"]
    assert [alias.kind for alias in wagner.aliases] == [PRIMARY, ABBREVIATION, WEAK, STRONG]
    assert wagner.relations == (
        Relation("Parent company", "", "Concord Management and Consulting LLC"),
        Relation("Subsidiary", "", "Meroe Gold"),
        Relation("Subsidiary", "", "Lobaye Invest"),
    )
    assert ship.relations == (Relation("Current owner/operator", "list:RUS0788", "Wagner Group"),)
    assert (ship.identifiers, ship.countries) == ((Identifier("IMO", "9161003"),), ("RU",))
    assert ship.references == (CrossReference("un", "QDe.138"),)


def test_uk_csv_groups_rows_by_unique_id() -> None:
    """The CSV says of the same designations what the XML says, as far as its sample goes."""
    parsed = read("uk-csv")
    assert (parsed.published, parsed.unknown, len(parsed.listings)) == (date(2026, 8, 22), (), 3)
    putin = by_reference(parsed)["RUS0251"]
    from_xml = by_reference(read("uk-xml"))["RUS0251"]
    assert [alias for alias in from_xml.aliases if alias.text != "Vladimir PLATOV"] == list(putin.aliases)
    assert putin.births == (day(1952, 10, 7), year(1953))
    assert (putin.countries, putin.birth_places, putin.gender) == (("RU",), ("Leningrad, Russia",), "male")
    assert putin.identifiers == (Identifier("Passport", "100000001"),)
    ship = by_reference(parsed)["RUS9001"]
    assert ship.relations == by_reference(read("uk-xml"))["RUS9001"].relations


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_sample(name: str) -> None:
    """A line in the table comes with a sample that holds listings."""
    assert count(read(name)).listings > 0
