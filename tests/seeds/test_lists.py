"""The sample lists: every format is read whole, and holds the parties that everything else relies on."""

import re

import pytest

from tests.seeds.samples import OFFLINE, SAMPLES, SEEDS, first_file, listing_ids, parsed
from watchlist.model import Listing, PartyType

NAMED_PARTIES = (
    "us-ofac-sdn:35096",  # Vladimir Putin
    "uk-sanctions:RUS0251",
    "eu-fsf:EU.7510.16",
    "us-ofac-sdn:20157",  # Kim Jong Un
    "us-ofac-sdn:35173",  # Sergei Shoigu
    "uk-sanctions:RUS0689",
    "eu-fsf:EU.7370.6",
    "us-ofac-sdn:22543",  # PMC Wagner
    "uk-sanctions:RUS1090",
    "eu-fsf:EU.9992.69",
    "us-ofac-sdn:21171",  # Yevgeniy Prigozhin
    "us-ofac-sdn:17022",  # Rosneft
    "us-ofac-sdn:4695",  # Hamas
    "us-ofac-sdn:4697",  # Hizballah
    "un-sc:QDe.004",  # Al-Qaida
    "us-ofac-sdn:6636",  # Taliban
    "un-sc:QDe.138",  # Boko Haram
    "us-ofac-sdn:9760",  # Alexander Lukashenko
    "us-ofac-sdn:12735",  # Bashar al-Assad
    "us-ofac-sdn:35233",  # Sergei Lavrov
    "us-ofac-sdn:35320",  # Dmitry Sergeevich Peskov, the press secretary
    "uk-sanctions:RUS1770",  # Dmitry Nikolaevich Peskov
    "us-ofac-sdn:37509",  # Maria Zakharova
    "us-ofac-sdn:31926",  # Nord Stream 2 AG
    "us-ofac-sdn:27307",  # Lazarus Group
    "un-sc:KPe.001",  # KOMID
    "us-ofac-sdn:41736",  # Ashot Mkrtychev and his three firms
    "us-ofac-sdn:44544",
    "us-ofac-sdn:44578",
    "us-ofac-sdn:44579",
)


# What opens one entry in the first file of a format: rows of CSV are counted by their ids.
ENTRY = {
    "ofac-enhanced-xml": r"<entity id=",
    "ofac-sdn-xml": r"<sdnEntry>",
    "ofac-csv": r"(?m)^\d+,",
    "un-xml": r"<(?:INDIVIDUAL|ENTITY)>",
    "eu-fsf-xml": r"<sanctionEntity ",
    "uk-xml": r"<Designation>",
    "ch-seco-xml": r"<target ",
    "us-csl-json": r'"source_list_url":',
    "uk-csv": r"(?m)^[\d/]+,([A-Z]{3}\d{4}),",
}


def listing(format_name: str, reference: str) -> Listing:
    """A listing of a sample by its reference."""
    return next(each for each in parsed(format_name).listings if each.reference == reference)


@pytest.mark.parametrize("format_name", SAMPLES)
def test_every_sample_is_read_whole(format_name: str) -> None:
    """A dozen listings or a few, as many as a plain search counts, and nothing in it that the reader does not know."""
    found = parsed(format_name)
    text = first_file(format_name).decode()
    opened = re.findall(ENTRY[format_name], text)
    assert 10 <= len(found.listings) <= 50
    assert len(found.listings) == (len(set(opened)) if format_name == "uk-csv" else len(opened))
    assert found.declared in {None, len(found.listings)}
    assert found.unknown == ()
    assert found.warnings == ()


def test_no_sample_is_forgotten() -> None:
    """Every file of the folder belongs to one of the samples above."""
    folder = SEEDS / "lists"
    known = {path for _, paths in SAMPLES.values() for path in paths.values()}
    assert {str(file.relative_to(folder)) for file in folder.rglob("*.*") if file.is_file()} == known


@pytest.mark.parametrize("listing_id", NAMED_PARTIES)
def test_the_parties_that_the_samples_promise_are_there(listing_id: str) -> None:
    """README, configuration and tests name these by their real ids."""
    assert listing_id in listing_ids()


@pytest.mark.parametrize("reference", ["44544", "44578", "44579"])
def test_the_three_firms_belong_to_mkrtychev(reference: str) -> None:
    """The network that OFAC designated on 16 August 2023 hangs together by the list's own relations."""
    firm = listing("ofac-enhanced-xml", reference)
    assert [relation.target for relation in firm.relations] == ["us-ofac-sdn:41736"]
    assert firm.programmes == ("DPRK",)


@pytest.mark.parametrize("format_name", OFFLINE)
def test_samples_say_when_they_were_published(format_name: str) -> None:
    """Coverage shows the age of a list, also of a sample."""
    assert parsed(format_name).published is not None


@pytest.mark.parametrize(
    ("format_name", "reference", "native"),
    [
        ("ofac-enhanced-xml", "20157", "김정은"),
        ("ofac-enhanced-xml", "9345", "조선광업개발무역회사"),
        ("ofac-enhanced-xml", "29299", "新疆生产建设兵团"),
        ("ofac-enhanced-xml", "13071", "山口組"),
        ("ofac-enhanced-xml", "4697", "حزب الله"),
        ("un-xml", "QDe.004", "القاعدة"),
        ("eu-fsf-xml", "EU.5971.83", "Александр Григорьевич ЛУКАШЕНКО"),
        ("uk-xml", "RUS3064", "Роснефть"),
        ("uk-csv", "RUS3064", "Роснефть"),
    ],
)
def test_names_stand_in_their_own_script(format_name: str, reference: str, native: str) -> None:
    """Formats that carry native names carry them in the sample."""
    assert native in {alias.text for alias in listing(format_name, reference).aliases}


@pytest.mark.parametrize("format_name", ["ofac-enhanced-xml", "ofac-sdn-xml", "ofac-csv"])
def test_the_three_ofac_formats_agree(format_name: str) -> None:
    """One authority, three ways of writing: type, programmes, identifiers and Latin names are the same."""
    reference = {each.reference: each for each in parsed("ofac-enhanced-xml").listings}
    for each in parsed(format_name).listings:
        whole = reference[each.reference]
        assert (each.type, sorted(each.programmes)) == (whole.type, sorted(whole.programmes))
        assert {one.value for one in each.identifiers} == {one.value for one in whole.identifiers}
        assert {one.text for one in each.aliases} <= {one.text for one in whole.aliases}


def test_the_two_uk_formats_agree() -> None:
    """The same designations, whichever of the two files is read."""
    xml = {each.reference: each for each in parsed("uk-xml").listings}
    for each in parsed("uk-csv").listings:
        other = xml.pop(each.reference)
        assert {alias.text for alias in each.aliases} == {alias.text for alias in other.aliases}
        assert (each.type, each.births, each.identifiers) == (other.type, other.births, other.identifiers)
    assert xml == {}


def test_all_types_of_party_are_there() -> None:
    """Persons, organisations, vessels and aircraft, so that the first run shows each."""
    types = {each.type for name in OFFLINE for each in parsed(name).listings}
    assert types == set(PartyType)
