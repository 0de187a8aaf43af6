"""What the daemon does when something is due: lists refreshed, sources screened, the report made."""

import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime

from watchlist.config import Config, ListEntry, SourceEntry
from watchlist.errors import ReportError
from watchlist.fetch import Fetcher, Robots
from watchlist.jobs.cache import keep_words
from watchlist.jobs.cycle import current_watch, fetch_options, keeper, look_back, report_settings, today, watch_facts
from watchlist.jobs.deliver import deliver, report_due
from watchlist.jobs.editions import Edition
from watchlist.jobs.refresh import refresh
from watchlist.jobs.screen import screen_sources
from watchlist.jobs.steps import Stopped
from watchlist.jobs.watch import NOTHING, AtHand, Watch
from watchlist.store import Store

log = logging.getLogger(__name__)


class Desk:
    """Holds the watch between duties, so that it is built again only when a list or the day has changed."""

    def __init__(
        self,
        store: Store,
        config: Config,
        stopped: Stopped,
        interruptible: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._store = store
        self._config = config
        self._stopped = stopped
        self._interruptible = interruptible
        self._watch: tuple[Watch, date] | None = None
        self._robots = Robots()

    def refresh_lists(self, entries: Sequence[ListEntry], now: datetime) -> None:
        """Bring these lists up to date, and hold stored articles against what changed."""
        at_hand: dict[str, Edition] = {}
        with Fetcher(fetch_options(self._config)) as fetcher:
            keep = keeper(at_hand)
            outcomes = refresh(self._store, entries, fetcher, now=now, stopped=self._stopped, keep=keep)
        for each in outcomes:
            log.info("list %s: %s", each.list_name, each.outcome)
        if not self._stopped():
            self._current(now, at_hand)

    def screen(self, entries: Sequence[SourceEntry], now: datetime) -> None:
        """Take in what is new in these sources; not before there is a list to hold it against."""
        watch = self._current(now)
        if not watch.parties:
            log.warning("no list has an edition yet: sources wait, so that nothing counts as screened against nothing")
            return
        with Fetcher(fetch_options(self._config), self._robots) as fetcher:
            checks = screen_sources(self._store, watch, entries, fetcher, now=now, stopped=self._stopped)
        keep_words(self._config, watch)
        for check in checks:
            log.info("source %s: %s, %d new articles", check.source, check.outcome, check.funnel.screened)

    def report(self, now: datetime) -> None:
        """Make the report of the day when its time has come and it is not made yet."""
        settings = report_settings(self._config)
        if not report_due(self._store, settings, now=now):
            return
        try:
            made = deliver(self._store, watch_facts(self._current(now), self._config), settings, now=now)
        except ReportError as error:
            log.error("report: %s", error)  # noqa: TRY400 - expected: somebody edited a file, or the folder is gone
            return
        log.info("report of %s: %d mentions, %d networks", made.day, made.mentions, made.networks)
        for reason in made.reasons:
            log.warning("report of %s is INCOMPLETE: %s", made.day, reason)

    def _current(self, now: datetime, at_hand: AtHand = NOTHING) -> Watch:
        day = today(self._config, now)
        active = tuple((each.list_name, each.version) for each in self._store.lists.active_snapshots())
        if self._watch is None or self._watch[1] != day or not self._serves(self._watch[0], dict(active)):
            with self._interruptible():
                self._watch = current_watch(self._store, self._config, now, at_hand=at_hand), day
            look_back(self._store, self._config, self._watch[0], now, stopped=self._stopped)
        return self._watch[0]

    def _serves(self, watch: Watch, active: dict[str, str]) -> bool:
        """Whether a watch was built from the editions that are active now."""
        wanted = {entry.name: active[entry.name] for entry in self._config.lists if entry.name in active}
        return dict(watch.basis.lists) == wanted
