"""Snapshots of lists: the raw files by content, which one is active, and every attempt to refresh."""

import gzip
import hashlib
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from watchlist.coverage import ListState
from watchlist.errors import StateError
from watchlist.files import sweep, write_whole
from watchlist.model import Snapshot
from watchlist.store.codec import dump, instant, moment, texts
from watchlist.store.database import Database, Row

_COLUMNS = "list_name, format, digest, retrieved, published, url, bytes, listings, names, relations, unknown"


class CheckOutcome(StrEnum):
    """How an attempt to refresh a list or a source ended."""

    OK = "ok"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    FAILED = "failed"


GOOD = (CheckOutcome.OK, CheckOutcome.UNCHANGED)


@dataclass(frozen=True, slots=True)
class ListCheck:
    """One attempt to refresh a list; ``reason`` says why it was refused or failed."""

    list_name: str
    checked: datetime
    outcome: CheckOutcome
    reason: str = ""
    digest: str = ""


class Lists:
    """The lists as they were downloaded."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder

    def add_snapshot(self, snapshot: Snapshot, raw: Mapping[str, bytes]) -> None:
        """Keep the files of a snapshot and make it the active one of its list.

        Files are on disk before the row that names them, so that a crash in between leaves files nobody names.
        """
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        sweep(self._folder)
        files = {name: self._keep(content) for name, content in raw.items()}
        key = (snapshot.list_name, snapshot.digest)
        with self._database.transaction():
            # A list that returns to an older file gets that snapshot again, with the new time of retrieval.
            self._database.write(
                f"INSERT INTO list_snapshots ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "  # noqa: S608
                "ON CONFLICT DO UPDATE SET retrieved = excluded.retrieved, url = excluded.url",
                _snapshot_values(snapshot),
            )
            for name, file in sorted(files.items()):
                self._database.write("INSERT OR IGNORE INTO list_files VALUES (?, ?, ?, ?)", (*key, name, file))
            self._database.write("INSERT OR REPLACE INTO active_lists VALUES (?, ?)", key)

    def active(self, list_name: str) -> Snapshot | None:
        """The snapshot that is screened against."""
        row = self._database.row(
            f"SELECT {_COLUMNS} FROM list_snapshots JOIN active_lists USING (list_name, digest) WHERE list_name = ?",  # noqa: S608
            (list_name,),
        )
        return None if row is None else _snapshot(row)

    def active_snapshots(self) -> tuple[Snapshot, ...]:
        """All active snapshots, by name of list."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM list_snapshots JOIN active_lists USING (list_name, digest) ORDER BY list_name"  # noqa: S608
        )
        return tuple(map(_snapshot, rows))

    def snapshot(self, list_name: str, digest: str) -> Snapshot | None:
        """Any snapshot that was ever active."""
        row = self._database.row(
            f"SELECT {_COLUMNS} FROM list_snapshots WHERE list_name = ? AND digest = ?",  # noqa: S608
            (list_name, digest),
        )
        return None if row is None else _snapshot(row)

    def raw(self, list_name: str, digest: str) -> dict[str, bytes]:
        """The files of a snapshot by name, byte for byte as added; ``StateError`` when one is missing or damaged."""
        rows = self._database.rows(
            "SELECT name, file FROM list_files WHERE list_name = ? AND digest = ? ORDER BY name", (list_name, digest)
        )
        if not rows:
            raise StateError(f"list {list_name}: no files of snapshot {digest[:12]}; run `watchlist lists update`")
        return {str(name): self._read(list_name, str(file)) for name, file in rows}

    def add_check(self, check: ListCheck) -> None:
        """Note one attempt to refresh a list."""
        with self._database.transaction():
            self._database.insert(
                "INSERT INTO list_checks (list_name, checked, outcome, reason, digest) VALUES (?, ?, ?, ?, ?)",
                (check.list_name, instant(check.checked), check.outcome.value, check.reason, check.digest),
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
        return ListState(
            name=list_name,
            snapshot=self.active(list_name),
            checked=None if last is None else moment(str(last[0])),
            succeeded=None if good is None else moment(str(good[1])),
            outcome="" if last is None else str(last[1]),
            reason="" if last is None else str(last[2]),
            failures=0 if failures is None else int(str(failures[0])),
        )

    def _keep(self, content: bytes) -> str:
        digest = hashlib.sha256(content).hexdigest()
        path = self._path(digest)
        if not path.exists():
            write_whole(path, gzip.compress(content, compresslevel=6, mtime=0))
        return digest

    def _read(self, list_name: str, digest: str) -> bytes:
        path = self._path(digest)
        remedy = "restore it from a backup, or run `watchlist lists update`"
        try:
            content = gzip.decompress(path.read_bytes())
        except (OSError, EOFError, zlib.error) as error:
            raise StateError(f"list {list_name}: {path} cannot be read ({error}); {remedy}") from error
        if hashlib.sha256(content).hexdigest() != digest:
            raise StateError(f"list {list_name}: {path} is not what was stored; {remedy}")
        return content

    def _path(self, digest: str) -> Path:
        return self._folder / f"{digest}.gz"


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
    )
