"""Reports as they were made, and what each told: kept before a file is written, so that a crash tells nothing twice."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from watchlist.store.codec import dump, instant, moment, texts
from watchlist.store.database import Database, Row


@dataclass(frozen=True, slots=True)
class Cut:
    """The period of a report: instants for people, numbers of the last sighting, visit and change for exactness."""

    since: datetime | None
    until: datetime
    sighting: int
    check: int
    change: int = 0


@dataclass(frozen=True, slots=True)
class StoredReport:
    """One report: all of its content, and the SHA-256 of every file by name; ``published`` once all are on disk."""

    day: date
    sequence: int
    cut: Cut
    content: bytes
    digests: Mapping[str, str]
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """What an analyst was told about one subject of one story: a party by its listings, or a network by its name.

    ``outlets`` and ``characters`` (of the longest text) are what "grew" is measured against; ``day`` is of the report.
    """

    alert: str
    day: date
    story: str
    network: str
    listings: tuple[str, ...]
    level: str
    outlets: int
    characters: int
    first_seen: datetime


class Reports:
    """Reports by day and sequence."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, report: StoredReport, tellings: Sequence[Telling]) -> None:
        """Keep a report and what it tells, or nothing of it."""
        key = (report.day.isoformat(), report.sequence)
        cut = report.cut
        with self._database.transaction():
            self._database.insert(
                "INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *key,
                    None if cut.since is None else instant(cut.since),
                    instant(cut.until),
                    cut.sighting,
                    cut.check,
                    report.content,
                    dump(dict(report.digests)),
                    None if report.published is None else instant(report.published),
                    cut.change,
                ),
            )
            for telling in tellings:
                self._database.insert(
                    "INSERT INTO tellings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _telling_values(telling, key)
                )

    def last(self) -> StoredReport | None:
        """The newest report."""
        found = self._select("ORDER BY day DESC, sequence DESC LIMIT 1", ())
        return found[0] if found else None

    def of_day(self, day: date) -> tuple[StoredReport, ...]:
        """All reports of a day, in order."""
        return self._select("WHERE day = ? ORDER BY sequence", (day.isoformat(),))

    def unpublished(self) -> tuple[StoredReport, ...]:
        """Reports whose files may not all be on disk, because the process ended in between."""
        return self._select("WHERE published IS NULL ORDER BY day, sequence", ())

    def set_published(self, report: StoredReport, now: datetime) -> None:
        """Note that all files of a report are on disk."""
        with self._database.transaction():
            self._database.write(
                "UPDATE reports SET published = ? WHERE day = ? AND sequence = ?",
                (instant(now), report.day.isoformat(), report.sequence),
            )

    def told(self, story: str) -> tuple[Telling, ...]:
        """The last telling of every alert of a story."""
        rows = self._database.rows(
            "SELECT alert, day, story, network, listings, level, outlets, characters, first_seen FROM tellings "
            "WHERE story = ? ORDER BY day, sequence, alert",
            (story,),
        )
        last = {str(row[0]): _telling(row) for row in rows}
        return tuple(last.values())

    def tellings(self, since: date) -> tuple[Telling, ...]:
        """Everything that was told of parties in reports from a day on, oldest first."""
        rows = self._database.rows(
            "SELECT alert, day, story, network, listings, level, outlets, characters, first_seen FROM tellings "
            "WHERE day >= ? AND network = '' ORDER BY day, sequence, alert",
            (since.isoformat(),),
        )
        return tuple(map(_telling, rows))

    def _select(self, condition: str, values: tuple[str, ...]) -> tuple[StoredReport, ...]:
        rows = self._database.rows(
            "SELECT day, sequence, since, cut_off, sighting, check_, content, digests, published, change FROM reports "  # noqa: S608
            + condition,
            values,
        )
        return tuple(map(_report, rows))


def _telling_values(telling: Telling, key: tuple[str, int]) -> tuple[str | int, ...]:
    return (
        telling.alert,
        *key,
        telling.story,
        telling.network,
        dump(telling.listings),
        telling.level,
        telling.outlets,
        telling.characters,
        instant(telling.first_seen),
    )


def _telling(row: Row) -> Telling:
    return Telling(
        alert=str(row[0]),
        day=date.fromisoformat(str(row[1])),
        story=str(row[2]),
        network=str(row[3]),
        listings=texts(str(row[4])),
        level=str(row[5]),
        outlets=int(str(row[6])),
        characters=int(str(row[7])),
        first_seen=moment(str(row[8])),
    )


def _report(row: Row) -> StoredReport:
    day, sequence, since, until, sighting, check, content, digests, published, change = row
    return StoredReport(
        day=date.fromisoformat(str(day)),
        sequence=int(str(sequence)),
        cut=Cut(
            since=None if since is None else moment(str(since)),
            until=moment(str(until)),
            sighting=int(str(sighting)),
            check=int(str(check)),
            change=int(str(change)),
        ),
        content=bytes(content) if isinstance(content, bytes) else b"",
        digests=json.loads(str(digests)),
        published=None if published is None else moment(str(published)),
    )
