"""How the watch is: every list and source with its age and outcome, and the last report."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from watchlist import health
from watchlist.config import Config
from watchlist.coverage import Coverage
from watchlist.jobs.editions import addresses
from watchlist.lists import FORMATS, retired
from watchlist.model import Fault
from watchlist.store import Store, StoredReport


@dataclass(frozen=True, slots=True)
class Condition:
    """``reasons`` say why the watch is incomplete now; empty when everything was checked in time.

    ``unverified`` are the lists in a format that was never tried on an original file of its authority, ``retired`` says
    of lists at an address that their publisher has given up where they went.
    """

    coverage: tuple[Coverage, ...]
    reasons: tuple[str, ...]
    faults: tuple[Fault, ...]
    report: StoredReport | None
    unverified: frozenset[str]
    retired: Mapping[str, str]

    def only(self, kind: str) -> "Condition":
        """How the lists (``list``) or the sources (``source``) are alone."""
        lines = tuple(line for line in self.coverage if line.kind == kind)
        return replace(self, coverage=lines, reasons=health.incomplete(lines))


def condition(store: Store, config: Config, now: datetime) -> Condition:
    """What the state says of every configured list and source; counts are of all time."""
    lists = [store.lists.state(entry.name) for entry in config.lists]
    sources = [store.sources.state(entry.name) for entry in config.sources]
    lines = health.coverage(lists, sources, now=now, quiet=quiet_times(config))
    faults = tuple(fault for source in sources for fault in source.faults)
    unverified = frozenset(entry.name for entry in config.lists if not FORMATS[entry.format].verified)
    moved = {entry.name: words for entry in config.lists if (words := retired(addresses(entry).values()))}
    return Condition(lines, health.incomplete(lines), faults, store.reports.last(), unverified, moved)


def quiet_times(config: Config) -> dict[str, timedelta]:
    """How long each list may go without a new date before that is said, by the habits of its authority."""
    return {entry.name: timedelta(days=FORMATS[entry.format].quiet) for entry in config.lists}
