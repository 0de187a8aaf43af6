"""The running configuration put to the test: listed names, varied, in made-up articles, screened like any others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from watchlist import selftest
from watchlist.config import Config, Threshold
from watchlist.jobs.cycle import local_watch, today
from watchlist.jobs.steps import Track, unseen
from watchlist.jobs.watch import Watch, mutes
from watchlist.model import Fault, Link, Party, Snapshot
from watchlist.selftest import (
    Bearers,
    Effectiveness,
    Need,
    Neighbours,
    Plan,
    Planted,
    Subject,
    Verdict,
    choose,
    effectiveness,
    judge,
    plant,
    plant_invented,
    subjects_of,
    words_of,
)
from watchlist.store import Basis, Store
from watchlist.text.normalize import fold

INVENTED_TIMES = 10
"""Invented names are planted so many times as often as one kind of one list: false alarms are rare and need more."""


@dataclass(frozen=True, slots=True)
class SelfTest:
    """All that an auditor needs to read a run and to repeat it exactly."""

    day: date
    plan: Plan
    basis: Basis
    snapshots: tuple[Snapshot, ...]
    missing: tuple[Fault, ...]
    thresholds: Mapping[str, Threshold]
    names: int
    muted: int
    verdicts: tuple[Verdict, ...]
    effectiveness: Effectiveness
    parties: Mapping[str, Party]


def run(store: Store, config: Config, plan: Plan, now: datetime, track: Track = unseen) -> SelfTest:
    """Plant, screen and judge; the same lists, configuration and plan give the same verdicts on any machine."""
    day = today(config, now)
    watch = local_watch(store, config, now, track)
    muted = frozenset(fold(mute.alias) for mute in mutes(config, day))
    parties = [watch.parties[party] for party in watch.selection.watchlists]
    subjects = [subject for party in parties for subject in subjects_of(party, muted)]
    planted = list(_planted(watch, parties, subjects, plan))
    verdicts = tuple(_verdicts(watch, parties, track(planted, "made-up articles", len(planted))))
    return SelfTest(
        day=day,
        plan=plan,
        basis=watch.basis,
        snapshots=watch.snapshots,
        missing=watch.missing,
        thresholds={each.name: each.threshold for each in config.watchlists} or {"all": watch.selection.lowest},
        names=len(subjects),
        muted=len(muted),
        verdicts=verdicts,
        effectiveness=effectiveness(verdicts),
        parties=watch.parties,
    )


def _planted(watch: Watch, parties: Sequence[Party], subjects: Sequence[Subject], plan: Plan) -> Iterator[Planted]:
    beside = _neighbours(watch.links, subjects)
    for choice in choose(subjects, plan):
        yield from plant(choice, beside, plan)
    # Clear of every list, not only of what the user selected.
    bearers = Bearers.of(watch.parties.values())
    invented = selftest.invent(subjects, bearers, INVENTED_TIMES * plan.per_kind, plan.seed) if parties else ()
    for number, name in enumerate(invented):
        yield plant_invented(name, number, plan)


def _neighbours(links: Iterable[Link], subjects: Iterable[Subject]) -> Neighbours:
    full: dict[str, Subject] = {}
    for subject in subjects:
        if subject.need is Need.NONE:
            full.setdefault(subject.party.id, subject)
    linked: dict[str, Subject] = {}
    for link in links:
        for one, other in ((link.source, link.target), (link.target, link.source)):
            if other in full:
                linked.setdefault(one, full[other])
    return Neighbours(full, linked)


def _verdicts(watch: Watch, parties: Sequence[Party], planted: Iterable[Planted]) -> Iterator[Verdict]:
    bearers: dict[frozenset[str], set[str]] = defaultdict(set)
    for party in parties:
        for listing in party.listings:
            for alias in listing.aliases:
                bearers[words_of(alias.text)].add(party.id)
    for each in planted:
        own = set() if each.subject is None else {each.subject.party.id} | bearers[words_of(each.subject.text)]
        right = own | bearers[words_of(each.surface)] if own else own
        yield judge(each, watch.screen(each.article).matches, frozenset(right))
