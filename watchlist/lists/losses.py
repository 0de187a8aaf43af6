"""What an edition lacks that was screened before it, and an edition together with what is held of that; pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from watchlist.coverage import PATIENCE
from watchlist.model import Listing, Loss

Gone = frozenset[tuple[str, str]]
"""Listing id and name; an empty name stands for the whole listing."""


def gone(before: Iterable[Listing], after: Iterable[Listing]) -> Gone:
    """Listings of ``before`` that ``after`` lacks, and names of those that it has."""
    names = _names(after)
    return frozenset(
        (listing.id, text)
        for listing in before
        for text in (("",) if listing.id not in names else {alias.text for alias in listing.aliases})
        if text not in names.get(listing.id, ())
    )


def due(held: Iterable[Loss], now: datetime) -> tuple[Loss, ...]:
    """Losses that end if the fetch of ``now`` lacks them too: it is the second one, a day after the first."""
    return tuple(loss for loss in held if now - loss.since >= PATIENCE)


def still_missing(held: Iterable[Loss], listings: Iterable[Listing]) -> tuple[Loss, ...]:
    """Losses that an edition with these listings lacks as well; a name of a listing that is gone is missing too."""
    names = _names(listings)
    return tuple(loss for loss in held if loss.alias not in names.get(loss.listing, ()))


def added(held: Sequence[Loss], lacking: Gone, before: Sequence[Loss], active: str, now: datetime) -> tuple[Loss, ...]:
    """Losses ``held`` so far and the new ones among ``lacking``, compared with what was screened until now.

    The origin of a new one is the ``active`` snapshot, or that of its listing where it was itself held ``before``.
    """
    known = {(loss.listing, loss.alias) for loss in held}
    origins = {loss.listing: loss.origin for loss in before if not loss.alias}
    new = sorted(lacking - known)
    return (*held, *(Loss(listing, alias, origins.get(listing, active), now) for listing, alias in new))


def meant(held: Sequence[Loss], listings: Iterable[Listing]) -> tuple[Loss, ...]:
    """Without names whose listing is neither among ``listings`` nor held itself: they are gone with it."""
    standing = {listing.id for listing in listings} | {loss.listing for loss in held if not loss.alias}
    return tuple(loss for loss in held if loss.listing in standing)


def with_held(
    listings: Sequence[Listing], held: Sequence[Loss], origins: Mapping[str, Mapping[str, Listing]]
) -> tuple[Listing, ...]:
    """The listings of an edition and what is held of earlier ones; ``origins`` are listings by digest and id.

    What an origin no longer has, because a newer program reads its file in another way, cannot be held.
    """
    whole = {listing.id: listing for listing in listings}
    for loss in held:
        origin = origins[loss.origin].get(loss.listing)
        if not loss.alias and origin is not None:
            whole.setdefault(loss.listing, origin)
    for loss in held:
        origin, listing = origins[loss.origin].get(loss.listing), whole.get(loss.listing)
        if loss.alias and origin is not None and listing is not None:
            names = (alias for alias in origin.aliases if alias.text == loss.alias)
            whole[loss.listing] = replace(listing, aliases=tuple(dict.fromkeys((*listing.aliases, *names))))
    return tuple(whole.values())


def _names(listings: Iterable[Listing]) -> dict[str, frozenset[str]]:
    """Names by listing, the empty one of the listing itself among them."""
    return {listing.id: frozenset(["", *(alias.text for alias in listing.aliases)]) for listing in listings}
