"""Whether what a phrase says is so: said as a fact, and by an authority of a state."""

import re
from collections.abc import Sequence

from watchlist.designations.names import is_country
from watchlist.designations.sentence import Line, Word
from watchlist.designations.words import classes

_AGENT = 14
"""Words before a verb in which its subject stands."""
_DENIAL = 2
"""Words behind a phrase in which a denial of it stands, in languages that put it there."""
_BY = 8
"""Words behind "by" that say who it was."""
_BY_WORDS = frozenset(["by", "por", "pelo", "pela", "par", "von", "vom", "da", "dal", "dalla", "przez", "durch", "dai"])
_AMBIGUOUS = re.compile(r"\b(?:black|negra|noire|schwarz|черн|чорн|nera|czarn|kara|سوداء|السوداء)")


def is_fact(line: Line, first: int, last: int, language: str) -> bool:
    """Whether nothing in the clause of ``words[first:last]`` makes it a wish, a threat or a denial, and nothing in the
    sentence ends it.
    """
    if any("ended" in classes(language, word.folded) for word in line.words):
        return False
    start = first
    while start > 0 and not line.words[start].mark and first - start < _AGENT:
        start -= 1
    denied = any("not" in classes(language, word.folded) for word in line.words[last : last + _DENIAL])
    return not denied and not any(_unreal(word, language) for word in line.words[start:last])


def _unreal(word: Word, language: str) -> bool:
    return "unreal" in classes(language, word.folded) and not (word.capital and not word.surface[1:].islower())


def author(line: Line, first: int, last: int, *, active: bool) -> tuple[Word, ...]:
    """The words that say who did it: before an active verb, or behind "by"; empty where nobody is named."""
    words = line.words
    if active:
        start = first
        while start > 0 and words[start].mark != "|" and first - start < _AGENT:
            start -= 1
        return words[start:first]
    for at in range(first, min(last + _BY, len(words))):
        if words[at].folded in _BY_WORDS:
            return words[at + 1 : at + 1 + _BY]
    return ()


def is_state(words: Sequence[Word], language: str) -> bool:
    """Whether an authority, a country or its government is among the words."""
    return names_authority(words, language) or any(_written(word) and is_country(word.folded) for word in words)


def names_authority(words: Sequence[Word], language: str) -> bool:
    """Whether one of those who put others under sanctions is named."""
    return any(_written(word) and "authority" in classes(language, word.folded) for word in words)


def _written(word: Word) -> bool:
    """Whether a word may be a name: "US" is, "us" is not."""
    return word.capital or not word.surface.isascii()


def is_office(words: Sequence[Word], language: str) -> bool:
    """Whether the words may stand for an authority named before ("the ministry", "it")."""
    return not words or any("office" in classes(language, word.folded) for word in words)


def is_private(words: Sequence[Word], language: str) -> bool:
    """Whether a court, a regulator, a company or a sport's body is among the words."""
    return any(classes(language, word.folded).intersection({"court", "sport"}) for word in words)


def is_sport(words: Sequence[Word], language: str) -> bool:
    """Whether the words speak of sport."""
    return any("sport" in classes(language, word.folded) for word in words)


def is_ambiguous(text: str) -> bool:
    """Whether a phrase also names lists that anybody keeps."""
    return _AMBIGUOUS.search(text) is not None
