"""Words never forget where they stood."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.text.tokens import tokenize

PIECES = st.sampled_from(
    [
        "Putin",
        "Qa'ida",
        "don’t",
        "金正恩",
        "プーチン",
        "푸틴은",
        "לפוטין",
        "حزب",
        "e\u0301",
        "👩‍🚀",
        "\u200f",
        " ",
        "-",
        "_",
        ".",
        "\n",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))


@given(TEXTS)
def test_offsets_are_exact(text: str) -> None:
    """The characters at the offsets of a word are the word, whatever the text holds."""
    assert all(text[token.start : token.end] == token.surface for token in tokenize(text))


@given(TEXTS)
def test_words_stand_in_order_and_never_overlap(text: str) -> None:
    """No character belongs to two words, and no word is empty."""
    tokens = tokenize(text)
    assert all(token.start < token.end for token in tokens)
    assert all(left.end <= right.start for left, right in pairwise(tokens))


@given(TEXTS)
def test_every_letter_and_digit_belongs_to_a_word(text: str) -> None:
    """Nothing that could be part of a name is lost between words."""
    covered = {at for token in tokenize(text) for at in range(token.start, token.end)}
    assert {at for at, character in enumerate(text) if character.isalnum()} <= covered


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("al-Qa'ida and al-Qa’ida", ["al", "Qa'ida", "and", "al", "Qa’ida"]),
        ("'Putin' said: don't", ["Putin", "said", "don't"]),
        ("S.r.o. No_2 A320", ["S", "r", "o", "No", "2", "A320"]),
        ("金正恩说hello弗拉基米尔·普京", ["金正恩说", "hello", "弗拉基米尔", "普京"]),
        ("プーチン大統領は", ["プーチン大統領は"]),
        ("김정은은 말했다", ["김정은은", "말했다"]),
        ("مُحَمَّد قال", ["مُحَمَّد", "قال"]),
        ("Shoigu\u0301!", ["Shoigu\u0301"]),
        ("🚀Putin🚀", ["Putin"]),
        ("", []),
    ],
)
def test_golden_words(text: str, words: list[str]) -> None:
    """Apostrophes join, hyphens and dots part, and scripts without spaces give one word a run."""
    assert [token.surface for token in tokenize(text)] == words


def test_vowel_signs_of_indian_scripts_do_not_end_a_word() -> None:
    """A Hindi name is one word, its vowels written around the consonants."""
    assert [token.surface for token in tokenize("व्लादिमीर पुतिन भारत आएंगे।")] == ["व्लादिमीर", "पुतिन", "भारत", "आएंगे"]
