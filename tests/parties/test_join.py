"""Listings of one target become one party, each join says why, and nothing is joined against a contradiction."""

import pytest

from tests.parties.builders import ORDER, listing
from watchlist.model import Listing, PartyType
from watchlist.parties import join

ORGANIZATION = PartyType.ORGANIZATION
VESSEL = PartyType.VESSEL
UK_RUSSIA = "The Russia (Sanctions) (EU Exit) Regulations 2019"
COUNTER_TERRORISM = "The Counter-Terrorism (International Sanctions) (EU Exit) Regulations 2019"

PUTIN_OFAC = listing(
    "us-ofac-sdn:35096", "PUTIN, Vladimir Vladimirovich", born="1952-10-07", gender="male", programme="RUSSIA-EO14024"
)
PUTIN_EU = listing(
    "eu-fsf:EU.7510.16", "Vladimir Vladimirovich PUTIN", "Владимир ПУТИН", born="1952-10-07", programme="UKR"
)
PUTIN_UK = listing("uk-sanctions:RUS0251", "Vladimir Vladimirovich PUTIN", programme=UK_RUSSIA)


def ids(*listings: Listing) -> list[tuple[str, ...]]:
    """Listing ids of each party."""
    return [party.listing_ids for party in join(listings, ORDER)]


def reasons(*listings: Listing) -> list[str]:
    """All reasons of all parties."""
    return [each.reason for party in join(listings, ORDER) for each in party.joins]


def test_one_man_on_three_lists_is_one_party_named_by_the_first_list() -> None:
    """The party's id, name and type are those of the listing whose list comes first."""
    (party,) = join([PUTIN_UK, PUTIN_EU, PUTIN_OFAC], ORDER)
    assert party.id == "us-ofac-sdn:35096"
    assert party.name == "PUTIN, Vladimir Vladimirovich"
    assert party.listing_ids == ("us-ofac-sdn:35096", "eu-fsf:EU.7510.16", "uk-sanctions:RUS0251")
    assert [each.reason for each in party.joins] == [
        "same name 'PUTIN, Vladimir Vladimirovich' and birth date 1952-10-07",
        "same name 'PUTIN, Vladimir Vladimirovich' of 3 words, and nothing against it",
    ]


def test_the_order_of_lists_is_the_users() -> None:
    """Another order of lists gives the party another id."""
    (party,) = join([PUTIN_OFAC, PUTIN_UK, PUTIN_EU], ("uk-sanctions", "eu-fsf", "us-ofac-sdn"))
    assert party.id == "uk-sanctions:RUS0251"


def test_references_sort_as_numbers_and_unknown_lists_come_last() -> None:
    """RUS9 comes before RUS10; a list that the order does not name comes after those it names."""
    parties = join([listing("zz:1", "A"), listing("uk-sanctions:RUS10", "B"), listing("uk-sanctions:RUS9", "C")], ORDER)
    assert [party.id for party in parties] == ["uk-sanctions:RUS9", "uk-sanctions:RUS10", "zz:1"]


def test_an_official_reference_joins_other_names() -> None:
    """A UN number quoted by the UK is the UN's listing, whatever the names."""
    un = listing("un-sc:QDe.138", "JAMA'ATU AHLIS SUNNA LIDDA'AWATI WAL-JIHAD (BOKO HARAM)", type_=ORGANIZATION)
    uk = listing("uk-sanctions:AQD0055", "Boko Haram", type_=ORGANIZATION, references=(("un", "QDe.138 (Al-Qaida)"),))
    assert ids(un, uk) == [("un-sc:QDe.138", "uk-sanctions:AQD0055")]
    assert reasons(un, uk) == ["same UN reference QDe.138"]


def test_a_mistyped_un_number_proves_nothing() -> None:
    """Two listings that quote "QDi.43" quote no number at all."""
    one = listing("eu-fsf:EU.1.1", "Abdul Rehman Makki", references=(("un", "QDi.43"),))
    other = listing("eu-fsf:EU.2.1", "Rajab Salahudin", references=(("un", "QDi.43"),))
    assert len(ids(one, other)) == 2


def test_an_ofac_number_is_one_across_ofacs_lists() -> None:
    """OFAC numbers its targets once for all its lists."""
    assert (
        len(
            ids(
                listing("us-ofac-sdn:17", "A B", type_=ORGANIZATION),
                listing("us-ofac-cons:17", "C D", type_=ORGANIZATION),
            )
        )
        == 1
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("IMO", "9187629", ""), ("IMO number", "IMO 9187629", "")),
        (("Tax ID No.", "7701-170663", "Russia"), ("fiscalcode", "7701170663", "RU")),
        (("Registration Number", "1217700053493", "Russia"), ("regnumber", "1217700053493", "")),
        (
            ("Digital Currency Address - XBT", "1H939dom7i4WDLCKyGbXUp3fs9CSTNRzgL", ""),
            ("wallet", "1H939dom7i4WDLCKyGbXUp3fs9CSTNRzgL", ""),
        ),
    ],
)
def test_a_deciding_number_joins_other_names(left: tuple[str, str, str], right: tuple[str, str, str]) -> None:
    """Numbers are compared without separators; a country may be missing where the number is long."""
    type_ = VESSEL if left[0] == "IMO" else ORGANIZATION
    one = listing("us-ofac-sdn:1", "ALPHA", type_=type_, identifiers=(left,))
    other = listing("eu-fsf:EU.1.1", "Бета", type_=type_, identifiers=(right,))
    assert len(ids(one, other)) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Telephone", "84956201234", ""), ("Telephone", "84956201234", "")),
        (("SWIFT/BIC", "BKCHCNBJ", ""), ("swiftbic", "BKCHCNBJ", "")),
        (("Tax ID No.", "770501001", "Russia"), ("other", "770501001", "")),
        (("Registration Number", "123456", "Russia"), ("regnumber", "123456", "BY")),
        (("Registration Number", "123456", ""), ("regnumber", "123456", "BY")),
    ],
)
def test_a_number_that_others_share_proves_nothing(left: tuple[str, str, str], right: tuple[str, str, str]) -> None:
    """Telephones, bank codes, the Russian KPP, and short numbers without an equal country."""
    one = listing("us-ofac-sdn:1", "ALPHA", type_=ORGANIZATION, identifiers=(left,))
    other = listing("eu-fsf:EU.1.1", "BETA", type_=ORGANIZATION, identifiers=(right,))
    assert len(ids(one, other)) == 2


def test_a_passport_joins_only_people_who_share_a_name() -> None:
    """A wife and a husband on one passport stay two."""
    passport = (("Passport", "745420176", "North Korea"),)
    kim = listing("us-ofac-sdn:1", "KIM, Myong Gi", identifiers=passport)
    assert len(ids(kim, listing("eu-fsf:EU.1.1", "Myong Ki Kim", identifiers=passport))) == 1
    assert len(ids(kim, listing("eu-fsf:EU.2.1", "Ri Un Song", identifiers=passport))) == 2


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("1955-05-21", "1955-05-21"),
        ("1955", "1955-05-21"),
        ("1955", "1955"),
    ],
)
def test_two_words_and_a_birth_join(left: str, right: str) -> None:
    """Families and given names in any order, with births that agree."""
    assert (
        len(
            ids(
                listing("us-ofac-sdn:1", "SHOIGU, Sergei", born=left),
                listing("eu-fsf:EU.1.1", "Sergei ŠHOIGU", born=right),
            )
        )
        == 1
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            listing("us-ofac-sdn:1", "PESKOV, Dmitry", born="1967-10-17"),
            listing("eu-fsf:EU.1.1", "Dmitry PESKOV", born="1975-12-26"),
        ),
        (listing("us-ofac-sdn:1", "PESKOV, Dmitry Sergeyevich"), listing("eu-fsf:EU.1.1", "Dmitry Nikolaevich PESKOV")),
        (listing("us-ofac-sdn:1", "KIM, Yong", born="1950"), listing("eu-fsf:EU.1.1", "Yong KIM")),
        (listing("us-ofac-sdn:1", "KIM, Yong", born="1950"), listing("eu-fsf:EU.1.1", "Yong KIM", born="1951")),
        (
            listing("us-ofac-sdn:1", "IVANOV, Ivan Ivanovich", gender="male"),
            listing("eu-fsf:EU.1.1", "Ivan Ivanovich IVANOV", gender="F"),
        ),
        (
            listing("us-ofac-sdn:1", "ALI, Hassan Omar", programme="SYRIA", country="SY"),
            listing("eu-fsf:EU.1.1", "Hassan Omar ALI", programme="SOM", country="SO"),
        ),
        (listing("us-ofac-sdn:1", "WAGNER GROUP", type_=ORGANIZATION), listing("eu-fsf:EU.1.1", "Wagner Group")),
        (
            listing("us-ofac-sdn:1", "INVEST II", type_=ORGANIZATION),
            listing("eu-fsf:EU.1.1", "Invest III", type_=ORGANIZATION),
        ),
        (
            listing("us-ofac-sdn:1", "MINISTRY OF DEFENSE", type_=ORGANIZATION, programme="SYRIA"),
            listing("eu-fsf:EU.1.1", "Ministry of Defense", type_=ORGANIZATION, programme="IRN"),
        ),
        (
            listing("us-ofac-sdn:1", "SMZ", "SEROV PLANT", type_=ORGANIZATION, programme="RUSSIA-EO14024"),
            listing("eu-fsf:EU.1.1", "Solombala works", "SMZ", type_=ORGANIZATION, programme="UKR"),
        ),
        (listing("us-ofac-sdn:1", "HOPE STAR", type_=VESSEL), listing("eu-fsf:EU.1.1", "HOPE STAR", type_=VESSEL)),
    ],
)
def test_a_name_alone_is_not_enough(one: Listing, other: Listing) -> None:
    """Other births, patronymics, genders, types, numerals or regimes, common words, abbreviations and ships' names."""
    assert len(ids(one, other)) == 2


def test_a_common_name_needs_the_regime_when_a_birth_is_missing() -> None:
    """Two words are enough within one regime, where each list has one of that name."""
    ofac = listing("us-ofac-sdn:1", "PESKOV, Dmitry", born="1967-10-17", programme="RUSSIA-EO14024")
    uk = listing("uk-sanctions:RUS1", "Dmitry PESKOV", programme=UK_RUSSIA)
    assert reasons(ofac, uk) == ["same name 'PESKOV, Dmitry' and regime russia"]
    namesake = listing("us-ofac-sdn:2", "PESKOV, Dmitry", born="1975-12-26", programme="RUSSIA-EO14024")
    assert len(ids(ofac, namesake, uk)) == 3


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("LIMITED LIABILITY COMPANY VERUS TRADING HOUSE ALPINA", "OOO Alpina Verus trading house"),
        ("NAMCHONGANG KOTI CORP", "Namchongang Koti Corporation"),
        ("ROSNEFTEFLOT TUAPSE, PAO", "ПАО «Rosnefteflot Tuapse»"),
    ],
)
def test_organisations_are_joined_without_their_legal_forms(left: str, right: str) -> None:
    """Two telling words in any order, whatever the legal form."""
    assert (
        len(
            ids(
                listing("us-ofac-sdn:1", left, type_=ORGANIZATION),
                listing("uk-sanctions:R1", right, type_=ORGANIZATION),
            )
        )
        == 1
    )


def test_one_telling_word_needs_the_regime() -> None:
    """Hamas of one regime is Hamas, and names that it includes are no names of it."""
    ofac = listing("us-ofac-sdn:4695", "HAMAS", "QASSAM MARTYRS BRIGADES", type_=ORGANIZATION, programme="SDGT")
    uk = listing(
        "uk-sanctions:CTI0031", "Hamas including Qassam Brigades", type_=ORGANIZATION, programme=COUNTER_TERRORISM
    )
    other = listing("uk-sanctions:X1", "Hamas", type_=ORGANIZATION, programme="The Haiti (Sanctions) Regulations 2022")
    assert reasons(ofac, uk) == ["same name 'HAMAS' and regime terrorism"]
    assert len(ids(ofac, other)) == 2


def test_the_heading_of_an_entry_comes_before_its_further_names() -> None:
    """OFAC's entry for Hamas gives the brigades' name too; it is still the EU's Hamas and not the EU's brigades."""
    ofac = listing("us-ofac-sdn:4695", "HAMAS", "QASSAM MARTYRS BRIGADES", type_=ORGANIZATION, programme="SDGT")
    brigades = listing("eu-fsf:EU.1.1", "Qassam Martyrs Brigades", type_=ORGANIZATION, programme="TERR")
    hamas = listing("eu-fsf:EU.2.1", "Hamas", type_=ORGANIZATION, programme="TERR")
    assert ids(ofac, brigades, hamas) == [("us-ofac-sdn:4695", "eu-fsf:EU.2.1"), ("eu-fsf:EU.1.1",)]


def test_a_list_names_one_target_twice_under_two_acts() -> None:
    """The very same heading and birth, or a full name under another act; an official number needs no equal heading."""
    belarus = listing("uk-sanctions:BEL1", "Alexander LUKASHENKO Grigorievich", born="1954-08-30")
    rights = listing("uk-sanctions:GHR1", "Alexander LUKASHENKO Grigorievich", born="1954-08-30")
    assert reasons(belarus, rights) == [
        "same name 'Alexander LUKASHENKO Grigorievich' and birth date 1954-08-30, named twice by uk-sanctions"
    ]
    group = (("ofsi", "13918"),)
    same = [listing("uk-sanctions:A1", "Alexander LUKASHENKO Grigorievich", references=group),
            listing("uk-sanctions:A2", "LUKASHENKO", references=group)]  # fmt: skip
    assert reasons(*same) == ["same OFSI reference 13918"]
    maduro = [listing(f"ca-sema:x{act}", "Nicolás MADURO MOROS", programme=act) for act in ("Venezuela", "JVCFOR")]
    assert len(ids(*maduro)) == 1
    institute = [listing(f"eu-fsf:EU.{number}.1", "Rahab Engineering Institute", type_=ORGANIZATION, programme="IRN")
                 for number in (1831, 13553)]  # fmt: skip
    assert len(ids(*institute)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # OFAC and the committees of the Security Council number targets: two numbers are two targets.
        (
            listing("us-ofac-sdn:7637", "AL-AQSA FOUNDATION BRANCH", type_=ORGANIZATION, programme="SDGT"),
            listing("us-ofac-sdn:7643", "AL-AQSA FOUNDATION BRANCH", type_=ORGANIZATION, programme="SDGT"),
        ),
        (
            listing("un-sc:QDi.100", "Ahmed Hassan Ali", born="1970-05-05"),
            listing("un-sc:QDi.200", "Ahmed Hassan Ali", born="1970-05-05"),
        ),
        # Another legal form is another firm, of one word several are called, undated namesakes are found in one act.
        (
            listing("eu-fsf:EU.4111.29", "OAO VO Technopromexport", type_=ORGANIZATION, programme="UKR"),
            listing("eu-fsf:EU.4112.91", "OOO VO Technopromexport", type_=ORGANIZATION, programme="UKR"),
        ),
        (
            listing("uk-sanctions:RUS1", "JSC Avangard", type_=ORGANIZATION, programme=UK_RUSSIA),
            listing("uk-sanctions:RUS2", "JSC Avangard", type_=ORGANIZATION, programme=UK_RUSSIA),
        ),
        (
            listing("eu-fsf:EU.6918.56", "Aung Moe Myint", programme="MMR"),
            listing("eu-fsf:EU.9047.41", "Aung Moe Myint", programme="MMR", born="1969-09-28"),
        ),
        (
            listing("eu-fsf:EU.1.1", "Ali Akbar Tabatabaei", programme="IRN", born="1967-03-01"),
            listing("eu-fsf:EU.2.1", "Ali Akbar Tabatabaei", programme="SYR", born="1951-08-20"),
        ),
    ],
)
def test_one_list_with_two_ids_means_two_targets_otherwise(one: Listing, other: Listing) -> None:
    """Where the headings differ, where the list numbers targets, and where nothing but a common name is equal."""
    assert len(ids(one, other)) == 2


def test_a_number_that_one_list_quotes_for_two_names_is_a_slip_in_one_of_them() -> None:
    """The name decides which of them the number means."""
    un = listing("un-sc:IRi.012", "AHMAD VAHID DASTJERDI")
    number = (("un", "IRi.012"),)
    mistyped = listing("uk-sanctions:INU0270", "AZIM AGHAJANI", references=number)
    meant = listing("uk-sanctions:INU0276", "Ahmad Vahid Dastjerdi", references=number)
    assert ids(un, mistyped, meant) == [("un-sc:IRi.012", "uk-sanctions:INU0276"), ("uk-sanctions:INU0270",)]


@pytest.mark.parametrize(
    ("left", "right"),
    [("1965-07-03", "1965-03-07"), ("1980-01-29", "1980-01-20"), ("1971-10-17", "1972-10-17")],
)
def test_a_slip_in_a_birth_date_does_not_part_a_full_name(left: str, right: str) -> None:
    """One part of a date differs, or day and month are exchanged; of two words, or of two slips, it does."""
    name, programme = "Dmitry Yulianovich IONOV", "UKR"
    eu = listing("eu-fsf:EU.1.1", name, born=left, programme=programme)
    joined = reasons(eu, listing("ca-sema:x1", name, born=right, programme="Russia / Russie"))
    assert joined == [f"same name {name!r} of 3 words and birth dates that differ by a slip, {left} and {right}"]
    assert len(ids(eu, listing("ca-sema:x1", name, born="1958-11-21", programme="Russia / Russie"))) == 2
    short = listing("eu-fsf:EU.1.1", "Dmitry IONOV", born=left, programme=programme)
    assert len(ids(short, listing("ca-sema:x1", "Dmitry IONOV", born=right, programme="Russia / Russie"))) == 2


def test_a_slip_in_a_birth_date_does_not_part_who_has_one_passport() -> None:
    """The UN and the EU print one North Korean's birth a day apart."""
    passport = (("Passport", "836420186", "KP"),)
    un = listing("un-sc:KPi.065", "CHU HYO'K", born="1986-11-22", identifiers=passport)
    ofac = listing("us-ofac-sdn:23014", "CHU, Hyo'k", born="1986-11-23", identifiers=passport)
    assert reasons(ofac, un) == ["same passport 836420186"]


def test_the_first_of_january_may_be_the_whole_year() -> None:
    """Registers print it where only the year is known."""
    ofac = listing("us-ofac-sdn:18447", "AL-ANABI, Yusuf Abu-'Ubaydah", born="1969-01-01", programme="SDGT")
    un = listing("un-sc:QDi.389", "ABU UBAYDAH YUSUF AL-ANABI", born="1969-02-07", programme="Al-Qaida")
    assert len(ids(ofac, un)) == 1


def test_branches_are_headed_by_other_places() -> None:
    """Houses give their branches all of their names; an everyday name with a place is whole by itself."""
    kenya = listing("us-ofac-sdn:1", "Haramayn Kenya", "Haramayn Koti Foundation", type_=ORGANIZATION)
    tanzania = listing("un-sc:2", "Haramayn Tanzania", "Haramayn Koti Foundation", type_=ORGANIZATION)
    assert len(ids(kenya, tanzania)) == 2
    movement = [listing(id_, "Russian Imperial Movement", type_=ORGANIZATION) for id_ in ("us-ofac-sdn:1", "eu-fsf:2")]
    assert len(ids(*movement)) == 1


def test_russian_numbers_are_known_by_their_check_digits() -> None:
    """A tax number without a country still says another company, and one with a slip says nothing."""

    def company(id_: str, *numbers: str) -> Listing:
        found = tuple(("fiscalcode", number, "") for number in numbers)
        return listing(id_, "VERUS ALPINA KOTI", type_=ORGANIZATION, identifiers=found)

    assert len(ids(company("us-ofac-sdn:1", "7707083893"), company("eu-fsf:EU.1.1", "7736050003"))) == 2
    assert len(ids(company("us-ofac-sdn:1", "7707083893"), company("eu-fsf:EU.1.1", "7707083890"))) == 1


def test_shops_of_one_owner_stay_apart() -> None:
    """Organisations on one list with one number need one name, too."""
    number = (("Registration Number", "844191-K-2019", "Guatemala"),)
    one = listing("us-ofac-sdn:1", "STAR MARKET MELANYE", type_=ORGANIZATION, identifiers=number)
    other = listing("us-ofac-sdn:2", "JC CAR AUDIO", type_=ORGANIZATION, identifiers=number)
    assert len(ids(one, other)) == 2


def test_a_weaker_edge_never_brings_a_contradiction_into_a_party() -> None:
    """The UK's undated Dmitry Peskov joins one of two men by name, and cannot bring them together."""
    spokesman = listing("us-ofac-sdn:1", "PESKOV, Dmitry Sergeyevich", born="1967-10-17", programme="RUSSIA-EO14024")
    official = listing("eu-fsf:EU.1.1", "Dmitry Nikolaevich PESKOV", born="1975-12-26", programme="UKR")
    undated = listing("uk-sanctions:R1", "Dmitry Sergeyevich PESKOV", "Dmitry Nikolaevich PESKOV", programme=UK_RUSSIA)
    assert ids(spokesman, official, undated) == [("us-ofac-sdn:1", "uk-sanctions:R1"), ("eu-fsf:EU.1.1",)]


def test_other_russian_numbers_are_other_companies() -> None:
    """An equal name with another INN or OGRN is another company."""

    def company(id_: str, ogrn: str) -> Listing:
        return listing(
            id_, "VERUS ALPINA KOTI", type_=ORGANIZATION, identifiers=(("Registration Number", ogrn, "Russia"),)
        )

    assert len(ids(company("us-ofac-sdn:1", "1217700053493"), company("eu-fsf:EU.1.1", "1217700053493"))) == 1
    assert len(ids(company("us-ofac-sdn:1", "1217700053493"), company("eu-fsf:EU.1.1", "1027700043502"))) == 2


def test_doubled_ids_are_refused() -> None:
    """An id that stands for two listings could stand for either party."""
    with pytest.raises(ValueError, match="us-ofac-sdn:35096"):
        join([PUTIN_OFAC, PUTIN_OFAC], ORDER)
