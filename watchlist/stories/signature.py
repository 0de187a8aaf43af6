"""The sketch of a text: the least digests of its word shingles, by which near copies are known.

Sampling the least digests (bottom-k, Broder 1997) keeps, of two texts of different length, the same part of what they
share, so that a copy cut to a third is still seen as contained in the whole, which a single Simhash cannot see.
"""

from dataclasses import dataclass

from watchlist.model import Article
from watchlist.stories.shingles import run_length, script_of_most, shingles, words_of

SKETCH_SIZE = 128
KEYS = 32


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
    script = script_of_most(whole)
    digests = shingles(words_of(whole, script), run_length(script))
    return Signature(script.value, len(digests), tuple(digests[:SKETCH_SIZE].tolist()))
