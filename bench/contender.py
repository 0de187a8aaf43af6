"""What every tool in the table has to offer, and what is kept of a run."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from bench.material import Material
from watchlist.model import Article


class Flag(NamedTuple):
    """A span of the text of an article that a tool takes for a name of ``listings``."""

    start: int
    end: int
    listings: tuple[str, ...]


class Ready(NamedTuple):
    """A tool that has read its names: ``scan`` is timed and only has to find, ``flags`` says what and where."""

    scan: Callable[[Article], object]
    flags: Callable[[Article], Sequence[Flag]]


class Contender(NamedTuple):
    """One row of the table.

    ``prepare`` reads what the tool needs into memory and gives the work that is timed as its index. ``articles`` and
    ``per_kind`` bound slow tools (quick, full; None: all), ``passes`` are the runs of which the median counts.
    ``home`` names the environment under ``peers`` that it may have to itself.
    """

    name: str
    prepare: "Prepare"
    learns: bool = False
    articles: tuple[int | None, int | None] = (None, None)
    per_kind: tuple[int | None, int | None] = (None, None)
    passes: int = 1
    plants: bool = True
    only_full: bool = False
    home: str = ""

    def bounds(self, *, quick: bool) -> tuple[int | None, int | None]:
        """How many articles to time, and how many planted ones of each kind to read."""
        at = 0 if quick else 1
        return self.articles[at], self.per_kind[at]


class Prepare(Protocol):
    """Reads names or parties and gives the function that builds the index; ImportError where the tool is absent."""

    def __call__(self, material: Material) -> Callable[[], Ready]:
        """The work of building the index."""
        ...
