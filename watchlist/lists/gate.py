"""May this edition of a list be screened at all? Pure rules; what stops it says why, and the last good one stays."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from watchlist.lists.counts import Counts, count
from watchlist.lists.parsed import ParsedList
from watchlist.model import PartyType

Bounds = Mapping[PartyType, tuple[int, int]]

NAMELESS = 0.001
"""Share of entries that may be without a name: 99.9 % of them must become listings."""
AHEAD = timedelta(hours=24)
"""How far in the future a list may be dated: publishers live in other time zones, and clocks differ."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Why an edition is refused; ``approvable`` when a person who looked at it may let it in all the same."""

    words: str
    approvable: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """What is known of a list before it is read.

    ``bounds`` are the smallest and largest number of listings of a type that the configuration believes, ``floors``
    those that this program knows of official addresses; ``last`` is the date of the edition that is active now.
    """

    bounds: Bounds = field(default_factory=dict)
    floors: Mapping[PartyType, int] = field(default_factory=dict)
    last: date | None = None


def gate(parsed: ParsedList, expected: Expected, now: datetime) -> tuple[Stop, ...]:
    """Reasons to refuse the list; empty when it may be activated."""
    counts = count(parsed)
    return (*_incomplete(parsed, counts), *_outside(counts, expected), *_misdated(parsed.published, expected, now))


def _incomplete(parsed: ParsedList, counts: Counts) -> tuple[Stop, ...]:
    stops: list[Stop] = []
    if counts.listings == 0:
        stops.append(Stop("the list holds no listing at all"))
    if parsed.declared is not None and parsed.declared != counts.listings:
        stops.append(Stop(f"the file declares {parsed.declared:,} entries, but {counts.listings:,} were read"))
    entries = counts.listings + parsed.nameless
    if parsed.nameless > max(1, NAMELESS * entries):
        stops.append(Stop(f"{parsed.nameless:,} of {entries:,} entries have no name: its format has changed"))
    return tuple(stops)


def _outside(counts: Counts, expected: Expected) -> tuple[Stop, ...]:
    stops: list[Stop] = []
    for kind, (low, high) in expected.bounds.items():
        if not low <= counts.by_type[kind] <= high:
            words = f"{counts.by_type[kind]:,} listings of type {kind}, outside the bounds {low:,} to {high:,}"
            stops.append(Stop(words, approvable=True))
    for kind, low in expected.floors.items():
        if counts.by_type[kind] < low and kind not in expected.bounds:
            words = f"{counts.by_type[kind]:,} listings of type {kind}; at its address there were never below {low:,}"
            stops.append(Stop(words, approvable=True))
    return tuple(stops)


def _misdated(published: date | None, expected: Expected, now: datetime) -> tuple[Stop, ...]:
    if published is None:
        return ()
    if published > (now + AHEAD).date():
        return (Stop(f"it is dated {published}, which is in the future", approvable=True),)
    if expected.last is not None and published < expected.last:
        words = f"it is older than the active edition: dated {published}, the active one {expected.last}"
        return (Stop(words, approvable=True),)
    return ()
