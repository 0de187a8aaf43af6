"""A whole turn: told once, complete or said to be incomplete."""

from datetime import timedelta
from pathlib import Path

from tests.jobs.samples import LONG, NOW, configured
from watchlist.jobs.cycle import Cycle, cycle
from watchlist.jobs.duties import Desk
from watchlist.jobs.rows import rows
from watchlist.store import Store


def turned(store: Store, folder: Path, hours: int = 0, more: str = "") -> Cycle:
    """One turn over a folder with one article."""
    config = configured(folder, "[{name: inbox, folder: news}]", more)
    return cycle(store, config, now=NOW + timedelta(hours=hours))


def test_running_twice_changes_nothing(tmp_path: Path) -> None:
    """The second turn of a day writes no file and doubles nothing; something new becomes a further report."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.txt").write_text(LONG)
    with Store.open(tmp_path / "var", exclusive=True) as store:
        first = turned(store, tmp_path)
        assert first.complete
        assert {row["party"] for row in rows(first.report.files) if row["row"] == "mention"} == {
            "PUTIN, Vladimir Vladimirovich"
        }
        assert turned(store, tmp_path, hours=1).report.files == ()
        (tmp_path / "news" / "two.txt").write_text("Kim Jong Un, leader of North Korea, visited a factory in Hamhung.")
        third = turned(store, tmp_path, hours=2)
        assert third.report.sequence == 2
        assert [row["party"] for row in rows(third.report.files) if row["row"] == "mention"] == ["KIM, Jong Un"]


def test_a_list_that_fails_makes_the_turn_incomplete(tmp_path: Path) -> None:
    """The last good edition still finds; the report says INCOMPLETE and why."""
    (tmp_path / "news").mkdir()
    with Store.open(tmp_path / "var", exclusive=True) as store:
        assert turned(store, tmp_path).complete
        (tmp_path / "ofac.xml").write_bytes(b"<html></html>")
        (tmp_path / "news" / "one.txt").write_text(LONG)
        after = turned(store, tmp_path, hours=1)
        assert not after.complete
        assert "us-ofac-sdn" in after.report.reasons[0]
        coverage = (row["outcome"] for row in rows(after.report.files) if row["row"] == "coverage")
        assert next(coverage) == "INCOMPLETE"
        assert any(row["row"] == "mention" for row in rows(after.report.files))


def test_nothing_is_screened_against_nothing(tmp_path: Path) -> None:
    """Without any list the sources wait: their articles are new when the lists have come."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.txt").write_text(LONG)
    for name in ("ofac.xml", "un.xml"):
        (tmp_path / name).write_bytes(b"")
    with Store.open(tmp_path / "var", exclusive=True) as store:
        empty = turned(store, tmp_path)
        assert not empty.complete
        assert empty.sources == ()
        for name in ("ofac.xml", "un.xml"):
            (tmp_path / name).unlink()
        assert turned(store, tmp_path, hours=1).sources[0].funnel.screened == 1


def test_the_daemon_reports_once_a_day(tmp_path: Path) -> None:
    """Not before report.at, once after it, again on the next day."""
    (tmp_path / "news").mkdir()
    config = configured(tmp_path, "[{name: inbox, folder: news}]", 'report: {at: "13:00"}')
    with Store.open(config.state, exclusive=True) as store:
        desk = Desk(store, config, lambda: False)
        desk.refresh_lists(config.lists, NOW)
        desk.screen(config.sources, NOW)
        for hours, reports in ((0, 0), (2, 1), (3, 1), (26, 2)):
            desk.report(NOW + timedelta(hours=hours))
            assert len(list(config.reports.glob("*-manifest.json")) if config.reports.exists() else []) == reports
