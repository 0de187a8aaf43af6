"""Rows for parties that news says were put under sanctions and that no list has: once, and only while none has."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.report.world import BASIS, FACTS, NOW, article, begin, report
from watchlist import stories
from watchlist.designations import DesignationFinder
from watchlist.jobs.findings import WatchFacts
from watchlist.model import Article, Screening
from watchlist.store import Store

SENTENCE = "The US Treasury sanctioned Viktor Hale on Monday."
TEXT = SENTENCE + " His lawyers had no comment, and the yacht stayed where it was, off the coast of a small island."
TOMORROW = NOW + timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A state with a list, a source, and a report of today."""
    with Store.open(tmp_path / "var", exclusive=True) as opened:
        begin(opened)
        report(opened, tmp_path / "reports")
        yield opened


def screen(store: Store, one: Article, now: datetime) -> None:
    """Screen an article as the watch does where no list has anybody."""
    screening = Screening(one, designations=DesignationFinder(lambda _: False).find(one, ()))
    signature = stories.signature(one)
    anchors = store.stories.anchors(signature.keys, now - stories.JOIN_WINDOW)
    story = stories.assign(one, signature, anchors, store.stories.first) or stories.story_id(one)
    assert store.articles.add(screening, story=story, signature=signature, basis=BASIS, now=now)


def rows(store: Store, folder: Path, now: datetime, facts: WatchFacts = FACTS) -> list[dict[str, str]]:
    """The rows of a day's report."""
    files = report(store, folder, now, facts).files
    text = files[0].read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_of_its_own_with_the_sentence_as_evidence(store: Store, tmp_path: Path) -> None:
    """The party as printed, on no list, below alerts and above reviews, with nothing that only a match has."""
    screen(store, article(7, TEXT), NOW + timedelta(hours=1))
    (row,) = rows(store, tmp_path / "reports", TOMORROW)
    assert (row["party"], row["mention"], row["status"]) == ("Viktor Hale", "Viktor Hale", "unlisted-designation")
    assert (row["priority"], row["level"]) == ("normal", "review")
    assert SENTENCE in row["evidence"]
    assert "【Viktor Hale】" in row["snippet"]
    assert "“sanctioned”" in row["why"]
    assert not any(
        row[name] for name in ("listings", "score", "match_kind", "alias_kind", "matched_name", "programmes")
    )


def test_told_once_in_a_story_and_counted_after_that(store: Store, tmp_path: Path) -> None:
    """A second outlet with the same story is counted, a longer text too."""
    screen(store, article(7, TEXT), NOW + timedelta(hours=1))
    assert len(rows(store, tmp_path / "reports", TOMORROW)) == 1
    screen(store, article(8, TEXT + " More follows.", source="wire"), TOMORROW + timedelta(hours=1))
    later = report(store, tmp_path / "reports", TOMORROW + timedelta(days=1))
    assert (later.mentions, later.repeated) == (0, 1)


def test_one_row_for_all_articles_of_a_day(store: Store, tmp_path: Path) -> None:
    """Near copies are one row that counts its outlets."""
    screen(store, article(7, TEXT), NOW + timedelta(hours=1))
    screen(store, article(8, TEXT + " More follows.", source="wire"), NOW + timedelta(hours=2))
    (row,) = rows(store, tmp_path / "reports", TOMORROW)
    assert row["outlets"] == "2: reuters; wire"


def test_who_is_listed_by_now_is_no_row(store: Store, tmp_path: Path) -> None:
    """When a list has the name before the report is made, matching tells it instead."""
    screen(store, article(7, TEXT), NOW + timedelta(hours=1))
    listed = replace(FACTS, listed=lambda name: name == "Viktor Hale")
    assert rows(store, tmp_path / "reports", TOMORROW, listed) == []
