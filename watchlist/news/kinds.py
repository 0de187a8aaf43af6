"""What a kind of document and a kind of source is: where its reader stands, and what bounds and options it has."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from watchlist.model import Found

Reader = Callable[[str, bytes, str], Found]
"""Name of the document, its bytes, name of the source → what was found, or DocumentError."""
WebReader = Callable[..., Found]
"""Body, name of the source, final address, Content-Type; options by name → what was found, or SourceError."""
LocalReader = Callable[[Path, str], Iterator[Found]]
"""Path, name of the source → what was found, part by part; SourceError when it cannot be opened."""


@dataclass(frozen=True, slots=True)
class Kind:
    """``suffixes`` with dot, lower case; ``reader`` as ``module:function``; documents above ``max_mib`` are refused."""

    suffixes: tuple[str, ...]
    reader: str
    max_mib: int = 20

    def load(self) -> Reader:
        """The reader itself."""
        return cast("Reader", _imported(self.reader))


@dataclass(frozen=True, slots=True)
class SourceKind:
    """``name`` is the key of the configuration that says where such a source is; ``reader`` as ``module:function``.

    ``options`` are the further keys that its reader takes, the first ``required`` of which must be given. ``web`` is
    False for those that are read from local paths.
    """

    name: str
    reader: str
    options: tuple[str, ...] = ()
    required: int = 0
    web: bool = True

    def from_web(self) -> WebReader:
        """The reader of what was fetched."""
        return cast("WebReader", _imported(self.reader))

    def from_path(self) -> LocalReader:
        """The reader of a local path."""
        return cast("LocalReader", _imported(self.reader))


def _imported(dotted: str) -> Any:
    module, _, function = dotted.partition(":")
    return getattr(import_module(module), function)
