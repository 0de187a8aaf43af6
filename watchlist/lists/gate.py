"""May this edition of a list replace the last good one? Pure rules; every refusal says its reason."""

from collections.abc import Mapping

from watchlist.lists.counts import Counts, count
from watchlist.lists.parsed import ParsedList
from watchlist.model import PartyType

Bounds = Mapping[PartyType, tuple[int, int]]


def gate(parsed: ParsedList, bounds: Bounds, last_good: Counts | None) -> tuple[str, ...]:
    """Reasons to refuse the list; empty when it may be activated.

    ``bounds`` are the smallest and largest number of listings of a type that the configuration believes;
    ``last_good`` are the counts of the edition that is active now, None at the first download.
    """
    now = count(parsed)
    reasons: list[str] = []
    if now.listings == 0:
        reasons.append("the list holds no listing at all")
    if parsed.declared is not None and parsed.declared != now.listings:
        reasons.append(f"the file declares {parsed.declared:,} entries, but {now.listings:,} were read")
    for kind, (low, high) in bounds.items():
        if not low <= now.by_type[kind] <= high:
            reasons.append(f"{now.by_type[kind]:,} listings of type {kind}, outside the bounds {low:,} to {high:,}")
    before = None if last_good is None else last_good.published
    if before is not None and now.published is not None and now.published < before:
        reasons.append(f"it is older than the active edition: dated {now.published}, the active one {before}")
    return tuple(reasons)
