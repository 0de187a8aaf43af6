"""Runs of words that are names, in scripts with capitals: what is a name, and what only stands before one."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from watchlist.designations.sentence import Word
from watchlist.designations.words import classes
from watchlist.text.lexicon import lexicon, stem
from watchlist.text.rarity import rarity

_LONGEST = 9
"""Words of a name; a longer run is a headline or a title."""
_SHORTEST_ALONE = 3
"""Letters of a name of one word."""
_CAPITAL_NOUNS = frozenset({"de"})
"""Languages that write every noun with a capital."""
_PARTICLES = frozenset(
    ["van", "von", "der", "den", "bin", "ibn", "bint", "al", "el", "abu", "da", "dos", "do", "di", "ter", "ben", "ould"]
)
_LINKS = frozenset(
    ["of", "for", "de", "del", "du", "des", "la", "the", "d", "della", "das", "los", "las", "und", "and"]
)
"""Small words inside the name of an organisation."""
_ORGANIZATION = "org:"
_SAID_OF = ("org:", "role:", "cue:")


@dataclass(frozen=True, slots=True)
class Run:
    """A name at ``words[first:last]``."""

    first: int
    last: int


def run_at(words: Sequence[Word], at: int, end: int, language: str) -> Run | None:
    """The name that starts at a word and ends before ``end``; None where none does."""
    word = words[at]
    if word.quote:
        return _quoted(words, at, end)
    if not starts_name(word, language):
        return None
    last = at + 1
    while last < end and not words[last].mark and not words[last - 1].owner and last - at < _LONGEST:
        if words[last].quote:
            break
        if starts_name(words[last], language) or (words[last].hyphen and words[last].folded.isalnum()):
            last += 1
            continue
        step = _linked(words, at, last, end, language)
        if not step:
            break
        last += step
    return Run(at, last)


def _quoted(words: Sequence[Word], at: int, end: int) -> Run | None:
    """A short quotation whose first word has a capital, or whose words have no case."""
    number = words[at].quote
    last = at
    while last < end and words[last].quote == number:
        last += 1
    fits = last - at <= _LONGEST and (words[at].capital or words[at].surface[:1].isdigit())
    return Run(at, last) if fits else None


def _linked(words: Sequence[Word], first: int, at: int, end: int, language: str) -> int:
    """How many words a name goes on over a particle ("van der"), or over "of" in the name of an organisation."""
    step = at
    organization = any(label.startswith(_ORGANIZATION) for label in concepts(words[first].folded))
    while step < end and not words[step].mark and step - at < 3:
        folded = words[step].folded
        small = not words[step].capital and (folded in _PARTICLES or (organization and folded in _LINKS))
        if not small:
            break
        step += 1
    goes_on = at < step < end and not words[step].mark and starts_name(words[step], language)
    return step - at + 1 if goes_on else 0


def starts_name(word: Word, language: str) -> bool:
    """Whether a word is written as a name and means nothing else that has a capital."""
    if not word.capital or is_date(word.folded):
        return False
    own = classes(language, word.folded)
    if language in _CAPITAL_NOUNS and ("noun" in own or _is_noun(word.folded)):
        return False
    return not own.intersection({"before", "joins", "clause"}) or word.surface.isupper()


def _is_noun(folded: str) -> bool:
    return any(label.startswith(_SAID_OF) for label in concepts(folded)) or rarity().is_everyday(folded)


def is_date(folded: str) -> bool:
    """Whether a word names a day or a month."""
    return lexicon().is_a("calendar", folded)


@lru_cache(maxsize=65536)
def concepts(folded: str) -> frozenset[str]:
    """What a word says of a party: its kind or its role."""
    return lexicon().concepts.labels(folded)


def is_country(folded: str) -> bool:
    """Whether a word is a country, its people, or its capital."""
    return bool(lexicon().nationalities.labels(folded))


def is_place(words: Sequence[Word]) -> bool:
    """Whether the words together are a country or a city."""
    folded = [word.folded for word in words]
    if " ".join(folded) in lexicon().places:
        return True
    stems = tuple(map(stem, folded))
    return any(tuple(map(stem, name)) == stems for name, _ in lexicon().country_phrases.get(stems[0], ()))
