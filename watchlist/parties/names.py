"""Names as joining compares them: folded words in any order, legal forms aside, and how much each name says."""

import re
from dataclasses import dataclass
from functools import lru_cache

from watchlist.model import Alias, AliasKind, PartyType
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold
from watchlist.text.sounds import sound_keys

COMPARED = frozenset({AliasKind.PRIMARY, AliasKind.STRONG})
"""Weak names, former names and abbreviations are shared by too many to say who somebody is."""

_TELLING = 3
"""From so many words on a name is one person's however it is romanised: given name, patronymic, family name."""

SOUNDED = "~"
"""Opens the key of a name that stands there by its sounds: its words are no words of the list."""

_INNER_STOP = re.compile(r"(?<=\b\w)\.(?=\w\b)")
_WORD = re.compile(r"[^\W_]+")
_INCLUDING = re.compile(r",?\s+including\s", re.IGNORECASE)
_FORM_CLASSES = ("legal", "connector", "particle")
_COMMON_CLASSES = ("everyday", "title", *_FORM_CLASSES)


@dataclass(frozen=True, slots=True)
class Name:
    """A published name, its folded words sorted into ``key``; ``weight`` counts those that tell one from another."""

    text: str
    key: str
    weight: int


def names(aliases: tuple[Alias, ...], type_: PartyType) -> dict[str, Name]:
    """The compared names of a listing by their keys, in the order of the list."""
    found: dict[str, Name] = {}
    for alias in aliases:
        if alias.kind in COMPARED:
            name = reduced(alias.text, type_)
            if name.weight > 0:
                found.setdefault(name.key, name)
            if type_ is PartyType.PERSON and name.weight >= _TELLING:
                sounded = by_sound(name)
                found.setdefault(sounded.key, sounded)
    return found


def reduced(text: str, type_: PartyType) -> Name:
    """One published name as joining compares it."""
    tokens = words(_without_parts(text))
    if type_ is PartyType.PERSON:
        return Name(text, " ".join(sorted(tokens)), sum(map(_is_name, tokens)))
    kept = [token for token in tokens if not is_form(token)] or tokens
    return Name(text, " ".join(sorted(kept)), max(1, sum(map(is_distinctive, kept))))


def by_sound(name: Name) -> Name:
    """A full name under the sounds of its words: each list romanises Николаевич its own way."""
    sounds = sorted((sound_keys(word) or (word,))[0] for word in name.key.split())
    return Name(name.text, f"{SOUNDED} {' '.join(sounds)}", name.weight)


def _without_parts(text: str) -> str:
    """Only the first of "Hamas including Izz al-Din al-Qassam Brigades": its parts are no further names of it."""
    return _INCLUDING.split(text, maxsplit=1)[0] if "ncluding" in text else text


def words(text: str) -> list[str]:
    """Folded words: "S.A." is one, "Al-Qa'ida" two, apostrophes gone."""
    joined = _INNER_STOP.sub("", text) if "." in text else text
    return _WORD.findall(fold(joined).replace("'", ""))


@lru_cache(maxsize=65536)
def _is_name(token: str) -> bool:
    """Whether the word is neither an initial nor a particle."""
    return len(token) > 1 and not lexicon().is_a("particle", token)


@lru_cache(maxsize=65536)
def is_form(token: str) -> bool:
    """Whether the word only says which legal form an organisation has, or joins others."""
    return any(lexicon().is_a(word_class, token) for word_class in _FORM_CLASSES)


@lru_cache(maxsize=65536)
def is_distinctive(token: str) -> bool:
    """Whether the word is neither a number or initial, nor everyday, nor a kind of organisation, nor a place."""
    tables = lexicon()
    return not (
        len(token) < 2
        or token.isdecimal()
        or any(tables.is_a(word_class, token) for word_class in _COMMON_CLASSES)
        or any(label.startswith("org:") for label in tables.concepts.labels(token))
        or is_place(token)
    )


@lru_cache(maxsize=65536)
def is_place(token: str) -> bool:
    """Whether the word is a place, or says where somebody comes from."""
    tables = lexicon()
    return token in tables.places or bool(tables.nationalities.labels(token))
