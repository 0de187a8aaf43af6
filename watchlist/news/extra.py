"""Libraries that not everybody needs: imported on first use, and asked for in words where they are missing."""

from importlib import import_module
from types import ModuleType

from watchlist.errors import DocumentError


def extra(module: str, name: str, where: str) -> ModuleType:
    """A module of the optional dependencies ``name``; DocumentError about ``where`` when it is not installed."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise DocumentError(where, f"needs the extra {name!r}: pip install 'watchlist[{name}]'") from error
