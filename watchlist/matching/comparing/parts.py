"""A name split into units: words with the part that each plays and how much it says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from watchlist.matching.comparing.words import folded_word
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold
from watchlist.text.rarity import rarity
from watchlist.text.tokens import tokenize

# Longer names are cut: no party has them, and time must not grow with hostile text.
LONGEST_NAME = 600
MOST_UNITS = 40


class Role(StrEnum):
    """What a unit does in a name."""

    WORD = "word"
    PATRONYMIC = "patronymic"
    INITIAL = "initial"
    TITLE = "title"
    FILLER = "filler"
    NUMBER = "number"
    GENERIC = "generic word"
    KIND = "kind of organisation"
    PLACE = "place"
    LEGAL = "legal form"


@dataclass(frozen=True, slots=True)
class Unit:
    """One word of a name, or words that only count together (Abd al-Rahman)."""

    surface: str
    folded: str
    role: Role
    weight: float
    concepts: frozenset[str] = frozenset()
    marked: str = ""

    @property
    def spelled(self) -> str:
        """The word in lower case with its marks, or folded where it is not one word as printed."""
        return self.marked or self.folded


_SERVANT = re.compile(r"abd(?:[aeiou]{1,2}[lrsnzt])?|عبد|абд(?:[уеа][лр])?")
_SERVANT_JOINED = re.compile(r"abd(.{4,})")
_KUNYA = frozenset({"abu", "abou", "abo", "umm"})
_PATRONYMIC = re.compile(
    r".{2,}(?:ov|ev|iev|yev|jev)(?:ich|itch|ic|icz|itj|itsch)|.{2,}(?:ovn|evn|jevn|yevn|ivn|eun|aun)a"
    r"|.{2,}(?:avich|evich|ovych|iyovych|avic)"
    r"|.{2,}(?:ович|евич|івна|ївна|овна|евна|ьевич|йович|авіч|евіч|аўна|еўна)"
)
COMMON = 120
COMMON_WEIGHT = 0.6


@lru_cache(maxsize=32768)
def person(name: str) -> tuple[Unit, ...]:
    """Units of a person's name."""
    surfaces = [token.surface for token in tokenize(name[:LONGEST_NAME])][:MOST_UNITS]
    units = list(_person_units(surfaces))
    return tuple(units)


def _person_units(surfaces: list[str]) -> Iterator[Unit]:
    words = lexicon()
    at = 0
    while at < len(surfaces):
        surface, folded = surfaces[at], folded_word(surfaces[at])
        following = _after_articles(surfaces, at + 1)
        if following is not None and (_SERVANT.fullmatch(folded) or folded in _KUNYA):
            last = folded_word(surfaces[following])
            joined = f"abu{last}" if folded in _KUNYA else _servant(last, apart=True)
            yield Unit(" ".join(surfaces[at : following + 1]), joined, Role.WORD, 1.0)
            at = following + 1
            continue
        at += 1
        if (found := _SERVANT_JOINED.fullmatch(folded)) is not None:
            yield Unit(surface, _servant(found[1], apart=False), Role.WORD, 1.0)
        elif len(folded) == 1:
            yield Unit(surface, folded, Role.INITIAL, 0.2)
        elif (words.is_a("particle", folded) or folded in _PARTICLES) and not _is_first_name(folded, at, surfaces):
            yield Unit(surface, folded, Role.FILLER, 0.0)
        elif words.is_a("title", folded):
            yield Unit(surface, folded, Role.TITLE, 0.1)
        elif _PATRONYMIC.fullmatch(folded):
            yield Unit(surface, folded, Role.PATRONYMIC, 0.5)
        else:
            weight = COMMON_WEIGHT if rarity().of(folded).parties >= COMMON else 1.0
            plain = _plain_digits(folded)
            marked = surface.casefold() if plain == folded == fold(surface) else ""
            yield Unit(surface, plain, Role.WORD, weight, marked=marked)


_SON = frozenset({"ben", "бен"})


def _is_first_name(folded: str, after: int, surfaces: list[str]) -> bool:
    """Whether a particle stands first, where it is a name (Ben Stiller)."""
    return folded in _SON and after == 1 and len(surfaces) > 1


_PARTICLES = frozenset(
    [
        "фон",
        "дер",
        "ден",
        "де",
        "ван",
        "ди",
        "да",
        "ла",
        "ле",
        "льо",
        "дю",
        "дель",
        "дела",
        "дос",
        "аль",
        "эль",
        "ал",
        "ел",
        "ель",
        "бин",
        "ибн",
        "бен",
        "der",
    ]
)
_ARTICLES = frozenset({"al", "el", "ul", "ur", "ar", "as", "ash", "ad", "an", "az", "at", "il", "ol"})


def _after_articles(surfaces: list[str], at: int) -> int | None:
    while at < len(surfaces) and folded_word(surfaces[at]) in _ARTICLES:
        at += 1
    return at if at < len(surfaces) else None


_GOD = frozenset({"allah", "ullah", "ollah", "illah", "alla", "ulla", "lah", "la"})


def _servant(rest: str, *, apart: bool) -> str:
    """Abdul Rahman, Abd-ar-Rahman, Abdurrahman, Abdelrahman: one spelling, without article and doubled letter."""
    if rest in _GOD:
        return "abdlah"
    if rest.startswith("ال") and len(rest) > 4:
        return "عبد" + rest[2:]
    if not rest.isascii():
        return ("абд" if rest[0] >= "а" and rest[0] <= "я" else "عبد") + rest
    if not apart and (found := re.match(r"[aeiou]{1,2}", rest)) is not None:
        rest = rest[found.end() :]
        rest = rest[1:] if rest.startswith("l") or rest[:1] == rest[1:2] else rest
    return f"abd{rest}"


_DIGITS = str.maketrans("013457", "oieast")


def _plain_digits(folded: str) -> str:
    """Digits written for letters in a person's name (Ig0r Sech1n)."""
    letters = sum(letter.isalpha() for letter in folded)
    return folded.translate(_DIGITS) if letters >= 2 and letters < len(folded) else folded
