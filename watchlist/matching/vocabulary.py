"""The memo: what each distinct word of a text means to matching, worked out once, whatever article it stands in."""

from collections.abc import Iterable
from typing import NamedTuple

from watchlist.matching.readings import Reader, Reading
from watchlist.text.inflection import after_elision
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold, unmask
from watchlist.text.rarity import rarity
from watchlist.text.scripts import CASED, UNSPACED, Script, script_of

# Longer runs of letters are no words; what their prefixes might mean is not worth the time.
LONGEST_WORD = 60
MEMO_LIMIT = 400_000


class Sense(NamedTuple):
    """All that matching knows about one distinct word of a text, whatever article it stands in."""

    folded: str
    script: Script
    capital: bool
    upper: bool
    number: bool
    filler: bool
    everyday: bool
    readings: tuple[Reading, ...]
    concepts: frozenset[str]
    countries: frozenset[str]


class Vocabulary:
    """Distinct words of listed names, and the senses of the words of texts."""

    def __init__(self, words: Iterable[str]) -> None:
        self._reader = Reader(words)
        self.words, self.ids = self._reader.words, self._reader.ids
        self._memo: dict[str, Sense] = {}

    def sense(self, surface: str) -> Sense:
        """The sense of a word as printed, from the memo or learned now."""
        if (known := self._memo.get(surface)) is not None:
            return known
        if len(self._memo) >= MEMO_LIMIT:
            self._memo.clear()
        learned = self._memo[surface] = self._learn(surface)
        return learned

    def _learn(self, surface: str) -> Sense:
        unspaced = script_of(surface) in UNSPACED
        folded = unmask(fold(surface if unspaced else surface[:LONGEST_WORD]))
        script = script_of(folded)
        words = lexicon()
        capital = (after_elision(surface) or surface)[:1].isupper() or (
            script not in CASED and script is not Script.NONE
        )
        readings = self._reader.read(surface, folded, script, capital=capital) if len(surface) <= LONGEST_WORD else ()
        if script in {Script.HAN, Script.KANA, Script.HANGUL}:
            concepts, countries = words.concepts.inside(folded), words.nationalities.inside(folded)
        else:
            concepts, countries = words.concepts.labels(folded), words.nationalities.labels(folded)
        return Sense(
            folded=folded,
            script=script,
            capital=capital,
            upper=len(surface) > 1 and surface.isupper(),
            number=folded.isdigit(),
            filler=(words.is_a("particle", folded) or words.is_a("title", folded))
            and not words.is_a("conjunction", folded),
            everyday=rarity().is_everyday(folded) or words.is_a("everyday", folded),
            readings=readings,
            concepts=concepts,
            countries=countries,
        )
