"""The weights that make scores come true, found by least squares near the present ones, in steps of a hundredth.

A score is read as a chance: of mentions scored 0.9 nine in ten should be right. The fit looks for the weights whose
scores, cut off at 0 and 1 and held below the alert threshold exactly as screening does it, are nearest to 1 for right
matches and to 0 for wrong ones (Brier score), and pays for every step away from the present weight.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from calibration.examples import HELD, PLANTED, Example

FIXED = frozenset({HELD, "identifier", "same-name", "same-words"})
"""By definition: what holds a match back, exact identifiers, and the comparison of two names without an article."""
STEP = 0.01
FARTHEST = 0.10
"""A weight moves at most so far in one fit."""
FEWEST = 10
"""A feature with fewer judged matches keeps its weight."""
SMALLEST, LARGEST = 0.5, 2.0
"""What supports or contradicts keeps its sign and half of its say, and at most doubles it: a role beside a name speaks
for the party even though names that need one to be told at all are more often wrong.
"""
MOST_START = 0.98
"""No way of finding a name is certain: an exact name is not an exact person."""
ORDER = (
    ("name-full-person", "name-initials"),
    ("name-full-person", "name-partial"),
    ("name-full-organization", "name-partial"),
    ("name-initials", "name-surname"),
    ("name-one-word", "name-short-word"),
    ("name-short-word", "name-rare-word"),
    ("name-reference", "name-surname"),
    ("role", "country"),
    ("extra-word", "other-word"),
    ("missing-word", "other-middle-name"),
)
"""The first of each pair never weighs less than the second: more of a name, or nearer evidence, is worth more."""
PROMISES = (
    ("name-full-person",),
    ("name-titled",),
    ("name-full-organization",),
    ("name-one-word",),
    ("name-native",),
    ("name-vessel",),
    ("name-reference",),
    ("name-initials", "role", "known"),
    ("name-surname", "country", "role"),
    ("name-surname", "country", "few-bearers"),
    ("name-short-word", "country"),
    ("name-short-word", "kind-of-party"),
    ("name-rare-word", "country", "kind-of-party"),
)
"""What the rule of support (docs/matching.md) makes an alert stays one, if it is one with the weights set by hand."""
LIMITS = (("name-initials", "country", "known"), ("name-rare-word", "country"), ("name-rare-word", "kind-of-party"))
"""What it lets rise to a review at most stays below an alert, if it is below with the weights set by hand."""
PLANTED_SHARE = 0.25
"""What all planted names together weigh beside all matches in news: they give examples of rare features, not rates."""
HELD_AT = 0.84
"""The highest score that support lets through when it holds a match back: 0.01 below the alert threshold."""
ALERT, REVIEW = 0.85, 0.60
KEEP = 1.0
"""What it costs to lose all right alerts, in Brier score: a scale that is truer only because right alerts become
reviews, or right reviews are not told, is no gain.
"""
FOLDS = 5
RIDGES = (0.03, 0.1, 0.3, 1.0, 3.0)

POWER = 0.5
TINY = 1e-9
NEARLY = 1.03

Weights = Mapping[str, float]
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """Judged examples as numbers: a row for each, a column for each feature."""

    examples: tuple[Example, ...]
    features: tuple[str, ...]
    values: Numbers
    right: Numbers
    held: NDArray[np.bool_]
    alerted: NDArray[np.bool_]
    planted: NDArray[np.bool_]
    share: Numbers

    def of(self, chosen: NDArray[np.bool_]) -> "Judged":
        """Some of the examples, their shares made to sum to one again."""
        few = tuple(one for one, yes in zip(self.examples, chosen, strict=True) if yes)
        return judged(few, self.features)


def judged(examples: Sequence[Example], features: Sequence[str]) -> Judged:
    """The examples that somebody judged; one party that news names often must not decide (see ``_shares``)."""
    known = tuple(one for one in examples if one.right is not None)
    return Judged(
        examples=known,
        features=tuple(features),
        values=np.array([[one.values.get(feature, 0.0) for feature in features] for one in known]),
        right=np.array([float(bool(one.right)) for one in known]),
        held=np.array([one.held for one in known], dtype=bool),
        alerted=np.array([bool(one.right) and one.score >= ALERT for one in known], dtype=bool),
        planted=np.array([one.corpus == PLANTED for one in known], dtype=bool),
        share=_shares(known),
    )


def _shares(examples: Sequence[Example]) -> Numbers:
    """A party with n matches weighs as much as the square root of n: between counting mentions and counting parties.

    By mention, one famous man would decide; by party, each alias that was wrong once would count like him.
    """
    matches = Counter((one.corpus == PLANTED, one.party) for one in examples)
    raw = np.array([matches[one.corpus == PLANTED, one.party] ** -POWER for one in examples])
    planted = np.array([one.corpus == PLANTED for one in examples])
    news = raw[~planted].sum()
    if planted.any() and news:
        raw[planted] *= PLANTED_SHARE * news / raw[planted].sum()
    return raw / raw.sum()


def scores(data: Judged, weights: Weights) -> Numbers:
    """What screening would tell with these weights."""
    raw = data.values @ np.array([weights[feature] for feature in data.features])
    return np.clip(raw, 0.0, np.where(data.held, HELD_AT, 1.0))


def brier(data: Judged, told: Numbers) -> float:
    """Mean squared distance of scores from the truth; 0 is perfect."""
    return float(data.share @ (told - data.right) ** 2)


def fit(data: Judged, present: Weights, ridge: float) -> dict[str, float]:
    """The best weights on the grid of hundredths, one weight moved at a time, then two, until nothing is better."""
    disordered = [pair for pair in ORDER if present[pair[0]] < present[pair[1]]]
    if disordered:
        raise ValueError(f"the weights set by hand are not in the order that the fit keeps: {disordered}")
    weights = dict(present)
    counts = dict(zip(data.features, (data.values != 0).sum(axis=0), strict=True))
    free = [feature for feature in data.features if feature not in FIXED and counts[feature] >= FEWEST]
    best = _cost(data, weights, present, ridge)
    while True:
        before = best
        for feature in free:
            for value in _choices(feature, weights, present):
                best = _try(data, weights, {feature: value}, best, present, ridge)
        for one in free:
            for other in free:
                pair = {one: round(weights[one] + STEP, 2), other: round(weights[other] - STEP, 2)}
                if one != other and _allowed({**weights, **pair}, present):
                    best = _try(data, weights, pair, best, present, ridge)
        if best > before - 1e-9:
            return weights


def _try(
    data: Judged, weights: dict[str, float], change: Weights, best: float, present: Weights, ridge: float
) -> float:
    """Make the change where it is better than the best so far; the best cost afterwards."""
    cost = _cost(data, {**weights, **change}, present, ridge)
    if cost >= best - 1e-12:
        return best
    weights.update(change)
    return cost


def _cost(data: Judged, weights: Weights, present: Weights, ridge: float) -> float:
    moved = sum((weights[feature] - present[feature]) ** 2 for feature in data.features)
    told = scores(data, weights)
    return brier(data, told) + ridge * moved + KEEP * _lost(data, told)


def _lost(data: Judged, told: Numbers) -> float:
    """Share of right matches that are told less loudly or not at all: in news or planted, the worse of both."""
    gone = (data.alerted & (told < ALERT - TINY)) | ((data.right > 0) & (told < REVIEW - TINY))
    pools = (data.planted, ~data.planted)
    return max(float((gone & pool).sum()) / max(1, int((data.alerted & pool).sum())) for pool in pools)


def _choices(feature: str, weights: Weights, present: Weights) -> list[float]:
    steps = round(FARTHEST / STEP)
    values = [round(present[feature] + STEP * step, 2) for step in range(-steps, steps + 1)]
    return [value for value in values if _allowed({**weights, feature: value}, present)]


def _allowed(weights: Weights, present: Weights) -> bool:
    """Whether every weight is within its bounds, and the order among them is kept."""
    for feature, value in weights.items():
        if value == present[feature]:
            continue
        if abs(value - present[feature]) > FARTHEST + STEP / 2 or value > MOST_START:
            return False
        if not feature.startswith("name-") and not SMALLEST <= value / present[feature] <= LARGEST:
            return False
    kept = (promise for promise in PROMISES if _reaches(promise, present))
    ordered = all(weights[more] >= weights[less] for more, less in ORDER)
    below = (limit for limit in LIMITS if not _reaches(limit, present))
    return (
        ordered and all(_reaches(each, weights) for each in kept) and not any(_reaches(each, weights) for each in below)
    )


def _reaches(features: Sequence[str], weights: Weights) -> bool:
    """Whether these features together make an alert."""
    return sum(weights[feature] for feature in features) >= ALERT - TINY


def choose_ridge(data: Judged, present: Weights) -> tuple[float, dict[float, float]]:
    """The strongest pull whose fits do nearly as well as any on articles that they have not seen; all Brier scores."""
    tried = {ridge: brier(data, unseen_scores(data, present, ridge)) for ridge in RIDGES}
    return max(ridge for ridge in RIDGES if tried[ridge] <= NEARLY * min(tried.values())), tried


def unseen_scores(data: Judged, present: Weights, ridge: float) -> Numbers:
    """A score for each example from weights that were fitted without its article."""
    told = np.zeros(len(data.examples))
    folds = np.array([_fold(one.article) for one in data.examples])
    for fold in range(FOLDS):
        weights = fit(data.of(folds != fold), present, ridge)
        told[folds == fold] = scores(data, weights)[folds == fold]
    return told


def _fold(article: str) -> int:
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % FOLDS
