"""Phrases in running text: words that follow each other, whatever their case, diacritics and spacing.

A word ending in ``*`` stands for any ending. Phrases of scripts that write no spaces between words (Chinese, Japanese,
Thai, Lao, Khmer, Burmese) are found wherever their characters stand.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from watchlist.text.normalize import fold

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
# Signs that belong to the letter before them although they are no letters: marks, the signs of Indian scripts, joiners.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff"
)
_JOINERS = "\u00ad\u200b-\u200d"
_LETTER = rf"[^\W_{_UNSPACED}]"
_WORD = re.compile(rf"{_LETTER}(?:{_LETTER}|[{_MARKS}{_JOINERS}])*")
_PATTERN_WORD = re.compile(rf"({_WORD.pattern})(\*(?!\w))?")
_IN_UNSPACED = re.compile(rf"[{_UNSPACED}]")
_DROP_JOINERS = re.compile(rf"[{_JOINERS}]")

# Between the words of a phrase: blanks, hyphens, and the apostrophe of an elision ("l'Iran"), but no empty line.
_GAP = re.compile(r"(?!\s*\n\s*\n)[\s\-\u2010\u2011'’]*")


@dataclass(frozen=True, slots=True)
class Phrase:
    """An occurrence of ``phrase``, as it was given, at ``text[start:end]``."""

    phrase: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    folded: str
    starred: bool

    def accepts(self, folded: str) -> bool:
        return folded.startswith(self.folded) if self.starred else folded == self.folded


@dataclass(frozen=True, slots=True)
class _Spaced:
    """A phrase of a script with spaces: its words after the first, by which it is looked up."""

    phrase: str
    rest: tuple[_Word, ...]


class _Seen(NamedTuple):
    """A word of the text, folded, and where it stands."""

    folded: str
    start: int
    end: int


class PhraseFinder:
    """Finds many phrases in one pass over the words of a text.

    Raises:
        ValueError: a phrase without a word, or with a ``*`` that does not end one.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._unspaced: list[tuple[str, str]] = []
        self._by_word: dict[str, list[_Spaced]] = defaultdict(list)
        self._by_prefix: dict[str, list[_Spaced]] = defaultdict(list)
        for phrase in dict.fromkeys(phrases):
            self._add(phrase)
        self._prefix_lengths = sorted(set(map(len, self._by_prefix)))

    def _add(self, phrase: str) -> None:
        if _IN_UNSPACED.search(phrase):
            self._unspaced.append((phrase, phrase.strip()))
            return
        first, *rest = _pattern(phrase)
        table = self._by_prefix if first.starred else self._by_word
        table[first.folded].append(_Spaced(phrase, tuple(rest)))

    def find(self, text: str) -> tuple[Phrase, ...]:
        """Every occurrence of every phrase, also overlapping ones, in the order of their places."""
        found = [*self._spaced(text), *self._native(text)]
        return tuple(sorted(found, key=lambda phrase: (phrase.start, phrase.end, phrase.phrase)))

    def _spaced(self, text: str) -> Iterator[Phrase]:
        if not self._by_word and not self._by_prefix:
            return
        words = [_Seen(_fold_word(word.group()), word.start(), word.end()) for word in _WORD.finditer(text)]
        for number, word in enumerate(words):
            for candidate in self._beginning_with(word.folded):
                last = number + len(candidate.rest)
                if _follow(text, words[number : last + 1], candidate.rest):
                    yield Phrase(candidate.phrase, word.start, words[last].end)

    def _beginning_with(self, folded: str) -> Iterator[_Spaced]:
        yield from self._by_word.get(folded, ())
        for length in self._prefix_lengths:
            if length > len(folded):
                return
            yield from self._by_prefix.get(folded[:length], ())

    def _native(self, text: str) -> Iterator[Phrase]:
        if not self._unspaced or _IN_UNSPACED.search(text) is None:
            return
        for phrase, characters in self._unspaced:
            start = text.find(characters)
            while start >= 0:
                end = start + len(characters)
                yield Phrase(phrase, start, end)
                start = text.find(characters, end)


def _follow(text: str, words: Sequence[_Seen], rest: tuple[_Word, ...]) -> bool:
    """Whether the words after the first are those of the phrase, with nothing between them but gaps."""
    return len(words) == len(rest) + 1 and all(
        wanted.accepts(word.folded) and _GAP.fullmatch(text, before.end, word.start) is not None
        for before, word, wanted in zip(words, words[1:], rest, strict=False)
    )


def _pattern(phrase: str) -> list[_Word]:
    words = [_Word(_fold_word(word.group(1)), bool(word.group(2))) for word in _PATTERN_WORD.finditer(phrase)]
    if not words:
        raise ValueError(f"the phrase {phrase!r} holds no word")
    if phrase.count("*") != sum(word.starred for word in words):
        raise ValueError(f"the phrase {phrase!r} has a * that does not end a word")
    return words


@lru_cache(maxsize=65536)
def _fold_word(word: str) -> str:
    return fold(_DROP_JOINERS.sub("", word))
