"""What an authority changed from one edition of its list to the next, as values that rooms share."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from watchlist.model import PartyType


class ChangeKind(StrEnum):
    """What an authority did to a listing between two editions of its list."""

    ADD = "ADD"
    MOD = "MOD"
    DEL = "DEL"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What one field of a listing lost and gained, in words; the order of its values is no change."""

    field: str
    removed: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListingChange:
    """A listing that is new, changed or gone; name, type and programmes are those of the newest edition that has it."""

    kind: ChangeKind
    list_name: str
    listing: str
    name: str
    type: PartyType
    programmes: tuple[str, ...] = ()
    listed_on: date | None = None
    url: str = ""
    fields: tuple[FieldChange, ...] = ()
