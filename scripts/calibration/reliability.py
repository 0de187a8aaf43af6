"""Whether scores come true: by steps of the score, how many matches were right."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from calibration.fitting import TINY, Judged, Numbers

EDGES = (0.60, 0.65, 0.70, 0.75, 0.80, 0.85, 0.90, 0.95)
"""Lower ends of the steps; the last one holds the score 1 too. What is below the first one is not told."""
_Z = 1.96


@dataclass(frozen=True, slots=True)
class Step:
    """Matches of one step: ``low`` and ``high`` enclose the true share with 95 % confidence (Wilson).

    ``by_party`` is the mean share over parties, each counted once.
    """

    start: float
    matches: int
    mean: float
    share: float
    low: float
    high: float
    parties: int
    by_party: float


def steps(data: Judged, told: Numbers, *, planted: bool) -> list[Step]:
    """The steps that hold matches, in news or among planted names."""
    found = []
    for start, end in zip(EDGES, (*EDGES[1:], 2.0), strict=True):
        within = (told >= start - TINY) & (told < end - TINY) & (data.planted == planted)
        if within.any():
            found.append(_step(start, data, told, np.flatnonzero(within)))
    return found


def _step(start: float, data: Judged, told: Numbers, rows: Sequence[int]) -> Step:
    of_party: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        of_party[data.examples[row].party].append(float(data.right[row]))
    right, matches = int(data.right[rows].sum()), len(rows)
    low, high = wilson(right, matches)
    shares = [sum(each) / len(each) for each in of_party.values()]
    mean = float(told[rows].mean())
    return Step(start, matches, mean, right / matches, low, high, len(shares), sum(shares) / len(shares))


def wilson(right: int, matches: int) -> tuple[float, float]:
    """The interval of Wilson (1927), which also holds for few matches and shares near 1."""
    share, square = right / matches, _Z * _Z
    middle = share + square / (2 * matches)
    width = _Z * sqrt(share * (1 - share) / matches + square / (4 * matches * matches))
    whole = 1 + square / matches
    return max(0.0, (middle - width) / whole), min(1.0, (middle + width) / whole)


def error(found: Sequence[Step], least: float = 0.0) -> float:
    """Mean distance between score and share right, over matches from the score ``least`` on."""
    chosen = [step for step in found if step.start >= least - TINY]
    matches = sum(step.matches for step in chosen)
    return sum(step.matches * abs(step.mean - step.share) for step in chosen) / matches if matches else 0.0
