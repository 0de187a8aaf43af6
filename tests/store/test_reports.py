"""Reports and what they told."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from tests.store.samples import NOW
from tests.store.test_articles import add
from watchlist.store import Cut, Store, StoredReport, Telling

DAY = date(2026, 3, 1)
REPORT = StoredReport(DAY, 1, Cut(None, NOW, 5, 2), b"content", {"2026-03-01.csv": "ab"})
TELLING = Telling("r1", DAY, "s1", "", ("us-ofac-sdn:35096",), "alert", 2, 900, NOW)


def test_a_report_and_its_tellings_come_back(tmp_path: Path) -> None:
    """Reports read back equal and unpublished until their files are on disk."""
    with Store.open(tmp_path, exclusive=True) as store:
        add(store)
        store.reports.add(REPORT, (TELLING,))
        assert store.reports.last() == REPORT
        assert store.reports.unpublished() == (REPORT,)
        store.reports.set_published(REPORT, NOW)
        assert store.reports.unpublished() == ()
        assert store.reports.of_day(DAY) == (replace(REPORT, published=NOW),)
        assert store.reports.told("s1") == (TELLING,)


def test_the_last_telling_counts(tmp_path: Path) -> None:
    """What was told is the newest telling of each alert."""
    later = replace(REPORT, sequence=2, cut=Cut(NOW, NOW + timedelta(hours=1), 6, 3))
    with Store.open(tmp_path, exclusive=True) as store:
        add(store)
        store.reports.add(REPORT, (TELLING, replace(TELLING, alert="r2", network="Arms trade")))
        store.reports.add(later, (replace(TELLING, outlets=9),))
        assert {telling.alert: telling.outlets for telling in store.reports.told("s1")} == {"r1": 9, "r2": 2}
        assert store.reports.last() == later
