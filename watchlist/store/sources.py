"""Sources: what their servers last said, and how every visit ended."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median_low

from watchlist.coverage import Funnel, SourceState
from watchlist.model import Fault
from watchlist.store.codec import dump_faults, instant, moment, read_faults
from watchlist.store.database import Database, Row
from watchlist.store.lists import GOOD, CheckOutcome

REMEMBERED = 50
"""Visits that brought something new, from which the usual time between two of them is taken."""
_COUNTS = "fetched, screened, duplicate, unchanged, quarantined, dropped"


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave for asking again: sent back verbatim; ``fetched`` is when a whole body last came."""

    etag: str = ""
    last_modified: str = ""
    fetched: datetime | None = None


@dataclass(frozen=True, slots=True)
class Wait:
    """An address that failed ``failures`` times in a row ``since`` then, is left alone ``until`` then, and why."""

    since: datetime
    failures: int
    until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class SourceCheck:
    """One visit to a source: its outcome, where its articles went, and the documents that could not be read."""

    source: str
    checked: datetime
    outcome: CheckOutcome
    reason: str = ""
    funnel: Funnel = field(default=Funnel())
    faults: tuple[Fault, ...] = ()


class Sources:
    """The sources as they were visited."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def validators(self, url: str) -> Validators:
        """What the server of ``url`` gave last; empty when it was never fetched."""
        row = self._database.row("SELECT etag, last_modified, fetched FROM validators WHERE url = ?", (url,))
        if row is None:
            return Validators()
        return Validators(str(row[0]), str(row[1]), None if row[2] is None else moment(str(row[2])))

    def set_validators(self, url: str, validators: Validators) -> None:
        """Remember what the server of ``url`` gave; only once its body is safely kept."""
        fetched = None if validators.fetched is None else instant(validators.fetched)
        with self._database.transaction():
            self._database.write(
                "INSERT OR REPLACE INTO validators VALUES (?, ?, ?, ?)",
                (url, validators.etag, validators.last_modified, fetched),
            )

    def wait(self, url: str) -> Wait | None:
        """How long ``url`` is left alone, or None where its last fetch went well."""
        row = self._database.row("SELECT since, failures, until, reason FROM waits WHERE url = ?", (url,))
        return None if row is None else Wait(moment(str(row[0])), int(str(row[1])), moment(str(row[2])), str(row[3]))

    def set_wait(self, url: str, wait: Wait) -> None:
        """Remember how long ``url`` is left alone."""
        with self._database.transaction():
            self._database.write(
                "INSERT OR REPLACE INTO waits VALUES (?, ?, ?, ?, ?)",
                (url, instant(wait.since), wait.failures, instant(wait.until), wait.reason),
            )

    def end_wait(self, url: str) -> None:
        """``url`` has answered."""
        with self._database.transaction():
            self._database.write("DELETE FROM waits WHERE url = ?", (url,))

    def add_check(self, check: SourceCheck) -> None:
        """Note one visit to a source."""
        funnel = check.funnel
        with self._database.transaction():
            self._database.insert(
                f"INSERT INTO source_checks (source, checked, outcome, reason, {_COUNTS}, faults) "  # noqa: S608
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    check.source,
                    instant(check.checked),
                    check.outcome.value,
                    check.reason,
                    funnel.fetched,
                    funnel.screened,
                    funnel.duplicate,
                    funnel.unchanged,
                    funnel.quarantined,
                    funnel.dropped,
                    dump_faults(check.faults),
                ),
            )

    def checked_before(self, source: str) -> bool:
        """Whether any visit to this source ever succeeded."""
        row = self._database.row(
            "SELECT 1 FROM source_checks WHERE source = ? AND outcome IN (?, ?) LIMIT 1", (source, *GOOD)
        )
        return row is not None

    def newest_check(self) -> int:
        """The number of the last visit to any source; 0 before the first."""
        row = self._database.row("SELECT coalesce(max(number), 0) FROM source_checks")
        return 0 if row is None else int(str(row[0]))

    def state(self, source: str, since: int = 0) -> SourceState:
        """How the visits went; funnel and faults are of visits numbered above ``since``."""
        last = self._newest(source, "1")
        good = self._newest(source, "outcome IN ('ok', 'unchanged')")
        new = self._brought(source)
        failures = self._database.row(
            "SELECT count(*) FROM source_checks WHERE source = ? AND number > ?",
            (source, 0 if good is None else good[0]),
        )
        visits = self._database.rows(
            f"SELECT {_COUNTS}, faults FROM source_checks WHERE source = ? AND number > ? ORDER BY number",  # noqa: S608
            (source, since),
        )
        faults = dict.fromkeys(fault for visit in visits for fault in read_faults(str(visit[6])))
        return SourceState(
            name=source,
            checked=None if last is None else moment(str(last[1])),
            succeeded=None if good is None else moment(str(good[1])),
            last_new=new[0] if new else None,
            gap=_median_gap(new),
            outcome="" if last is None else str(last[2]),
            reason="" if last is None else str(last[3]),
            failures=0 if failures is None else int(str(failures[0])),
            funnel=_sum(visits),
            faults=tuple(faults),
        )

    def _brought(self, source: str) -> tuple[datetime, ...]:
        """When the last visits that brought something new were made, newest first."""
        rows = self._database.rows(
            "SELECT checked FROM source_checks WHERE source = ? AND screened + duplicate > 0 "
            "ORDER BY number DESC LIMIT ?",
            (source, REMEMBERED + 1),
        )
        return tuple(moment(str(checked)) for (checked,) in rows)

    def _newest(self, source: str, condition: str) -> Row | None:
        return self._database.row(
            f"SELECT number, checked, outcome, reason FROM source_checks WHERE source = ? AND {condition} "  # noqa: S608
            "ORDER BY number DESC LIMIT 1",
            (source,),
        )


def _median_gap(newest_first: Sequence[datetime]) -> timedelta | None:
    gaps = [later - earlier for later, earlier in pairwise(newest_first)]
    return median_low(gaps) if len(gaps) > 1 else None


def _sum(visits: list[Row]) -> Funnel:
    return Funnel(*(sum(int(str(visit[column])) for visit in visits) for column in range(6)))
