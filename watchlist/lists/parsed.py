"""What reading a list gives: its listings as published, and everything the reader noticed on the way."""

from dataclasses import dataclass
from datetime import date

from watchlist.model import Listing


@dataclass(frozen=True, slots=True)
class ParsedList:
    """One list file, read to its end.

    ``published`` is the list's own date; ``declared`` the number of entries that the file itself says it has;
    ``unknown`` are elements, attributes, columns and labels that no table of this project knows, each with its count
    ("/sdnList/sdnEntry/newThing ×3"); ``warnings`` are oddities that lost nothing; ``nameless`` counts entries that are
    no listings because they have no name.
    """

    listings: tuple[Listing, ...]
    published: date | None = None
    declared: int | None = None
    unknown: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    nameless: int = 0
