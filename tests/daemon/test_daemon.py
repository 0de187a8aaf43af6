"""The daemon as a process: it watches a real feed on loopback, stops when told, and tells nothing twice."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.jobs.samples import LONG, configured, entry, rss
from tests.servers import LoopbackServer, respond, serving
from watchlist.coverage import Funnel
from watchlist.store import Store

ROOT = Path(__file__).parents[2]
PATIENCE_S = 30.0
STOPS_IN_S = 5.0


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    """A server on loopback."""
    with serving() as running:
        yield running


@contextmanager
def daemon(folder: Path) -> Iterator["Daemon"]:
    """A running daemon; killed at the end if it is still there."""
    running = Daemon(folder)
    try:
        yield running
    finally:
        running.process.kill()
        running.process.wait()


class Daemon:
    """A process of `watchlist run`, its log in a file."""

    def __init__(self, folder: Path) -> None:
        self.log = folder / "daemon.log"
        with self.log.open("a") as log:
            command = [sys.executable, "-m", "watchlist", "run", "--config", str(folder / "watchlist.yaml")]
            environment = {**os.environ, "PYTHONPATH": str(ROOT)}
            self.process = subprocess.Popen(command, stderr=log, stdout=log, cwd=folder, env=environment)

    def until(self, true: Callable[[], bool]) -> None:
        """Wait until something has come true, or fail with the log."""
        deadline = time.monotonic() + PATIENCE_S
        while not true():
            assert time.monotonic() < deadline, self.log.read_text()
            assert self.process.poll() is None, self.log.read_text()
            time.sleep(0.05)

    def told(self, words: str, times: int = 1) -> None:
        """Wait until the log says something so often."""
        self.until(lambda: self.log.read_text().count(words) >= times)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """The exit code after a signal, which must come within seconds."""
        self.process.send_signal(number)
        return self.process.wait(STOPS_IN_S)


def reported_at(folder: Path, server: LoopbackServer, at: datetime, *feeds: str) -> Path:
    """A configuration whose feeds are asked every second and whose report is made at the minute of ``at``."""
    named = {feed[1:]: feed for feed in feeds} or {"wire": "/feed"}
    sources = [
        f"{{name: {name}, feed: '{server.url(path)}', every: 1s, baseline: false}}" for name, path in named.items()
    ]
    config = configured(folder, f"[{', '.join(sources)}]", f'report: {{at: "{at:%H:%M}"}}')
    return config.reports


def mentions(reports: Path) -> list[str]:
    """Titles of all mentions in all reports."""
    found = []
    for path in sorted(reports.glob("*.jsonl")):
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        found += [line["title"] for line in lines if line["row"] == "mention"]
    return found


def test_watches_reports_stops_and_tells_nothing_twice(tmp_path: Path, server: LoopbackServer) -> None:
    """200 and 304 in turn; the report is made once; SIGTERM ends with 0; after a restart nothing is told again."""
    server.conditional("/feed", rss(entry("1", "Talks in Moscow", LONG)), '"v1"')
    reports = reported_at(tmp_path, server, datetime.now(UTC).replace(hour=0, minute=0))
    with daemon(tmp_path) as first:
        first.told("report of")
        first.until(lambda: len(server.asked("/feed")) >= 3)
        assert first.stop() == 0
    assert server.asked("/feed")[1].headers["if-none-match"] == '"v1"'
    assert mentions(reports) == ["Talks in Moscow"]
    asked = len(server.asked("/feed"))
    with daemon(tmp_path) as second:
        second.until(lambda: len(server.asked("/feed")) >= asked + 2)
        assert second.stop(signal.SIGINT) == 0
    assert mentions(reports) == ["Talks in Moscow"]
    assert "Traceback" not in first.log.read_text()


def test_feeds_that_misbehave(tmp_path: Path, server: LoopbackServer) -> None:
    """Not found, cut short, a page, silence: each is a reason in the log, and the others are told all the same."""

    def silent(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(1)
        respond(handler, 200, {}, rss())

    server.answer("/gone", b"", status=404)
    server.answer("/cut", b"<rss version='2.0'><channel><item><title>Half an it")
    server.answer("/page", b"<!DOCTYPE html><html><body>log in</body></html>")
    server.behave("/silent", silent)
    server.answer("/wire", rss(entry("1", "Talks in Moscow", LONG)))
    reported_at(tmp_path, server, datetime.now(UTC) + timedelta(hours=1), "/gone", "/cut", "/page", "/silent", "/wire")
    with daemon(tmp_path) as running:
        for words in ("404", "cut short", "web page", "source wire: ok, 1 new", "source silent: ok"):
            running.told(words)
        running.told("source gone: failed", times=3)
        assert len(server.asked("/gone")) == 1
        assert running.stop() == 0
    assert "Traceback" not in running.log.read_text()


def test_stops_within_seconds_while_a_server_is_silent(tmp_path: Path, server: LoopbackServer) -> None:
    """A fetch that hangs does not hold the daemon; what was kept is kept."""

    def hang(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(20)
        handler.close_connection = True

    server.behave("/feed", hang)
    reported_at(tmp_path, server, datetime.now(UTC) + timedelta(hours=1))
    with daemon(tmp_path) as running:
        running.until(lambda: len(server.asked("/feed")) >= 1)
        assert running.stop() == 0
    with Store.open(tmp_path / "var", exclusive=False) as store:
        assert store.sources.state("wire").funnel == Funnel()


def test_one_at_a_time(tmp_path: Path, server: LoopbackServer) -> None:
    """A second daemon, or a cycle by hand, ends with 4 and a message while one is watching; status can be asked."""
    server.answer("/feed", rss())
    reported_at(tmp_path, server, datetime.now(UTC) + timedelta(hours=1))
    with daemon(tmp_path) as running:
        running.told("watching with")
        command = [sys.executable, "-m", "watchlist", "run", "--once", "--config", str(tmp_path / "watchlist.yaml")]
        second = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=30, check=False)
        assert second.returncode == 4
        assert "Traceback" not in second.stderr
        assert running.stop() == 0


def test_reload_takes_all_or_nothing(tmp_path: Path, server: LoopbackServer) -> None:
    """SIGHUP takes a right configuration at once; a wrong one is told with its mistakes, and the old one stays."""
    server.answer("/feed", rss())
    server.answer("/other", rss())
    later = datetime.now(UTC) + timedelta(hours=1)
    reported_at(tmp_path, server, later)
    with daemon(tmp_path) as running:
        running.told("source wire: ok")
        good = (tmp_path / "watchlist.yaml").read_text()
        (tmp_path / "watchlist.yaml").write_text(good + "\nevry: 1h\n")
        running.process.send_signal(signal.SIGHUP)
        running.told("the old configuration stays")
        running.told("evry")
        reported_at(tmp_path, server, later, "/other")
        running.process.send_signal(signal.SIGHUP)
        running.until(lambda: len(server.asked("/other")) >= 1)
        asked = len(server.asked("/feed"))
        running.until(lambda: len(server.asked("/other")) >= 3)
        assert len(server.asked("/feed")) <= asked + 1
        assert running.stop() == 0
