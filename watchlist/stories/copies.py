"""Whether one text copies another, by all of their words: what sketches suggest is decided here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from watchlist.model import Article
from watchlist.stories.shingles import Digests, run_length, script_of_most, shingles, words_of

LEAST_SHARED = 6
"""Shingles that must be shared; fewer are a formula ("told reporters on Monday that"), not a copy."""

MOSTLY = 0.7
"""Share of the shorter text that makes a copy, wherever in the longer one it stands."""

PARTLY = 0.4
"""Share that does when the other text has the beginning, too; otherwise it is the background of other news."""

LEAD = 15
"""Runs of words, end to end, that are the beginning of a text: what is new is said in its first sixty words.

The first half of a shorter text, of which nearly all would else be its beginning.
"""

LEAD_SHARED = 0.25
"""Share of a beginning that the other text must have: another headline, dateline and first sentence leave as much."""

DIGEST_RATIO = 3
"""How many times longer a text may be that begins otherwise: a digest of many news is no copy of each of them."""

OTHER_NUMBERS = 3
"""Numbers that differ between the same two words, and more than agree: the same form filled with other news."""


@dataclass(frozen=True, slots=True)
class Body:
    """What is compared of a text: its shingles, those of its beginning, and its numbers by the words around them."""

    shingles: Digests
    lead: Digests
    numbers: Mapping[tuple[str, str], frozenset[str]]


def body_of(article: Article) -> Body:
    """What is compared of an article."""
    script = script_of_most(f"{article.title}\n{article.text}")
    length = run_length(script)
    title, text = words_of(article.title, script), words_of(article.text, script)
    words = [*title, *text]
    lead = (text or title)[: max(length, min(LEAD * length, len(text or title) // 2))]
    return Body(shingles(words, length), shingles(lead, length), _numbers(words))


def copied(one: Body, other: Body) -> float:
    """Share of the shorter text's shingles that the longer one has; 0 where neither is a copy of the other."""
    shorter, longer = sorted((one, other), key=lambda body: len(body.shingles))
    if not len(shorter.shingles):
        return 0.0
    if np.array_equal(shorter.shingles, longer.shingles):
        return 1.0
    share = _share(shorter.shingles, longer)
    if share < PARTLY or share * len(shorter.shingles) < LEAST_SHARED or _filled_otherwise(shorter, longer):
        return 0.0
    begins = _share(longer.lead, shorter) >= LEAD_SHARED
    if len(longer.shingles) > DIGEST_RATIO * len(shorter.shingles):
        return share if begins else 0.0
    return share if begins or share >= MOSTLY or _share(shorter.lead, longer) >= LEAD_SHARED else 0.0


def _share(part: Digests, of: Body) -> float:
    return float(np.isin(part, of.shingles, assume_unique=True).mean())


def _filled_otherwise(one: Body, other: Body) -> bool:
    """Whether most numbers that stand between the same two words differ."""
    places = one.numbers.keys() & other.numbers.keys()
    agree = sum(not one.numbers[place].isdisjoint(other.numbers[place]) for place in places)
    return len(places) - agree >= max(OTHER_NUMBERS, agree + 1)


def _numbers(words: Sequence[str]) -> dict[tuple[str, str], frozenset[str]]:
    """Numbers by the words before and after."""
    runs = [(digits, tuple(run)) for digits, run in groupby(words, str.isdigit)]
    found: dict[tuple[str, str], set[str]] = {}
    for (_, before), (digits, number), (_, after) in zip(runs, runs[1:], runs[2:], strict=False):
        if digits:
            found.setdefault((before[-1], after[0]), set()).add(" ".join(number))
    return {place: frozenset(numbers) for place, numbers in found.items()}
