"""What holds for every article and every state of the lists, whatever they say."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.matching.world import PARTIES, party, screen, screener
from watchlist.matching import Index, MatchingOptions, Screener
from watchlist.matching.weights import WEIGHTS
from watchlist.model import Article, Level, Match

OPTIONS = MatchingOptions()
NAMES = st.sampled_from(
    [
        "Vladimir Putin",
        "VLADIMIR PUTIN",
        "Putin",
        "Владимиру Путину",
        "Владимир Владимирович Путин",
        "弗拉基米尔·普京",
        "ウラジーミル・プーチン",
        "블라디미르 푸틴",
        "김정은",
        "Sergue\u00ef Choi\u0308gou",
        "Shoigu",
        "Sergei Ivanov",
        "El Chapo",
        "Joaquín Guzmán Loera",
        "Wagner Group",
        "Hamas",
        "حزب الله",
        "حماس",
        "Nord Stream 2 AG",
        "LLC Verus",
        "VTB",
        "vessel Angara",
        "IMO 9179842",
        "0x098B716B8Aaf21512996dC57EB0615e2383E2f96",
        "l'Hamas",
        "Putin's",
        "Verus S.r.o.",
    ]
)
WORDS = st.sampled_from(
    [
        "said",
        "Minister",
        "President",
        "Russia",
        "North Korea",
        "militants",
        "company",
        "Sergei",
        "Anna",
        "the",
        "в",
        "президент",
        "대통령",
        "הנשיא",
        "الرئيس",
        "🚀",
        "👩‍🚀",
        "e\u0301",
        "\u202bקרמלין\u202c",
        "\ufeff",
        "2",
        "II",
    ]
)
GAPS = st.sampled_from([" ", " ", " ", ", ", ". ", "\n", "\n\n", "-", " – ", "", "“", "’s ", "\u00a0", "\u200f", "…"])
ODD = st.text(max_size=8)
TEXTS = st.lists(st.tuples(st.one_of(NAMES, WORDS, ODD), GAPS), max_size=14).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
LANGUAGES = st.sampled_from(["", "en", "ru", "fr", "ar", "ko"])
LAW = settings(max_examples=150, deadline=None)


@LAW
@given(title=TEXTS, text=TEXTS, language=LANGUAGES)
def test_the_surface_is_what_stands_at_the_offsets(title: str, text: str, language: str) -> None:
    """Characters between the offsets of a mention are the mention, in title and text, whatever surrounds them."""
    article = Article("a1", "test", title, text, language=language)
    for match in screener().screen(article):
        mention = match.mention
        assert mention.surface
        assert article.of(mention.field)[mention.start : mention.end] == mention.surface


@LAW
@given(name=NAMES, before=ODD, after=ODD)
def test_offsets_hold_beside_anything(name: str, before: str, after: str) -> None:
    """Emoji, marks and letters that run from right to left do not move a mention."""
    text = f"{before}\n\n{name}\n\n{after}"
    assert all(text[found.start : found.end] == found.surface for found in (one.mention for one in screen(text)))


@LAW
@given(title=TEXTS, text=TEXTS, language=LANGUAGES)
def test_mentions_never_overlap(title: str, text: str, language: str) -> None:
    """No character is told twice, and mentions come in reading order, title first."""
    matches = screen(text, language, title=title)
    for left, right in pairwise(matches):
        assert left.mention.field in {right.mention.field, "title"}
        assert left.mention.field != right.mention.field or left.mention.end <= right.mention.start


@LAW
@given(title=TEXTS, text=TEXTS, language=LANGUAGES)
def test_no_score_without_evidence(title: str, text: str, language: str) -> None:
    """A score is the sum of its evidence between 0 and 1; what is not supported is held just below the alerts."""
    for match in screen(text, language, title=title):
        total = round(max(0.0, min(1.0, sum(one.weight for one in match.evidence))), 4)
        assert match.evidence
        assert match.score == (total if match.level is Level.ALERT else min(total, OPTIONS.alert - 0.01))
        assert match.score >= (OPTIONS.alert if match.level is Level.ALERT else OPTIONS.review)


@LAW
@given(title=TEXTS, text=TEXTS, language=LANGUAGES)
def test_every_line_of_evidence_stands_in_the_table(title: str, text: str, language: str) -> None:
    """A compliance officer finds every feature, with its weight and words, in one table."""
    for match in screen(text, language, title=title):
        for one in match.evidence:
            weight = WEIGHTS[one.feature]
            assert one.weight == pytest.approx(weight.value * one.value, abs=0.001)
            assert one.detail.startswith(weight.words)
        assert len(starts(match)) == 1


def starts(match: Match) -> list[str]:
    """Features of a match that say how the name was found."""
    return [one.feature for one in match.evidence if one.feature.startswith("name-") or one.feature == "identifier"]


@LAW
@given(title=TEXTS, text=TEXTS, language=LANGUAGES)
def test_the_same_article_gives_the_same_matches(title: str, text: str, language: str) -> None:
    """A screener that has learned other words before answers like a new one, and like itself a second time."""
    article = Article("a1", "test", title, text, language=language)
    fresh = Screener(Index.build(PARTIES[:6]))
    learned = Screener(Index.build(PARTIES[:6]))
    learned.screen(Article("a0", "test", "Putina", "Шойгу, Poutine and other words; Путину.", language="ru"))
    assert fresh.screen(article) == learned.screen(article) == fresh.screen(article)


SHUFFLED = tuple(Screener(Index.build(Random(seed).sample(PARTIES, len(PARTIES)))) for seed in range(3))  # noqa: S311


@LAW
@given(title=TEXTS, text=TEXTS, language=LANGUAGES)
def test_the_order_of_the_parties_does_not_matter(title: str, text: str, language: str) -> None:
    """Lists may arrive in any order: an index built from shuffled parties gives the same matches."""
    expected = screen(text, language, title=title)
    assert all(screen(text, language, title=title, using=other) == expected for other in SHUFFLED)


TWINS = (party("one", "KOSACHEV, Konstantin"), party("two", "KOSACHEV, Konstantin"))


def test_two_parties_of_one_name_are_both_told() -> None:
    """Where nothing in the article tells them apart, the other stands in ``also``."""
    (match,) = screen("Konstantin Kosachev spoke.", using=Screener(Index.build(TWINS)))
    assert {match.party, *match.also} == {"us-ofac-sdn:one", "us-ofac-sdn:two"}


def test_two_parties_of_one_name_are_told_the_same_in_any_order() -> None:
    """Which of two namesakes is the party and which stands in ``also`` does not depend on their order."""
    text = "Konstantin Kosachev spoke."
    assert screen(text, using=Screener(Index.build(TWINS))) == screen(text, using=Screener(Index.build(TWINS[::-1])))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "🚀", "\x00", "a" * 10_000, "Putin " * 2_000])
def test_strange_texts_are_read_quietly(text: str) -> None:
    """Nothing, nothing but marks, and endless words give matches or none, never an error."""
    assert all(text[one.mention.start : one.mention.end] == one.mention.surface for one in screen(text))


def test_no_parties_give_no_matches() -> None:
    """An empty watchlist finds nothing and fails at nothing."""
    assert screen("Vladimir Putin met Kim Jong Un.", using=Screener(Index.build(()))) == ()
