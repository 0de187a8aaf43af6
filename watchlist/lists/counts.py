"""How much a list holds: pure counts for a snapshot and for the gate."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from watchlist.lists.parsed import ParsedList
from watchlist.model import PartyType


@dataclass(frozen=True, slots=True)
class Counts:
    """Listings, by type too, names and relations of one edition of a list, and the date it bears."""

    listings: int
    by_type: Mapping[PartyType, int]
    names: int
    relations: int
    published: date | None = None


def count(parsed: ParsedList) -> Counts:
    """Count a list that was read; every type is present, with zero where the list has none."""
    found = Counter(listing.type for listing in parsed.listings)
    return Counts(
        listings=len(parsed.listings),
        by_type={kind: found[kind] for kind in PartyType},
        names=sum(len(listing.aliases) for listing in parsed.listings),
        relations=sum(len(listing.relations) for listing in parsed.listings),
        published=parsed.published,
    )
