"""The command line as a whole, and what becomes of errors that nobody can mend: one message and an exit code."""

import sys
from collections.abc import Sequence

from watchlist.cli import commands_lists, commands_scan, commands_selftest, commands_sources, commands_watch
from watchlist.cli.app import app
from watchlist.cli.options import Code
from watchlist.errors import ConfigError, StateLockedError, WatchlistError

app.add_typer(commands_lists.app, name="lists")
app.add_typer(commands_sources.app, name="sources")
COMMANDS = (commands_watch, commands_scan, commands_selftest)
"""Modules whose commands stand at the top level; importing them registers them."""


def main(argv: Sequence[str] | None = None) -> None:
    """Run one command and exit with its code; expected errors end in a message, never in a traceback."""
    try:
        app(args=None if argv is None else list(argv), prog_name="watchlist")
    except ConfigError as error:
        _stop(str(error), Code.CONFIGURATION)
    except StateLockedError as error:
        _stop(str(error), Code.LOCKED)
    except WatchlistError as error:
        _stop(str(error), Code.FAILED)
    except KeyboardInterrupt:
        _stop("stopped", Code.FAILED)


def _stop(message: str, code: Code) -> None:
    sys.stderr.write(message.rstrip() + "\n")
    sys.exit(code)
