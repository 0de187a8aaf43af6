"""Korean names in Hangul are held against every usual romanisation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.text import hangul


@pytest.mark.parametrize(
    ("characters", "name"),
    [
        ("김정은", "kim jong un"),
        ("김정은", "gim jeong eun"),
        ("김정은", "kim chong un"),
        ("김여정", "kim yo jong"),
        ("최룡해", "choe ryong hae"),
        ("리설주", "ri sol ju"),
        ("리설주", "lee seol ju"),
        ("박근혜", "park geun hye"),
        ("노무현", "roh moo hyun"),
        ("조용원", "jo yong won"),
        ("황병서", "hwang pyong so"),
        ("김영철", "yong chol kim"),
        ("조경철", "jo kyongchol"),
    ],
)
def test_a_name_spells_every_usual_romanisation(characters: str, name: str) -> None:
    """Northern, southern and customary spellings, the family name first or last, syllables apart or joined."""
    words = name.split()
    assert hangul.spells(characters, words)
    assert hangul.key_of_syllables(characters) in hangul.keys_of_words(words)


@pytest.mark.parametrize(
    ("characters", "name"),
    [("김정은", "kim jong nam"), ("김정일", "kim jong un"), ("이영수", "kim yong su"), ("김영철", "kim yong chan")],
)
def test_another_name_is_not_spelled(characters: str, name: str) -> None:
    """One syllable of difference is another person."""
    assert not hangul.spells(characters, name.split())


@given(st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=2, max_size=4))
def test_every_name_has_a_key(characters: str) -> None:
    """Any syllables have one key, the same each time, and a pattern that can be tried."""
    assert hangul.key_of_syllables(characters) == hangul.key_of_syllables(characters)
    assert hangul.spells(characters, ["x", "y"]) is False
