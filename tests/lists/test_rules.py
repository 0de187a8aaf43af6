"""The pure rules: dates, countries, names, remarks, the gate, counts, the user's own parties."""

import string
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lists.conftest import read
from watchlist.lists import Expected, OwnParty, ParsedList, Stop, count, gate, own_listings
from watchlist.lists.countries import BY_NAME, country_code
from watchlist.lists.dates import numbered_birth, partial, written_birth
from watchlist.lists.names import itemised, un_reference
from watchlist.lists.ofac_remarks import read_remarks
from watchlist.lists.un import split_names
from watchlist.model import Alias, AliasKind, BirthDate, Identifier, PartyType, Relation

NOON = datetime(2025, 11, 27, 12, tzinfo=UTC)


def span(first: tuple[int, int, int], last: tuple[int, int, int], *, circa: bool = False) -> BirthDate:
    """A birth date between two days."""
    return BirthDate(date(*first), date(*last), circa)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("07 Oct 1952", span((1952, 10, 7), (1952, 10, 7))),
        ("Feb 1964", span((1964, 2, 1), (1964, 2, 29))),
        ("1936", span((1936, 1, 1), (1936, 12, 31))),
        ("circa 1951", span((1951, 1, 1), (1951, 12, 31), circa=True)),
        ("1961 to 1963", span((1961, 1, 1), (1963, 12, 31))),
        ("01 Jan 1986 to 31 Dec 1987", span((1986, 1, 1), (1987, 12, 31))),
        ("circa 1979-1982", span((1979, 1, 1), (1982, 12, 31), circa=True)),
        ("between 1958 and 1963", None),
        ("31 Foo 1952", None),
        ("", None),
    ],
)
def test_births_in_words(text: str, expected: BirthDate | None) -> None:
    """OFAC's way of writing a birth date, whole, partial, estimated or as a range."""
    assert written_birth(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("07/10/1952", span((1952, 10, 7), (1952, 10, 7))),
        ("00/00/1975", span((1975, 1, 1), (1975, 12, 31))),
        ("dd/mm/1975", span((1975, 1, 1), (1975, 12, 31))),
        ("dd/02/1976", span((1976, 2, 1), (1976, 2, 29))),
        ("31/02/1976", span((1976, 2, 1), (1976, 2, 29))),
        ("1975", span((1975, 1, 1), (1975, 12, 31))),
        ("dd/mm/yyyy", None),
        ("24/06/1402", None),
    ],
)
def test_births_in_numbers(text: str, expected: BirthDate | None) -> None:
    """The United Kingdom's placeholders say what is not known; a Hijri year is no birth date."""
    assert numbered_birth(text) == expected


@given(st.text(), st.text(), st.text())
def test_partial_dates_are_ordered_spans(year: str, month: str, day: str) -> None:
    """Whatever the three cells hold: no exception, and a span that runs forward."""
    found = partial(year, month, day)
    assert found is None or found[0] <= found[1]


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Korea, North", "KP"),
        ("Democratic People's Republic of Korea", "KP"),
        ("KOREA, DEMOCRATIC PEOPLE'S REPUBLIC OF", "KP"),
        ("Iran (Islamic Republic of)", "IR"),
        ("Palestinian", "PS"),
        ("Region: Gaza", "PS"),
        ("Russian Federation", "RU"),
        ("Congo, Democratic Republic of the", "CD"),
        ("Cote d Ivoire", "CI"),
        ("St. Kitts & Nevis", "KN"),
        ("Indonesia (as at Dec. 2003)", "ID"),
        ("PT", "PT"),
        ("undetermined", ""),
        ("YY", None),
        ("Atlantis", None),
    ],
)
def test_countries(printed: str, code: str | None) -> None:
    """The names of several authorities give one code; unknown words are not guessed."""
    assert country_code(printed) == code


def test_country_names_are_unambiguous() -> None:
    """Every code is two letters, and there are as many as the world has, within reason."""
    assert all(len(code) == 2 and set(code) <= set(string.ascii_uppercase) for code in BY_NAME.values())
    assert 240 <= len(set(BY_NAME.values())) <= 260


def test_parts_of_a_cell() -> None:
    """Marks of either kind separate; text without marks is one part; absence is none."""
    assert itemised("(a) Maulavi, (b) Mullah") == ("Maulavi", "Mullah")
    assert itemised("(1) Rosneft (2) Lukoil") == ("Rosneft", "Lukoil")
    assert itemised("Minister of Defence (2012-2024)") == ("Minister of Defence (2012-2024)",)
    assert itemised("N/A") == ()


def test_un_references_in_the_uns_own_case() -> None:
    """The United Kingdom prints them in capitals."""
    assert un_reference(" QDE.145 ") == "QDe.145"
    assert un_reference("TAi.060") == "TAi.060"
    assert un_reference("N/A") == ""


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Qasim Soleimani; Qasem Sulaimani", ("Qasim Soleimani", "Qasem Sulaimani")),
        ("ATOMIC ENERGY ORGANISATION OF IRAN (AEOI)", ("ATOMIC ENERGY ORGANISATION OF IRAN (AEOI)",)),
        ("CAGL (CAGL) ; GLBC (GLBC)", ("CAGL (CAGL)", "GLBC (GLBC)")),
        ("حسن غول (Hassan Ghul; Hasan Gul)", ("حسن غول", "Hassan Ghul", "Hasan Gul")),
        ("فاضل (Fazel)", ("فاضل", "Fazel")),
        ("M. Sabet; Mohammad Sabet b) M. Javad Sabet", ("M. Sabet", "Mohammad Sabet", "M. Javad Sabet")),
        ("Tahrir (HTS) (تحرير (original script); Tahrir al-Sham)", ("Tahrir (HTS)", "تحرير", "Tahrir al-Sham")),
        (" ", ()),
        ("na", ()),
        ("NA KYONG-HWA; NA", ("NA KYONG-HWA", "NA")),
    ],
)
def test_names_of_one_un_cell(cell: str, names: tuple[str, ...]) -> None:
    """Several names in one cell become several; an abbreviation in brackets stays with its name."""
    assert split_names(cell) == names


@given(st.text(st.sampled_from("ab;() 阿ب)"), max_size=40))
def test_no_letter_of_a_un_cell_is_lost(cell: str) -> None:
    """However the brackets stand, every letter outside of marks is in some name."""
    names = " ".join(split_names(cell))
    assert {char for char in cell if char in "阿ب"} <= set(names)


REMARKS = (
    "DOB 19 Mar 1964; alt. DOB circa 1965; POB Ras al-Ayn, Syria; nationality Syria; alt. nationality Korea, North; "
    "citizen Iran; Gender Male; Passport T14553558 (Iran) issued 28 Oct 2008 expires 29 Oct 2013; "
    "alt. National ID No. 4.127.5 (Colombia); Registration Number HRA 738077 (Stuttgart) (Germany); "
    "Vessel Registration Identification IMO 9187629; Company Number IMO 5055293; "
    "Digital Currency Address - XBT 149w62rY42aZBox8fGcmqNsXUzSStKeq8C; Website www.example.org; "
    "a.k.a. 'ABU 'ABD AL-'AZIZ'; f.k.a. 'SAND SWAN'; wife of Somebody; arrested 23 Apr 2002; "
    "Deputy Commander of the Basij; Linked To: CONSORCIO LUNALO, S.A. DE C.V."
)


def test_remarks() -> None:
    """One text with every kind of statement."""
    facts = read_remarks(REMARKS, person=True)
    assert facts.births == (span((1964, 3, 19), (1964, 3, 19)), span((1965, 1, 1), (1965, 12, 31), circa=True))
    assert facts.birth_places == ("Ras al-Ayn, Syria",)
    assert facts.countries == ("Syria", "Korea, North", "Iran")
    assert (facts.gender, facts.roles) == ("male", ("Deputy Commander of the Basij",))
    assert facts.identifiers == (
        Identifier("Passport", "T14553558", "Iran"),
        Identifier("National ID No.", "4.127.5", "Colombia"),
        Identifier("Registration Number", "HRA 738077 (Stuttgart)", "Germany"),
        Identifier("IMO", "9187629"),
        Identifier("Company Number", "IMO 5055293"),
        Identifier("Digital Currency Address - XBT", "149w62rY42aZBox8fGcmqNsXUzSStKeq8C"),
    )
    assert facts.aliases == (
        Alias("ABU 'ABD AL-'AZIZ", AliasKind.WEAK),
        Alias("SAND SWAN", AliasKind.FORMER),
    )
    assert facts.relations == (Relation("Linked To", "", "CONSORCIO LUNALO, S.A. DE C.V"),)


def test_remarks_of_an_organisation_have_no_roles() -> None:
    """Free text is a role only where a person can hold it."""
    assert read_remarks("all offices worldwide; Bank of the regime.", person=False).roles == ()


@given(st.text(), st.booleans())
def test_remarks_never_fail(text: str, person: bool) -> None:
    """Any text is read without an exception, and says nothing twice."""
    facts = read_remarks(text, person=person)
    assert len(set(facts.identifiers)) == len(facts.identifiers)


NAME = (
    st.text(string.ascii_letters + " -.,'ÉЖж", min_size=1)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: text.strip(" ',.-") == text and text)
)


@given(st.lists(NAME, max_size=5), st.lists(NAME, max_size=5))
def test_no_name_of_remarks_is_lost(quoted: list[str], linked: list[str]) -> None:
    """Every quoted name and every link comes out as it stands, in its order."""
    pieces = [f"a.k.a. '{name}'" for name in quoted] + [f"Linked To: {name}" for name in linked]
    facts = read_remarks("DOB 1961; " + "; ".join(pieces) + ".", person=True)
    assert [alias.text for alias in facts.aliases] == quoted
    assert [relation.target_name for relation in facts.relations] == linked


def test_counts() -> None:
    """Every type is there, with zero where the list has none."""
    counts = count(read("ofac-sdn-xml"))
    assert (counts.listings, counts.names, counts.relations) == (4, 7, 2)
    assert counts.by_type == {
        PartyType.PERSON: 2,
        PartyType.ORGANIZATION: 1,
        PartyType.VESSEL: 1,
        PartyType.AIRCRAFT: 0,
    }


def test_the_gate_lets_a_good_edition_through() -> None:
    """Inside the bounds, as many as declared, not older than the active one, not in the future."""
    parsed = read("ofac-sdn-xml")
    assert gate(parsed, Expected({PartyType.PERSON: (2, 2)}), NOON) == ()
    assert gate(parsed, Expected({}, {PartyType.PERSON: 2}, parsed.published), NOON) == ()


def test_the_gate_says_every_reason() -> None:
    """Empty, fewer than declared, outside the bounds, older: each with its figures; a person may overrule the last."""
    empty = ParsedList((), date(2025, 11, 25), declared=4)
    expected = Expected({PartyType.PERSON: (6000, 15000)}, {PartyType.VESSEL: 400}, date(2025, 11, 26))
    assert gate(empty, expected, NOON) == (
        Stop("the list holds no listing at all"),
        Stop("the file declares 4 entries, but 0 were read"),
        Stop("0 listings of type person, outside the bounds 6,000 to 15,000", approvable=True),
        Stop("0 listings of type vessel; at its address there were never below 400", approvable=True),
        Stop("it is older than the active edition: dated 2025-11-25, the active one 2025-11-26", approvable=True),
    )


def test_a_floor_gives_way_to_the_bounds_of_the_user() -> None:
    """Who says how many he expects is believed."""
    expected = Expected({PartyType.PERSON: (1, 9)}, {PartyType.PERSON: 3000})
    assert gate(read("ofac-sdn-xml"), expected, NOON) == ()


def test_tomorrow_is_not_the_future_but_the_day_after_is() -> None:
    """Publishers live in other time zones."""
    parsed = read("ofac-sdn-xml")
    assert gate(replace(parsed, published=date(2025, 11, 28)), Expected(), NOON) == ()
    (stop,) = gate(replace(parsed, published=date(2025, 11, 29)), Expected(), NOON)
    assert stop == Stop("it is dated 2025-11-29, which is in the future", approvable=True)


def test_entries_without_names_stop_a_list() -> None:
    """One of many is an oddity, more than one in a thousand is another format."""
    parsed = read("ofac-sdn-xml")
    assert gate(replace(parsed, nameless=1), Expected(), NOON) == ()
    (stop,) = gate(replace(parsed, nameless=2), Expected(), NOON)
    assert stop == Stop("2 of 6 entries have no name: its format has changed")


def test_own_parties() -> None:
    """Slugs in any script, numbered when they meet, names as given."""
    parties = [
        OwnParty("Wagner Group", ("ЧВК Вагнер", "grupo Wagner", "Wagner Group")),
        OwnParty("Wagner, Group"),
        OwnParty("ЧВК «Вагнер»", type=PartyType.ORGANIZATION),
        OwnParty("???", type=PartyType.PERSON),
    ]
    listings = own_listings("dprk-russia-arms", parties)
    assert [listing.id for listing in listings[:3]] == [
        "dprk-russia-arms:wagner-group",
        "dprk-russia-arms:wagner-group-2",
        "dprk-russia-arms:чвк-вагнер",
    ]
    assert listings[3].reference.startswith("x")
    assert listings[0].aliases == (
        Alias("Wagner Group", AliasKind.PRIMARY),
        Alias("ЧВК Вагнер", AliasKind.STRONG),
        Alias("grupo Wagner", AliasKind.STRONG),
    )


@given(st.lists(st.text(min_size=1), max_size=8))
def test_own_ids_are_unique(names: list[str]) -> None:
    """Whatever the names, no two listings share an id."""
    ids = [listing.id for listing in own_listings("mine", [OwnParty(name) for name in names])]
    assert len(set(ids)) == len(ids)
