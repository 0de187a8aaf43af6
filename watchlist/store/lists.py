"""Snapshots of lists: the raw files by content, which one is active, and every attempt to refresh."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from watchlist.coverage import ListState
from watchlist.errors import StateError
from watchlist.model import Loss, Snapshot
from watchlist.store.codec import dump, dump_losses, instant, moment, read_losses, texts
from watchlist.store.database import Database, Row
from watchlist.store.raw import RawFiles

_COLUMNS = (
    "list_name, format, digest, retrieved, published, url, bytes, listings, names, relations, unknown, "
    "warnings, final_url, etag, software"
)
_ACTIVE = (
    f"SELECT {_COLUMNS}, CASE version WHEN digest THEN '' ELSE version END "  # noqa: S608
    "FROM list_snapshots JOIN active_lists USING (list_name, digest) "
)


class CheckOutcome(StrEnum):
    """How an attempt to refresh a list or a source ended."""

    OK = "ok"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    FAILED = "failed"


GOOD = (CheckOutcome.OK, CheckOutcome.UNCHANGED)


@dataclass(frozen=True, slots=True)
class ListCheck:
    """One attempt to refresh a list.

    ``reason`` says why it was refused or failed, or what is odd; ``delisted`` counts listings it took away.
    """

    list_name: str
    checked: datetime
    outcome: CheckOutcome
    reason: str = ""
    digest: str = ""
    delisted: int = 0


class Lists:
    """The lists as they were downloaded."""

    def __init__(self, database: Database, raw: RawFiles) -> None:
        self._database = database
        self._raw = raw

    def add_snapshot(
        self, snapshot: Snapshot, raw: Mapping[str, bytes], losses: Sequence[Loss] = (), reason: str = ""
    ) -> None:
        """Keep the files of a snapshot and make it, with the losses held beside it, the active one of its list.

        ``raw`` may be empty where the files are known; ``reason`` says why anything is held. Files are on disk before
        the row that names them, so that a crash in between leaves files nobody names.
        """
        files = self._raw.keep(raw)
        key = (snapshot.list_name, snapshot.digest)
        with self._database.transaction():
            # A list that returns to an older file gets that snapshot again, with the new time of retrieval.
            self._database.write(
                f"INSERT INTO list_snapshots ({_COLUMNS}) VALUES ({', '.join('?' * 15)}) "  # noqa: S608
                "ON CONFLICT DO UPDATE SET retrieved = excluded.retrieved, url = excluded.url, "
                "final_url = excluded.final_url, etag = excluded.etag, warnings = excluded.warnings",
                _snapshot_values(snapshot),
            )
            for name, file in sorted(files.items()):
                self._database.write("INSERT OR IGNORE INTO list_files VALUES (?, ?, ?, ?)", (*key, name, file))
            if losses:
                version = (snapshot.list_name, snapshot.version, snapshot.digest, reason, dump_losses(losses))
                self._database.write("INSERT OR REPLACE INTO list_versions VALUES (?, ?, ?, ?, ?)", version)
            self._database.write(
                "INSERT OR REPLACE INTO active_lists (list_name, digest, version) VALUES (?, ?, ?)",
                (*key, snapshot.version),
            )

    def active(self, list_name: str) -> Snapshot | None:
        """The snapshot that is screened against."""
        row = self._database.row(f"{_ACTIVE} WHERE list_name = ?", (list_name,))
        return None if row is None else _snapshot(row)

    def active_snapshots(self) -> tuple[Snapshot, ...]:
        """All active snapshots, by name of list."""
        return tuple(map(_snapshot, self._database.rows(f"{_ACTIVE} ORDER BY list_name")))

    def snapshot(self, list_name: str, version: str) -> Snapshot | None:
        """The snapshot of any version that was ever active, by its digest alone where nothing was held beside it."""
        row = self._database.row(
            f"SELECT {_COLUMNS}, '' FROM list_snapshots WHERE list_name = ? AND digest = ? UNION ALL "  # noqa: S608
            f"SELECT {_COLUMNS}, version FROM list_snapshots JOIN list_versions USING (list_name, digest) "
            "WHERE list_name = ? AND version = ?",
            (list_name, version, list_name, version),
        )
        return None if row is None else _snapshot(row)

    def delisted(self, list_name: str, since: datetime) -> int:
        """How many listings were taken away at once, by editions that arrived after ``since``."""
        row = self._database.row(
            "SELECT coalesce(sum(delisted), 0) FROM list_checks WHERE list_name = ? AND checked > ?",
            (list_name, instant(since)),
        )
        return 0 if row is None else int(str(row[0]))

    def held(self, snapshot: Snapshot) -> tuple[tuple[Loss, ...], str]:
        """The losses held beside a snapshot as it was active, and why; nothing beside most."""
        row = self._database.row(
            "SELECT losses, reason FROM list_versions WHERE list_name = ? AND version = ?",
            (snapshot.list_name, snapshot.held),
        )
        if row is None:
            return (), ""
        losses, reason = row
        return read_losses(losses if isinstance(losses, bytes) else b""), str(reason)

    def raw(self, list_name: str, digest: str) -> dict[str, bytes]:
        """The files of a snapshot by name, byte for byte as added; ``StateError`` when one is missing or damaged."""
        rows = self._database.rows(
            "SELECT name, file FROM list_files WHERE list_name = ? AND digest = ? ORDER BY name", (list_name, digest)
        )
        if not rows:
            raise StateError(f"list {list_name}: no files of snapshot {digest[:12]}; run `watchlist lists update`")
        return {str(name): self._raw.read(list_name, str(file)) for name, file in rows}

    def add_check(self, check: ListCheck) -> None:
        """Note one attempt to refresh a list."""
        with self._database.transaction():
            self._database.insert(
                "INSERT INTO list_checks (list_name, checked, outcome, reason, digest, delisted) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (
                    check.list_name,
                    instant(check.checked),
                    check.outcome.value,
                    check.reason,
                    check.digest,
                    check.delisted,
                ),
            )

    def state(self, list_name: str) -> ListState:
        """The active snapshot and how the last checks went."""
        last = self._database.row(
            "SELECT checked, outcome, reason FROM list_checks WHERE list_name = ? ORDER BY number DESC LIMIT 1",
            (list_name,),
        )
        good = self._database.row(
            "SELECT number, checked FROM list_checks WHERE list_name = ? AND outcome IN (?, ?) "
            "ORDER BY number DESC LIMIT 1",
            (list_name, *GOOD),
        )
        failures = self._database.row(
            "SELECT count(*) FROM list_checks WHERE list_name = ? AND number > ?",
            (list_name, 0 if good is None else good[0]),
        )
        snapshot = self.active(list_name)
        held, suspicion = ((), "") if snapshot is None else self.held(snapshot)
        return ListState(
            name=list_name,
            snapshot=snapshot,
            checked=None if last is None else moment(str(last[0])),
            succeeded=None if good is None else moment(str(good[1])),
            outcome="" if last is None else str(last[1]),
            reason="" if last is None else str(last[2]),
            failures=0 if failures is None else int(str(failures[0])),
            held=held,
            suspicion=suspicion,
        )


def _snapshot_values(snapshot: Snapshot) -> tuple[str | int | None, ...]:
    return (
        snapshot.list_name,
        snapshot.format,
        snapshot.digest,
        instant(snapshot.retrieved),
        None if snapshot.published is None else snapshot.published.isoformat(),
        snapshot.url,
        snapshot.bytes,
        snapshot.listings,
        snapshot.names,
        snapshot.relations,
        dump(snapshot.unknown),
        dump(snapshot.warnings),
        snapshot.final_url,
        snapshot.etag,
        snapshot.software,
    )


def _snapshot(row: Row) -> Snapshot:
    return Snapshot(
        list_name=str(row[0]),
        format=str(row[1]),
        digest=str(row[2]),
        retrieved=moment(str(row[3])),
        published=None if row[4] is None else date.fromisoformat(str(row[4])),
        url=str(row[5]),
        bytes=int(str(row[6])),
        listings=int(str(row[7])),
        names=int(str(row[8])),
        relations=int(str(row[9])),
        unknown=texts(str(row[10])),
        warnings=texts(str(row[11])),
        final_url=str(row[12]),
        etag=str(row[13]),
        software=str(row[14]),
        held=str(row[15]),
    )
