"""One whole turn of the watch: lists refreshed, news screened, the report made."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from watchlist import __version__
from watchlist.config import Config
from watchlist.fetch import Fetcher, FetchOptions
from watchlist.jobs.cache import keep_words, kept, local_digests, stored_digests
from watchlist.jobs.condition import quiet_times
from watchlist.jobs.deliver import DeliveryReport, ReportSettings, deliver
from watchlist.jobs.editions import Edition
from watchlist.jobs.findings import WatchFacts
from watchlist.jobs.refresh import Keep, Refreshed, refresh
from watchlist.jobs.rescreen import Rescreening, rescreen
from watchlist.jobs.screen import screen_sources
from watchlist.jobs.steps import Stopped, Track, never, unseen
from watchlist.jobs.watch import NOTHING, AtHand, Watch, build, local_lists, stored_lists
from watchlist.store import CheckOutcome, SourceCheck, Store


@dataclass(frozen=True, slots=True)
class Cycle:
    """What one turn did."""

    lists: tuple[Refreshed, ...]
    stored: Rescreening
    sources: tuple[SourceCheck, ...]
    report: DeliveryReport
    watch: Watch

    @property
    def complete(self) -> bool:
        """Whether every list and every source gave what it should."""
        sources = all(check.outcome in {CheckOutcome.OK, CheckOutcome.UNCHANGED} for check in self.sources)
        return sources and all(each.good for each in self.lists) and not self.report.reasons


def cycle(
    store: Store,
    config: Config,
    *,
    now: datetime,
    again: bool = False,
    stopped: Stopped = never,
    track: Track = unseen,
) -> Cycle:
    """Walk the whole turn once; everything kept is kept even when a later step fails.

    ``again`` screens every stored article of the look-back again, also those that no list change touches.
    """
    with Fetcher(fetch_options(config)) as fetcher:
        at_hand: dict[str, Edition] = {}
        keep = keeper(at_hand)
        refreshed = refresh(store, config.lists, fetcher, now=now, stopped=stopped, track=track, keep=keep)
        watch = current_watch(store, config, now, track, at_hand)
        at_hand.clear()
        stored = look_back(store, config, watch, now, again=again, stopped=stopped, track=track)
        # Against no list at all nothing would be found, and everything would count as screened: the sources wait.
        sources = config.sources if watch.parties and stored.finished else ()
        checks = screen_sources(store, watch, sources, fetcher, now=now, stopped=stopped, track=track)
    keep_words(config, watch)
    report = deliver(store, watch_facts(watch, config), report_settings(config), now=now)
    return Cycle(refreshed, stored, checks, report, watch)


def look_back(
    store: Store,
    config: Config,
    watch: Watch,
    now: datetime,
    *,
    again: bool = False,
    stopped: Stopped = never,
    track: Track = unseen,
) -> Rescreening:
    """Hold stored articles of the configured look-back against this watch, before any new one is."""
    if not watch.parties:
        return Rescreening()
    since = now - config.lookback
    return rescreen(store, watch, now=now, since=since, every=again, stopped=stopped, track=track)


def keeper(at_hand: dict[str, Edition]) -> Keep:
    """Puts each edition that a refresh makes active where a watch built next finds it."""

    def keep(edition: Edition) -> None:
        at_hand[edition.snapshot.list_name] = edition

    return keep


def current_watch(
    store: Store, config: Config, now: datetime, track: Track = unseen, at_hand: AtHand = NOTHING
) -> Watch:
    """The watch over the active editions, as of today in the configured time zone."""
    day = today(config, now)
    watch = kept(
        config,
        stored_digests(store, config),
        day,
        "stored",
        lambda: build(stored_lists(store, config, track, at_hand), config, day),
    )
    return _dated(watch, store, now, frozenset())


def local_watch(store: Store, config: Config, now: datetime, track: Track = unseen) -> Watch:
    """The watch over lists by path as they are on disk, and lists by address as they are in the state."""
    day = today(config, now)
    watch = kept(
        config,
        local_digests(store, config),
        day,
        "local",
        lambda: build(local_lists(store, config, now, track), config, day),
    )
    return _dated(watch, store, now, frozenset(entry.name for entry in config.lists if entry.path is not None))


def _dated(watch: Watch, store: Store, now: datetime, by_path: frozenset[str]) -> Watch:
    """When and from where the same bytes were come by last, which a watch out of the cache does not know."""
    return replace(
        watch,
        snapshots=tuple(
            replace(each, retrieved=now) if each.list_name in by_path else store.lists.active(each.list_name) or each
            for each in watch.snapshots
        ),
    )


def today(config: Config, now: datetime) -> date:
    """The day in the configured time zone."""
    return now.astimezone(ZoneInfo(config.timezone)).date()


def fetch_options(config: Config) -> FetchOptions:
    """How to fetch."""
    return FetchOptions(config.contact or "", config.network.allow, config.network.proxy)


def report_settings(config: Config) -> ReportSettings:
    """How and where to report."""
    return ReportSettings(
        folder=config.reports,
        timezone=config.timezone,
        at=config.report.at,
        lists=tuple(entry.name for entry in config.lists),
        sources=tuple(entry.name for entry in config.sources),
        lookback=config.lookback,
        quiet=quiet_times(config),
    )


def watch_facts(watch: Watch, config: Config) -> WatchFacts:
    """What a report needs to know of the watch."""
    tiers: Mapping[str, int] = {entry.name: entry.tier for entry in config.sources}
    return WatchFacts(
        parties=watch.parties,
        networks={network.name: network for network in watch.networks},
        configuration=config.hash,
        software=__version__,
        watchlists=watch.selection.watchlists,
        tiers=tiers,
        links=watch.links,
        listed=watch.known.knows,
    )
