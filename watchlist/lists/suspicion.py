"""Does a well-formed edition look as if something of it were missing? Pure rules, each with its number and in words.

What they find never refuses an edition: what it brings is screened at once, what it lacks stays for a day (losses.py).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from watchlist.model import Listing, PartyType

FEWEST = 20
"""Smaller groups are not held against a share: one listing more or less would be a tenth of them."""


@dataclass(frozen=True, slots=True)
class Shrinkage:
    """From which loss on an edition is suspicious: shares of what was screened, points of a share, listings."""

    removed: float = 0.05
    removed_at_least: int = 50
    names: float = 0.10
    fill: float = 0.10
    cell: float = 0.15
    growth: float = 1.0


SHRINKAGE = Shrinkage()


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Why an edition is suspicious; ``critical`` when a whole part of the list seems to be gone."""

    words: str
    critical: bool = False


def suspicions(
    before: Sequence[Listing],
    after: Sequence[Listing],
    dates: tuple[date | None, date | None],
    lately: int = 0,
    limits: Shrinkage = SHRINKAGE,
) -> tuple[Suspicion, ...]:
    """What is suspicious about ``after`` where ``before`` is screened; ``dates`` are what the two say of themselves.

    ``lately`` are listings that earlier editions of this day took away: a list that bleeds is losing them all the same.
    """
    return tuple(
        sorted(
            (
                *_removed(before, after, lately, limits),
                *_cells(before, after, limits),
                *_names(before, after, limits),
                *_fill(before, after, limits),
                *_undated(dates),
            ),
            key=lambda each: not each.critical,
        )
    )


def growth(before: Sequence[Listing], after: Sequence[Listing], limits: Shrinkage = SHRINKAGE) -> str:
    """A word of warning where a list has grown by more than it ever did; empty where it has not."""
    if len(before) < FEWEST or len(after) <= (1 + limits.growth) * len(before):
        return ""
    return f"it has grown from {len(before):,} to {len(after):,} listings; is it still the same list?"


def _removed(
    before: Sequence[Listing], after: Sequence[Listing], lately: int, limits: Shrinkage
) -> Iterator[Suspicion]:
    lacking = len({listing.id for listing in before} - {listing.id for listing in after})
    most = max(limits.removed * (len(before) + lately), limits.removed_at_least)
    if lacking and lacking + lately > most:
        earlier = f", after {lately:,} others within a day" if lately else ""
        yield Suspicion(f"{lacking:,} of {len(before):,} listings are gone{earlier}")


def _names(before: Sequence[Listing], after: Sequence[Listing], limits: Shrinkage) -> Iterator[Suspicion]:
    old, new = (sum(len(listing.aliases) for listing in listings) for listings in (before, after))
    if new < (1 - limits.names) * old:
        yield Suspicion(f"names fell from {old:,} to {new:,}")


def _cells(before: Sequence[Listing], after: Sequence[Listing], limits: Shrinkage) -> Iterator[Suspicion]:
    old, new = _by_cell(before), _by_cell(after)
    for (kind, programme), number in sorted(old.items()):
        left = new[kind, programme]
        if number >= FEWEST and left < (1 - limits.cell) * number:
            part = f"{kind}, {programme}" if programme else f"{kind} in all"
            yield Suspicion(f"{part}: {left:,} of {number:,} listings", critical=True)


def _by_cell(listings: Iterable[Listing]) -> Counter[tuple[PartyType, str]]:
    """Listings by type, and by type and programme: a sub-list is a programme."""
    return Counter((listing.type, programme) for listing in listings for programme in {"", *listing.programmes})


def _fill(before: Sequence[Listing], after: Sequence[Listing], limits: Shrinkage) -> Iterator[Suspicion]:
    """Birth dates are asked of persons alone."""
    persons = tuple([one for one in listings if one.type is PartyType.PERSON] for listings in (before, after))
    for what, field, groups in (
        ("birth dates of persons", "births", persons),
        ("countries", "countries", (before, after)),
        ("identifiers", "identifiers", (before, after)),
    ):
        if min(map(len, groups)) < FEWEST:
            continue
        old, new = (sum(bool(getattr(one, field)) for one in group) / len(group) for group in groups)
        if new < old - limits.fill:
            yield Suspicion(f"{what} fell from {old:.0%} to {new:.0%} of listings")


def _undated(dates: tuple[date | None, date | None]) -> Iterator[Suspicion]:
    if dates[0] is not None and dates[1] is None:
        yield Suspicion(f"it bears no date; the edition before it is of {dates[0]}")
