"""What was checked, and what makes a report incomplete."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from watchlist.coverage import Funnel, ListState, SourceState
from watchlist.health import coverage, incomplete
from watchlist.model import Loss, Snapshot

NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)
SNAPSHOT = Snapshot("un-sc", "un-xml", "ab" * 32, NOW, date(2026, 2, 27), "", 1, 700, 900, 0)
LIST = ListState("un-sc", SNAPSHOT, NOW, NOW, "ok")
SOURCE = SourceState("reuters", NOW, NOW, NOW, "ok", "", 0, Funnel(5, 2, 1, 1, 1, 0))


def test_all_is_well() -> None:
    """Checked within the day, everything accounted for: complete."""
    lines = coverage((LIST,), (SOURCE,), now=NOW + timedelta(hours=2))
    assert [(line.kind, line.name, line.outcome, line.age) for line in lines] == [
        ("list", "un-sc", "ok", 2.0),
        ("source", "reuters", "ok", 2.0),
    ]
    assert incomplete(lines) == ()


@pytest.mark.parametrize(
    ("state", "outcome"),
    [
        (ListState("un-sc"), "never"),
        (ListState("un-sc", None, NOW, None, "refused", "HTML instead of XML", 1), "never"),
        (replace(LIST, outcome="refused", reason="half the names are gone"), "failed"),
        (replace(LIST, outcome="failed", reason="HTTP 503"), "failed"),
        (replace(LIST, succeeded=NOW - timedelta(hours=25)), "stale"),
    ],
)
def test_a_list_that_was_not_checked_makes_it_incomplete(state: ListState, outcome: str) -> None:
    """Never fetched, refused, failed or stale: the reason is said."""
    (line,) = coverage((state,), (), now=NOW)
    assert line.outcome == outcome
    (reason,) = incomplete((line,))
    assert reason.startswith(f"list un-sc {outcome}")
    assert state.reason in reason


@pytest.mark.parametrize(
    ("state", "outcome"),
    [
        (SourceState("reuters"), "never"),
        (replace(SOURCE, outcome="failed", reason="HTTP 404"), "failed"),
        (replace(SOURCE, succeeded=NOW - timedelta(days=2)), "stale"),
        (replace(SOURCE, funnel=Funnel(5, 2)), "unbalanced"),
    ],
)
def test_a_source_that_was_not_read_makes_it_incomplete(state: SourceState, outcome: str) -> None:
    """Never fetched, failed, stale, or with articles unaccounted for."""
    lines = coverage((), (state,), now=NOW)
    assert lines[0].outcome == outcome
    assert len(incomplete(lines)) == 1


def test_silence_is_said_but_proves_no_failure() -> None:
    """A source that works and brings nothing new for a week is named; the report stays complete."""
    lines = coverage((), (replace(SOURCE, last_new=NOW - timedelta(days=9)),), now=NOW)
    message = "no new article for 9 days; is the address still the right one?"
    assert (lines[0].outcome, lines[0].message) == ("silent", message)
    assert incomplete(lines) == ()


def test_a_source_that_speaks_seldom_may_be_silent_for_longer() -> None:
    """Five times what usually passes between two of its articles, and a week for those who write every hour."""
    weekly = replace(SOURCE, gap=timedelta(days=7), last_new=NOW - timedelta(days=35))
    assert coverage((), (weekly,), now=NOW)[0].outcome == "ok"
    assert coverage((), (replace(weekly, last_new=NOW - timedelta(days=36)),), now=NOW)[0].outcome == "silent"
    hourly = replace(SOURCE, gap=timedelta(hours=1), last_new=NOW - timedelta(days=7, hours=1))
    assert coverage((), (hourly,), now=NOW)[0].message.startswith("no new article for 7 days; usually one every hour")


def test_an_old_publication_is_said() -> None:
    """A list that has not been published for months may have moved."""
    old = replace(LIST, snapshot=replace(SNAPSHOT, published=date(2025, 3, 1)))
    (line,) = coverage((old,), (), now=NOW)
    assert line.outcome == "quiet"
    assert line.message.startswith("dated 365 days ago")


@pytest.mark.parametrize(
    ("hours", "outcome"), [(5.9, "ok"), (6.1, "late"), (23.9, "late"), (24.1, "stale"), (24 * 90, "stale")]
)
def test_a_list_that_is_not_checked_is_late_and_then_stale(hours: float, outcome: str) -> None:
    """Six hours are said, a day makes a report incomplete."""
    lines = coverage((LIST,), (), now=NOW + timedelta(hours=hours))
    assert lines[0].outcome == outcome
    assert bool(incomplete(lines)) == (outcome == "stale")


@pytest.mark.parametrize("days", [14, 21, 45, 60])
def test_a_list_without_a_new_date_is_quiet_on_the_day(days: int) -> None:
    """Each authority has its own habits; dated the 27th of February, quiet on the day after so many days."""
    quiet = {"un-sc": timedelta(days=days)}
    for more, outcome in ((0, "ok"), (1, "quiet")):
        now = datetime(2026, 2, 27, 23, tzinfo=UTC) + timedelta(days=days + more)
        lines = coverage((replace(LIST, checked=now, succeeded=now),), (), now=now, quiet=quiet)
        assert lines[0].outcome == outcome
        assert incomplete(lines) == ()


def test_what_is_held_is_said_and_proves_that_everything_is_screened() -> None:
    """How much, until when, how to end it, and why; the report stays complete."""
    held = (Loss("un-sc:A", "", "ab", NOW), Loss("un-sc:B", "old name", "ab", NOW))
    (line,) = lines = coverage((replace(LIST, held=held, suspicion="names fell from 9 to 2"),), (), now=NOW)
    assert line.outcome == "held"
    assert line.message == (
        "names fell from 9 to 2; 1 listing and 1 name of a listing that it lacks stay screened until it still lacks "
        "them after 2026-03-02 06:00 UTC, or you approve it"
    )
    assert incomplete(lines) == ()
