"""How what is screened of a list changes: what a new edition brings at once, what it takes away later; in one place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from watchlist.coverage import PATIENCE, held_words
from watchlist.jobs.editions import Edition, Files, effective_edition, holding, stored_edition
from watchlist.lists import Suspicion, delta, losses, suspicions
from watchlist.model import Loss
from watchlist.store import Store


@dataclass(frozen=True, slots=True)
class Change:
    """What is screened of a list before and after.

    ``suspicion`` says in words why anything is held, ``delisted`` counts listings that go at once.
    """

    before: Edition | None
    after: Edition
    suspicion: str = ""
    delisted: int = 0

    @property
    def held(self) -> str:
        """What stays screened although the new edition lacks it, in words; empty where nothing does."""
        return held_words(self.after.losses)


def arrival(store: Store, fresh: Edition, before: Edition | None, now: datetime) -> Change:
    """What becomes of a list when a fresh edition arrives that may be activated.

    Its additions and changes count at once. What it lacks is gone, too, unless the edition is suspicious: then it is
    held until a fetch a day later lacks it as well (docs/decisions/011-gate.md).
    """
    if before is None:
        return Change(None, fresh)
    name, listings = fresh.snapshot.list_name, fresh.parsed.listings
    missing = losses.still_missing(before.losses, listings)
    overdue = frozenset(losses.due(missing, now))
    waiting = tuple(loss for loss in missing if loss not in overdue)
    screened = _without(store, before, overdue)
    lately = store.lists.delisted(name, now - PATIENCE)
    dates = before.snapshot.published, fresh.snapshot.published
    doubts = suspicions(screened.parsed.listings, listings, dates, lately)
    lacking = losses.gone(screened.parsed.listings, listings)
    if doubts:
        waiting = losses.added(waiting, lacking, before.losses, before.snapshot.digest, now)
    after = holding(store, fresh, losses.meant(waiting, listings))
    known = store.lists.held(before.snapshot)[1]
    still = {(loss.listing, loss.alias) for loss in after.losses}
    delisted = sum(not alias for _, alias in lacking - still)
    return Change(before, after, _words(doubts) or known if after.losses else _words(doubts), delisted)


def seen_again(store: Store, name: str, now: datetime) -> Change | None:
    """What becomes of a list whose active edition was fetched again; None when nothing changes."""
    active = store.lists.active(name)
    held, suspicion = ((), "") if active is None else store.lists.held(active)
    released = losses.due(held, now)
    before = effective_edition(store, name) if released else None
    if before is None:
        return None
    after = _without(store, before, frozenset(released))
    return Change(before, after, suspicion if after.losses else "")


def activate(store: Store, change: Change, files: Files, now: datetime) -> None:
    """Make a change what is screened from now on; ``files`` are those of an edition that is new, else empty.

    A first edition changes nothing: the state did not know what the list held before.
    """
    before = change.after if change.before is None else change.before
    changes = delta(before.parsed.listings, change.after.parsed.listings)
    with store.transaction():
        store.changes.add(changes, version=change.after.snapshot.version, now=now)
        store.lists.add_snapshot(change.after.snapshot, files, change.after.losses, change.suspicion)


def _without(store: Store, edition: Edition, released: frozenset[Loss]) -> Edition:
    """An edition that no longer holds these losses."""
    if not released:
        return edition
    plain = stored_edition(store, edition.snapshot)
    waiting = tuple(loss for loss in edition.losses if loss not in released)
    return holding(store, plain, losses.meant(waiting, plain.parsed.listings))


def _words(doubts: Iterable[Suspicion]) -> str:
    return "; ".join(("CRITICAL: " if each.critical else "") + each.words for each in doubts)
