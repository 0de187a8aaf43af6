"""One field of an article as matching reads it: words, their senses, and what stands between them."""

from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from watchlist.matching.vocabulary import Sense, Vocabulary
from watchlist.model import Field
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold
from watchlist.text.scripts import CASED
from watchlist.text.tokens import Token, tokenize


class Break(IntEnum):
    """How much separates two neighbouring words."""

    NONE = 0
    COMMA = 1
    HARD = 2


_SOFT = frozenset(" \u00a0\u202f\t-‐‑–—'’\"«»„“”‘`‹›*_·・/&+.ـ\u200c\u200f\u200e")


@dataclass(frozen=True, slots=True)
class Page:
    """Words of one field with their senses; ``breaks[i]`` stands between word i and word i + 1.

    ``is_headline`` says that it writes most words with a capital; ``cased`` is False when the field writes no capitals,
    or nothing but capitals, so that they say nothing.
    """

    field: Field
    text: str
    tokens: tuple[Token, ...]
    senses: tuple[Sense, ...]
    breaks: tuple[Break, ...]
    cased: bool
    is_headline: bool

    def starts_sentence(self, at: int) -> bool:
        """Whether a capital at this word is owed to the beginning of a sentence."""
        return at == 0 or self.breaks[at - 1] is Break.HARD

    def names(self, at: int) -> bool:
        """Whether the word may be part of a proper name: capitalised, hyphened to such a word, or in a text without
        case.
        """
        hyphened = at > 0 and self.text[self.tokens[at - 1].end : self.tokens[at].start] == "-"
        return self.senses[at].capital or not self.cased or (hyphened and self.senses[at - 1].capital)


def read_page(field: Field, text: str, vocabulary: Vocabulary) -> Page:
    """Tokens, senses and breaks of a text."""
    tokens = _close_legal_forms(text, tokenize(text))
    capitals = sum(token.surface[0].isupper() for token in tokens)
    cased = capitals > 0 and any(token.surface[0].islower() for token in tokens)
    all_lower = capitals == 0
    senses = tuple(vocabulary.sense(_as_read(token.surface, all_lower=all_lower)) for token in tokens)
    breaks = tuple(_break(text, left, right) for left, right in pairwise(tokens))
    says_case = cased and any(sense.script in CASED for sense in senses)
    return Page(field, text, tokens, senses, breaks, says_case, is_headline=2 * capitals > len(tokens))


def _as_read(surface: str, *, all_lower: bool) -> str:
    closed = surface.replace(".", "") if "." in surface else surface
    return closed.capitalize() if all_lower and closed[0].islower() else closed


def _close_legal_forms(text: str, tokens: list[Token]) -> tuple[Token, ...]:
    """Tokens with a legal form in dotted letters ("s.r.o.", "S. A.") made one."""
    closed: list[Token] = []
    at = 0
    while at < len(tokens):
        length = _dotted_length(text, tokens, at)
        last = tokens[at + length - 1]
        closed.append(
            Token(tokens[at].start, last.end, text[tokens[at].start : last.end].replace(" ", ""))
            if length > 1
            else last
        )
        at += length
    return tuple(closed)


def _dotted_length(text: str, tokens: list[Token], at: int) -> int:
    """How many single letters with dots between them make a legal form from here; 1 when they make none."""
    letters = ""
    best = 1
    for number, token in enumerate(tokens[at : at + 6]):
        if len(token.surface) > 1 or (number and text[tokens[at + number - 1].end : token.start] not in {".", ". "}):
            break
        letters += token.surface
        if number and lexicon().is_a("legal", fold(letters)):
            best = number + 1
    return best


def _break(text: str, left: Token, right: Token) -> Break:
    between = text[left.end : right.start]
    if between in {" ", "-", ""}:
        return Break.NONE
    if "\n" in between or len(between) > 5:
        return Break.HARD
    marks = [mark for mark in between if mark not in _SOFT]
    if "." in between and not _is_abbreviation(left):
        return Break.HARD
    if not marks:
        # A dash between spaces separates; a hyphen joins.
        return Break.HARD if " – " in between or " — " in between or " - " in between else Break.NONE
    return Break.COMMA if all(mark in ",،、" for mark in marks) else Break.HARD


def is_place(sense: Sense) -> bool:
    """Whether a word is a country, a nationality or a city: never a mention by itself."""
    return bool(sense.countries) or sense.folded in lexicon().places


def _is_abbreviation(token: Token) -> bool:
    """An initial or a short title may be followed by a full stop without ending the sentence."""
    return len(token.surface) == 1 or (
        len(token.surface) <= 3 and token.surface[0].isupper() and token.surface[1:].islower()
    )
