"""Whether any loaded list has a name, in whatever order, script or fullness: asked of few names, so quick to build."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from watchlist.model import Party, PartyType
from watchlist.text.inflection import bases
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold
from watchlist.text.sounds import sound_keys

_WORD = re.compile(r"[^\W_]+")
_FEWEST, _MOST = 2, 5
"""Words of a person's name that stand for the whole, and of those that are put together in all ways."""
_UNSAID = ("legal", "connector", "particle", "title", "conjunction")
_READINGS = 64


def _code(words: Iterable[str]) -> int:
    joined = "\0".join(sorted(set(words))).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(joined, digest_size=8).digest(), "big", signed=True)


def _said(name: str) -> list[str]:
    """The words that carry a name: no legal form, particle or title, unless nothing is left."""
    words = [fold(word) for word in _WORD.findall(name)]
    carrying = [word for word in words if not any(lexicon().is_a(unsaid, word) for unsaid in _UNSAID)]
    return carrying or words


def _sound(word: str) -> str:
    return next(iter(sound_keys(word)), word)


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Codes of listed names in full and in the parts that stand for them, sorted."""

    full: "np.ndarray[tuple[int], np.dtype[np.int64]]"
    parts: "np.ndarray[tuple[int], np.dtype[np.int64]]"

    @classmethod
    def of(cls, parties: Iterable[Party]) -> "KnownNames":
        """The names of these parties."""
        full: set[int] = set()
        parts: set[int] = set()
        for party in parties:
            for name in {alias.text for listing in party.listings for alias in listing.aliases}:
                words = sorted({_sound(word) for word in _said(name)})
                full.add(_code(words))
                if party.type is PartyType.PERSON:
                    parts.update(_code([word]) for word in words)
                if party.type is PartyType.PERSON and _FEWEST < len(words) <= _MOST:
                    sizes = range(_FEWEST, len(words))
                    parts.update(_code(some) for size in sizes for some in combinations(words, size))
        return cls(_sorted(full), _sorted(parts))

    def knows(self, name: str) -> bool:
        """Whether a list has all of this name, or the name has all of a listed one of two words and more.

        One word that stands in the name of any listed person may mean that person: it is known.
        """
        readings = [_readings(word) for word in _said(name)[: _MOST + 1]]
        for count, words in enumerate(product(*readings)):
            if count >= _READINGS:
                return False
            if self._knows(sorted(set(words))):
                return True
        return False

    def _knows(self, words: list[str]) -> bool:
        if _holds(self.full, _code(words)) or _holds(self.parts, _code(words)):
            return True
        sizes = range(_FEWEST, len(words))
        return any(_holds(self.full, _code(some)) for size in sizes for some in combinations(words, size))


def _readings(word: str) -> list[str]:
    """What a word of a text may be on a list: by its sounds, and without the ending that its language puts on it."""
    keys = sound_keys(word) or (word,)
    return list(dict.fromkeys(base for key in keys[:2] for base in (key, *bases(key)[:4])))


def _sorted(codes: set[int]) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    return np.array(sorted(codes), dtype=np.int64)


def _holds(codes: "np.ndarray[tuple[int], np.dtype[np.int64]]", code: int) -> bool:
    place = int(np.searchsorted(codes, code))
    return place < len(codes) and int(codes[place]) == code
