"""Listed words that are a letter or two away from a word, found without holding it against every listed word.

An edit changes at most two members of the set of letters of a word. Sets are bits of one number, so that all listed
words with the same first letter and nearly the same length are sifted in one stroke; only what is left is measured.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

# Words of each length of which the nearest count, and no more.
MOST_OF_A_LENGTH = 4
_BITS = 63


class _Shelf(NamedTuple):
    """Words with one first letter, by length; those of ``length`` stand from ``starts[length]`` on."""

    words: Sequence[str]
    letters: NDArray[np.uint64]
    starts: Sequence[int]


class Typos:
    """Words by first letter and length."""

    def __init__(self, words: Iterable[str]) -> None:
        found: dict[str, list[str]] = defaultdict(list)
        for word in words:
            found[word[0]].append(word)
        self._shelves = {first: _shelf(words) for first, words in found.items()}

    def near(self, word: str, budget: int) -> list[tuple[str, int]]:
        """Words within ``budget`` edits with their distances: shorter ones first, of each length the nearest first."""
        shelf = self._shelves.get(word[0])
        if shelf is None:
            return []
        last = len(shelf.starts) - 1
        low, high = (min(max(length, 0), last) for length in (len(word) - budget, len(word) + budget + 1))
        start, end = shelf.starts[low], shelf.starts[high]
        changed = np.bitwise_count(shelf.letters[start:end] ^ np.uint64(_letters(word)))
        near: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for at in np.flatnonzero(changed <= 2 * budget).tolist():
            other = shelf.words[start + at]
            distance = OSA.distance(word, other, score_cutoff=budget)
            if distance <= budget:
                near[len(other)].append((distance, start + at))
        return [
            (shelf.words[at], distance)
            for length in sorted(near)
            for distance, at in sorted(near[length])[:MOST_OF_A_LENGTH]
        ]


def _letters(word: str) -> int:
    """The set of letters of a word as bits."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & _BITS)
    return bits


def _shelf(words: Iterable[str]) -> _Shelf:
    ordered = sorted(words, key=len)
    lengths = list(map(len, ordered))
    starts = np.searchsorted(lengths, range(lengths[-1] + 2)).tolist()
    return _Shelf(ordered, np.fromiter(map(_letters, ordered), np.uint64, len(ordered)), starts)
