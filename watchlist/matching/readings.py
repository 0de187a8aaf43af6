"""Which listed words a word of an article may stand for: typos, scripts, inflection, solved word by word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import cached_property, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from watchlist.matching.typos import Typos
from watchlist.text import abjad
from watchlist.text.inflection import (
    after_elision,
    bases,
    before_apostrophe,
    stem_of,
    stems_within,
    without_prefixes,
)
from watchlist.text.lexicon import lexicon
from watchlist.text.rarity import rarity
from watchlist.text.scripts import CASED, Script, script_of
from watchlist.text.skeletons import Skeleton, skeletons
from watchlist.text.sounds import sound_keys

SHORTEST_TYPO = 5
TWO_TYPOS_FROM = 9
MOST_READINGS = 12
LEAST_ALIKE = 0.5
MOST_SPELLED = 10
# Each step that a Latin spelling is away from how a word of another script is usually romanised.
COST_OF_SPELLING = 0.02
ARTICLES = ("ال", "ה")
# A word of a script without capitals that stands in so many articles of the news table, and in no listed name, is a
# word of the language.
EVERYDAY_ARTICLES = 15
NO_GROUP = -1
# So many letters tell nearly every word that it is no case of a word with a stem: SHORTEST_STEM of the inflection.
STEM_START = 4


class How(IntEnum):
    """How a word of an article stands for a listed word, the nearer the lower."""

    SAME = 0
    TRANSLITERATED = 1
    INFLECTED = 2
    VOWELS = 3
    TYPO = 4


# What each way of reading is worth (1 = the same word). An inflected or transliterated name is as much the name as the
# listed form; a typo may be another name.
QUALITY = {How.SAME: 1.0, How.TRANSLITERATED: 0.98, How.INFLECTED: 0.96, How.VOWELS: 0.88, How.TYPO: 0.86}
QUALITY_OF_TWO_TYPOS = 0.78


class Reading(NamedTuple):
    """A listed word that a word of the text may stand for; ``folded`` is that listed word."""

    word: int
    quality: float
    how: How
    folded: str


class Reader:
    """Distinct words of listed names, found again under their other spellings; ``declining`` in all cases."""

    def __init__(self, words: Iterable[str], declining: frozenset[int] = frozenset()) -> None:
        self.words: tuple[str, ...] = tuple(dict.fromkeys(words))
        self.declining = declining
        self.ids = {word: number for number, word in enumerate(self.words)}
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._namesakes: dict[int, list[int]] = defaultdict(list)
        self._by_consonants: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self.words):
            keys = sound_keys(word)
            for key in keys:
                self._by_key[key].append(number)
            for group in {_given_name_of(key) for key in keys} - {NO_GROUP}:
                self._namesakes[group].append(number)
            for stem in without_prefixes(word):
                self._by_key[stem].append(number)
            if len(word) >= SHORTEST_TYPO and (consonants := _consonants(word)) is not None:
                self._by_consonants[consonants].append(number)

        self._by_stem: dict[str, list[int]] = defaultdict(list)
        for number in sorted(declining):
            self._by_stem[stem_of(self.words[number])].append(number)
        self._stem_starts = frozenset(stem[:STEM_START] for stem in self._by_stem)
        self._typos = Typos(word for word in self.words if len(word) >= SHORTEST_TYPO and script_of(word) in CASED)

    def read(self, surface: str, folded: str, script: Script, *, capital: bool) -> tuple[Reading, ...]:
        """Readings of a word, nearest first. Lower-case words of cased scripts only ever stand for themselves."""
        if not capital and "'" not in folded and folded[:STEM_START] not in self._stem_starts:
            number = self.ids.get(folded)
            return () if number is None else (Reading(number, QUALITY[How.SAME], How.SAME, folded),)
        found: dict[int, Reading] = {}
        for number, quality, how in self._ways(surface, folded, script, capital=capital):
            if number not in found:
                found[number] = Reading(number, quality, how, self.words[number])
        readings = sorted(found.values(), key=lambda reading: (-reading.quality, reading.folded))
        return tuple(readings[:MOST_READINGS])

    def _ways(self, surface: str, folded: str, script: Script, *, capital: bool) -> Iterator[tuple[int, float, How]]:
        if surface in abjad.NEVER_NAMES:
            return
        forms = [
            form for form in (folded, folded.replace("'", ""), before_apostrophe(folded), after_elision(folded)) if form
        ]
        for at, form in enumerate(dict.fromkeys(forms)):
            if (number := self.ids.get(form)) is not None:
                how = How.SAME if at < 2 else How.INFLECTED
                yield number, QUALITY[how], how
        if folded[:STEM_START] in self._stem_starts:
            for stem in stems_within(folded):
                for number in self._by_stem.get(stem, ()):
                    yield number, QUALITY[How.INFLECTED], How.INFLECTED
        if not capital or folded.isdigit() or len(folded) < 2:
            return
        yield from self._by_sound(forms, surface, script)
        if folded not in self.ids and script in CASED:
            yield from self._by_typo(forms[-1] if len(forms) > 2 else folded)

    def _by_sound(self, forms: list[str], surface: str, script: Script) -> Iterator[tuple[int, float, How]]:
        if script in {Script.ARABIC, Script.HEBREW}:
            for form in (forms[0], *without_prefixes(forms[0])):
                for number in (*self._by_key.get(form, ()), *((self.ids[form],) if form in self.ids else ())):
                    yield number, QUALITY[How.INFLECTED], How.INFLECTED
            yield from self._by_skeleton(forms[0])
            return
        spellings = [surface, *forms[2:]] if "'" not in forms[0] else forms[1:]
        keys = [key for spelling in spellings for key in sound_keys(spelling)]
        latin_short = script is Script.LATIN and len(forms[0]) < 4
        for key in keys:
            if not latin_short:
                for number in self._by_key.get(key, ()):
                    if script is not Script.LATIN or self._is_alike(forms[0], number):
                        yield number, QUALITY[How.TRANSLITERATED], How.TRANSLITERATED
        for key in keys:
            for number in self._namesakes.get(_given_name_of(key), ()):
                yield number, QUALITY[How.TRANSLITERATED], How.TRANSLITERATED
            for base in bases(key):
                for number in (*self._by_key.get(base, ()), *self._namesakes.get(_given_name_of(base), ())):
                    yield number, QUALITY[How.INFLECTED], How.INFLECTED

    @cached_property
    def _skeletons(self) -> dict[str, list[tuple[int, Skeleton]]]:
        """Latin words by their consonants, made when the first word of a script without vowels is met."""
        by_key: dict[str, list[tuple[int, Skeleton]]] = defaultdict(list)
        for number, word in enumerate(self.words):
            for skeleton in skeletons(word):
                by_key[skeleton.key].append((number, skeleton))
        return by_key

    def _by_skeleton(self, folded: str) -> Iterator[tuple[int, float, How]]:
        """Listed Latin words that an Arabic, Persian or Hebrew word spells; prefixes only where it is none itself."""
        count = rarity().of(folded)
        if lexicon().is_a("function", folded) or (count.articles >= EVERYDAY_ARTICLES and not count.parties):
            return
        stems = without_prefixes(folded)
        whole = [folded, *(folded.removeprefix(article) for article in ARTICLES if folded.startswith(article))]
        found = self._spelled(whole)
        how = How.TRANSLITERATED
        if not found:
            found, how = self._spelled([stem for stem in stems if not lexicon().is_a("function", stem)]), How.INFLECTED
        for number, cost in found:
            yield number, QUALITY[how] - cost * COST_OF_SPELLING, how

    def _spelled(self, words: list[str]) -> list[tuple[int, int]]:
        """The nearest listed words, with what each costs, best known first."""
        costs: dict[int, int] = {}
        for word in words:
            for form in abjad.written(word):
                for key in abjad.keys(form):
                    for number, skeleton in self._skeletons.get(key, ()):
                        if (spent := abjad.cost(form, skeleton)) is not None:
                            costs[number] = min(spent, costs.get(number, spent))
        nearest = min(costs.values(), default=0)
        near = [(number, spent) for number, spent in costs.items() if spent <= nearest + 1]
        near.sort(key=lambda entry: (entry[1], -rarity().of(self.words[entry[0]]).parties, self.words[entry[0]]))
        return near[:MOST_SPELLED]

    def _is_alike(self, folded: str, number: int) -> bool:
        """Whether spellings of one sound in one script also look alike: romanisations differ by a letter or two."""
        return (
            bool(OSA.normalized_similarity(folded, self.words[number], score_cutoff=LEAST_ALIKE))
            or not self.words[number].isascii()
        )

    def _by_typo(self, folded: str) -> Iterator[tuple[int, float, How]]:
        """Listed words within the edit budget, or of the same consonants; never for a word that news itself knows."""
        if len(folded) < SHORTEST_TYPO - 1 or rarity().of(folded).articles:
            return
        for number in self._by_consonants.get(_consonants(folded) or "", ()):
            if OSA.normalized_similarity(folded, self.words[number], score_cutoff=0.7):
                yield number, QUALITY[How.VOWELS], How.VOWELS
        budget = 2 if len(folded) >= TWO_TYPOS_FROM else 1
        for word, distance in self._typos.near(folded, budget):
            yield self.ids[word], QUALITY[How.TYPO] if distance < 2 else QUALITY_OF_TWO_TYPOS, How.TYPO


@lru_cache(maxsize=1)
def _given_names() -> dict[str, int]:
    """Sound keys of given names, with the number of the group of names that are one name in different languages."""
    return {
        key: number for number, names in enumerate(lexicon().given_names) for name in names for key in sound_keys(name)
    }


def _given_name_of(key: str) -> int:
    return _given_names().get(key, NO_GROUP)


def _consonants(folded: str) -> str | None:
    """Consonant skeleton of a Latin word (Hizballah, Hezbollah); None when fewer than three consonants remain."""
    if not folded.isascii():
        return None
    letters = [letter for letter in folded if letter not in "aeiouyw'"]
    distinct = [letter for at, letter in enumerate(letters) if at == 0 or letters[at - 1] != letter]
    return "".join(distinct).replace("q", "k") if len(distinct) >= 3 else None


def same_given_name(one: str, other: str) -> bool:
    """Whether two folded words are one given name in different spellings or languages (Mohamed, Muhammad)."""
    ours, theirs = set(sound_keys(one)), set(sound_keys(other))
    groups = {_given_name_of(key) for key in ours} & {_given_name_of(key) for key in theirs}
    return bool(ours & theirs) or bool(groups - {NO_GROUP})
