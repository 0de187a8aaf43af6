"""What the everyday words of organisation names mean, so that a name and its translation can be held together.

The table (``lexicon/translations.tsv``) is for two names that are compared, where both are names; text has other words
of the same stems, so that screening does not use it.
"""

from collections import defaultdict
from functools import lru_cache
from importlib.resources import files

from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold

SHORTEST_STEM = 3
# A stem of four letters may carry any short ending, a longer one also the suffixes of adjectives.
SHORT_STEM = 4
LONGEST_ENDING = 3
LONGEST_SUFFIX = 7
# Endings of adjectives, folded. Source: the declension tables of the Slavic languages' academies.
_ADJECTIVE = (
    *("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им", "ую", "юю", "ых"),
    *("их", "ыми", "ими", "ом", "ем", "ей", "а", "я", "о", "е", "и", "ия", "ият", "ата", "ото", "ите", "і", "у", "ою"),
    *("y", "i", "a", "e", "o", "u", "ego", "emu", "ym", "im", "ej", "ych", "ich", "ymi", "imi", "ie", "iej", "eho"),
    *("em", "ou", "u", "ega", "om", "oj", "og", "oga", "omu", "ih", "ima", "iho", "imu"),
)
_MOST_KNOWN = 65536


class _Table:
    """Words and stems with the meanings that each has."""

    def __init__(self) -> None:
        self.words: dict[str, set[str]] = defaultdict(set)
        self.stems: dict[str, set[str]] = defaultdict(set)

    def add(self, meaning: str, word: str) -> None:
        """One word as the table writes it."""
        folded = fold(word)
        if folded.endswith("~"):
            for ending in _ADJECTIVE:
                self.words[folded[:-1] + ending].add(meaning)
        elif folded.endswith("*"):
            self.stems[folded[:-1]].add(meaning)
        else:
            self.words[folded].add(meaning)

    def of(self, folded: str) -> frozenset[str]:
        """Meanings of a folded word."""
        found = set(self.words.get(folded, ()))
        for length in range(SHORTEST_STEM, len(folded) + 1):
            longest = LONGEST_ENDING if length <= SHORT_STEM else LONGEST_SUFFIX
            if len(folded) - length <= longest:
                found |= self.stems.get(folded[:length], set())
        return frozenset(found)


@lru_cache(maxsize=1)
def _table() -> _Table:
    table = _Table()
    text = (files("watchlist.text") / "lexicon" / "translations.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            meaning, _, words = line.partition("\t")
            for word in words.split():
                table.add(meaning, word)
    return table


@lru_cache(maxsize=_MOST_KNOWN)
def meanings(folded: str) -> tuple[frozenset[str], ...]:
    """What a folded word says, one set of meanings for each word that it stands for; empty when it is a name.

    A country and its people mean the country's ISO code ("RU"). Words like МИД stand for several ("ministry",
    "foreign", "affairs").
    """
    found = _table().of(folded)
    several = sorted(meaning for meaning in found if "+" in meaning)
    if several:
        return tuple(frozenset({part}) for part in several[0].split("+"))
    countries = lexicon().nationalities.labels(folded)
    return (found | countries,) if found or countries else ()
