"""Which articles are the same news."""

import time
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stories.texts import CHINESE, ENGLISH, RUSSIAN, TEXTS
from watchlist.model import Article
from watchlist.stories import assign, signature, story_id

SAME_FORM = (
    "The central bank of {0} on Monday held its main rate at {1} percent, saying that inflation in the {2} region had "
    "{3} more than expected since the spring. Governor {4} told reporters in {5} that {6} would decide what comes."
)


@dataclass(frozen=True)
class Anchor:
    story: str
    script: str
    size: int
    sketch: tuple[int, ...]
    article: Article


def article(text: str, title: str = "A headline", number: int = 1) -> Article:
    """An article with this text."""
    return Article(f"a{number}", "source", title, text, digest=f"d{number}")


def anchor(text: str, title: str = "A headline", story: str = "s1") -> Anchor:
    """A story founded by this text."""
    first = article(text, title)
    sketch = signature(first)
    return Anchor(story, sketch.script, sketch.size, sketch.sketch, first)


def joins(text: str, *anchors: Anchor, title: str = "Quite another headline", own: Anchor | None = None) -> str | None:
    """The story that this text joins."""
    firsts = {anchor.story: anchor.article for anchor in anchors}
    one = article(text, title)
    return assign(one, signature(one), anchors, firsts.__getitem__, own)


@pytest.mark.parametrize("language", TEXTS)
def test_a_copy_joins_under_another_headline(language: str) -> None:
    """The same text with another headline, case or spacing is the same story."""
    text = TEXTS[language]
    assert joins(text.replace("\n", "  ").upper(), anchor(text)) == "s1"


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("part", [(0, 0.6), (0, 0.35), (0.4, 1.0)])
def test_a_cut_copy_joins_both_ways(language: str, part: tuple[float, float]) -> None:
    """A copy of which an outlet printed only a part is the same story, whichever came first."""
    text = TEXTS[language]
    cut = text[int(part[0] * len(text)) : int(part[1] * len(text))]
    assert joins(cut, anchor(text)) == "s1"
    assert joins(text, anchor(cut)) == "s1"


def test_small_edits_join() -> None:
    """One word in twenty replaced is the same story."""
    words = ENGLISH.split()
    words[3::20] = ["edited"] * len(words[3::20])
    assert joins(" ".join(words), anchor(ENGLISH)) == "s1"


def test_other_events_do_not_join() -> None:
    """Other texts, and the same form filled with another event, are other stories."""
    first = SAME_FORM.format("Norway", "4.5", "Nordic", "eased", "Ida Bache", "Oslo", "wages")
    second = SAME_FORM.format("Chile", "5.25", "Andean", "risen", "Rosanna Costa", "Santiago", "copper prices")
    assert joins(second, anchor(first)) is None
    assert joins(RUSSIAN, anchor(ENGLISH)) is None
    assert joins(CHINESE, anchor(RUSSIAN)) is None


def test_a_digest_of_many_news_joins_none_of_them() -> None:
    """A long page that holds a short news whole is not a copy of it."""
    short = SAME_FORM.format("Norway", "4.5", "Nordic", "eased", "Ida Bache", "Oslo", "wages")
    filler = " ".join(f"Another{number} thing{number} happened{number} elsewhere{number}" for number in range(200))
    assert joins(f"{filler} {short} {filler}", anchor(short)) is None
    assert joins(short, anchor(f"{filler} {short} {filler}")) is None


@pytest.mark.parametrize("language", TEXTS)
def test_the_beginning_of_a_long_page_is_its_summary(language: str) -> None:
    """What one outlet has in two sentences and another in full is one story, however much longer that is."""
    text = TEXTS[language]
    page = f"{text} " + " ".join(f"{text[number] * 3}{number}" for number in range(len(text)))
    assert joins(text[: len(text) // 3], anchor(page)) == "s1"
    assert joins(page, anchor(text[: len(text) // 3])) == "s1"


def test_one_sentence_joins_only_its_equal() -> None:
    """Too short to know a copy by its parts, a sentence joins its equal alone."""
    assert joins("Rates were held.", anchor("Rates were held.", "News"), title="News") == "s1"
    assert joins("Rates were not held.", anchor("Rates were held.", "News"), title="News") is None


def test_the_closest_story_wins_and_the_first_of_equals() -> None:
    """Of several stories the best copied one is joined; between equals the order given decides."""
    half = ENGLISH[: len(ENGLISH) // 2] + " " + RUSSIAN
    assert joins(ENGLISH, anchor(half, story="s1"), anchor(ENGLISH, story="s2")) == "s2"
    assert joins(ENGLISH, anchor(ENGLISH, story="s2"), anchor(ENGLISH, story="s1")) == "s2"


def test_nothing_to_read_founds_its_own_story() -> None:
    """An empty article joins nothing."""
    assert joins("", anchor("", ""), anchor(ENGLISH), title="") is None


def test_ids_of_stories_start_with_a_letter_and_differ() -> None:
    """A story's id is ``s`` and 16 hex digits, by source, id and text."""
    ids = {story_id(article(ENGLISH, number=number)) for number in range(3)}
    assert len(ids) == 3
    assert all(one[0] == "s" and int(one[1:], 16) >= 0 and len(one) == 17 for one in ids)


@given(st.text())
def test_signatures_are_sorted_unique_and_stable(text: str) -> None:
    """A sketch is sorted, each digest once, at most 128, and the same every time."""
    sketch = signature(article(text)).sketch
    assert list(sketch) == sorted(set(sketch))
    assert len(sketch) <= 128
    assert signature(article(text)).sketch == sketch


@given(st.text(min_size=1))
def test_a_text_always_joins_itself(text: str) -> None:
    """Whatever the text, its exact copy is the same story, if it has a word at all."""
    assert joins(text, anchor(text), title="A headline") == "s1"


def test_quick_enough_for_every_article() -> None:
    """Even when all twenty candidates are likely, a long article takes a few hundredths of a second."""
    words = [f"word{number % 13}-{number}" for number in range(700)]
    long = " ".join(words)
    candidates = tuple(anchor(long, story=f"s{number}") for number in range(20))
    start = time.process_time()
    assert joins(long, *candidates) == "s0"
    assert time.process_time() - start < 0.2


def test_a_page_stays_in_the_story_of_its_summary() -> None:
    """The whole text of an article known by two sentences is the same story, wherever in it these stand."""
    summary = ENGLISH[: ENGLISH.index("Officials") + 150]
    page = " ".join((*(f"line{number} more" for number in range(300)), SAME_FORM.format(*"abcdefg"), ENGLISH))
    own = anchor(summary, story="s9")
    assert joins(page, own, title="A headline") is None
    assert joins(page, title="A headline", own=own) == "s9"


def test_another_text_under_an_old_id_is_another_story() -> None:
    """A file or address that now holds quite other news does not stay in the old story."""
    assert joins(RUSSIAN, own=anchor(ENGLISH)) is None
    other = SAME_FORM.format("Chile", "5.25", "Andean", "risen", "Rosanna Costa", "Santiago", "copper prices")
    assert joins(other, title="Other headline", own=anchor(ENGLISH)) is None
