"""Person or organisation? Asked of a name alone, where the Consolidated Screening List prints no type.

The lists of the Bureau of Industry and Security and of the State Department name persons, firms and research
institutes without saying which is which.
"""

import re

from watchlist.model import PartyType
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold
from watchlist.text.rarity import rarity
from watchlist.text.tokens import tokenize

STATED = re.compile(r"\((?:[\w ]+ )?(individual|entity)\)$", re.IGNORECASE)
NO_PERSON = re.compile(r"[\d&/@:“”\"]|\([A-Z][A-Za-z0-9 -]*\)")
"""Digits, signs, and an acronym in brackets do not stand in a person's name."""
ORGANIZATIONS = ("(UVL)", "(MEU)")
"""Source lists that name no natural persons: unverified end users, military end users."""
PERSONS = ("(DTC)", "(DPL)")
"""Source lists of convicted and denied people, on which a firm says so by its name."""
MOST_WORDS = 6
COMMON = 5
"""Listed parties from which the table of rarity says what a word is."""


def type_of_name(name: str, source: str) -> PartyType:
    """The type that a name most likely has on a source list; an organisation where nothing speaks for a person."""
    stated = STATED.search(name)
    if stated is not None:
        return PartyType.PERSON if stated[1].lower() == "individual" else PartyType.ORGANIZATION
    words = [fold(token.surface).replace(".", "") for token in tokenize(name)]
    if any(mark in source for mark in ORGANIZATIONS) or NO_PERSON.search(name) or not 2 <= len(words) <= MOST_WORDS:
        return PartyType.ORGANIZATION
    if any(map(_is_legal, words)) or lexicon().is_a("legal", words[-1]):
        return PartyType.ORGANIZATION
    says = [_personal(word) for word in words]
    if any(mark in source for mark in PERSONS):
        personal = sum(says) > 0 or min(says) >= 0
    else:
        personal = sum(says) > 0 and min(says) >= 0
    return PartyType.PERSON if personal else PartyType.ORGANIZATION


def _is_legal(word: str) -> bool:
    """Whether a word is part of a firm's legal form and nothing else."""
    words = lexicon()
    return (
        len(word) > 1
        and not words.is_a("particle", word)
        and (words.is_a("legal", word) or words.is_a("connector", word))
    )


def _personal(word: str) -> int:
    """1 for a word that listed persons bear, -1 for one that firms bear, 0 for a word that says nothing."""
    words, count = lexicon(), rarity().of(word)
    if (
        len(word) < 2
        or words.is_a("title", word)
        or words.is_a("particle", word)
        or word in words.places
        or count.parties < COMMON
    ):
        return 0
    borne = (count.given + count.family) / count.parties
    return 1 if borne >= 0.5 else -1 if borne < 0.1 else 0
