"""A story that grows over days, and texts that change: told when something is learned, and no more often."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.report.world import FACTS, NOW, PUTIN, TEXT, VERUS, article, begin, learn, match, report
from watchlist.jobs.findings import WatchFacts
from watchlist.store import Store

DAY = timedelta(days=1)
VERUS_SENTENCE = " Engineers of LIMITED LIABILITY COMPANY VERUS came with him."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A state in which one article of one source was screened."""
    with Store.open(tmp_path / "var", exclusive=True) as opened:
        begin(opened)
        yield opened


def told(store: Store, folder: Path, day: int, facts: WatchFacts = FACTS) -> list[dict[str, str]]:
    """The rows of the report of a day."""
    now = NOW + day * DAY
    report(store, folder, now, facts)
    path = folder / f"{now.date().isoformat()}.csv"
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("a_day", "rows"),
    [
        (6, ["new, 6", "updated, 12", "", "updated, 24", ""]),
        (1, ["new, 1", "", "", "updated, 4", ""]),
        (10, ["new, 10", "updated, 20", "", "updated, 40", ""]),
    ],
)
def test_a_growing_story_is_told_when_its_outlets_double(
    store: Store, tmp_path: Path, a_day: int, rows: list[str]
) -> None:
    """Copies that come in over five days are one story and one alert: a row when new, then only when outlets double."""
    seen, alerts = [], set()
    for day in range(5):
        for number in range(a_day):
            at = day * a_day + number
            if at:  # the first is there already
                copy = article(at + 1, f"{TEXT} Outlet {at} reports.", f"outlet-{at}", f"Headline number {at}")
                learn(store, copy, NOW + day * DAY - timedelta(minutes=20 - number))
        found = told(store, tmp_path, day)
        seen.append("".join(f"{row['status']}, {row['outlets'].split(':')[0]}" for row in found))
        alerts |= {(row["story_id"], row["alert_id"]) for row in found}
    assert seen == rows
    assert len(alerts) == 1


def test_an_outlet_counts_once(store: Store, tmp_path: Path) -> None:
    """Ten copies in one source are one outlet, and no news on the next day."""
    told(store, tmp_path, 0)
    for number in range(2, 12):
        learn(store, article(number, f"{TEXT} Version {number}."), NOW + timedelta(hours=number))
    assert told(store, tmp_path, 1) == []


def test_stories_never_merge(store: Store, tmp_path: Path) -> None:
    """A text that copies two stories joins one of them; both keep their articles and alerts."""
    other = "Vladimir Putin opened a bridge in the north. " + " ".join(f"Part {n} of it is long." for n in range(40))
    learn(store, article(2, other, "tass", "Bridge"), NOW - timedelta(minutes=20))
    before = {row["alert_id"] for row in told(store, tmp_path, 0)}
    assert len(before) == 2
    learn(store, article(3, f"{TEXT} {other}", "digest", "Both"), NOW + timedelta(hours=1))
    stories = store.sightings.stories(0, store.sightings.newest())
    assert sorted(len(store.sightings.of_story(story, 99)) for story in stories) == [1, 2]
    assert {row["alert_id"] for row in told(store, tmp_path, 1)} <= before


def test_a_party_that_a_changed_text_brings_says_so(store: Store, tmp_path: Path) -> None:
    """A revision that names somebody more is told as new, with the day of the text before; who was told is not."""
    told(store, tmp_path, 0)
    changed = article(1, TEXT + VERUS_SENTENCE)
    found = match(changed.text, "LIMITED LIABILITY COMPANY VERUS", VERUS)
    learn(store, changed, NOW + timedelta(hours=1), match(changed.text), found)
    (row,) = told(store, tmp_path, 1)
    assert (row["party"], row["status"]) == (VERUS.name, "new")
    assert row["what_changed"] == "text changed since 2026-03-01"


def test_a_text_that_grew_says_that_it_was_changed(store: Store, tmp_path: Path) -> None:
    """An update by a longer text of the same article says by how much it grew, and that it is a changed text."""
    told(store, tmp_path, 0)
    longer = article(1, TEXT + " The talks went on for hours in the palace by the river." * 30)
    learn(store, longer, NOW + timedelta(hours=1), match(longer.text))
    (row,) = told(store, tmp_path, 1)
    assert row["status"] == "updated"
    assert f"text {len(TEXT)} → {len(longer.text)} characters; text changed since 2026-03-01" in row["what_changed"]


def test_a_corrected_comma_is_no_news(store: Store, tmp_path: Path) -> None:
    """A changed text in which nobody new is named and little was added is screened, and not told again."""
    told(store, tmp_path, 0)
    learn(store, article(1, TEXT.replace(".", " .", 1)), NOW + timedelta(hours=1))
    assert told(store, tmp_path, 1) == []


def test_a_first_text_says_nothing_of_changes(store: Store, tmp_path: Path) -> None:
    """What was read for the first time was not changed, and neither was another article of the source."""
    learn(store, article(2, "Vladimir Putin spoke of fish, and of nothing else."), NOW - timedelta(minutes=5))
    assert {row["what_changed"] for row in told(store, tmp_path, 0)} == {""}
    learn(store, replace(article(3), source="other"), NOW + timedelta(hours=1))
    assert told(store, tmp_path, 1) == []
    assert PUTIN.id in FACTS.parties
