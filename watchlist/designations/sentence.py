"""One sentence as words that know their places, and as the line that phrases are read over."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from watchlist.designations.words import listed
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold
from watchlist.text.rarity import rarity
from watchlist.text.tokens import tokenize

MOST_WORDS = 200
"""Of a longer sentence the beginning is read: news has none, and time stays in bounds."""

_ELISION = re.compile(r"(?i)(?:l|d|qu|s|n|c|j|m|t|un|dell|nell|all|dall|sull|quell)['’](?=\w)")
# The English genitive, and the cases that Turkish sets off by an apostrophe.
_ENDING = re.compile(r"['’](?:s|S|[ns]?[ıiuü]n?|[ny]?[ae]|[dt][ae]n?|y?l[ae])$|(?<=s)['’]$")
_HYPHENS = frozenset("-‐‑")
_GLUE = _HYPHENS | {"."}
_GENITIVES = frozenset(["'s", "’s", "'S", "’S", "'", "’"])
_HARD = re.compile(r"[:|]")
_SOFT = re.compile(r"[,،;؛]|\s[-–—]+\s|[–—]")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_QUOTED = re.compile(r'[«“„”"]\s*([^«»“”„"]{2,60}?)\s*[»”“"]')
_LONGEST_SMALL = 4
"""Letters of the words that headlines leave small ("over", "with")."""
_FEWEST_OF_HEADLINE = 4
_BEARERS = 20
"""Listed people from which on a word is a name also where it means something in another language (Ali)."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word at ``text[start:end]``; ``mark`` is "," or "|" where one stands before it, ``quote`` the number of the
    short quotation that it stands in (0 for none), ``owner`` whether an ending 's was cut off, ``hyphen`` whether it
    hangs on the word before.
    """

    start: int
    end: int
    surface: str
    folded: str
    capital: bool
    mark: str
    quote: int
    owner: bool
    hyphen: bool


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a sentence; ``text`` writes each folded and with a blank behind it, marks as words of their own.

    In a ``headline`` most words have a capital.
    """

    words: tuple[Word, ...]
    text: str
    starts: tuple[int, ...]
    headline: bool

    def word_at(self, place: int) -> int:
        """The number of the first word that starts at or behind a place of ``text``."""
        found = bisect_right(self.starts, place - 1)
        return min(found, len(self.words))


def read(text: str, start: int, end: int) -> Line:
    """The words of the sentence at ``text[start:end]``, what stands in brackets left out."""
    words = tuple(_words(text, start, end))
    lengths = [(2 if word.mark else 0) + len(word.folded) + 1 for word in words]
    line = "".join((f"{word.mark} " if word.mark else "") + f"{word.folded} " for word in words)
    ends = list(accumulate(lengths))
    starts = tuple(place - len(word.folded) - 1 for place, word in zip(ends, words, strict=True))
    return Line(words, line, starts, is_headline([word.surface for word in words]))


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    sentence = text[start:end]
    asides = [found.span() for found in _ASIDE.finditer(sentence)]
    quotes = [found.span(1) for found in _QUOTED.finditer(sentence)]
    places = [place for place in _places(sentence) if not _within(asides, place[0])][:MOST_WORDS]
    surfaces = [sentence[first:last] for first, last in places]
    gaps = [_ASIDE.sub(" ", sentence[before:first]) for before, first in _gaps(places)]
    headline = is_headline(surfaces)
    for number, (first, _) in enumerate(places):
        surface = _ENDING.sub("", surfaces[number]) if surfaces[number][0].isupper() else surfaces[number]
        folded = fold(surface).replace("'", "")
        described = (
            number + 1 < len(places) and gaps[number + 1] in _HYPHENS and surfaces[number + 1].lower() in _adjectives()
        )
        yield Word(
            start=start + first,
            end=start + first + len(surface),
            surface=surface,
            folded=folded or surface,
            capital=not described and _is_capital(surface, folded, headline=headline),
            mark="" if _is_in_date(surfaces, number) else _mark(gaps[number]),
            quote=next((number for number, span in enumerate(quotes, 1) if span[0] <= first < span[1]), 0),
            owner=surfaces[number][len(surface) :] in _GENITIVES,
            hyphen=gaps[number] in _GLUE,
        )


def _gaps(places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What lies before each word: from the end of the one before it to its start."""
    yield from zip([0, *(last for _, last in places)], (first for first, _ in places), strict=False)


def _mark(gap: str) -> str:
    return "|" if _HARD.search(gap) else "," if _SOFT.search(gap) else ""


def _is_in_date(surfaces: Sequence[str], number: int) -> bool:
    """Whether a mark before a word only parts or ends a date ("on Thursday, March 13, on …")."""
    if number == 0 or not _is_dated(surfaces[number - 1]):
        return False
    return _is_dated(surfaces[number]) or (number > 1 and _is_dated(surfaces[number - 2]))


def _is_dated(surface: str) -> bool:
    return surface.isdecimal() or lexicon().is_a("calendar", fold(surface))


@lru_cache(maxsize=1)
def _adjectives() -> frozenset[str]:
    """What makes an adjective of the name that it hangs on: "based", "linked"."""
    return listed("en", "compound")


def _places(sentence: str) -> Iterator[tuple[int, int]]:
    for token in tokenize(sentence):
        elided = _ELISION.match(token.surface)
        if elided:
            yield token.start, token.start + elided.end() - 1
            yield token.start + elided.end(), token.end
        else:
            yield token.start, token.end


def _within(spans: Sequence[tuple[int, int]], place: int) -> bool:
    return any(first <= place < last for first, last in spans)


def is_headline(surfaces: Sequence[str]) -> bool:
    """Whether every longer word has a capital, so that a capital says little."""
    longer = [surface for surface in surfaces if surface[:1].isalpha() and len(surface) > _LONGEST_SMALL]
    return len(longer) >= _FEWEST_OF_HEADLINE and all(surface[0].isupper() for surface in longer)


def _is_capital(surface: str, folded: str, *, headline: bool) -> bool:
    if not surface[:1].isupper():
        # iPhone, eBay, 3M: a capital inside, or a number with letters.
        return any(letter.isupper() for letter in surface[1:])
    if not headline:
        return True
    return not (is_everyday(folded) or lexicon().is_a("function", folded))


def is_everyday(folded: str) -> bool:
    """Whether news writes a word in lower case, and few listed people bear it (Ali is "or" somewhere)."""
    counts = rarity().of(folded)
    return rarity().is_everyday(folded) and counts.given + counts.family < _BEARERS
