"""What a kind of document is: the endings of its file names, its reader, and how large it may be."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from watchlist.model import Found

Reader = Callable[[str, bytes, str], Found]
"""Name of the document, its bytes, name of the source → what was found, or DocumentError."""


@dataclass(frozen=True, slots=True)
class Kind:
    """``suffixes`` with dot, lower case; ``reader`` as ``module:function``; documents above ``max_mib`` are refused."""

    suffixes: tuple[str, ...]
    reader: str
    max_mib: int = 20

    def load(self) -> Reader:
        """The reader itself."""
        module, _, function = self.reader.partition(":")
        return cast("Reader", getattr(import_module(module), function))
