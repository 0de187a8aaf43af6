"""The shipped table says how common a word is, the same on every machine."""

import pytest

from watchlist.text.normalize import fold
from watchlist.text.rarity import UNSEEN, VERSION, rarity


def test_the_table_is_shipped_and_loads() -> None:
    """It is part of the package, holds many thousand words, and every word in it is folded."""
    counts = rarity().counts
    assert VERSION == 1
    assert len(counts) > 10_000
    assert all(fold(word) == word for word in counts)


def test_counts_are_possible() -> None:
    """No count is negative and no share passes a hundred percent."""
    assert all(min(count) >= 0 and count.lower_percent <= 100 for count in rarity().counts.values())


def test_a_word_outside_the_table_is_rare() -> None:
    """What neither news nor lists know often enough counts as never seen."""
    assert rarity().of("mkrtychevskiy") == UNSEEN
    assert not rarity().is_everyday("mkrtychevskiy")


@pytest.mark.parametrize("word", ["the", "hope", "said", "company", "chairman"])
def test_everyday_words(word: str) -> None:
    """Words that news writes in lower case say little when they have a capital."""
    assert rarity().is_everyday(word)


@pytest.mark.parametrize("word", ["putin", "shoigu", "hamas", "rosneft", "wagner"])
def test_names_are_no_everyday_words(word: str) -> None:
    """Words that news writes with a capital are names."""
    assert not rarity().is_everyday(word)


@pytest.mark.parametrize(("common", "rare"), [("ivanov", "shoigu"), ("kim", "putin"), ("ali", "prigozhin")])
def test_common_family_names_have_more_bearers(common: str, rare: str) -> None:
    """The lists and the news know many who are called Ivanov."""
    assert (
        rarity().of(common).family + rarity().of(common).namesakes
        > rarity().of(rare).family + rarity().of(rare).namesakes
    )


@pytest.mark.parametrize(("given", "family"), [("vladimir", "putin"), ("sergei", "shoigu"), ("mohammad", "rezaei")])
def test_given_and_family_names_are_told_apart(given: str, family: str) -> None:
    """Lists that print the parts of a name say which words are given names."""
    table = rarity()
    assert table.of(given).given > table.of(given).family
    assert table.of(family).family >= table.of(family).given


@pytest.mark.parametrize("word", ["trading", "company", "international"])
def test_generic_words_stand_in_many_names(word: str) -> None:
    """Thousands of parties are called trading company."""
    assert rarity().of(word).parties >= 120
