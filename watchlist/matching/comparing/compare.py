"""The best of several candidate names for a query, under each type that it may be of."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from watchlist.matching.comparing.organizations import compare_organizations
from watchlist.matching.comparing.persons import compare_persons
from watchlist.matching.readings import QUALITY, How
from watchlist.matching.weights import evidence
from watchlist.model import Evidence, PartyType
from watchlist.text import hangul
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold
from watchlist.text.tokens import tokenize


@dataclass(frozen=True, slots=True)
class Comparison:
    """The best of several candidate names: its ``score`` in [0, 1], the name itself and the evidence."""

    score: float
    alias: str
    evidence: tuple[Evidence, ...]


# Longer names are read by their beginning when nobody says what they name.
LONGEST_NAME = 1000
NOTHING = Comparison(0.0, "", ())


def compare(query: str, candidates: Sequence[str], party_type: PartyType | None = None) -> Comparison:
    """Score ``query`` against each candidate and return the best; without a type the names say what they name."""
    kind = party_type or _kind_of((query, *candidates))
    found = (_compare_one(query, candidate, kind) for candidate in candidates)
    return max(found, key=lambda comparison: comparison.score, default=NOTHING)


def _kind_of(names: Sequence[str]) -> PartyType:
    """An organisation where any name has a number, a legal form or a word for one; else a person."""
    words = [fold(token.surface) for name in names for token in tokenize(_clean(name)[:LONGEST_NAME])]
    tables = lexicon()
    for word in words:
        said = any(label.startswith("org:") for label in tables.concepts.labels(word))
        if said or word.isdigit() or (len(word) > 1 and tables.is_a("legal", word)):
            return PartyType.ORGANIZATION
    return PartyType.PERSON


def _compare_one(query: str, candidate: str, party_type: PartyType) -> Comparison:
    one, other = fold(_clean(query)).strip(), fold(_clean(candidate)).strip()
    if not one or not other or (query != candidate and not any(map(str.isalnum, one))):
        return Comparison(0.0, candidate, ())
    if one == other:
        return Comparison(1.0, candidate, (evidence("same-name", 1.0, candidate),))
    if _is_romanised(query, candidate) or _is_romanised(candidate, query):
        away = 1.0 - QUALITY[How.TRANSLITERATED]
        lines = (evidence("same-words", 1.0, f"{query} = {candidate}"), evidence("other-spelling", away))
        return Comparison(round(1.0 + lines[1].weight, 4), candidate, lines)
    compared = compare_persons if party_type is PartyType.PERSON else compare_organizations
    found = compared(_clean(query), _clean(candidate))
    score = min(max(sum(line.weight for line in found), 0.0), 1.0)
    return Comparison(round(score, 4), candidate, found)


def _is_romanised(native: str, latin: str) -> bool:
    """Whether a full name in Hangul is spelled by a Latin one."""
    characters = fold(native).replace(" ", "")
    if not hangul.is_syllables(characters):
        return False
    return hangul.spells(characters, tuple(token.surface for token in tokenize(fold(latin))))


def _clean(name: str) -> str:
    """A name whose characters all can be written: half of a surrogate pair is no letter of anything."""
    return name if name.isascii() else unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode("utf-8"))
