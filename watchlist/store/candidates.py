"""Editions that were refused, with their files: a person can look at them, and let in what is his to judge."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from watchlist.store.codec import dump, instant, moment
from watchlist.store.database import Database, Row
from watchlist.store.raw import RawFiles

KEPT = 3
"""Refused editions of a list that are kept; more would let a broken publisher fill the disk."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A refused edition; ``approvable`` when its file is whole and only unlikely."""

    list_name: str
    digest: str
    format: str
    url: str
    refused: datetime
    reason: str
    approvable: bool


class Candidates:
    """Refused editions by list, newest first."""

    def __init__(self, database: Database, raw: RawFiles) -> None:
        self._database = database
        self._raw = raw

    def add(self, candidate: Candidate, raw: Mapping[str, bytes]) -> None:
        """Keep a refused edition and its files; the oldest beyond those that are kept go."""
        files = self._raw.keep(raw)
        with self._database.transaction():
            self._database.write(
                "INSERT OR REPLACE INTO list_candidates VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    candidate.list_name,
                    candidate.digest,
                    candidate.format,
                    candidate.url,
                    instant(candidate.refused),
                    candidate.reason,
                    int(candidate.approvable),
                    dump(files),
                ),
            )
        surplus = [each.digest for each in self.of(candidate.list_name)[KEPT:]]
        for digest in surplus:
            self.remove(candidate.list_name, digest)

    def of(self, list_name: str) -> tuple[Candidate, ...]:
        """The refused editions of a list, the newest first."""
        rows = self._database.rows(
            "SELECT list_name, digest, format, url, refused, reason, approvable FROM list_candidates "
            "WHERE list_name = ? ORDER BY refused DESC, digest",
            (list_name,),
        )
        return tuple(map(_candidate, rows))

    def raw(self, candidate: Candidate) -> dict[str, bytes]:
        """The files of a refused edition by name, byte for byte as they came."""
        return {
            name: self._raw.read(candidate.list_name, digest)
            for name, digest in self._files(candidate.list_name, candidate.digest).items()
        }

    def remove(self, list_name: str, digest: str) -> None:
        """Forget a refused edition, and those of its files that no other edition has."""
        files = self._files(list_name, digest)
        with self._database.transaction():
            self._database.write("DELETE FROM list_candidates WHERE list_name = ? AND digest = ?", (list_name, digest))
        for file in files.values():
            if not self._named(file):
                self._raw.forget(file)

    def _files(self, list_name: str, digest: str) -> dict[str, str]:
        row = self._database.row(
            "SELECT files FROM list_candidates WHERE list_name = ? AND digest = ?", (list_name, digest)
        )
        return {} if row is None else dict(json.loads(str(row[0])))

    def _named(self, file: str) -> bool:
        known = self._database.row("SELECT 1 FROM list_files WHERE file = ? LIMIT 1", (file,))
        others = self._database.row("SELECT 1 FROM list_candidates WHERE instr(files, ?) LIMIT 1", (file,))
        return known is not None or others is not None


def _candidate(row: Row) -> Candidate:
    list_name, digest, format_name, url, refused, reason, approvable = row
    return Candidate(
        list_name=str(list_name),
        digest=str(digest),
        format=str(format_name),
        url=str(url),
        refused=moment(str(refused)),
        reason=str(reason),
        approvable=bool(approvable),
    )
