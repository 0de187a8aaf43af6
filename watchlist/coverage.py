"""Whether everything was checked, as values: what is known of every list and source, and the funnel of articles."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from watchlist.model import Fault, Loss, Snapshot

PATIENCE = timedelta(hours=24)
"""How far apart two fetches must be that both lack a name before it counts as removed by its authority."""


@dataclass(frozen=True, slots=True)
class Funnel:
    """Where fetched articles went; ``dropped`` are those beyond a stated cap."""

    fetched: int = 0
    screened: int = 0
    duplicate: int = 0
    unchanged: int = 0
    quarantined: int = 0
    dropped: int = 0

    @property
    def balanced(self) -> bool:
        """Whether every fetched article is accounted for."""
        return self.fetched == self.screened + self.duplicate + self.unchanged + self.quarantined + self.dropped


@dataclass(frozen=True, slots=True)
class ListState:
    """What is known of one configured list; ``outcome`` is of the last check, empty when it was never checked.

    ``held`` are the losses held beside the active snapshot, ``suspicion`` says why.
    """

    name: str
    snapshot: Snapshot | None = None
    checked: datetime | None = None
    succeeded: datetime | None = None
    outcome: str = ""
    reason: str = ""
    failures: int = 0
    held: tuple[Loss, ...] = ()
    suspicion: str = ""


@dataclass(frozen=True, slots=True)
class SourceState:
    """What is known of one configured source; ``funnel`` sums its checks over the period that was asked for.

    ``gap`` is the median time between visits that brought something new, of the last fifty; None before the third.
    """

    name: str
    checked: datetime | None = None
    succeeded: datetime | None = None
    last_new: datetime | None = None
    outcome: str = ""
    reason: str = ""
    failures: int = 0
    funnel: Funnel = field(default=Funnel())
    faults: tuple[Fault, ...] = ()
    gap: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """One line of proof that a list, a source or the report was checked; ages are hours, counts None where moot."""

    kind: str
    name: str
    outcome: str
    message: str = ""
    version: str = ""
    published: str = ""
    checked: datetime | None = None
    age: float | None = None
    listings: int | None = None
    names: int | None = None
    failures: int | None = None
    funnel: Funnel | None = None


def held_words(held: Sequence[Loss]) -> str:
    """How much is held, until when, and how to end it; empty for nothing."""
    if not held:
        return ""
    listings, last = sum(not loss.alias for loss in held), max(loss.since for loss in held) + PATIENCE
    names = len(held) - listings
    counts = ((listings, "listing", "listings"), (names, "name of a listing", "names of listings"))
    parts = " and ".join(f"{number:,} {one if number == 1 else many}" for number, one, many in counts if number)
    return (
        f"{parts} that it lacks stay screened until it still lacks them after {last:%Y-%m-%d %H:%M} UTC, "
        "or you approve it"
    )
