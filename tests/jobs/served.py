"""One list behind an address on loopback, refreshed as time goes by."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from tests.jobs.samples import NOW
from tests.servers import LOOPBACK, LoopbackServer, serving
from watchlist.config import Config, load
from watchlist.coverage import Coverage
from watchlist.fetch import Fetcher
from watchlist.jobs.condition import condition
from watchlist.jobs.cycle import fetch_options
from watchlist.jobs.editions import effective_edition
from watchlist.jobs.refresh import Refreshed, refresh
from watchlist.model import Listing
from watchlist.store import Store

NAME = "the-list"
PATH = "/list"


@dataclass(frozen=True, slots=True)
class Served:
    """A state, a configuration with one list, and the server it comes from."""

    server: LoopbackServer
    store: Store
    config: Config

    def publish(self, body: bytes, headers: Mapping[str, str] | None = None) -> None:
        """What the server answers from now on."""
        self.server.answer(PATH, body, headers=headers)

    def refresh(self, hours: float = 0) -> Refreshed:
        """One refresh, so many hours after the first."""
        with Fetcher(fetch_options(self.config)) as fetcher:
            (outcome,) = refresh(self.store, self.config.lists, fetcher, now=at(hours))
        return outcome

    def listings(self) -> Mapping[str, Listing]:
        """What is screened, by reference."""
        edition = effective_edition(self.store, NAME)
        return {} if edition is None else {listing.reference: listing for listing in edition.parsed.listings}

    def status(self, hours: float = 0) -> Coverage:
        """What `lists status` and the report say of the list."""
        (line,) = condition(self.store, self.config, at(hours)).coverage
        return line


def at(hours: float) -> datetime:
    """So many hours after the first refresh."""
    return NOW + timedelta(hours=hours)


@contextmanager
def served(folder: Path, format_name: str, more: str = "") -> Iterator[Served]:
    """A world of its own with one list of this format; ``more`` are further keys of its entry."""
    with serving() as server, Store.open(folder / "var", exclusive=True) as store:
        yield Served(server, store, configured(folder, server, format_name, more))


def configured(folder: Path, server: LoopbackServer, format_name: str, more: str = "") -> Config:
    """A configuration whose only list is behind the server."""
    path = folder / "watchlist.yaml"
    entry = f"{{name: {NAME}, format: {format_name}, url: '{server.url(PATH)}'{', ' if more else ''}{more}}}"
    path.write_text(
        f"version: 1\nlists: [{entry}]\ncache: cache\nnetwork: {{allow: [{LOOPBACK[0]}]}}\n", encoding="utf-8"
    )
    return load(path)
