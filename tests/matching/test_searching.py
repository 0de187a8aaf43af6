"""Out of many names those that are worth comparing with one that somebody searches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.matching import NameSearch

NAMES = (
    ("p1", "PUTIN, Vladimir Vladimirovich"),
    ("p1", "Владимир Владимирович ПУТИН"),
    ("p2", "NASRALLAH, Hasan"),
    ("p3", "KIM, Jong Un"),
    ("p4", "ALI, Hassan"),
    ("p5", "HASSAN, Ali Khatib Haji"),
    ("o1", "ISLAMIC REVOLUTIONARY GUARD CORPS"),
    ("o2", "ROSNEFT"),
    ("o3", "ROSNEFT TRADING S.A."),
    ("o4", "KHATAM AL-ANBIYA CONSTRUCTION HEADQUARTERS"),
)
SEARCH = NameSearch.build(NAMES)


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("Vladimir Putin", "p1"),
        ("Wladimir Putin", "p1"),
        ("Vladmir Puttin", "p1"),
        ("Путина Владимира", "p1"),
        ("حسن نصر الله", "p2"),
        ("Hassan Nasralla", "p2"),
        ("김정은", "p3"),
        ("Kim Jong-un", "p3"),
        ("Guards of the Islamic Revolution Corps", "o1"),
        ("rosneft", "o2"),
        ("Роснефть", "o2"),
        ("Khatamul Anbia Construction", "o4"),
    ],
)
def test_a_name_is_found_however_it_is_written(name: str, party: str) -> None:
    """Typos, other scripts, another order, words written apart or together."""
    assert SEARCH.nearest(name, 3)[0].party == party


def test_of_equal_words_the_shorter_name_is_nearer() -> None:
    """Two men are called Hassan Ali; the one who is called nothing else comes first."""
    assert [each.party for each in SEARCH.nearest("Hassan Ali", 2)] == ["p4", "p5"]


def test_nothing_in_common_is_nothing() -> None:
    """A name of other words finds no one, nor does a text without words, nor a search in no names."""
    assert SEARCH.nearest("Xylophone Quartet", 5) == []
    assert SEARCH.nearest(" ?! ", 5) == []
    assert NameSearch.build(()).nearest("Putin", 5) == []


@given(st.sampled_from(NAMES), st.integers(1, 20))
def test_every_name_finds_itself_first(entry: tuple[str, str], limit: int) -> None:
    """Whoever is searched for as printed stands at the head, under some spelling, with no more than so many."""
    found = SEARCH.nearest(entry[1], limit)
    assert found[0].party == entry[0]
    assert found[0].share == pytest.approx(1.0, abs=1e-4)
    assert len(found) <= limit
    assert [each.share for each in found] == sorted((each.share for each in found), reverse=True)


@given(st.text(max_size=60))
def test_any_text_can_be_searched(text: str) -> None:
    """Whatever is typed gives names of the index, and no error."""
    assert {(each.party, each.name) for each in SEARCH.nearest(text, 5)} <= set(NAMES)
