"""How common a word is in news and in names: a shipped, versioned table, never counted over the loaded lists or the
stream.

Made by ``scripts/make_rarity.py``. Only words of at least five articles or five listed parties are in it; every other
word is rare.
"""

import gzip
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

VERSION = 1


class Count(NamedTuple):
    """Counts of one folded word: articles that hold it, percent of its occurrences in lower case, listings that bear
    it.

    ``namesakes`` counts the different capitalised words that news writes before it: how many people a surname is.
    ``given`` and ``family`` count listings for which a list prints the word in that part of a person's name.
    """

    articles: int
    lower_percent: int
    namesakes: int
    parties: int
    given: int
    family: int


UNSEEN = Count(0, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Rarity:
    """The table, by folded word."""

    counts: dict[str, Count]

    def of(self, folded: str) -> Count:
        """Counts of a word; zeros for a word that the table does not hold."""
        return self.counts.get(folded, UNSEEN)

    def is_everyday(self, folded: str) -> bool:
        """Whether news writes the word in lower case so often that its capital says little (title case)."""
        count = self.of(folded)
        return count.articles >= 5 and count.lower_percent >= 20


@lru_cache(maxsize=1)
def rarity() -> Rarity:
    """The shipped table."""
    packed = (files("watchlist.text") / "lexicon" / "rarity.tsv.gz").read_bytes()
    counts = {}
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        if not line.startswith("#"):
            word, *numbers = line.split("\t")
            counts[word] = Count(*map(int, numbers))
    return Rarity(counts)
