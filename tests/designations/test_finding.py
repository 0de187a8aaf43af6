"""Designations in whole articles: offsets, listed names, short names, context; and the tables behind them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.designations.test_sentences import ROWS, named
from watchlist.designations import DesignationFinder
from watchlist.designations.phrases import phrases
from watchlist.designations.words import has_cue
from watchlist.model import Alias, AliasKind, Article, Field, Level, Match, MatchKind, Mention

TEXT = "The US Treasury sanctioned Viktor Hale and Acme Harbour Shipping. Hale owns the company."
EVERY = DesignationFinder(lambda _: False)


def article(text: str, title: str = "") -> Article:
    """An English article."""
    return Article("a1", "wire", title, text, language="en")


def match(text: str, surface: str, level: Level) -> Match:
    """A match where its surface stands."""
    start = text.index(surface)
    mention = Mention(Field.TEXT, start, start + len(surface), surface)
    return Match(mention, "un-sc:1", (), Alias(surface, AliasKind.PRIMARY), MatchKind.EXACT, level, 0.7, ())


def test_name_sentence_and_phrase_stand_where_they_say() -> None:
    """Offsets are those of the article, and the sentence is the evidence."""
    found = EVERY.find(article("Lead-in. " + TEXT), ())
    assert [one.name for one in found] == ["Viktor Hale", "Acme Harbour Shipping"]
    for one in found:
        for mention in (one.mention, one.sentence):
            assert ("Lead-in. " + TEXT)[mention.start : mention.end] == mention.surface
        assert one.sentence.surface == TEXT[: TEXT.index(" Hale owns")]
        assert one.phrase == "sanctioned"
        assert one.evidence[0].detail == one.sentence.surface


@pytest.mark.parametrize("level", Level)
def test_what_a_match_touches_is_listed(level: Level) -> None:
    """Alert or review: the lists have the name, so normal matching tells it."""
    found = EVERY.find(article(TEXT), [match(TEXT, "Viktor Hale", level)])
    assert [one.name for one in found] == ["Acme Harbour Shipping"]


def test_a_short_name_of_a_matched_party_is_listed() -> None:
    """Who was named in full and matched is not unlisted when the next sentence says only the surname."""
    text = "Viktor Hale sold his yacht. The EU sanctioned Hale in May."
    assert [one.name for one in EVERY.find(article(text), ())] == ["Hale"]
    assert EVERY.find(article(text), [match(text, "Viktor Hale", Level.ALERT)]) == ()


def test_what_a_list_has_is_not_told() -> None:
    """The predicate is asked with the name as printed."""
    finder = DesignationFinder(lambda name: name == "Acme Harbour Shipping")
    assert [one.name for one in finder.find(article(TEXT), ())] == ["Viktor Hale"]


def test_one_party_is_found_once() -> None:
    """Title and text, full name and surname: one designation, at the full name."""
    text = "The EU sanctioned Viktor Hale on Monday. Britain had already sanctioned Hale."
    assert named(text, "en", title="EU sanctions Viktor Hale") == ["Viktor Hale"]


def test_an_authority_named_before_is_remembered() -> None:
    """The department is whoever was named; without one, a sanctioned man may have been sanctioned by his club."""
    told = "It also sanctioned Viktor Hale."
    assert named(f"The US Treasury acted on Monday. {told}", "en") == ["Viktor Hale"]
    assert named(told, "en") == []


def test_a_language_without_a_table_is_left_alone() -> None:
    """Nothing is read by the rules of another language."""
    assert named(TEXT, "sw") == []


def test_every_sentence_that_is_found_has_a_cue() -> None:
    """The quick look at a text never hides what the phrases would find."""
    assert [row for row in ROWS if row[1] != "-" and not has_cue(row[2], row[0])] == []


def test_every_language_has_sentences_of_both_kinds() -> None:
    """No table without a test."""
    assert {row[0] for row in ROWS if row[1] != "-"} == set(phrases())
    assert {row[0] for row in ROWS if row[1] == "-"} == set(phrases())


@given(st.sampled_from(ROWS), st.text(max_size=30), st.integers(0, 60))
def test_broken_sentences_break_nothing(row: list[str], noise: str, at: int) -> None:
    """Whatever stands in a sentence, names are where they say and found the same way again."""
    language, _, sentence = row
    text = sentence[:at] + noise + sentence[at:]
    broken = Article("a1", "wire", "", text, language=language)
    found = EVERY.find(broken, ())
    assert found == EVERY.find(broken, ())
    assert all(text[one.mention.start : one.mention.end] == one.mention.surface for one in found)
    assert all(one.name for one in found)


def test_long_sentences_take_no_longer_than_short_ones() -> None:
    """A wall of words is read as far as a sentence goes."""
    wall = "the EU added " * 20_000 + "Viktor Hale to its sanctions list"
    assert isinstance(EVERY.find(article(wall), ()), tuple)
