"""Designations in an article: cue, phrase, place of the target, name, and whether it is so."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from watchlist.designations import judging
from watchlist.designations.filtering import is_party, trimmed
from watchlist.designations.names import Run
from watchlist.designations.phrases import Phrase, Slot, Voice, phrases
from watchlist.designations.places import before, behind
from watchlist.designations.sentence import Line, Word, read
from watchlist.designations.uncased import UNCASED, start_of, uncased
from watchlist.designations.words import classes, has_cue
from watchlist.model import Article, Designation, Evidence, Field, Match, Mention
from watchlist.text.sentences import sentences

_QUESTIONS = ("?", "؟", '?"', "?»", "?”")
_BEFORE, _AFTER = 6, 2
"""Sentences before and behind one in which the authority that it leaves out may be named."""
_OTHER_SIDE = (Voice.PASSIVE, Voice.PASSIVE)
_LONGEST = 1500
"""Characters of a sentence; what is longer is no sentence of news."""


class DesignationFinder:
    """Finds who an article says was put under sanctions; ``listed`` says whether a list has a name."""

    def __init__(self, listed: Callable[[str], bool]) -> None:
        self._listed = listed

    def find(self, article: Article, matches: Sequence[Match]) -> tuple[Designation, ...]:
        """The named parties that were put under sanctions and that no list has, each once, in reading order.

        A name that a match of any level touches, or that is part of a matched name, is listed.
        """
        found = [each for part in (Field.TITLE, Field.TEXT) for each in _read(article, part)]
        unlisted = [each for each in found if not _matched(each.mention, matches) and not self._listed(each.name)]
        return tuple(_once(unlisted))


@dataclass(frozen=True, slots=True)
class _Told:
    """A phrase in a sentence and the runs that stand in the place of its target."""

    phrase: Phrase
    first: int
    last: int
    runs: tuple[Run, ...]


def _read(article: Article, part: Field) -> Iterator[Designation]:
    text, language = article.of(part), article.language
    if language not in phrases() or not has_cue(text, language):
        return
    title = [read(article.title, 0, len(article.title))] if part is Field.TEXT else []
    spans = sentences(text)
    lines = [read(text, start, min(end, start + _LONGEST)) for start, end in spans]
    for number, ((start, end), line) in enumerate(zip(spans, lines, strict=True)):
        if has_cue(text[start:end], language) and not text[start:end].endswith(_QUESTIONS):
            around = [*title, *lines[max(0, number - _BEFORE) : number], *lines[number + 1 : number + 1 + _AFTER]]
            yield from _designations(text, part, (start, end), line, around, language)


def _designations(
    text: str, part: Field, span: tuple[int, int], line: Line, context: Sequence[Line], language: str
) -> Iterator[Designation]:
    for told in _told(line, language):
        if not _is_so(line, told, context, language):
            continue
        for run in told.runs:
            name = run if language in UNCASED else trimmed(line.words, run, language)
            if language in UNCASED or is_party(line, name, language):
                yield _designation(text, part, span, line, told, name)


def _told(line: Line, language: str) -> Iterator[_Told]:
    """Every phrase that says something of somebody.

    Where one fits, no later one of the table is read into the same words; where a passive names nobody on its side of
    the verb, another passive may.
    """
    taken: dict[int, Voice] = {}
    for phrase in phrases()[language]:
        for found in phrase.pattern.finditer(line.text):
            own = _words_of(line, phrase, found)
            if any(at in taken and (taken[at], phrase.voice) != _OTHER_SIDE for at in own):
                continue
            runs = () if phrase.slot is Slot.NOWHERE else _runs(line, phrase, found, language)
            taken |= dict.fromkeys(own, Voice.NOUN if runs else phrase.voice)
            if runs:
                yield _Told(phrase, line.word_at(found.start()), line.word_at(found.end()), runs)


def _words_of(line: Line, phrase: Phrase, found: re.Match[str]) -> set[int]:
    """The words of a phrase, the place of its target left out."""
    own = set(range(line.word_at(found.start()), line.word_at(found.end())))
    if phrase.slot is Slot.BETWEEN:
        own -= set(range(line.word_at(found.start("slot")), line.word_at(found.end("slot"))))
    return own


def _runs(line: Line, phrase: Phrase, found: re.Match[str], language: str) -> tuple[Run, ...]:
    """The names in the place where the phrase has its target."""
    words, behind_it = line.words, line.word_at(found.end())
    if phrase.slot is Slot.BEHIND:
        return _targets(words, behind_it, len(words), language)
    if phrase.slot is Slot.BETWEEN:
        slot = line.word_at(found.start("slot")), line.word_at(found.end("slot"))
        named = _targets(words, *slot, language)
    else:
        named = before(words, line.word_at(found.start()), language)
    return (*named, *_examples(words, behind_it, language))


def _targets(words: Sequence[Word], first: int, end: int, language: str) -> tuple[Run, ...]:
    read_row = uncased if language in UNCASED else behind
    return read_row(words, first, end, language)


def _examples(words: Sequence[Word], at: int, language: str) -> tuple[Run, ...]:
    """The names behind "…, including", where a phrase ends before it."""
    follows = at < len(words) and words[at].mark == "," and "names" in classes(language, words[at].folded)
    return behind(words, at, len(words), language) if follows else ()


def _is_so(line: Line, told: _Told, context: Sequence[Line], language: str) -> bool:
    """Whether it is told as a fact, of an authority of a state."""
    if not judging.is_fact(line, told.first, told.last, language):
        return False
    author = judging.author(line, told.first, told.last, active=told.phrase.voice is Voice.ACTIVE)
    state = judging.is_state(author, language)
    if judging.is_private(author, language) or (judging.is_sport(line.words, language) and not state):
        return False
    sure = told.phrase.strong and not judging.is_ambiguous(" ".join(word.folded for word in line.words))
    if state or sure:
        return True
    around = [word for each in (line, *context) for word in each.words]
    return judging.names_authority(around, language) and judging.is_office(author, language)


def _designation(text: str, part: Field, span: tuple[int, int], line: Line, told: _Told, run: Run) -> Designation:
    opening = line.words[run.first]
    start, end = opening.start, line.words[run.last - 1].end
    if not opening.quote and opening.folded.startswith("و"):
        start = start_of(opening)
    first, last = line.words[told.first].start, line.words[told.last - 1].end
    phrase = " ".join(text[first:last].split())
    return Designation(
        mention=Mention(part, start, end, text[start:end]),
        sentence=Mention(part, span[0], span[1], text[span[0] : span[1]]),
        phrase=phrase,
        evidence=(Evidence("designation", 1.0, 0.0, " ".join(text[span[0] : span[1]].split())[:_LONGEST]),),
    )


def _matched(mention: Mention, matches: Sequence[Match]) -> bool:
    """Whether a match touches the name, or a matched name has all of its words."""
    words = set(mention.surface.casefold().split())
    return any(
        (one.mention.field is mention.field and one.mention.start < mention.end and mention.start < one.mention.end)
        or words <= set(one.mention.surface.casefold().split())
        for one in matches
    )


def _once(found: Sequence[Designation]) -> Iterator[Designation]:
    """Each name at its first sentence; one whose words another has all of is that other."""
    words = [set(each.name.casefold().split()) for each in found]
    for number, each in enumerate(found):
        longer = any(words[number] < other for other in words)
        again = any(words[number] == other for other in words[:number])
        if not longer and not again:
            yield each
