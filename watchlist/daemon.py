"""When: the scheduler says what is due, one thread does it, signals stop it or give it a new configuration.

The scheduler's own threads only put names of duties into a set; all work happens in the main thread, one duty after the
other, so that state and watch have one owner and a signal finds the daemon between two articles.
"""

import logging
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from queue import SimpleQueue
from types import FrameType
from zoneinfo import ZoneInfo

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from watchlist.config import Config, load
from watchlist.errors import ConfigError
from watchlist.jobs.duties import Desk
from watchlist.store import Store

log = logging.getLogger(__name__)

# APScheduler's own grace of one second would skip a report that is two seconds late (apscheduler#292).
_JOB_DEFAULTS = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
_REPORT = ("report", "")


class Interrupt(BaseException):
    """Breaks off work that leaves no trace; not an ``Exception``, lest a guard against bad input takes it for one."""


class Signals:
    """What was asked for from outside, and a queue that wakes who waits; its ``put`` may run in a signal handler."""

    def __init__(self) -> None:
        self.wake: SimpleQueue[None] = SimpleQueue()
        self.stop = False
        self.reload = False
        self._at_once = False

    def stopped(self) -> bool:
        """Whether to end."""
        return self.stop

    @contextmanager
    def interruptible(self) -> Iterator[None]:
        """Work that leaves no trace: a signal that stops breaks it off with ``Interrupt`` and does not wait for it."""
        self._at_once = True
        try:
            if self.stop:
                raise Interrupt
            yield
        finally:
            self._at_once = False

    @contextmanager
    def installed(self) -> Iterator[None]:
        """SIGTERM and SIGINT stop, SIGHUP reloads, for the length of the block."""
        handlers = {signal.SIGTERM: self._stop, signal.SIGINT: self._stop, signal.SIGHUP: self._reload}
        before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stop = True
        self.wake.put(None)
        if self._at_once:
            self._at_once = False
            raise Interrupt

    def _reload(self, _number: int, _frame: FrameType | None) -> None:
        self.reload = True
        self.wake.put(None)


def watch_for_good(path: Path, *, verbose: int, quiet: bool) -> None:
    """Watch until SIGTERM or SIGINT; ``ConfigError`` at the start, ``StateLockedError`` when another one watches."""
    signals = Signals()
    with signals.installed():
        config = load(path)
        _log_with_times(verbose, quiet=quiet)
        with Store.open(config.state, exclusive=True) as store:
            log.info("watching with %s (%s), state in %s", path, config.hash[:8], config.state)
            daemon = Daemon(store, config, signals)
            try:
                daemon.run()
            except Interrupt:
                log.debug("broke off building the watch")
            finally:
                daemon.close()
    log.info("stopped")


class Daemon:
    """The schedule, and the thread that works it off."""

    def __init__(self, store: Store, config: Config, signals: Signals) -> None:
        self._store = store
        self._config = config
        self._signals = signals
        self._due: set[tuple[str, str]] = set()
        self._lock = threading.Lock()
        self._desk = Desk(store, config, signals.stopped, signals.interruptible)
        self._scheduler = self._started()

    def run(self) -> None:
        """Work until told to stop."""
        while not self._signals.stop:
            self._signals.wake.get()
            if self._signals.reload:
                self._signals.reload = False
                self._reload()
            self._work(self._taken())

    def close(self) -> None:
        """End the schedule; nothing of it is kept, for it is made from configuration and state."""
        self._scheduler.shutdown(wait=False)

    def _work(self, due: set[tuple[str, str]]) -> None:
        """Lists first, so that news is held against the newest; the report last."""
        now = datetime.now(UTC)
        lists = [entry for entry in self._config.lists if ("list", entry.name) in due]
        sources = [entry for entry in self._config.sources if ("source", entry.name) in due]
        if lists and not self._signals.stop:
            self._desk.refresh_lists(lists, now)
        if sources and not self._signals.stop:
            self._desk.screen(sources, now)
        if _REPORT in due and not self._signals.stop:
            self._desk.report(datetime.now(UTC))

    def _taken(self) -> set[tuple[str, str]]:
        with self._lock:
            due, self._due = self._due, set()
        return due

    def _fall_due(self, kind: str, name: str) -> None:
        with self._lock:
            self._due.add((kind, name))
        self._signals.wake.put(None)

    def _reload(self) -> None:
        """Take the whole new configuration, or keep the old one and say why."""
        path = self._config.file
        try:
            config = load(path)
        except ConfigError as error:
            log.error("%s was not taken, the old configuration stays:\n%s", path, error)  # noqa: TRY400 - expected
            return
        if config.state != self._config.state:
            log.error("%s was not taken: state has moved to %s, which needs a restart", path, config.state)
            return
        log.info("%s taken: configuration %s instead of %s", path, config.hash[:8], self._config.hash[:8])
        self.close()
        self._config = config
        self._desk = Desk(self._store, config, self._signals.stopped, self._signals.interruptible)
        self._scheduler = self._started()

    def _started(self) -> BackgroundScheduler:
        """Jobs from configuration and state: what was checked lately waits for its turn, what was not is due now."""
        scheduler = BackgroundScheduler(
            executors={"default": ThreadPoolExecutor(1)}, job_defaults=_JOB_DEFAULTS, timezone=UTC
        )
        config, now = self._config, datetime.now(UTC)
        checked = {("list", each.name): self._store.lists.state(each.name).checked for each in config.lists}
        checked |= {("source", each.name): self._store.sources.state(each.name).checked for each in config.sources}
        every = {("list", each.name): each.every for each in config.lists}
        every |= {("source", each.name): each.every for each in config.sources}
        due = [duty for duty, interval in every.items() if _is_due(checked[duty], interval, now)]
        for duty, interval in every.items():
            first = now + interval if duty in due else max(now, (checked[duty] or now) + interval)
            trigger = IntervalTrigger(seconds=interval.total_seconds())
            scheduler.add_job(self._fall_due, trigger, duty, next_run_time=first)
        at = config.report.at
        daily = CronTrigger(hour=at.hour, minute=at.minute, timezone=ZoneInfo(config.timezone))
        scheduler.add_job(self._fall_due, daily, _REPORT)
        scheduler.start()
        # Together and at once, so that a report that is late already covers what is new at the start.
        for kind, name in (*due, _REPORT):
            self._fall_due(kind, name)
        return scheduler


def _is_due(checked: datetime | None, every: timedelta, now: datetime) -> bool:
    return checked is None or checked + every <= now


def _log_with_times(verbose: int, *, quiet: bool) -> None:
    level = logging.ERROR if quiet else logging.DEBUG if verbose else logging.INFO
    form = "%(asctime)s %(levelname)s %(message)s"
    logging.basicConfig(level=logging.WARNING, format=form, stream=sys.stderr, force=True)
    logging.getLogger("watchlist").setLevel(level)
