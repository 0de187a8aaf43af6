"""How the watch is: every list and source with its age and outcome, and the last report."""

from dataclasses import dataclass, replace
from datetime import datetime

from watchlist import health
from watchlist.config import Config
from watchlist.coverage import Coverage
from watchlist.lists import FORMATS
from watchlist.model import Fault
from watchlist.store import Store, StoredReport


@dataclass(frozen=True, slots=True)
class Condition:
    """``reasons`` say why the watch is incomplete now; empty when everything was checked in time.

    ``unverified`` are the lists in a format that was never tried on an original file of its authority.
    """

    coverage: tuple[Coverage, ...]
    reasons: tuple[str, ...]
    faults: tuple[Fault, ...]
    report: StoredReport | None
    unverified: frozenset[str]

    def only(self, kind: str) -> "Condition":
        """How the lists (``list``) or the sources (``source``) are alone."""
        lines = tuple(line for line in self.coverage if line.kind == kind)
        return replace(self, coverage=lines, reasons=health.incomplete(lines))


def condition(store: Store, config: Config, now: datetime) -> Condition:
    """What the state says of every configured list and source; counts are of all time."""
    lists = [store.lists.state(entry.name) for entry in config.lists]
    sources = [store.sources.state(entry.name) for entry in config.sources]
    lines = health.coverage(lists, sources, now=now)
    faults = tuple(fault for source in sources for fault in source.faults)
    unverified = frozenset(entry.name for entry in config.lists if not FORMATS[entry.format].verified)
    return Condition(lines, health.incomplete(lines), faults, store.reports.last(), unverified)
