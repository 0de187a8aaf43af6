"""Where in a sentence the target of a phrase is named: behind it, or before it.

A name counts where it stands for the target itself: not behind a preposition ("the head of Acme"), not before a noun
that it only describes ("Acme executives"), not where it owns something ("Acme's bank").
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from watchlist.designations.names import DECLINING, Run, has_role, is_date, is_role, run_at
from watchlist.designations.sentence import Word
from watchlist.designations.words import classes

FARTHEST = 12
"""Words between a phrase and the name of its target."""
_MOST_PARTS = 14
_ASIDES = frozenset({"clause", "before", "later"})
"""Parts between commas that a row of names may have."""


@dataclass(slots=True)
class _Row:
    """The names of one part between commas, read from left to right.

    ``continued`` where a part stands before it, ``hanging`` behind a preposition, ``joined`` where another name of the
    row may follow, ``whole`` until something other than a row is read.
    """

    words: Sequence[Word]
    language: str
    names: list[Run] = field(default_factory=list)
    continued: bool = False
    hanging: bool = False
    joined: bool = True
    whole: bool = True

    def read(self, first: int, end: int) -> Self:
        """The names at ``words[first:end]``."""
        at = first
        while at < end and self.whole:
            run = run_at(self.words, at, end, self.language)
            if run is None or all(is_role(word, self.language) for word in self.words[run.first : run.last]):
                self._pass(at, first)
                at += 1
            elif self.names and not self.joined:
                self.whole = False
            else:
                if not self.hanging and is_complete(self.words, run, end, self.language):
                    self.names.append(run)
                    self.joined = False
                at = run.last
        return self

    def _pass(self, at: int, first: int) -> None:
        """Go on over a word that begins no name, or stop."""
        word = self.words[at]
        own = classes(self.language, word.folded)
        joined = at > first and "joins" in classes(self.language, self.words[at - 1].folded)
        dated = at > first and _is_dated(self.words[at - 1])
        repeated = joined or ("again" in own and (dated or (self.continued and at == first)))
        if "joins" in own:
            self.joined = True
        elif "names" in own:
            self.hanging, self.joined = False, True
        elif ("clause" in own and at > first) or (self.names and not self.joined):
            self.whole = False
        elif "before" in own:
            self.whole = not self.names or repeated  # "against X and against Y"
            self.hanging = not repeated
        elif _is_dated(word):
            self.hanging = False
        elif at - first > FARTHEST and not self.names:
            self.whole = False


def is_complete(words: Sequence[Word], run: Run, end: int, language: str) -> bool:
    """Whether nothing behind a name takes it for its own."""
    if words[run.last - 1].owner or _is_office_of(words, run, language):
        return False
    if run.last >= end or words[run.last].mark:
        return True
    word = words[run.last]
    small = classes(language, word.folded).intersection({"before", "joins", "names", "clause", "later", "small"})
    return bool(small) or _is_dated(word)


def _is_dated(word: Word) -> bool:
    return is_date(word.folded) or word.folded.isdigit()


def _is_office_of(words: Sequence[Word], run: Run, language: str) -> bool:
    """Whether one word behind an office, before a comma and a name, says where it is held (prezesa Gazpromu, …)."""
    alone = (
        run.last - run.first == 1 and language in DECLINING and run.last < len(words) and words[run.last].mark == ","
    )
    return alone and has_role(words, run.first, language) and run_at(words, run.last, len(words), language) is not None


def behind(words: Sequence[Word], first: int, end: int, language: str) -> tuple[Run, ...]:
    """Names of the targets of a phrase that ends before ``first``; ``end`` is where another part of it begins."""
    found: list[Run] = []
    open_row = True
    for number, (start, stop) in enumerate(_parts(words, first, end)):
        if number and words[start].mark == "|" and found:
            break
        own = classes(language, words[start].folded)
        aside = number > 0 and bool(own & _ASIDES) and not own & {"names", "again"}
        if number > _MOST_PARTS or (found and not open_row and "joins" not in own):
            break
        if aside:
            continue
        row = _Row(words, language, continued=number > 0).read(start, stop)
        found += row.names
        open_row = row.whole if row.names or number == 0 else open_row
    return tuple(found)


def before(words: Sequence[Word], end: int, language: str) -> tuple[Run, ...]:
    """Names of the subject of a phrase that starts at ``end``."""
    start = next((at for at in range(end - 1, 0, -1) if words[at].mark == "|"), 0)
    parts = list(_parts(words, start, end))
    closed = end < len(words) and words[end].mark == ","
    found: list[Run] = []
    while parts and len(parts) <= _MOST_PARTS:
        first, last = parts.pop()
        own = classes(language, words[first].folded)
        if not closed and "clause" in own and parts:
            closed = True  # "…, who was": what stands before the comma is meant
            continue
        if "names" in own or not closed or not _is_aside(words, first, last, language):
            row, goes_on = _last_row(words, first, last, language)
            found = [*row, *found]
            if "names" in own and row:
                break
            if not row or not goes_on:
                break
        closed = True
    return tuple(found)


def _is_aside(words: Sequence[Word], first: int, last: int, language: str) -> bool:
    """Whether a part between commas only says more of the name before it."""
    own = classes(language, words[first].folded)
    if own & _ASIDES:
        return True
    return not _last_row(words, first, last, language)[0]


def _last_row(words: Sequence[Word], first: int, last: int, language: str) -> tuple[list[Run], bool]:
    """The names at the end of a part, and whether the row may go on before it."""
    runs = []
    at = first
    while at < last:
        run = run_at(words, at, last, language)
        if run is not None:
            runs.append(run)
        at = run.last if run is not None else at + 1
    row: list[Run] = []
    edge = last
    while runs:
        run = runs.pop()
        between = [classes(language, word.folded) for word in words[run.last : edge]]
        if words[run.last - 1].owner or not all(own.intersection({"small", "joins", "later"}) for own in between):
            break
        if row and not any("joins" in own for own in between):
            break
        if _hangs(words, run.first, first, language):
            return ([], False) if not row else (row, False)
        row.insert(0, run)
        edge = _descriptors_before(words, run.first, first, language)
    opens = edge == first or (edge == first + 1 and "joins" in classes(language, words[first].folded))
    return row, bool(row) and opens


def _descriptors_before(words: Sequence[Word], at: int, first: int, language: str) -> int:
    """Where the plain words before a name begin."""
    while (
        at > first and not words[at - 1].capital and not classes(language, words[at - 1].folded) - {"office", "court"}
    ):
        at -= 1
    return at


def _hangs(words: Sequence[Word], at: int, first: int, language: str) -> bool:
    """Whether a preposition before a name, with nothing but plain words between, makes it part of something else."""
    for place in range(at - 1, max(first, at - 5) - 1, -1):
        word = words[place]
        own = classes(language, word.folded)
        if "before" in own and not word.capital:
            return True
        if word.capital or _is_dated(word) or own.intersection({"clause", "joins"}):
            return False
    return False


def _parts(words: Sequence[Word], first: int, end: int) -> list[tuple[int, int]]:
    """Words between marks."""
    cuts = [at for at in range(first + 1, end) if words[at].mark]
    return [(start, stop) for start, stop in zip([first, *cuts], [*cuts, end], strict=True) if start < stop]
