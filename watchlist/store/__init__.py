"""The only state and the only SQL: what was downloaded, read, found and told, in one folder."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from watchlist.store import database
from watchlist.store.articles import Articles, Basis, Standing
from watchlist.store.candidates import Candidate, Candidates
from watchlist.store.changes import Changes, KnownChange, Standpoint
from watchlist.store.database import Database
from watchlist.store.lists import CheckOutcome, ListCheck, Lists
from watchlist.store.raw import RawFiles
from watchlist.store.reports import Cut, Reports, StoredReport, Telling
from watchlist.store.sightings import Sighting, Sightings
from watchlist.store.sources import SourceCheck, Sources, Validators, Wait
from watchlist.store.stories import Anchor, Stories
from watchlist.store.words import Words

__all__ = [
    "Anchor",
    "Basis",
    "Candidate",
    "CheckOutcome",
    "Cut",
    "KnownChange",
    "ListCheck",
    "Sighting",
    "SourceCheck",
    "Standing",
    "Standpoint",
    "Store",
    "StoredReport",
    "Telling",
    "Validators",
    "Wait",
]


class Store:
    """The state folder, by noun; every writing method is one transaction, or part of the one around it."""

    def __init__(self, folder: Path, opened: Database) -> None:
        self.folder = folder
        self._database = opened
        raw = RawFiles(folder / "lists")
        self.lists = Lists(opened, raw)
        self.candidates = Candidates(opened, raw)
        self.sources = Sources(opened)
        self.stories = Stories(opened)
        self.words = Words(opened)
        self.articles = Articles(opened, self.stories, self.words)
        self.changes = Changes(opened)
        self.sightings = Sightings(opened)
        self.reports = Reports(opened)

    @classmethod
    @contextmanager
    def open(cls, folder: Path, *, exclusive: bool) -> "Iterator[Store]":
        """The state in ``folder``, open until the end of the block.

        Exclusive: created and migrated as needed, held by this process alone; ``StateLockedError`` when another holds
        it. Otherwise read-only: no file is created, no lock taken, and where there is no state it reads as empty.
        ``StateError`` when the folder or the file cannot be used, or a newer version wrote it.
        """
        opening = database.exclusive if exclusive else database.read_only
        with opening(folder) as opened:
            yield cls(folder, opened)

    def transaction(self) -> AbstractContextManager[None]:
        """Everything inside happens, or nothing; transactions nest into the outermost."""
        return self._database.transaction()
