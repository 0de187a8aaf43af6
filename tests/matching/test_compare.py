"""How two names score against each other, without an article."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchlist.matching import MatchingOptions, compare
from watchlist.matching.weights import WEIGHTS
from watchlist.model import PartyType
from watchlist.text.normalize import fold

ALERT = MatchingOptions().alert
PERSON = PartyType.PERSON
ORGANIZATION = PartyType.ORGANIZATION
WORDS = st.sampled_from("Vladimir Putin Sergei Shoigu Ivanov Kim Jong Un al Darnawi V".split())  # noqa: SIM905
NAMES = st.lists(WORDS, min_size=1, max_size=4, unique=True).map(" ".join)


def score(one: str, other: str, party_type: PartyType | None = None) -> float:
    """Score of one pair."""
    return compare(one, [other], party_type).score


@given(st.text(min_size=1).filter(lambda name: bool(fold(name).strip())))
def test_the_same_name_scores_one(name: str) -> None:
    """Whatever a name is, it is itself; nothing is nobody's name."""
    assert score("", "") == 0.0
    assert score(name, name) == 1.0


@settings(deadline=None)
@given(NAMES, NAMES)
def test_scores_lie_between_0_and_1_and_explain_themselves(one: str, other: str) -> None:
    """No score without evidence, and no evidence that the table of weights does not know."""
    found = compare(one, [other])
    assert 0.0 <= found.score <= 1.0
    assert found.evidence or found.score == 0.0
    assert all(line.feature in WEIGHTS for line in found.evidence)


@settings(deadline=None)
@given(NAMES, NAMES)
def test_scores_are_symmetric_enough(one: str, other: str) -> None:
    """Which name is the query matters little."""
    assert score(one, other, PERSON) == pytest.approx(score(other, one, PERSON), abs=0.2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Vladimir Putin",
            "Vladmir Putin",
        ),
        pytest.param(
            "Putin",
            "Poutine",
        ),
    ],
)
def test_variants_count_the_same_on_either_side(one: str, other: str) -> None:
    """Whether the query or the list has the odd spelling matters little."""
    assert score(one, other) == pytest.approx(score(other, one), abs=0.2)


@pytest.mark.parametrize(
    ("one", "other", "party_type"),
    [
        ("Vladimir Putin", "PUTIN, Vladimir", PERSON),
        ("Vladimir Putin", "PUTIN, Vladimir Vladimirovich", PERSON),
        ("Vladímir Putín", "Vladimir Putin", PERSON),
        ("Wladimir Putin", "Vladimir Putin", PERSON),
        ("Владимир Путин", "Vladimir Putin", PERSON),
        ("Sergej Schoigu", "SHOIGU, Sergei Kuzhugetovich", PERSON),
        ("Siergiej Szojgu", "Шойгу Сергей", PERSON),
        ("Kim Jong-un", "KIM, Jong Un", PERSON),
        ("Tawfiq Aldarnawi", "AL-DARNAWI, Tawfiq", PERSON),
        ("Verus LLC", "LLC VERUS", ORGANIZATION),
        ("SIS DOO", "SIS d.o.o.", ORGANIZATION),
        ("Роснефть", "ROSNEFT", ORGANIZATION),
        ("Rosneft Oil Co", "ROSNEFT OIL COMPANY", ORGANIZATION),
    ],
)
def test_spellings_of_one_name(one: str, other: str, party_type: PartyType) -> None:
    """Order, alphabet, romanisation, patronymic and legal form do not make another name."""
    assert score(one, other, party_type) >= ALERT


@pytest.mark.parametrize(
    ("one", "other", "party_type"),
    [
        ("Vladimir Putin", "Vladimir Petrov", PERSON),
        ("Vladimir Putin", "SHOIGU, Sergei Kuzhugetovich", PERSON),
        ("Sergei Ivanov", "Dmitri Ivanov", PERSON),
        ("Kim Jong Un", "Kim Yo Jong", PERSON),
        ("Wagner Group", "Lazarus Group", ORGANIZATION),
        ("Bank of Moscow", "Bank of Minsk", ORGANIZATION),
        ("Trading Company LLC", "Shipping Company LLC", ORGANIZATION),
    ],
)
def test_different_names(one: str, other: str, party_type: PartyType) -> None:
    """One word in common, or only words that every company has, is not the same name."""
    assert score(one, other, party_type) < ALERT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Invest II LLC", "Invest III LLC"),
        ("Nord Stream 2 AG", "Nord Stream AG"),
        ("Nord Stream 2 AG", "Nord Stream 3 AG"),
        ("Plant 5", "Plant 15"),
    ],
)
def test_numbers_that_disagree_are_other_companies(one: str, other: str) -> None:
    """Sister companies differ by a number and by nothing else."""
    assert score(one, other, ORGANIZATION) == 0.0
    assert score(other, one, ORGANIZATION) == 0.0


@pytest.mark.parametrize(
    ("listed", "party_type", "best", "middle", "worst"),
    [
        ("PUTIN, Vladimir", PERSON, "Vladimir Putin", "Vladmir Putin", "Sergei Putin"),
        ("SHOIGU, Sergei Kuzhugetovich", PERSON, "Sergei Kuzhugetovich Shoigu", "Sergei Shoigu", "Shoigu"),
        ("SHOIGU, Sergei", PERSON, "Sergej Schoigu", "S. Shoigu", "Dmitri Shoigu"),
        ("NORD STREAM 2 AG", ORGANIZATION, "Nord Stream 2", "Nord Strean 2", "Nord 2"),
    ],
)
def test_ranking(listed: str, party_type: PartyType, best: str, middle: str, worst: str) -> None:
    """The nearer a spelling, the higher it scores."""
    scores = [score(query, listed, party_type) for query in (best, middle, worst)]
    assert scores[0] > scores[1] > scores[2]


def test_the_best_of_several_names_counts() -> None:
    """A party is as near as its nearest alias."""
    found = compare("Sergei Shoigu", ["IVANOV, Sergei", "SHOIGU, Sergei", "SHOIGU, Larisa"], PERSON)
    assert found.alias == "SHOIGU, Sergei"


def test_no_names_score_nothing() -> None:
    """Against nobody nothing is said."""
    assert (compare("Putin", []).score, compare("Putin", []).evidence) == (0.0, ())


@pytest.mark.parametrize(("one", "other"), [("金正恩", "金正恩"), ("김정은", "김정은"), ("ПУТИН", "Путин")])
def test_native_names_are_the_same_when_their_characters_are(one: str, other: str) -> None:
    """Chinese and Korean names are compared by their characters, other scripts after folding."""
    assert score(one, other) == 1.0


def test_a_name_in_hangul_is_held_against_its_romanisations() -> None:
    """Every usual romanisation is the name; one syllable of difference is another."""
    assert compare("김정은", ["KIM Jong Un"], PartyType.PERSON).score > 0.9
    assert compare("최룡해", ["CHOE, Ryong Hae"], PartyType.PERSON).score > 0.9
    assert compare("김정은", ["KIM Jong Il"], PartyType.PERSON).score < 0.7


@pytest.mark.parametrize(
    ("one", "other", "party_type"),
    [
        ("Abdul Rahman Saleh", "ABD-AL-RAHMAN Salih", PERSON),
        ("Борис Джонсон", "Boris Johnson", PERSON),
        ("Nickiem Cleggiem", "Nick Clegg", PERSON),
        ("Petro Porošenkem", "Petro Poroshenko", PERSON),
        ("Bill Clinton", "William Clinton", PERSON),
        ("Patr ushev Nikolai", "Nikolai Patrushev", PERSON),
        ("김정은", "Kim Jong Un", PERSON),
        ("أحمد التكريتي", "Ahmad al-Tikriti", PERSON),
        ("Министерство обороны России", "Ministry of Defence of Russia", ORGANIZATION),
        ("Институту Роберта Коха", "Robert Koch Institute", ORGANIZATION),
        ("Siemens Aktiengesellschaft", "Siemens AG", ORGANIZATION),
        ("ABC Company", "A.B.C. Company", ORGANIZATION),
    ],
)
def test_one_name_across_alphabets_endings_and_languages(one: str, other: str, party_type: PartyType) -> None:
    """What writes the same name otherwise does not make another party."""
    assert score(one, other, party_type) >= ALERT


@pytest.mark.parametrize(
    ("one", "other", "party_type"),
    [
        ("Salman bin Muhammad al-Rawi", "Muhammad bin Salman al-Rawi", PERSON),
        ("Sergey Viktorovich Lavrov", "Sergey Borisovich Lavrov", PERSON),
        ("Abdul Hakim Noori", "Abdul Basir Noori", PERSON),
        ("Министерство обороны", "Ministry of Justice", ORGANIZATION),
        ("Министерство обороны России", "Ministry of Defence of Brazil", ORGANIZATION),
        ("Deutsche Bank", "Deutsche Bank Trust Company", ORGANIZATION),
    ],
)
def test_what_contradicts_or_is_missing_makes_another_party(one: str, other: str, party_type: PartyType) -> None:
    """Fathers and sons, other patronymics, other offices and parts of a company are other parties."""
    assert score(one, other, party_type) < ALERT


def test_evidence_says_which_word_stands_for_which() -> None:
    """An officer reads what agrees, and what only one of the names has."""
    lines = compare("Sergej Schoigu", ["SHOIGU, Sergei Kuzhugetovich"], PERSON).evidence
    assert [line.feature for line in lines] == ["same-words", "other-spelling", "left-out-words"]
    assert "Schoigu = SHOIGU" in lines[0].detail
    assert "Kuzhugetovich" in lines[2].detail


@pytest.mark.parametrize(
    "name", ["(" * 100_000, "[a " * 30_000, "x" * 200_000, "\u0301" * 50_000, "a\ud800b", "...", ""]
)
def test_hostile_names_give_a_score(name: str) -> None:
    """Whatever stands for a name is compared, and means nobody."""
    assert score(name, "Vladimir Putin") < ALERT
    assert 0.0 <= score("Vladimir Putin", name) < ALERT
