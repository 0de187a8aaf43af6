"""One field of an article as matching reads it: words, their senses, and what stands between them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import IntEnum
from functools import cached_property, partial
from itertools import accumulate, chain

import numpy as np

from watchlist.matching.vocabulary import Mark, Sense, Vocabulary, marks_of
from watchlist.model import Field
from watchlist.text.abjad import two_word_names
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold
from watchlist.text.tokens import Token, words_and_gaps


class Break(IntEnum):
    """How much separates two neighbouring words."""

    NONE = 0
    COMMA = 1
    HARD = 2


# Made for every word of a page that names somebody: without the detour of the constructor.
_TOKEN = partial(tuple.__new__, Token)
# A hyphen, or the mark of an ayn before a word that some write small (Qasem 'aliq).
_WITHIN_NAMES = frozenset({"-", " '", " ʿ", " ‘"})
_SOFT = frozenset(" \u00a0\u202f\t-‐‑–—'’\"«»„“”‘`‹›*_·・/&+.ـ\u200c\u200f\u200e")
# So many letters of a word stay when it declines (Merkelová, Merkelové).
STEM = 5
LONGEST_GAP = 5
LONGEST_TITLE = 4
_SHORT = frozenset(
    ["st", "jr", "sr", "no", "vs", "gov", "sen", "rep", "rev", "sgt", "hon", "bros", "им", "ул", "св", "гр"]
)
REMEMBERED_GAPS = 4096
MOST_LETTERS_OF_A_LEGAL_FORM = 6


class Page:
    """Words of one field with their senses; ``breaks[i]`` stands between word i and word i + 1.

    ``is_headline`` says that it writes most words with a capital; ``cased`` is False when the field writes no capitals,
    or nothing but capitals, so that they say nothing. Most fields name nobody: what only a candidate needs is made when
    it is first asked for, and the few places that may matter are found by the marks of their words.
    """

    def __init__(self, field: Field, text: str, vocabulary: Vocabulary) -> None:
        self.field = field
        self.text = text
        self._words, self._gaps = words_and_gaps(text)
        self._read(vocabulary.senses(self._words))
        self._closed = _legal_forms(self._words, self._gaps, self.places(Mark.LETTER))
        self._closed |= two_word_names(self._words, self._gaps, self.places(Mark.HALF))
        if self._closed:
            self._words, self._gaps = _closed(self._words, self._gaps, self._closed)
            self._read(vocabulary.senses([_undotted(word) for word in self._words]))
        capitals = int(np.count_nonzero(self._marks & Mark.LARGE))
        self.is_headline = 2 * capitals > len(self.senses)
        self.cased = capitals > 0 and self.has(Mark.SMALL) and self.has(Mark.CASED)
        self._small = capitals == 0 and self.has(Mark.SMALL)
        if self._small:
            self._read(vocabulary.senses([_as_name(_undotted(word)) for word in self._words]))

    def _read(self, senses: Sequence[Sense]) -> None:
        self.senses = senses
        self._marks = np.fromiter(map(marks_of, senses), np.uint16, len(senses))

    def has(self, mark: int) -> bool:
        """Whether any word bears the mark."""
        return bool((self._marks & mark).any())

    def places(self, mark: int) -> list[int]:
        """Places of the words that bear the mark, in order."""
        places: list[int] = np.flatnonzero(self._marks & mark).tolist()
        return places

    @property
    def asked(self) -> frozenset[str]:
        """Every word for which the vocabulary was asked."""
        joined = [_undotted(word) for word in self._words]
        asked = {*words_and_gaps(self.text)[0], *joined}
        return frozenset(asked.union(map(_as_name, joined)) if self._small else asked)

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """The words with their offsets."""
        pieces = chain.from_iterable(zip(self._gaps, self._words, strict=False))
        ends = list(accumulate(map(len, pieces)))
        surfaces = [word.replace(" ", "") for word in self._words] if self._closed else self._words
        return list(map(_TOKEN, zip(ends[::2], ends[1::2], surfaces, strict=True)))

    @cached_property
    def breaks(self) -> Sequence[Break]:
        """What stands between each two neighbouring words."""
        breaks = list(map(_BREAKS.__getitem__, self._gaps[1:-1]))
        for at in [at for at, found in enumerate(breaks) if found is _FULL_STOP]:
            short = _is_abbreviation(self._words[at].replace(" ", ""))
            breaks[at] = _after_stop(self._gaps[at + 1]) if short else Break.HARD
        return [Break.HARD if found is _FULL_STOP else found for found in breaks]

    @cached_property
    def concepts(self) -> frozenset[str]:
        """Labels of all concepts of the field."""
        return frozenset().union(*(self.senses[at].concepts for at in self.places(Mark.CONCEPT)))

    @cached_property
    def capitals(self) -> Mapping[str, Sequence[int]]:
        """Places of the capitalised words by their first letters: asked for name by name, the page is read once."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, sense in enumerate(self.senses):
            if sense.capital:
                found[sense.folded[:STEM]].append(at)
        return dict(found)

    def starts_sentence(self, at: int) -> bool:
        """Whether a capital at this word is owed to the beginning of a sentence."""
        return at == 0 or self.breaks[at - 1] is Break.HARD

    def names(self, at: int) -> bool:
        """Whether the word may be part of a proper name: capitalised, hyphened to such a word, or in a text without
        case.
        """
        return (
            self.senses[at].capital
            or not self.cased
            or (at > 0 and self._gaps[at] in _WITHIN_NAMES and self.senses[at - 1].capital)
        )


def is_place(sense: Sense) -> bool:
    """Whether a word is a country, a nationality or a city: never a mention by itself."""
    return bool(sense.countries) or sense.folded in lexicon().places


def _undotted(word: str) -> str:
    return word.replace(".", "").replace(" ", "")


def _as_name(word: str) -> str:
    return word.capitalize() if word[0].islower() else word


def _legal_forms(words: Sequence[str], gaps: Sequence[str], letters: Sequence[int]) -> dict[int, int]:
    """Where letters with dots between them make a legal form ("s.r.o.", "S. A."), and how many words each takes."""
    found: dict[int, int] = {}
    free = 0
    for at in letters:
        if at >= free and gaps[at + 1] in {".", ". "} and (length := _dotted_length(words, gaps, at)) > 1:
            found[at] = length
            free = at + length
    return found


def _dotted_length(words: Sequence[str], gaps: Sequence[str], at: int) -> int:
    """How many single letters with dots between them make a legal form from here; 1 when they make none."""
    letters = ""
    best = 1
    for number, word in enumerate(words[at : at + MOST_LETTERS_OF_A_LEGAL_FORM]):
        if len(word) > 1 or (number and gaps[at + number] not in {".", ". "}):
            break
        letters += word
        if number and lexicon().is_a("legal", fold(letters)):
            best = number + 1
    return best


def _closed(words: Sequence[str], gaps: Sequence[str], forms: dict[int, int]) -> tuple[list[str], list[str]]:
    """Words and gaps with each of these legal forms and names made one word."""
    closed_words: list[str] = []
    closed_gaps: list[str] = []
    at = 0
    while at < len(words):
        end = at + forms.get(at, 1)
        closed_gaps.append(gaps[at])
        closed_words.append(
            words[at] + "".join(gap + word for gap, word in zip(gaps[at + 1 : end], words[at + 1 : end], strict=True))
        )
        at = end
    return closed_words, [*closed_gaps, gaps[-1]]


# Instead of a break: a full stop, which ends a sentence unless the word before it is an abbreviation.
_FULL_STOP = None


class _Breaks(dict[str, Break | None]):
    """What gaps mean, remembered for the short ones that texts are full of."""

    def __missing__(self, gap: str) -> Break | None:
        if "\n" in gap or len(gap) > LONGEST_GAP:
            return Break.HARD
        found = _FULL_STOP if "." in gap else _after_stop(gap)
        if len(self) < REMEMBERED_GAPS:
            self[gap] = found
        return found


_BREAKS = _Breaks({" ": Break.NONE, "-": Break.NONE, "": Break.NONE})


def _after_stop(gap: str) -> Break:
    """The break that a gap is when a full stop in it does not count."""
    marks = [mark for mark in gap if mark not in _SOFT]
    if not marks:
        # A dash between spaces separates; a hyphen joins.
        return Break.HARD if " – " in gap or " — " in gap or " - " in gap else Break.NONE
    return Break.COMMA if all(mark in ",،、" for mark in marks) else Break.HARD


def _is_abbreviation(word: str) -> bool:
    """An initial or a title may be followed by a full stop without ending the sentence; a short name ends it."""
    return len(word) == 1 or (len(word) <= LONGEST_TITLE and word[0].isupper() and _is_short_title(fold(word)))


def _is_short_title(folded: str) -> bool:
    return lexicon().is_a("title", folded) or lexicon().is_a("legal", folded) or folded in _SHORT
