"""What every command takes, before or after its name, and what it makes of it."""

import logging
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from watchlist.cli.progress import shown, unshown
from watchlist.cli.words import fault
from watchlist.model import Fault

if TYPE_CHECKING:
    from watchlist.config import Config
    from watchlist.jobs.lookup import Register
    from watchlist.jobs.steps import Track
    from watchlist.store import Store

ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "--config", "-c", metavar="PATH", help="The configuration; else config/watchlist.yaml, watchlist.yaml."
    ),
]
VerboseOption = Annotated[
    int, typer.Option("--verbose", "-v", count=True, show_default=False, help="Say more; twice for everything.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Say only what went wrong.")]


class Code(IntEnum):
    """Exit codes; 78 is EX_CONFIG of sysexits.h."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    INCOMPLETE = 3
    LOCKED = 4
    CONFIGURATION = 78


@dataclass(frozen=True, slots=True)
class Given:
    """The options that every command takes."""

    config: Path | None = None
    verbose: int = 0
    quiet: bool = False

    def load(self) -> "Config":
        """The configuration; ``ConfigError`` when there is none or it is wrong."""
        from watchlist.config import find, load

        return load(find(self.config, Path.cwd()))

    @contextmanager
    def opened(self, *, exclusive: bool) -> "Iterator[tuple[Config, Store]]":
        """The configuration and its state, for the length of the block."""
        from watchlist.store import Store

        config = self.load()
        with Store.open(config.state, exclusive=exclusive) as store:
            yield config, store

    def register(self) -> "Register":
        """The parties of all lists that can be read; those that cannot are told on standard error."""
        from watchlist.jobs.lookup import read_register

        with self.opened(exclusive=False) as (config, store):
            register = read_register(store, config, now(), self.track)
        warn_of_lists(register.missing)
        return register

    @property
    def track(self) -> "Track":
        """Progress bars for somebody who watches, on standard error."""
        return shown if sys.stderr.isatty() and not self.quiet else unshown

    def say(self, text: str) -> None:
        """Tell on standard output what was done."""
        if not self.quiet:
            print(text)


def given(context: typer.Context, config: Path | None, verbose: int, quiet: bool) -> Given:
    """Options of the command together with those before it; sets up what is logged to standard error."""
    before = context.find_root().obj or Given()
    merged = Given(config or before.config, verbose + before.verbose, quiet or before.quiet)
    level = logging.ERROR if merged.quiet else (logging.WARNING, logging.INFO, logging.DEBUG)[min(merged.verbose, 2)]
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr, force=True)
    logging.getLogger("watchlist").setLevel(level)
    return merged


def warn(text: str) -> None:
    """Tell on standard error what is wrong."""
    print(text, file=sys.stderr)


def warn_of_lists(missing: Iterable[Fault]) -> None:
    """Tell which lists could not be read."""
    for each in missing:
        warn(f"list {fault(each)}")


def now() -> datetime:
    """The clock; the only place that reads it for commands."""
    return datetime.now(UTC)
