"""By whose hand: argv → one call per command. Commands import what they need when they run, so that help is quick."""

from watchlist.cli.entry import main

__all__ = ["main"]
