"""Runs of words that are names, in scripts with capitals: what is a name, and what only stands before one."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from watchlist.designations.sentence import Word, is_everyday
from watchlist.designations.words import classes
from watchlist.text.lexicon import lexicon, stem
from watchlist.text.rarity import rarity

_LONGEST = 9
"""Words of a name; a longer run is a headline or a title."""
_SHORTEST_ALONE = 3
"""Letters of a name of one word."""
CAPITAL_NOUNS = frozenset({"de"})
"""Languages that write every noun with a capital."""
DECLINING = frozenset({"ru", "uk", "pl"})
"""Languages in which an organisation stands in the genitive between an office and its holder."""
_PARTICLES = frozenset(
    ["van", "von", "der", "den", "bin", "ibn", "bint", "al", "el", "abu", "da", "dos", "do", "di", "ter", "ben", "ould"]
)
_AND = frozenset(["and", "&", "y", "e", "et", "und", "и", "та", "i"])
_LINKS = frozenset(
    ["of", "for", "de", "del", "du", "des", "la", "the", "d", "della", "das", "los", "las", "und", "and"]
)
"""Small words inside the name of an organisation."""
_SMALL = frozenset({"before", "joins", "clause", "small", "later", "names"})
_BEARERS = 3
"""Listed people from which on a month is a given name, too (Marco)."""
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
        if words[last].quote or _writes(words[last]) != _writes(word):
            break
        if starts_name(words[last], language) or (words[last].hyphen and words[last].folded.isalnum()):
            last += 1
            continue
        step = _linked(words, at, last, end, language)
        if not step:
            break
        last += step
    return _with_and(words, Run(at, last), end, language)


def _writes(word: Word) -> bool:
    """Whether a word is in Cyrillic: an employer in Latin letters is no part of a Russian's name."""
    return "а" <= word.folded[:1] <= "ӿ"


def _with_and(words: Sequence[Word], run: Run, end: int, language: str) -> Run:
    """A company whose name has an "and" in it: "Golden Lotus Oil and Real Estate Company"."""
    first = run.last + 1
    if first >= end or words[run.last].mark or words[first].mark or words[run.last].folded not in _AND:
        return run
    last = first
    while last < end and not words[last].mark and starts_name(words[last], language):
        last += 1
    general = not _is_kind(words[run.last - 1]) and any(
        is_everyday(word.folded) for word in words[run.first : run.last]
    )
    return Run(run.first, last) if general and last > first + 1 and _is_kind(words[last - 1]) else run


def _is_kind(word: Word) -> bool:
    """Whether a word says the kind or the legal form of an organisation."""
    said = any(label.startswith(_ORGANIZATION) for label in concepts(word.folded))
    return said or lexicon().is_a("legal", word.folded)


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
        of_family = folded == "de" and at == first + 1 and not is_role(words[first], language)  # Alexandre de Moraes
        small = not words[step].capital and (folded in _PARTICLES or of_family or (organization and folded in _LINKS))
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
    if language in CAPITAL_NOUNS and is_noun(word.folded, language):
        return False
    return not own & _SMALL or word.surface.isupper()


def is_noun(folded: str, language: str) -> bool:
    """Whether a word that every sentence writes with a capital only says what somebody is."""
    return (
        "noun" in classes(language, folded)
        or any(label.startswith(_SAID_OF) for label in concepts(folded))
        or is_everyday(folded)
    )


def is_date(folded: str) -> bool:
    """Whether a word names a day or a month."""
    return lexicon().is_a("calendar", folded) and rarity().of(folded).given < _BEARERS


@lru_cache(maxsize=65536)
def concepts(folded: str) -> frozenset[str]:
    """What a word says of a party: its kind or its role."""
    return lexicon().concepts.labels(folded)


def has_role(words: Sequence[Word], first: int, language: str) -> bool:
    """Whether the word before a name is an office."""
    if first == 0:
        return False
    before = words[first - 1].folded
    return "holder" in classes(language, before) or any(label.startswith("role:") for label in concepts(before))


def is_role(word: Word, language: str) -> bool:
    """Whether a word only says what somebody is ("CEO", "President")."""
    said = any(label.startswith("role:") for label in concepts(word.folded))
    return said or lexicon().is_a("title", word.folded) or "never" in classes(language, word.folded)


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
