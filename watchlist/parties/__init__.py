"""Listings of all lists → the parties behind them, each join explained."""

from watchlist.parties.joining import join

__all__ = ["join"]
