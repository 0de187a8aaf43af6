"""What an analyst is told, how urgent it is, and when again."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from watchlist.alerts import (
    Extent,
    Observation,
    Priority,
    Status,
    Weighing,
    alert_id,
    cases,
    priority,
    verdict,
    why,
)
from watchlist.alerts.priority import HIGH, POINTS, URGENT
from watchlist.model import Alias, AliasKind, Article, Evidence, Field, Level, Match, MatchKind, Mention

NOW = datetime(2026, 3, 1, tzinfo=UTC)
DAY = date(2026, 3, 1)
PAGE = Path(__file__).parents[2] / "docs" / "priority.md"
PLAIN = Weighing(Level.ALERT, 0.9, AliasKind.PRIMARY, 2, 0, linked=False, watched=False, outlets=1)


def match(party: str = "un:1", score: float = 0.9, level: Level = Level.ALERT, surface: str = "Kim Jong Un") -> Match:
    """A match of a party."""
    mention = Mention(Field.TEXT, 0, len(surface), surface)
    return Match(mention, party, (), Alias("KIM JONG UN", AliasKind.PRIMARY), MatchKind.EXACT, level, score, ())


def observed(number: int, one: Match, source: str = "reuters", text: str = "text", tier: int = 2) -> Observation:
    """A match in an article of a source."""
    article = Article(f"a{number}", source, "", text)
    return Observation(number, article, NOW + timedelta(hours=number), tier, one)


def test_one_case_per_party_at_its_best_level() -> None:
    """An alert outranks a review of higher score, then the score decides; outlets are counted once each."""
    seen = (
        observed(1, match(level=Level.REVIEW, score=0.99)),
        observed(2, match(score=0.91), "tass", "a longer text"),
        observed(3, match(score=0.93), "reuters"),
        observed(4, match("un:2")),
    )
    first, second = cases(seen, {})
    assert (first.party, second.party) == ("un:1", "un:2")
    assert (first.level, first.best.match.score) == (Level.ALERT, 0.93)
    assert (first.outlets, first.newest, first.characters) == (("reuters", "tass"), 3, 13)
    assert first.first_seen == NOW + timedelta(hours=1)


def test_joined_listings_are_one_case() -> None:
    """Observations of listings that were joined since count for the one party that they now are."""
    (case,) = cases((observed(1, match("un:1")), observed(2, match("eu:7"))), {"un:1": "ofac:3", "eu:7": "ofac:3"})
    assert (case.party, case.newest) == ("ofac:3", 2)


def test_the_more_trusted_source_shows_an_equal_match() -> None:
    """Between equal matches the row shows the source that the user trusts most, then the first."""
    seen = (observed(1, match(), "blog", tier=3), observed(2, match(), "agency", tier=1), observed(3, match(), tier=1))
    assert cases(seen, {})[0].best.article.source == "agency"


@pytest.mark.parametrize(
    ("now", "status", "changed"),
    [
        (Extent("review", 4, 2000), Status.REPEATED, ""),
        (Extent("review", 6, 2900), Status.REPEATED, ""),
        (Extent("review", 5, 2999), Status.REPEATED, ""),
        (Extent("alert", 4, 2000), Status.UPDATED, "since 2026-03-01: level review → alert"),
        (Extent("review", 8, 2000), Status.UPDATED, "since 2026-03-01: outlets 4 → 8"),
        (Extent("review", 4, 3001), Status.UPDATED, "since 2026-03-01: text 2000 → 3001 characters"),
        (Extent("review", 4, 2000, frozenset("x")), Status.UPDATED, "since 2026-03-01: 1 more named member"),
    ],
)
def test_told_again_only_when_something_grew(now: Extent, status: Status, changed: str) -> None:
    """A told alert is a row again when level, outlets, text or members grew materially, and says what."""
    found = verdict(now, Extent("review", 4, 2000), DAY)
    assert (found.status, found.changed) == (status, changed)


def test_never_told_is_new() -> None:
    """What was never told is new."""
    assert verdict(Extent("alert", 1, 10), None, None).status is Status.NEW


def test_small_stories_do_not_flap() -> None:
    """A second and third copy of a wire report, or a sentence more in a brief, is not an update."""
    told = Extent("alert", 1, 300)
    assert verdict(Extent("alert", 3, 900), told, DAY).status is Status.REPEATED
    assert verdict(Extent("alert", 4, 300), told, DAY).status is Status.UPDATED


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, Priority.NORMAL),
        ({"topics": 2}, Priority.NORMAL),
        ({"topics": 1, "score": 0.95}, Priority.HIGH),
        ({"topics": 1, "score": 0.95, "linked": True}, Priority.URGENT),
        ({"topics": 1, "score": 0.95, "linked": True, "tier": 3}, Priority.HIGH),
        ({"topics": 1, "score": 0.95, "watched": True, "alias_kind": AliasKind.WEAK}, Priority.HIGH),
        ({"tier": 1, "outlets": 5}, Priority.HIGH),
        ({"tier": 3, "alias_kind": AliasKind.WEAK}, Priority.NORMAL),
    ],
)
def test_priority_by_the_table(changes: dict[str, object], expected: Priority) -> None:
    """Points of an alert decide its priority."""
    assert priority(replace(PLAIN, **changes)) is expected  # type: ignore[arg-type]


def test_a_review_is_always_low() -> None:
    """Whatever speaks for it, a review never outranks an alert."""
    best = Weighing(Level.REVIEW, 0.99, AliasKind.PRIMARY, 1, 3, linked=True, watched=True, outlets=50)
    assert priority(best) is Priority.LOW


def test_the_written_rule_is_the_rule() -> None:
    """docs/priority.md holds the same table and thresholds as the code."""
    page = PAGE.read_text(encoding="utf-8")
    written = re.findall(r"^\| ([^|]+) \| ([+-]\d) \|$", page, re.MULTILINE)
    assert written == [(words, f"{points:+d}") for words, points, _ in POINTS]
    assert (URGENT, HIGH) == (3, 2)
    assert "Three points or more are `urgent`, two are `high`, fewer are `normal`." in page


def test_why_is_one_sentence_of_the_evidence() -> None:
    """How the name stands there, what speaks for it, what against, strongest first."""
    evidence = (
        Evidence("country", 1, 0.05, "the article speaks of a country of the party: Russia"),
        Evidence("name-full-person", 1, 0.9, "given and family name stand together"),
        Evidence("spelling", 0.1, -0.09, "the spelling differs"),
    )
    sentence = why(replace(match(), evidence=evidence))
    assert sentence == (
        "Named as listed: given and family name stand together, the article speaks of a country of the party: Russia; "
        "but the spelling differs."
    )


def test_why_names_a_weak_alias_and_a_review() -> None:
    """A row that is only for review says that it is, and by what kind of name."""
    weak = replace(match(level=Level.REVIEW), alias=Alias("THE BOSS", AliasKind.WEAK))
    assert why(weak) == "Named as listed by an alias that its list calls weak; not enough for an alert."


def test_alert_ids_start_with_a_letter_and_differ() -> None:
    """``r`` and 16 hex digits, by story and subject."""
    ids = {alert_id(story, party) for story in ("s1", "s2") for party in ("un:1", "un:2")}
    assert len(ids) == 4
    assert all(re.fullmatch("r[0-9a-f]{16}", one) for one in ids)
