"""Visits to sources and the funnel they sum to."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.store.samples import NOW
from watchlist.coverage import Funnel
from watchlist.model import Fault
from watchlist.store import CheckOutcome, SourceCheck, Store


def test_a_source_never_visited_is_empty(tmp_path: Path) -> None:
    """A configured source without visits has no outcome and no baseline yet."""
    with Store.open(tmp_path, exclusive=True) as store:
        assert store.sources.state("reuters").outcome == ""
        assert not store.sources.checked_before("reuters")


def test_funnel_and_faults_are_of_the_period(tmp_path: Path) -> None:
    """Counts sum over the visits after a number; times and failures are of all visits."""
    fault = Fault("reuters/3.html", "cannot be read")
    with Store.open(tmp_path, exclusive=True) as store:
        checks = (
            SourceCheck("reuters", NOW, CheckOutcome.OK, "", Funnel(3, 3)),
            SourceCheck("reuters", NOW + timedelta(hours=1), CheckOutcome.OK, "", Funnel(3, 0, 1, 1, 1, 0), (fault,)),
            SourceCheck("reuters", NOW + timedelta(hours=2), CheckOutcome.UNCHANGED),
            SourceCheck("reuters", NOW + timedelta(hours=3), CheckOutcome.FAILED, "HTTP 404"),
            SourceCheck("tass", NOW, CheckOutcome.OK, "", Funnel(9, 9)),
        )
        for check in checks:
            store.sources.add_check(check)
        state = store.sources.state("reuters", since=1)
        assert state.funnel == Funnel(3, 0, 1, 1, 1, 0)
        assert state.faults == (fault,)
        assert state.succeeded == NOW + timedelta(hours=2)
        assert state.last_new == NOW + timedelta(hours=1)
        assert (state.outcome, state.reason, state.failures) == ("failed", "HTTP 404", 1)
        assert store.sources.state("reuters").funnel == Funnel(6, 3, 1, 1, 1, 0)
        assert store.sources.newest_check() == 5
        assert store.sources.checked_before("reuters")


def test_the_usual_gap_is_between_visits_that_brought_something(tmp_path: Path) -> None:
    """Visits in vain do not count, one long pause moves nothing, and two visits are no habit."""
    begin = datetime(2026, 5, 1, tzinfo=UTC)
    with Store.open(tmp_path, exclusive=True) as store:
        for day, screened in ((0, 1), (1, 0), (2, 1), (3, 0), (4, 1), (20, 1), (22, 1)):
            if day == 4:
                assert store.sources.state("wire").gap is None
            funnel = Funnel(1, screened, 0, 1 - screened)
            store.sources.add_check(SourceCheck("wire", begin + timedelta(days=day), CheckOutcome.OK, funnel=funnel))
        state = store.sources.state("wire")
        assert (state.gap, state.last_new) == (timedelta(days=2), begin + timedelta(days=22))
