"""The words of a text after folding, and digests of the runs of them that copies share."""

import re
import zlib
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from watchlist.text.normalize import fold
from watchlist.text.scripts import UNSPACED, Script, script_of_letter

WORDS = 4
LETTERS = 8
"""Letters in a run of a script without spaces: about four words of Chinese or Japanese."""

Digests = NDArray[np.int64]

_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"\w")
_SAMPLE = 400
"""Characters, evenly spread, that decide the script: a foreign footer or headline must not."""


def script_of_most(text: str) -> Script:
    """The script of most letters; NONE without any."""
    counts = Counter(map(script_of_letter, text[:: len(text) // _SAMPLE + 1]))
    counts.pop(Script.NONE, None)
    return min(counts, key=lambda script: (-counts[script], script.value), default=Script.NONE)


def run_length(script: Script) -> int:
    """Words in a run, or letters where the script has no spaces."""
    return LETTERS if script in UNSPACED else WORDS


def words_of(text: str, script: Script) -> list[str]:
    """Folded words, or letters where the script has no spaces."""
    return (_LETTER if script in UNSPACED else _WORD).findall(fold(text))


def shingles(words: Sequence[str], length: int) -> Digests:
    """Sorted digests of every run of ``length`` words, each once; of all words as one run where there are fewer."""
    if not words:
        return np.empty(0, np.int64)
    codes = {word: zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in set(words)}
    row = np.array([codes[word] for word in words], np.uint64)
    starts = max(1, len(row) - length + 1)
    digests = np.zeros(starts, np.uint64)
    for offset in range(min(length, len(row))):
        digests = _mix(digests + row[offset : offset + starts])
    return np.unique(digests.view(np.int64))


def _mix(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spread bits evenly (the finaliser of SplitMix64, Steele and others 2014)."""
    values = (values + np.uint64(0x9E3779B97F4A7C15)).astype(np.uint64)
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
