"""How urgent a row is, by one written table (docs/priority.md)."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from watchlist.model import AliasKind, Level


class Priority(StrEnum):
    """The order in which an analyst should read."""

    URGENT = "urgent"
    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Weighing:
    """What the priority of a case is made from; ``tier`` 1 is most trusted, ``linked`` counts linked listed parties."""

    level: Level
    score: float
    alias_kind: AliasKind
    tier: int
    topics: int
    linked: bool
    watched: bool
    outlets: int


POINTS: tuple[tuple[str, int, Callable[[Weighing], bool]], ...] = (
    ("score of 0.95 or more", 1, lambda case: case.score >= 0.95),
    ("source of tier 1", 1, lambda case: case.tier == 1),
    ("source of tier 3", -1, lambda case: case.tier >= 3),
    ("a topic in the article", 1, lambda case: case.topics > 0),
    ("a network of the party in the story", 1, lambda case: case.linked),
    ("on one of the watchlists", 1, lambda case: case.watched),
    ("five outlets or more", 1, lambda case: case.outlets >= 5),
    ("weak alias or abbreviation", -1, lambda case: case.alias_kind in {AliasKind.WEAK, AliasKind.ABBREVIATION}),
)
URGENT = 3
HIGH = 2


def priority(case: Weighing) -> Priority:
    """``low`` for every review; for alerts the points of the table: 3 and more urgent, 2 high, else normal."""
    if case.level is Level.REVIEW:
        return Priority.LOW
    points = sum(value for _, value, holds in POINTS if holds(case))
    if points >= URGENT:
        return Priority.URGENT
    return Priority.HIGH if points >= HIGH else Priority.NORMAL
