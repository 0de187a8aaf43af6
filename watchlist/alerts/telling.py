"""Whether a subject of a story is told, told again, or only counted."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

OUTLETS_FACTOR = 2
OUTLETS_MORE = 3
"""Outlets grew when they at least doubled and three more carry the story: a second copy of a wire report is no news."""

CHARACTERS_FACTOR = 1.5
CHARACTERS_MORE = 1000
"""Text grew when the longest version is half as long again and by at least a thousand characters (a few paragraphs)."""

_LEVELS = ("", "review", "alert")


class Status(StrEnum):
    """Why a row stands in a report, or that it does not."""

    NEW = "new"
    UPDATED = "updated"
    LISTED = "listed-today"
    DELISTED = "delisted"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class Extent:
    """How much a story says of a subject: best level (empty for networks), outlets, longest text, named members."""

    level: str
    outlets: int
    characters: int
    members: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do with a subject, and what changed since it was told."""

    status: Status
    changed: str = ""


def alert_id(story: str, subject: str) -> str:
    """``r`` and 16 hex digits of the story and the party (or network) first told of it."""
    return "r" + hashlib.sha256(f"{story}\0{subject}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def verdict(now: Extent, told: Extent | None, told_on: date | None) -> Verdict:
    """New when never told; updated when level, members, outlets or text grew materially; otherwise repeated."""
    if told is None:
        return Verdict(Status.NEW)
    changes = _changes(now, told)
    if not changes:
        return Verdict(Status.REPEATED)
    since = f"since {told_on.isoformat()}: " if told_on is not None else ""
    return Verdict(Status.UPDATED, since + "; ".join(changes))


def since_listed(verdict: Verdict, lists: Sequence[str]) -> Verdict:
    """The verdict on a party that these lists have added since the last report: said first, where it is new."""
    if verdict.status is not Status.NEW or not lists:
        return verdict
    return Verdict(Status.LISTED, f"listed by {', '.join(sorted(set(lists)))} since the last report")


def since_changed(verdict: Verdict, day: date | None) -> Verdict:
    """The verdict on what was learned from another text of an article that was read on ``day``, and says so."""
    if day is None:
        return verdict
    said = [verdict.changed] if verdict.changed else []
    return Verdict(verdict.status, "; ".join((*said, f"text changed since {day.isoformat()}")))


def _changes(now: Extent, told: Extent) -> list[str]:
    changes = []
    if _LEVELS.index(now.level) > _LEVELS.index(told.level):
        changes.append(f"level {told.level} → {now.level}")
    if new := now.members - told.members:
        changes.append(f"{len(new)} more named member" + "s" * (len(new) > 1))
    if now.outlets >= max(OUTLETS_FACTOR * told.outlets, told.outlets + OUTLETS_MORE):
        changes.append(f"outlets {told.outlets} → {now.outlets}")
    if now.characters >= max(CHARACTERS_FACTOR * told.characters, told.characters + CHARACTERS_MORE):
        changes.append(f"text {told.characters} → {now.characters} characters")
    return changes
