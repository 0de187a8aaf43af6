"""Which of tens of thousands of names are worth comparing with one that somebody searches.

Each word of a name is filed under how it sounds (``text.sounds``) and, in Latin letters, under its consonants
(``text.skeletons``), by which Arabic and Hebrew words and other vowels find it. A rare word in common says more than a
frequent one; of equally many words in common the shorter name is nearer.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from anyascii import anyascii
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from watchlist.text import abjad
from watchlist.text.normalize import fold
from watchlist.text.scripts import Script, script_of
from watchlist.text.skeletons import skeletons
from watchlist.text.sounds import sound_keys

_WORD = re.compile(r"[^\W_]+")
_SYLLABLE = re.compile(r"[A-Z][a-z]*")
_BONES = "="
"""Opens the key of a word that stands there by its consonants."""

_WRITTEN_BY_SYLLABLES = frozenset({Script.HAN, Script.HANGUL, Script.KANA})
_ARTICLE = "ال"

# What a word in common is worth, by how it was found.
_SAME = 1.0
_ONE_LETTER = 0.8
_TYPOS = (_SAME, _ONE_LETTER, 0.6)
_SAME_BONES = 0.5
_SHORTEST_TYPO = 4
_SHORTEST_TWO_TYPOS = 8
_MOST_TYPOS = 40
_MOST_WORDS = 40
"""A text longer than any name is searched by its first words."""


class Near(NamedTuple):
    """A name that may be like the one searched: its party's id, and how much of it they share, in [0, 1]."""

    party: str
    name: str
    share: float


@dataclass(frozen=True, slots=True)
class NameSearch:
    """Names by the keys of their words: key ``k`` is borne by the names ``bearers[starts[k]:starts[k + 1]]``.

    ``weight`` is how much all words of a name say together, ``party_of`` the place of its party, ``sounds`` are keys by
    their length, without those of consonants.
    """

    parties: tuple[str, ...]
    names: tuple[str, ...]
    party_of: NDArray[np.int32]
    weight: NDArray[np.float32]
    keys: Mapping[str, int]
    starts: NDArray[np.int64]
    bearers: NDArray[np.int32]
    sounds: Mapping[int, tuple[str, ...]]

    @classmethod
    def build(cls, names: Iterable[tuple[str, str]]) -> "NameSearch":
        """From pairs of a party's id and one of its names, those of a party together."""
        parties: dict[str, int] = {}
        texts: list[str] = []
        party_of = array("i")
        bearers: dict[str, array[int]] = defaultdict(lambda: array("i"))
        words_of: list[list[frozenset[str]]] = []
        for party, text in names:
            words = [frozenset(_filed(word)) for word in _words(text)]
            for key in frozenset[str]().union(*words):
                bearers[key].append(len(texts))
            party_of.append(parties.setdefault(party, len(parties)))
            texts.append(text)
            words_of.append(words)
        sounds: dict[int, list[str]] = defaultdict(list)
        for key in bearers:
            if key[0] != _BONES:
                sounds[len(key)].append(key)
        rarity = {key: _rarity(len(found), len(texts)) for key, found in bearers.items()}
        weight = (sum(max(rarity[key] for key in word if key[0] != _BONES) for word in words) for words in words_of)
        return cls(
            parties=tuple(parties),
            names=tuple(texts),
            party_of=np.array(party_of, np.int32),
            weight=np.fromiter(weight, np.float32, len(texts)),
            keys={key: place for place, key in enumerate(bearers)},
            starts=np.cumsum([0, *map(len, bearers.values())], dtype=np.int64),
            bearers=np.concatenate([np.zeros(0, np.int32), *(np.array(each, np.int32) for each in bearers.values())]),
            sounds={length: tuple(keys) for length, keys in sounds.items()},
        )

    def all(self) -> Iterator[tuple[str, str]]:
        """Every name with the id of its party."""
        return ((self.parties[place], name) for place, name in zip(self.party_of.tolist(), self.names, strict=True))

    def nearest(self, name: str, limit: int) -> list[Near]:
        """At most so many names that share most with ``name``, best first."""
        shared, whole = np.zeros(len(self.names), np.float32), 0.0
        for word, counts in _asked(name):
            said, most = self._bearers(word, spelt=counts)
            shared += said
            whole += most * counts
        share = 2 * shared / (whole + self.weight + np.float32(1e-6))
        best = np.argsort(-share, kind="stable")[:limit]
        return [
            Near(self.parties[self.party_of[place]], self.names[place], min(1.0, float(share[place])))
            for place in best
            if share[place] > 0
        ]

    def _bearers(self, word: str, *, spelt: bool) -> tuple[NDArray[np.float32], float]:
        """What each name says of one word, ``spelt`` so or nearly, and the most that one could say of it."""
        near = self._near((*_searched(word), *(self._typos(word) if spelt else ())))
        same = [self._rarity(key) for key, quality in near.items() if quality == _SAME]
        most = max(same, default=_rarity(1, len(self.names)))
        said = np.zeros(len(self.names), np.float32)
        for key, quality in near.items():
            bearers = self._borne(key)
            worth = np.float32(quality * min(most, self._rarity(key)))
            said[bearers] = np.maximum(said[bearers], worth)
        return said, most

    def _borne(self, key: str) -> NDArray[np.int32]:
        place = self.keys[key]
        return self.bearers[self.starts[place] : self.starts[place + 1]]

    def _rarity(self, key: str) -> float:
        return _rarity(len(self._borne(key)), len(self.names))

    def _near(self, keys: Iterable[tuple[str, float]]) -> dict[str, float]:
        """Of these keys those under which names are filed, each with the most that it is worth."""
        found: dict[str, float] = {}
        for key, quality in keys:
            if key in self.keys:
                found[key] = max(quality, found.get(key, 0.0))
        return found

    def _typos(self, word: str) -> Iterator[tuple[str, float]]:
        """Sounds that are a letter or two from those of a word."""
        for heard in sound_keys(word):
            most = (len(heard) >= _SHORTEST_TYPO) + (len(heard) >= _SHORTEST_TWO_TYPOS)
            for length in range(len(heard) - most, len(heard) + most + 1) if most else ():
                keys = self.sounds.get(length, ())
                near = process.extract(heard, keys, scorer=OSA.distance, score_cutoff=most, limit=_MOST_TYPOS)
                yield from ((key, _TYPOS[int(far)]) for key, far, _ in near)


def _rarity(bearers: int, names: int) -> float:
    return float(np.log1p(names / bearers))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text).replace("'", ""))


@lru_cache(maxsize=262144)
def _filed(word: str) -> tuple[str, ...]:
    """The keys of a word of a name; the word itself where sounds cannot be read."""
    return (*(sound_keys(word) or (word,)), *(_BONES + each.key for each in skeletons(word)))


def _asked(name: str) -> Iterator[tuple[str, bool]]:
    """The words of a name that is searched; those written together, or apart, in another way do not count as further.

    A Chinese or Korean name is also asked for by its syllables in Latin letters.
    """
    words = _words(name)[:_MOST_WORDS]
    for place, word in enumerate(words):
        yield word, True
        apart = _syllables(word) if script_of(word) in _WRITTEN_BY_SYLLABLES else []
        yield from ((syllable, False) for syllable in apart)
        together = apart or words[place : place + 2]
        yield from ((first + second, False) for first, second in pairwise(together))


def _searched(word: str) -> Iterator[tuple[str, float]]:
    """The keys under which a word that is searched may be filed, each with what it is worth."""
    yield from ((key, _SAME) for key in sound_keys(word) or (word,))
    yield from ((_BONES + each.key, _SAME_BONES) for each in skeletons(word))
    if script_of(word) in {Script.ARABIC, Script.HEBREW}:
        for bare in {word, word.removeprefix(_ARTICLE)}:
            yield from ((_BONES + key, _ONE_LETTER) for form in abjad.written(bare) for key in abjad.keys(form))


def _syllables(word: str) -> list[str]:
    return [syllable.lower() for syllable in _SYLLABLE.findall(anyascii(word))]
