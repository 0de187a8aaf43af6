"""What lists changed from edition to edition, in the order of learning."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from watchlist.changes import ChangeKind, FieldChange, ListingChange
from watchlist.model import PartyType
from watchlist.store.codec import dump, instant, moment
from watchlist.store.database import Database, Row


@dataclass(frozen=True, slots=True)
class KnownChange:
    """A change as it was learned: ``number`` is the order of learning, ``version`` the edition that brought it."""

    number: int
    at: datetime
    version: str
    change: ListingChange


@dataclass(frozen=True, slots=True)
class Standpoint:
    """A state of lists and configuration that stored articles were held against; ``content`` tells what of it matters.

    ``basis`` is the digest of a basis, ``configuration`` its hash, ``change`` the last change that it knows.
    """

    basis: str
    configuration: str
    change: int
    content: bytes


class Changes:
    """Changes of listings, of which nothing is ever taken out, and how far stored articles know of them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, changes: Sequence[ListingChange], *, version: str, now: datetime) -> None:
        """Keep what an edition changed."""
        with self._database.transaction():
            for one in changes:
                self._database.write(
                    "INSERT INTO list_changes (list_name, listing, kind, at, version, value) VALUES (?, ?, ?, ?, ?, ?)",
                    (one.list_name, one.listing, one.kind.value, instant(now), version, _dump(one)),
                )

    def newest(self) -> int:
        """The number of the last change; 0 before the first."""
        row = self._database.row("SELECT coalesce(max(number), 0) FROM list_changes")
        return 0 if row is None else int(str(row[0]))

    def between(self, after: int, upto: int) -> tuple[KnownChange, ...]:
        """Changes with numbers in (after, upto], oldest first."""
        return self._select("WHERE number > ? AND number <= ? ORDER BY number", (after, upto))

    def since(self, begin: datetime) -> tuple[KnownChange, ...]:
        """Changes learned from an instant on, oldest first."""
        return self._select("WHERE at >= ? ORDER BY number", (instant(begin),))

    def standpoints(self) -> tuple[Standpoint, ...]:
        """What stored articles were held against: one state, or several where screening again was cut short."""
        rows = self._database.rows("SELECT basis, configuration, change, content FROM traces ORDER BY basis")
        return tuple(
            Standpoint(str(basis), str(configuration), int(str(change)), content if isinstance(content, bytes) else b"")
            for basis, configuration, change, content in rows
        )

    def begin(self, standpoint: Standpoint) -> None:
        """Note that articles are held against a state from now on, those of the states before still to follow."""
        values = (standpoint.basis, standpoint.configuration, standpoint.change, standpoint.content)
        with self._database.transaction():
            self._database.write("INSERT OR IGNORE INTO traces VALUES (?, ?, ?, ?)", values)

    def settle(self, standpoint: Standpoint) -> None:
        """Note that all stored articles are held against a state."""
        with self._database.transaction():
            self._database.write("DELETE FROM traces WHERE basis <> ?", (standpoint.basis,))

    def _select(self, condition: str, values: Sequence[str | int]) -> tuple[KnownChange, ...]:
        rows = self._database.rows(
            f"SELECT number, at, version, kind, list_name, listing, value FROM list_changes {condition}",  # noqa: S608
            tuple(values),
        )
        return tuple(map(_known, rows))


def _dump(change: ListingChange) -> str:
    return dump(
        {
            "name": change.name,
            "type": change.type.value,
            "programmes": change.programmes,
            "listed_on": None if change.listed_on is None else change.listed_on.isoformat(),
            "url": change.url,
            "fields": [[one.field, one.removed, one.added] for one in change.fields],
        }
    )


def _known(row: Row) -> KnownChange:
    number, at, version, kind, list_name, listing, text = row
    value = json.loads(str(text))
    change = ListingChange(
        kind=ChangeKind(str(kind)),
        list_name=str(list_name),
        listing=str(listing),
        name=value["name"],
        type=PartyType(value["type"]),
        programmes=tuple(value["programmes"]),
        listed_on=None if value["listed_on"] is None else date.fromisoformat(value["listed_on"]),
        url=value["url"],
        fields=tuple(FieldChange(field, tuple(lost), tuple(gained)) for field, lost, gained in value["fields"]),
    )
    return KnownChange(int(str(number)), moment(str(at)), str(version), change)
