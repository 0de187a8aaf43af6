"""Designations in an article: cue, phrase, place of the target, name, and whether it is so."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from watchlist.designations import judging
from watchlist.designations.covering import covers
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


@dataclass(frozen=True, slots=True)
class _Passage:
    """One sentence of a text, read, and the sentences around it, which are read when they are asked for."""

    text: str
    part: Field
    span: tuple[int, int]
    line: Line
    language: str
    around: Callable[[], Iterator[Line]]


def _read(article: Article, part: Field) -> Iterator[Designation]:
    language = article.language
    if language in phrases() and has_cue(article.of(part), language):
        for passage in _passages(article, part):
            yield from _designations(passage)


def _passages(article: Article, part: Field) -> Iterator[_Passage]:
    """The sentences that may hold a phrase; a question tells nothing."""
    text = article.of(part)
    spans = sentences(text)

    def read_lines(number: int) -> Iterator[Line]:
        yield read(article.title, 0, len(article.title))
        for at in range(max(0, number - _BEFORE), min(number + 1 + _AFTER, len(spans))):
            yield _line(text, spans[at])

    for number, span in enumerate(spans):
        said = text[span[0] : span[1]]
        if has_cue(said, article.language) and not said.endswith(_QUESTIONS):
            yield _Passage(text, part, span, _line(text, span), article.language, partial(read_lines, number))


def _line(text: str, span: tuple[int, int]) -> Line:
    return read(text, span[0], min(span[1], span[0] + _LONGEST))


def _designations(passage: _Passage) -> Iterator[Designation]:
    line, language = passage.line, passage.language
    for told in _told(line, language):
        if not _is_so(passage, told):
            continue
        for run in told.runs:
            name = run if language in UNCASED else trimmed(line.words, run, language)
            if language in UNCASED or is_party(line, name, language):
                yield _designation(passage, told, name)


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


def _is_so(passage: _Passage, told: _Told) -> bool:
    """Whether it is told as a fact, of an authority of a state."""
    line, language = passage.line, passage.language
    if not judging.is_fact(line, told.first, told.last, language):
        return False
    author = judging.author(line, told.first, told.last, active=told.phrase.voice is Voice.ACTIVE)
    state = judging.is_state(author, language)
    if judging.is_private(author, language) or (judging.is_sport(line.words, language) and not state):
        return False
    if state or (told.phrase.strong and not judging.is_ambiguous(line.text)):
        return True
    return judging.is_office(author, language) and any(
        judging.names_authority(each.words, language) for each in (line, *passage.around())
    )


def _designation(passage: _Passage, told: _Told, run: Run) -> Designation:
    words, text = passage.line.words, passage.text
    start = start_of(words[run.first]) if passage.language in UNCASED else words[run.first].start
    end = words[run.last - 1].end
    sentence = text[passage.span[0] : passage.span[1]]
    return Designation(
        mention=Mention(passage.part, start, end, text[start:end]),
        sentence=Mention(passage.part, *passage.span, sentence),
        phrase=" ".join(text[words[told.first].start : words[told.last - 1].end].split()),
        evidence=(Evidence("designation", 1.0, 0.0, " ".join(sentence.split())[:_LONGEST]),),
    )


def _matched(mention: Mention, matches: Sequence[Match]) -> bool:
    """Whether a match touches the name, or a matched name has all of its words."""
    return any(_touches(mention, one.mention) or covers(one.mention.surface, mention.surface) for one in matches)


def _touches(one: Mention, other: Mention) -> bool:
    return one.field is other.field and one.start < other.end and other.start < one.end


def _once(found: Sequence[Designation]) -> Iterator[Designation]:
    """Each name at its first sentence; one whose words another has all of is that other."""
    for number, each in enumerate(found):
        fuller = (one for one in found if len(one.name.split()) > len(each.name.split()))
        again = any(covers(one.name, each.name) for one in found[:number])
        if not again and not any(covers(one.name, each.name) for one in fuller):
            yield each
