"""The sketch of a text: the least digests of its word shingles, by which near copies are known.

Sampling the least digests (bottom-k, Broder 1997) keeps, of two texts of different length, the same part of what they
share, so that a copy cut to a third is still seen as contained in the whole, which a single Simhash cannot see.
"""

import re
import zlib
from collections import Counter
from dataclasses import dataclass

import numpy as np

from watchlist.model import Article
from watchlist.text.normalize import fold
from watchlist.text.scripts import UNSPACED, Script, script_of_letter

SKETCH_SIZE = 128
KEYS = 32
WORDS = 4
LETTERS = 8
"""Letters in a shingle of a script without spaces: about four words of Chinese or Japanese."""

_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"\w")
_SAMPLE = 400
"""Characters, evenly spread, that decide the script: a foreign footer or headline must not."""


@dataclass(frozen=True, slots=True)
class Signature:
    """The script of most letters, how many shingles the text has, and the least digests of them, sorted."""

    script: str
    size: int
    sketch: tuple[int, ...]

    @property
    def keys(self) -> tuple[int, ...]:
        """The least of the sketch: near copies share some of them, other texts as good as never."""
        return self.sketch[:KEYS]


def signature(article: Article) -> Signature:
    """The signature of title and text after folding; of all words as one shingle where there are fewer than four."""
    whole = f"{article.title}\n{article.text}"
    script = _script(whole)
    unspaced = script in UNSPACED
    words = (_LETTER if unspaced else _WORD).findall(fold(whole))
    digests = _shingles(words, LETTERS if unspaced else WORDS)
    return Signature(script.value, len(digests), tuple(digests[:SKETCH_SIZE].tolist()))


def _script(text: str) -> Script:
    counts = Counter(map(script_of_letter, text[:: len(text) // _SAMPLE + 1]))
    counts.pop(Script.NONE, None)
    return min(counts, key=lambda script: (-counts[script], script.value), default=Script.NONE)


def _shingles(words: list[str], length: int) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """Sorted digests of every run of ``length`` words, each once."""
    if not words:
        return np.empty(0, np.int64)
    codes = {word: zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in set(words)}
    row = np.array([codes[word] for word in words], np.uint64)
    starts = max(1, len(row) - length + 1)
    digests = np.zeros(starts, np.uint64)
    for offset in range(min(length, len(row))):
        digests = _mix(digests + row[offset : offset + starts])
    return np.unique(digests.view(np.int64))


def _mix(values: "np.ndarray[tuple[int], np.dtype[np.uint64]]") -> "np.ndarray[tuple[int], np.dtype[np.uint64]]":
    """Spread bits evenly (the finaliser of SplitMix64, Steele and others 2014)."""
    values = (values + np.uint64(0x9E3779B97F4A7C15)).astype(np.uint64)
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
