"""The report of the day: everything learned since the previous cut-off, kept in the state, then put on disk."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from watchlist import health, report
from watchlist.coverage import Coverage
from watchlist.jobs.changes import delistings, learned, rows
from watchlist.jobs.designations import tell_designations
from watchlist.jobs.findings import Period, Told, WatchFacts, tell, together, versions
from watchlist.model import Fault
from watchlist.store import Cut, Store, StoredReport


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """Where and when reports are made, and which lists and sources they must account for, in configured order.

    ``timezone`` is an IANA name: the day of a report is the local day there; ``at`` is local time.
    """

    folder: Path
    timezone: str
    at: time
    lists: tuple[str, ...]
    sources: tuple[str, ...]
    lookback: timedelta = timedelta(days=90)
    quiet: health.Quiet = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """What was delivered; ``files`` is empty when the day has its report and nothing new was learned.

    ``reasons`` say why the report is incomplete, empty when every list and source was checked.
    """

    day: date
    sequence: int
    files: tuple[Path, ...]
    mentions: int
    networks: int
    repeated: int
    reasons: tuple[str, ...]


def deliver(store: Store, facts: WatchFacts, settings: ReportSettings, *, now: datetime) -> DeliveryReport:
    """Make the report of today, or a further one when today has its report and something new was learned.

    What is told and the content of the report are one transaction; files follow, and are finished by the next call when
    the process ends in between. ``ReportError`` when a file would be replaced or cannot be written.
    """
    finish(store, settings.folder, now)
    last = store.reports.last()
    day = now.astimezone(ZoneInfo(settings.timezone)).date()
    cut = Cut(
        since=None if last is None else last.cut.until,
        until=now,
        sighting=store.sightings.newest(),
        check=store.sources.newest_check(),
        change=store.changes.newest(),
    )
    changed = learned(store, 0 if last is None else last.cut.change, cut.change, day - settings.lookback)
    period = Period(day, 0 if last is None else last.cut.sighting, cut.sighting, changed.listed)
    told = together([_learned(store, facts, period), delistings(store, facts, changed, period)])
    coverage, faults = _coverage(store, settings, 0 if last is None else last.cut.check, now)
    reasons = health.incomplete(coverage)
    earlier = store.reports.of_day(day)
    if earlier and not (told.findings or told.networks or changed.changes):
        return DeliveryReport(day, earlier[-1].sequence, (), 0, 0, told.repeated, reasons)
    sequence = report.free_sequence(settings.folder, day.isoformat(), earlier[-1].sequence + 1 if earlier else 1)
    content = report.content(
        report.ReportFacts(
            day=day,
            sequence=sequence,
            since=cut.since,
            until=cut.until,
            findings=told.findings,
            networks=told.networks,
            changes=rows(changed, facts, day),
            coverage=coverage,
            faults=faults,
            incomplete=reasons,
            lists=_active(store, settings),
            configuration=facts.configuration,
            software=facts.software,
            repeated=told.repeated,
        )
    )
    files = report.files(content)
    store.reports.add(StoredReport(day, sequence, cut, content, report.digests(files)), told.tellings)
    finish(store, settings.folder, now)
    paths = tuple(settings.folder / name for name in files)
    return DeliveryReport(day, sequence, paths, len(told.findings), len(told.networks), told.repeated, reasons)


def finish(store: Store, folder: Path, now: datetime) -> None:
    """Put the files of every kept report on disk that are not there yet."""
    for kept in store.reports.unpublished():
        report.publish(report.files(kept.content), folder)
        store.reports.set_published(kept, now)


def report_due(store: Store, settings: ReportSettings, *, now: datetime) -> bool:
    """Whether ``report.at`` of today has passed and no report was made since."""
    local = now.astimezone(ZoneInfo(settings.timezone))
    due = datetime.combine(local.date(), settings.at, local.tzinfo)
    last = store.reports.last()
    return due <= now and (last is None or last.cut.until < due)


def _learned(store: Store, facts: WatchFacts, period: Period) -> Told:
    stories = store.sightings.stories_with_findings(period.after, period.upto)
    return together([each(store, facts, story, period) for story in stories for each in (tell, tell_designations)])


def _coverage(
    store: Store, settings: ReportSettings, since_check: int, now: datetime
) -> tuple[tuple[Coverage, ...], tuple[Fault, ...]]:
    lists = [store.lists.state(name) for name in settings.lists]
    sources = [store.sources.state(name, since_check) for name in settings.sources]
    faults = tuple(fault for source in sources for fault in source.faults)
    return health.coverage(lists, sources, now=now, quiet=settings.quiet), faults


def _active(store: Store, settings: ReportSettings) -> tuple[report.ListVersion, ...]:
    active = {snapshot.list_name: snapshot.version for snapshot in store.lists.active_snapshots()}
    return versions(store, ((name, active[name]) for name in settings.lists if name in active))
