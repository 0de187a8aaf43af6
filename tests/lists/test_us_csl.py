"""The Consolidated Screening List, as CSV and as JSON."""

import json

import pytest

from tests.lists.conftest import by_reference, read, sample
from watchlist.errors import ListError
from watchlist.lists import ParsedList, parse
from watchlist.lists.csl_names import mend, read_names
from watchlist.lists.csl_type import type_of_name
from watchlist.model import AliasKind, CrossReference, Identifier, Listing, PartyType

SDN = "Specially Designated Nationals (SDN) - Treasury Department"
EL = "Entity List (EL) - Bureau of Industry and Security"
DTC = "ITAR Debarred (DTC) - State Department"
UVL = "Unverified List (UVL) - Bureau of Industry and Security"
HEADER = "_id,source,entity_number,type,programs,name,alt_names,dates_of_birth,ids"


def row(cells: str, header: str = HEADER) -> ParsedList:
    """A CSV of one row, read."""
    return parse("us-csl-csv", {"": f"{header}\n{cells}\n".encode()}, "list")


def one(cells: str) -> Listing:
    """The listing of one row."""
    (listing,) = row(cells).listings
    return listing


def test_csv_and_json_say_the_same() -> None:
    """Both files give the same listings; only the JSON says when its sources were read."""
    csv, json_ = read("us-csl-csv"), read("us-csl-json")
    assert csv.listings == json_.listings
    assert (csv.published, str(json_.published)) == (None, "2026-09-23")


def test_a_party_of_ofac_refers_to_it_and_keeps_the_lists_it_is_on() -> None:
    """Two rows of one number are one listing with the programmes and the names of both."""
    rosneft = by_reference(read("us-csl-csv"))["17022"]
    assert rosneft.references == (CrossReference("ofac", "17022"),)
    assert rosneft.programmes == (
        "UKRAINE-EO13662",
        "Sectoral Sanctions Identifications List (SSI) - Treasury Department",
        "RUSSIA-EO14024",
        SDN,
    )
    assert {alias.text for alias in rosneft.aliases} >= {"OAO ROSNEFT OIL COMPANY", "NK ROSNEFT"}


def test_the_type_that_the_list_does_not_print() -> None:
    """A name says what it is; a firm where nothing speaks for a person."""
    cases = {
        ("Abdul Qadeer Khan", EL): PartyType.PERSON,
        ("Oleg Petrovich Kuznetsov", EL): PartyType.PERSON,
        ("Igor Michurin (Russian individual)", EL): PartyType.PERSON,
        ("John Q. Unheardofname", DTC): PartyType.PERSON,
        ("Joel Robert Stone", DTC): PartyType.PERSON,
        ("AL NASER AIRLINES", DTC): PartyType.ORGANIZATION,
        ("Aero Systems, Inc.", DTC): PartyType.ORGANIZATION,
        ("Elmont AG", DTC): PartyType.ORGANIZATION,
        ("Mohammad Hassan Trading", EL): PartyType.ORGANIZATION,
        ("Qadeer Abdul (QA)", EL): PartyType.ORGANIZATION,
        ("Mohammad Hassan", UVL): PartyType.ORGANIZATION,
        ("Huawei", EL): PartyType.ORGANIZATION,
        ("27th Scientific Center", EL): PartyType.ORGANIZATION,
        ("Xanadu Qwertz", EL): PartyType.ORGANIZATION,
    }
    assert {case: type_of_name(*case) for case in cases} == cases


@pytest.mark.parametrize(
    ("cell", "names", "parent", "tie"),
    [
        ("Asia-Invest LLC and any successor, sub-unit, or subsidiary thereof", ["Asia-Invest LLC"], "", ""),
        ("CASC First Academy, and its sub-units and successors", ["CASC First Academy"], "", ""),
        ("Ningbo Vet Co., Ltd. and any successor, subunit, or subsidiary thereof", ["Ningbo Vet Co., Ltd."], "", ""),
        ("Donetsk People?s Republic", ["Donetsk People's Republic"], "", ""),
        ("Xi?an Huawei Technologies", ["Xi'an Huawei Technologies"], "", ""),
        ("OOO ?STG?EKO?", ["OOO STG EKO"], "", ""),
        ("CAST Xi\x92an Factory", ["CAST Xi’an Factory"], "", ""),
        ("LTS Ltd. (f.k.a. IPP Ltd.)", ["LTS Ltd.", "former: IPP Ltd."], "", ""),
        ("Gazprom Telekom, OOO (f.k.a., Gaztelekom)", ["Gazprom Telekom, OOO", "former: Gaztelekom"], "", ""),
        ("Mexpar, Inc. (a.k.a. Pasadena; Aviation Supply)", ["Mexpar, Inc.", "Pasadena", "Aviation Supply"], "", ""),
        ("PEARL (A.K.A. NEI-CHIEN CHU) LI", ["PEARL LI", "NEI-CHIEN CHU"], "", ""),
        ("FUYI SUN A/K/A FRANK SUN", ["FUYI SUN", "FRANK SUN"], "", ""),
        ("Chitron Ltd., a.k.a. Chi-Chung Ltd. (Shenzhen)", ["Chitron Ltd.", "Chi-Chung Ltd. (Shenzhen)"], "", ""),
        ("Huawei.  Affiliated Entity:  Huawei Marine", ["Huawei Marine"], "Huawei", "Affiliated entity of"),
        ("CETC 13.  Subordinate Institution - MT Systems", ["MT Systems"], "CETC 13", "Subordinate institution of"),
        ("PAEC, and subordinate entity NDC", ["NDC", "PAEC"], "PAEC", "Subordinate entity of"),
        ("Department of Atomic Energy entity: BARC", ["BARC"], "Department of Atomic Energy", "Entity of"),
        ("Baotou (Parent Organization: CNNC (China))", ["Baotou"], "CNNC (China)", "Parent Organization"),
        ("Ministry of Defence, including the Army.  This includes the navy.", ["Ministry of Defence"], "", ""),
        ("Brand Affiliated Supply and Subsidiary Bank", ["Brand Affiliated Supply and Subsidiary Bank"], "", ""),
    ],
)
def test_names_of_one_cell(cell: str, names: list[str], parent: str, tie: str) -> None:
    """What stands in a name cell beside the name becomes names of its own, or the parent."""
    found = read_names(cell, ())
    assert [f"{'former: ' * name.former}{name.text}" for name in found.names] == names
    assert (found.parent, found.tie) == (parent, tie)


def test_further_names() -> None:
    """The last of several begins with "and"; former and trade names are marked in front; none comes twice."""
    found = read_names("Posis", ("F.K.A. Osis", "DBA Behover", "and Posis", "and BAMTRI", "and", "N/A"))
    assert [(name.text, name.former) for name in found.names] == [
        ("Posis", False),
        ("Osis", True),
        ("Behover", False),
        ("BAMTRI", False),
    ]


def test_what_is_taken_out_of_a_name_stays_in_the_remarks() -> None:
    """The cell as printed can be read beside the entry."""
    listings = by_reference(read("us-csl-csv"))
    assert listings["5b5a" * 10].remarks == "Kata'ib Hezbollah and any successor, sub-unit, or subsidiary thereof"
    assert listings["3c7d" * 10].remarks == ""
    assert mend("?Zaliv?") == "Zaliv"


def test_strength_that_the_list_does_not_print() -> None:
    """OFAC writes a person's nicknames without a comma: they do not become strong by way of this list."""
    listing = one('9,X,9,Individual,SDGT,"KHAN, A","KHAN, Abdul; ABU SUFIAN; Khattab",,')
    assert [alias.kind for alias in listing.aliases] == [
        AliasKind.PRIMARY,
        AliasKind.STRONG,
        AliasKind.WEAK,
        AliasKind.WEAK,
    ]


def test_documents_of_a_cell() -> None:
    """Country, expiry, issue, number and kind, some of them missing, and a number with a semicolon."""
    ids = (
        "JO, 2014-08-30, 2009-08-31, K475336, Passport; 123; 456, Registration Number; Male, Gender; "
        "Korea, North, Nationality of Registration; IMO 9161003, Vessel Registration Identification"
    )
    listing = one(f'9,X,9,Entity,SDGT,A,,,"{ids}"')
    assert listing.identifiers == (
        Identifier("Passport", "K475336", "JO"),
        Identifier("Registration Number", "123; 456"),
        Identifier("IMO", "9161003"),
    )
    assert (listing.gender, listing.countries) == ("male", ("KP",))


def test_dates_of_birth() -> None:
    """In numbers, in words, estimated, as a range; what is no date is said."""
    births = one("9,X,9,Individual,SDGT,A,,1952-10-07; 1966; circa 1951; 1961 to 1963,").births
    assert [(str(birth.earliest), str(birth.latest), birth.circa) for birth in births] == [
        ("1952-10-07", "1952-10-07", False),
        ("1966-01-01", "1966-12-31", False),
        ("1951-01-01", "1951-12-31", True),
        ("1961-01-01", "1963-12-31", False),
    ]
    assert row("9,X,9,Individual,SDGT,A,,spring,").warnings == ("no date of birth in 'spring' ×1",)


def test_an_entry_without_an_id_is_not_merged_with_another() -> None:
    """It gets one of its own, made from its name, and that is said."""
    parsed = row(",EL,,,,First Company,,,\n,EL,,,,Second Company,,,")
    assert len({listing.id for listing in parsed.listings}) == 2
    assert parsed.warnings[0] == "'First Company' has no id; it is called by a digest of its name ×1"


def test_columns_by_name() -> None:
    """Another order and ``id`` for ``_id`` give the same; a new column is reported, a lost one refuses the list."""
    header = "id,name,source,entity_number,type,programs,alt_names,dates_of_birth,ids,colour"
    parsed = row("9,A,X,9,Entity,SDGT,,,,red", header)
    assert parsed.listings == row("9,X,9,Entity,SDGT,A,,,").listings
    assert parsed.unknown == ("column 'colour' ×1",)
    for lost in ("_id", "name", "entity_number"):
        with pytest.raises(ListError, match=f"no column '{lost}'"):
            row("", HEADER.replace(lost, "other"))


def test_a_page_of_a_search_is_not_the_list() -> None:
    """The API's answers look like the file, but say that there is more."""
    whole = json.loads(sample("us-csl-json")[""])
    with pytest.raises(ListError, match="one page of a search"):
        parse("us-csl-json", {"": json.dumps({**whole, "total": 20_000}).encode()}, "list")


def test_new_keys_and_values_are_reported() -> None:
    """Of an entry, of a document, of the frame; a label that no table knows; a type that is none."""
    whole = json.loads(sample("us-csl-json")[""])
    first = whole["results"][0]
    first |= {"colour": "red", "type": "Network", "alt_names": [{"text": "A"}]}
    first["ids"] = [{"type": "Shoe Size", "number": "44", "country": None, "new": 1}]
    parsed = parse("us-csl-json", {"": json.dumps({**whole, "licence": "public"}).encode()}, "list")
    assert parsed.unknown == (
        "/licence ×1",
        "/results/alt_names ×1",
        "/results/colour ×1",
        "/results/ids/new ×1",
        "label 'Shoe Size' ×1",
        "type 'Network' ×1",
    )
