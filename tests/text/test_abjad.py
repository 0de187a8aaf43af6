"""Arabic, Persian and Hebrew words are held against the Latin spellings that lists print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.text import abjad
from watchlist.text.normalize import fold
from watchlist.text.skeletons import skeletons


def _best_cost(word: str, latin: str) -> int | None:
    costs = [
        spent
        for form in abjad.written(fold(word))
        for skeleton in skeletons(fold(latin))
        if skeleton.key in abjad.keys(form) and (spent := abjad.cost(form, skeleton)) is not None
    ]
    return min(costs, default=None)


@pytest.mark.parametrize(
    ("word", "spellings"),
    [
        ("بوتين", ["Putin"]),
        ("شويغو", ["Shoigu", "Choigou"]),
        ("محمد", ["Mohammed", "Muhammad", "Mohamad"]),
        ("حسين", ["Hussein", "Husayn", "Hossein"]),
        ("القذافي", []),
        ("قذافي", ["Gaddafi", "Qaddafi", "Kadhafi", "Ghaddafi"]),
        ("نصرالله", ["Nasrallah", "Nasrollah"]),
        ("حزبالله", ["Hizballah", "Hezbollah", "Hizbullah"]),
        ("عبدالرحمن", ["Abdulrahman", "Abdurrahman", "Abdelrahman"]),
        ("قاسمی", ["Qasemi", "Ghasemi"]),
        ("خامنه‌ای", ["Khamenei"]),
        ("پوتین", ["Putin"]),
        ("פוטין", ["Putin"]),
        ("שויגו", ["Shoigu"]),
    ],
)
def test_a_word_spells_every_usual_romanisation(word: str, spellings: list[str]) -> None:
    """One word of the script is found under each romanisation of the name."""
    assert [spelling for spelling in spellings if _best_cost(word, spelling) is None] == []


@pytest.mark.parametrize(
    ("word", "other"),
    [("حسن", "Hussein"), ("حسين", "Hassan"), ("بوتين", "Boston"), ("كريم", "Karam")],
)
def test_long_vowels_have_to_agree(word: str, other: str) -> None:
    """What the script writes has to stand in the Latin word, and long vowels do not stand where none is written."""
    assert _best_cost(word, other) is None


def test_names_of_two_words_are_one() -> None:
    """What lists print in one word is one word of the text, however it is spaced."""
    words, gaps = ["زعيم", "حزب", "الله", "عبد", "الرحمن"], ["", " ", " ", " ", " ", ""]
    halves = [at for at, word in enumerate(words) if abjad.is_half_a_name(word)]
    assert abjad.two_word_names(words, gaps, halves) == {1: 2, 3: 2}


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگאבגדהוזחטיכלמנסעפצקרשת", max_size=12))
def test_keys_are_never_empty_and_always_the_same(word: str) -> None:
    """A word without a consonant has no key; every other one has the same keys each time."""
    forms = abjad.written(word)
    assert forms == abjad.written(word)
    assert all(key.strip(".") for form in forms for key in abjad.keys(form))
