"""The phrase table as patterns over the words of a sentence (``phrases.tsv``)."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from watchlist.designations.words import folded_words, rows


class Voice(StrEnum):
    """Who stands before the verb; ``noun`` where sanctions are only spoken of."""

    ACTIVE = "active"
    PASSIVE = "passive"
    NOUN = "noun"


class Slot(StrEnum):
    """Where the target stands: before the phrase, behind it, or between its parts."""

    BEFORE = "before"
    BEHIND = "behind"
    BETWEEN = "between"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One row of the table; ``pattern`` is read over a line of words each followed by one blank."""

    template: str
    voice: Voice
    strong: bool
    slot: Slot
    pattern: re.Pattern[str]


_ANY = "[^ ,|]*"
_WORD = "[^ ,|]+ "
# "And" and "so", which Arabic writes onto the word behind them.
_WRITTEN_ON = {"ar": "[وف]?"}
_GAP = rf"(?:{_WORD}|, (?:{_WORD}){{1,4}}, ){{0,8}}?"
"""Up to eight words, where a few between two commas count as one ("announced, on Monday, sanctions")."""
_BETWEEN = r"(?P<slot>(?:[^ |]+ ){1,30}?)"


@lru_cache(maxsize=1)
def phrases() -> Mapping[str, tuple[Phrase, ...]]:
    """The phrases of each language, in the order of the table."""
    groups: dict[str, str] = {}
    found: dict[str, list[Phrase]] = defaultdict(list)
    for language, how, text in rows("phrases.tsv"):
        if how.startswith("="):
            groups[language + how[1:]] = _any_of(text.split(" / "), language)
            continue
        voice, _, strength = how.partition(" ")
        found[language].append(_phrase(text, Voice(voice), strength == "strong", groups, language))
    return {language: tuple(own) for language, own in found.items()}


def _phrase(template: str, voice: Voice, strong: bool, groups: Mapping[str, str], language: str) -> Phrase:  # noqa: FBT001
    pieces = template.split()
    slot = _slot(pieces)
    pattern = "".join(_piece(piece, groups, language) for piece in pieces[slot is Slot.BEFORE : _end(pieces, slot)])
    return Phrase(template, voice, strong, slot, re.compile(rf"(?<![^ ]){pattern}"))


def _slot(pieces: list[str]) -> Slot:
    if "X" not in pieces:
        return Slot.NOWHERE
    if pieces[0] == "X":
        return Slot.BEFORE
    return Slot.BEHIND if pieces[-1] == "X" else Slot.BETWEEN


def _end(pieces: list[str], slot: Slot) -> int:
    return len(pieces) - (slot is Slot.BEHIND)


def _piece(piece: str, groups: Mapping[str, str], language: str) -> str:
    if piece == "…":
        return _GAP
    if piece == "X":
        return _BETWEEN
    if piece == ",":
        return ", "
    if piece.startswith("<") and piece.endswith(">"):
        return groups[language + piece[1:-1]]
    return _any_of(piece.split("/"), language)


def _any_of(alternatives: list[str], language: str) -> str:
    return "(?:" + "|".join("".join(_word(word, language) for word in each.split()) for each in alternatives) + ")"


def _word(word: str, language: str) -> str:
    if word == "…":
        return _GAP
    if word == "*":
        return _WORD
    start = _ANY if word.startswith("*") else _WRITTEN_ON.get(language, "")
    return start + re.escape(folded_words(word.strip("*"))) + (_ANY if word.endswith("*") else "") + " "
