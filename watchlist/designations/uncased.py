"""Names of targets in Arabic, which has no capitals: in quotation marks, or behind words that say who comes next."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from watchlist.designations.names import Run, concepts, is_country
from watchlist.designations.sentence import Word
from watchlist.designations.words import classes
from watchlist.text.abjad import NEVER_NAMES
from watchlist.text.lexicon import lexicon
from watchlist.text.rarity import rarity

UNCASED = frozenset({"ar"})
_AND, _OF, _THE = "و", "من", "ال"
_FEWEST, _MOST = 2, 5
"""Words of a person's name."""
_COMMON = 20
"""Articles from which on a word that no listed party bears is a word of the language."""
_SHORTEST = 4


def uncased(words: Sequence[Word], first: int, end: int, language: str) -> tuple[Run, ...]:
    """Names of the targets that stand in ``words[first:end]``."""
    return tuple(_Row(words, language).read(first, end).names)


@dataclass(slots=True)
class _Row:
    """Names read from the right to the left of the page; ``ready`` where one may begin."""

    words: Sequence[Word]
    language: str
    names: list[Run] = field(default_factory=list)
    ready: bool = False

    def read(self, first: int, end: int) -> Self:
        """The names at ``words[first:end]``, up to the first word that goes on about something else."""
        at = first
        while at < end and self.words[at].mark != "|":
            self.ready = self.ready or (bool(self.names) and self.words[at].mark == ",")
            if self.words[at].quote:
                at = self._quotation(at, end, opens=at == first)
            elif self._is_head(at) or (self.ready and self.words[at].folded == _OF):
                self.ready = True
                at += 1
            elif self.ready and self._is_plain(at):
                at = self._name(at, end)
            elif self.names:
                at = self._next_of_row(at, end)
            elif self._stops(at):
                break
            else:
                self.ready = False
                at += 1
        return self

    def _next_of_row(self, at: int, end: int) -> int:
        """Behind what is said of a name, the next of the row: "…, and"."""
        places = range(at + 1, end)
        following = (place for place in places if self.words[place].mark and self.words[place].folded.startswith(_AND))
        return next(following, end)

    def _quotation(self, at: int, end: int, *, opens: bool) -> int:
        last = at
        while last < end and self.words[last].quote == self.words[at].quote:
            last += 1
        if last - at <= _MOST and (self.ready or self.names or opens):
            self.names.append(Run(at, last))
        return last

    def _name(self, at: int, end: int) -> int:
        last = at + 1
        while last < end and not self.words[last].mark and not self.words[last].quote and self._goes_on(last):
            last += 1
        while last - at > _FEWEST and self._is_definite(at):
            at += 1  # "the Rapid Support (Forces)", of which the name that follows is the head
        run = self.words[at:last]
        of_row = bool(self.names) and (last >= end or bool(self.words[last].mark))
        borne = of_row or any(rarity().of(self._bare(word)).parties for word in run)
        named = not all(map(self._is_definite, range(at, last)))
        if _FEWEST <= len(run) <= _MOST and borne and named:
            self.names.append(Run(at, last))
        self.ready = False
        return last

    def _is_definite(self, at: int) -> bool:
        return self._bare(self.words[at]).startswith(_THE)

    def _goes_on(self, at: int) -> bool:
        return not self._is_joined(self.words[at]) and not self._is_head(at) and self._is_plain(at)

    def _bare(self, word: Word) -> str:
        """A word without the "and" that is written onto it."""
        return word.folded[1:] if self._is_joined(word) else word.folded

    def _is_joined(self, word: Word) -> bool:
        return word.folded.startswith(_AND) and len(word.folded) > _SHORTEST

    def _is_head(self, at: int) -> bool:
        bare = self._bare(self.words[at])
        if bare == _AND or "head" in classes(self.language, bare) or self._is_nationality(bare):
            return True
        return any(label.startswith(("role:", "org:")) for label in concepts(bare)) and not self.names

    def _is_nationality(self, bare: str) -> bool:
        return is_country(bare) and bare.startswith(_THE) and bare.endswith(("ي", "يه"))

    def _stops(self, at: int) -> bool:
        """Whether a word goes on about something else."""
        word = self.words[at]
        stops = classes(self.language, self._bare(word)) & {"stop", "before", "unreal", "ended"}
        return bool(stops) or word.surface in NEVER_NAMES

    def _is_plain(self, at: int) -> bool:
        bare = self._bare(self.words[at])
        if self._stops(at) or is_country(bare):
            return False
        counts = rarity().of(bare)
        known = counts.articles >= _COMMON and not counts.parties
        return not known and not lexicon().is_a("function", bare) and not bare.isdecimal()


def start_of(word: Word) -> int:
    """Where the name in the word begins, behind the "and" that is written onto it."""
    joined = not word.quote and word.folded.startswith(_AND) and len(word.folded) > _SHORTEST
    return word.start + joined
