"""An open-source monitor of sanctions watchlists in the news."""

__version__ = "0.1.0"
