"""What lists changed since the last report: its rows, who was listed, and who of those told before is delisted."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from watchlist import report
from watchlist.changes import ChangeKind
from watchlist.jobs.findings import Period, Told, WatchFacts, delisted, together
from watchlist.store import KnownChange, Store, Telling


@dataclass(frozen=True, slots=True)
class Learned:
    """Changes since a cut-off, and what was told of parties within the look-back, by listing."""

    changes: tuple[KnownChange, ...]
    told: Mapping[str, tuple[Telling, ...]]

    @property
    def listed(self) -> Mapping[str, str]:
        """The list of every listing that was added and is still there."""
        kinds = {one.change.listing: one.change for one in self.changes if one.change.kind is not ChangeKind.MOD}
        return {listing: change.list_name for listing, change in kinds.items() if change.kind is ChangeKind.ADD}


def learned(store: Store, after: int, upto: int, since: date) -> Learned:
    """Changes numbered above ``after`` up to ``upto``, and tellings of reports from the day ``since`` on."""
    changes = store.changes.between(after, upto)
    told: dict[str, list[Telling]] = defaultdict(list)
    for telling in store.reports.tellings(since) if changes else ():
        for listing in telling.listings:
            told[listing].append(telling)
    return Learned(changes, {listing: tuple(found) for listing, found in told.items()})


def rows(of: Learned, facts: WatchFacts, day: date) -> tuple[report.ChangeFinding, ...]:
    """A row for every change: those of parties that the news told of first, then what was listed, changed, delisted."""
    found = [
        report.ChangeFinding(
            day=day,
            at=one.at,
            version=one.version,
            change=one.change,
            party=facts.party_of.get(one.change.listing, one.change.listing),
            stories=len({telling.story for telling in of.told.get(one.change.listing, ())}),
        )
        for one in of.changes
    ]
    kinds = (ChangeKind.ADD, ChangeKind.DEL, ChangeKind.MOD)
    found.sort(key=lambda row: (row.stories == 0, kinds.index(row.change.kind), -row.stories))
    return tuple(found)


def delistings(store: Store, facts: WatchFacts, of: Learned, period: Period) -> Told:
    """One row for every party told within the look-back that no list has any more, at the story told last."""
    gone = [one for one in of.changes if one.change.kind is ChangeKind.DEL and one.change.listing not in facts.party_of]
    parts: list[Told] = []
    claimed: set[str] = set()
    for one in gone:
        told = of.told.get(one.change.listing, ())
        if told and told[-1].alert not in claimed and _is_gone(told[-1].listings, facts):
            claimed.add(told[-1].alert)
            parts.append(delisted(store, facts, told[-1], _words(one, told), period))
    return together(parts)


def _is_gone(listings: Iterable[str], facts: WatchFacts) -> bool:
    return facts.party_of.keys().isdisjoint(listings)


def _words(change: KnownChange, told: Sequence[Telling]) -> str:
    stories = len({telling.story for telling in told})
    often = "in one story" if stories == 1 else f"in {stories} stories"
    return f"{change.change.list_name} took it off its list, seen {change.at.date()}; told {often} since {told[0].day}"
