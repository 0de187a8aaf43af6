"""Copies as outlets make them are one story, and what only looks like a copy is none."""

from dataclasses import replace
from random import Random

import pytest

from tests.stories.gathering import gather
from tests.stories.syndication import copies, daily, digest, follow_up
from tests.stories.texts import CHINESE, ENGLISH, ENGLISH_LATER, RUSSIAN, RUSSIAN_LATER, SPANISH, TEXTS
from watchlist.model import Article

DICE = range(5)


def article(text: str, name: str = "one") -> Article:
    """An article with this text."""
    return Article(name, "wire", "A headline", text)


@pytest.mark.parametrize("seed", DICE)
@pytest.mark.parametrize("language", TEXTS)
def test_every_kind_of_copy_joins(language: str, seed: int) -> None:
    """Cut, edited, framed, with links appended or quotes translated, under another headline: one story."""
    original = article(TEXTS[language])
    for copy in copies(original, original, Random(seed)):  # noqa: S311 - dice, no secret
        for order in ((original, copy), (copy, original)):
            first, second = gather(order)
            assert first == second, copy.id


@pytest.mark.parametrize("seed", DICE)
@pytest.mark.parametrize(("before", "after"), [(ENGLISH, ENGLISH_LATER), (RUSSIAN, RUSSIAN_LATER)])
def test_other_news_with_the_same_background_is_another_story(before: str, after: str, seed: int) -> None:
    """A later report that ends with paragraphs of an earlier one is news of its own, whichever comes first."""
    original = article(before)
    later = follow_up(original, article(after, "two"), Random(seed))  # noqa: S311 - dice, no secret
    assert len(set(gather((original, later)))) == 2
    assert len(set(gather((later, original)))) == 2


@pytest.mark.parametrize("seed", DICE)
def test_reports_of_one_form_are_stories_of_their_own(seed: int) -> None:
    """The same words with the figures of another day are other news."""
    dice = Random(seed)  # noqa: S311 - dice, no secret
    days = [daily(day, dice) for day in range(12)]
    assert len(set(gather(days))) == len(days)


def test_a_press_review_takes_no_article_that_it_does_not_begin_with() -> None:
    """What a review prints in its middle stays a story of its own; the review does not gather them."""
    others = [article(text, text[:9]) for text in (SPANISH, ENGLISH_LATER, ENGLISH)]
    review = digest([article(" ".join(f"word{number}" for number in range(90)), "review"), *others])
    shorts = [replace(one, text=one.text[:300]) for one in others]
    assert len(set(gather([review, *shorts]))) == 4


def test_a_site_s_footer_joins_nothing() -> None:
    """Two short items of one site share its long footer, and are two stories."""
    footer = ENGLISH_LATER[:420]
    items = [article(f"{part} {footer}", part[:9]) for part in (ENGLISH[:400], SPANISH[:400])]
    assert len(set(gather(items))) == 2


def test_other_scripts_are_other_stories() -> None:
    """The same event in another script is told apart: nothing of the words is the same."""
    assert len(set(gather([article(text, text[:5]) for text in (ENGLISH, RUSSIAN, CHINESE)]))) == 3
