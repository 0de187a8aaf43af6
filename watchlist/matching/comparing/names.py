"""Names of organisations, vessels and aircraft split into units."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from watchlist.matching.comparing.parts import LONGEST_NAME, MOST_UNITS, Role, Unit
from watchlist.matching.comparing.words import folded_word, likeness
from watchlist.text.lexicon import lexicon, stem
from watchlist.text.normalize import fold
from watchlist.text.rarity import rarity
from watchlist.text.tokens import tokenize
from watchlist.text.translations import meanings

# A word that stands in more listed names says little about any of them.
COMMON_IN_NAMES = 60
WEIGHT = {
    Role.WORD: 1.0,
    Role.GENERIC: 0.4,
    Role.KIND: 0.12,
    Role.PLACE: 0.8,
    Role.NUMBER: 0.6,
    Role.INITIAL: 0.3,
    Role.LEGAL: 0.0,
    Role.FILLER: 0.0,
}
FAINT_WEIGHT = 0.25
ACRONYM_WEIGHT = 0.3
_DOTTED = re.compile(r"(?<!\w)(?:\w\.\s?){2,}(?:\w(?!\w))?")
# A parenthesis of four words and more remarks on the name ("branch located in ...").
_REMARK = re.compile(r"\((?:[^()\s]{1,40}\s+){3,30}[^()]{1,40}\)")
_DIGITS_AND_LETTERS = re.compile(r"(?=\w*\d)\w+")
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12"}
_COUNTED = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "first": "1", "1st": "1", "second": "2", "2nd": "2", "third": "3", "3rd": "3", "fourth": "4",
    "4th": "4", "fifth": "5", "5th": "5", "sixth": "6", "6th": "6", "seventh": "7", "7th": "7", "eighth": "8",
    "8th": "8", "ninth": "9", "9th": "9", "tenth": "10", "10th": "10",
}  # fmt: skip
_LEGAL_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "limited liability company", "limited liability partnership", "limited liability",
        "open joint stock company", "public joint stock company", "closed joint stock company", "joint stock company",
        "private joint stock company", "public limited company", "private limited", "proprietary limited", "pty ltd",
        "pte ltd", "pvt ltd", "sp z o o", "sp z oo", "spolka z oo", "s r o", "d o o", "a s", "s a", "s p a", "b v",
        "n v", "l l c", "gesellschaft mit beschrankter haftung", "gesellschaft mbh", "co kg", "co ltd", "m b h",
        "общество с ограниченной ответственностью", "акционерное общество", "открытое акционерное общество",
        "публичное акционерное общество", "закрытое акционерное общество", "товариство з обмеженою відповідальністю",
        "обществом с ограниченной ответственностью", "общества с ограниченной ответственностью",
        "акціонерне товариство", "obshchestvo s ogranichennoy otvetstvennostyu", "aktsionernoe obshchestvo",
        "societe anonyme", "sociedad anonima", "anonim sirketi", "limited sirketi", "de c v", "sa de cv",
    )
)  # fmt: skip
_LEGAL = frozenset(
    [
        "aktiengesellschaft",
        "gesellschaft",
        "incorporated",
        "incorporation",
        "corporation",
        "limited",
        "company",
        "compagnie",
        "inc",
        "corp",
        "co",
        "aktiebolag",
        "osakeyhtio",
        "anonima",
        "limitada",
        "oyj",
    ]
)
_KIND = frozenset({"company", "corporation", "group", "holding", "organization"})
# Meanings that stand in so many names that they tell few apart.
_FAINT = frozenset({"european", "national", "international", "state", "general", "federal", "united", "public"})
_STATEHOOD = frozenset({"republic", "federation", "state"})
_CONNECTORS = frozenset(
    [
        "на",
        "за",
        "в",
        "во",
        "з",
        "із",
        "зі",
        "по",
        "с",
        "със",
        "со",
        "о",
        "об",
        "от",
        "при",
        "для",
        "имени",
        "имя",
        "імені",
        "им",
        "ім",
        "та",
        "у",
        "до",
        "під",
        "v",
        "ve",
        "na",
        "za",
        "pro",
        "pri",
        "pri",
        "od",
        "do",
        "w",
        "we",
        "ze",
        "dla",
        "ds",
        "po",
        "s",
        "se",
        "si",
        "k",
        "ke",
        "iz",
        "med",
        "ob",
        "przy",
        "imienia",
        "imeni",
        "named",
        "after",
        "im",
        "jmena",
    ]
)
_MISSPELT_FROM = 6
_VESSEL_WORDS = frozenset({"mv", "mt", "ms", "m/v", "m/t", "vessel", "tanker", "ship"})


@lru_cache(maxsize=32768)
def organization(name: str) -> tuple[Unit, ...]:
    """Units of an organisation's name, and of any other that is no person's."""
    text = _REMARK.sub(" ", name[:LONGEST_NAME])
    text = _DOTTED.sub(lambda dotted: dotted.group().replace(".", "").replace(" ", "") + " ", text)
    surfaces = [token.surface for token in tokenize(text)][:MOST_UNITS]
    units = list(_units(surfaces, [folded_word(surface) for surface in surfaces]))
    return tuple(_settled(units))


def _units(surfaces: Sequence[str], words: Sequence[str]) -> Iterator[Unit]:
    at = 0
    while at < len(words):
        if length := _legal_phrase(words, at):
            yield Unit(" ".join(surfaces[at : at + length]), " ".join(words[at : at + length]), Role.LEGAL, 0.0)
        elif (country := _country_phrase(words, at)) is not None:
            length, code = country
            yield _unit(" ".join(surfaces[at : at + length]), "".join(words[at : at + length]), Role.PLACE, {code})
        else:
            length = 1
            yield from _single(surfaces[at], words[at])
        at += length


def _legal_phrase(words: Sequence[str], at: int) -> int:
    return max((len(phrase) for phrase in _LEGAL_PHRASES if tuple(words[at : at + len(phrase)]) == phrase), default=0)


def _country_phrase(words: Sequence[str], at: int) -> tuple[int, str] | None:
    found = [
        (len(phrase), code)
        for phrase, code in lexicon().country_phrases.get(stem(words[at]), ())
        if len(phrase) <= len(words) - at
        and all(stem(one) == stem(fold(other)) for one, other in zip(words[at:], phrase, strict=False))
    ]
    return max(found, default=None)


def _single(surface: str, folded: str) -> Iterator[Unit]:
    words = lexicon()
    number = _ROMAN.get(folded) or _COUNTED.get(folded)
    if number is not None or folded.isdigit():
        yield _unit(surface, number or folded.lstrip("0") or "0", Role.NUMBER)
    elif _DIGITS_AND_LETTERS.fullmatch(folded):
        yield _unit(surface, folded, Role.WORD)
    elif (words.is_a("legal", folded) or folded in _LEGAL or folded in _VESSEL_WORDS) and len(folded) > 1:
        role = Role.KIND if folded in _LEGAL else Role.LEGAL
        yield _unit(surface, folded, role, frozenset().union(*meanings(folded)))
    elif folded in _CONNECTORS or words.is_a("particle", folded) or words.is_a("conjunction", folded):
        yield _unit(surface, folded, Role.FILLER)
    elif len(folded) == 1:
        yield _unit(surface, folded, Role.INITIAL)
    else:
        yield from _meaningful(surface, folded)


def _meaningful(surface: str, folded: str) -> Iterator[Unit]:
    said = meanings(folded)
    if len(said) > 1:
        for part in said:
            yield _unit(surface, folded, Role.PLACE if _is_place(part) else Role.GENERIC, part)
    elif said:
        role = Role.PLACE if _is_place(said[0]) else Role.KIND if said[0] & _KIND else Role.GENERIC
        yield _unit(surface, folded, role, said[0])
    elif folded in lexicon().places:
        yield _unit(surface, folded, Role.PLACE)
    elif rarity().of(folded).parties >= COMMON_IN_NAMES or rarity().is_everyday(folded):
        yield _unit(surface, folded, Role.GENERIC)
    elif len(folded) >= _MISSPELT_FROM and any(
        likeness(folded, form).quality > 0.8 for form in _LEGAL if len(form) > 5
    ):
        yield _unit(surface, folded, Role.KIND)
    else:
        yield replace(_unit(surface, folded, Role.WORD), marked=surface.casefold() if folded == fold(surface) else "")


def _is_place(said: frozenset[str]) -> bool:
    return any(meaning.isupper() for meaning in said)


def _unit(surface: str, folded: str, role: Role, concepts: frozenset[str] | set[str] = frozenset()) -> Unit:
    faint = role is Role.GENERIC and bool(concepts & _FAINT)
    return Unit(surface, folded, role, FAINT_WEIGHT if faint else WEIGHT[role], frozenset(concepts))


def initials(units: Sequence[Unit]) -> str:
    """The first letters of the words that an acronym would be made of."""
    return "".join(unit.folded[0] for unit in units if unit.role not in {Role.FILLER, Role.LEGAL, Role.NUMBER})


def is_acronym(unit: Unit) -> bool:
    """Whether a word is written as an acronym: two to six capitals."""
    capitals = sum(letter.isupper() for letter in unit.surface)
    return capitals >= 2 and 2 <= len(unit.folded) <= 6 and unit.role in {Role.WORD, Role.GENERIC}


def _settled(units: list[Unit]) -> Iterator[Unit]:
    """Units that say less beside the others: an acronym of the words, "Republic of" a country."""
    shouted = all(unit.surface.isupper() for unit in units)
    for at, unit in enumerate(units):
        others = initials([*units[:at], *units[at + 1 :]])
        beside = units[max(at - 1, 0) : at] + units[at + 1 : at + 3]
        if is_acronym(unit) and len(units) > 2 and not shouted:
            spelled = unit.folded in others
            yield replace(unit, role=Role.FILLER if spelled else unit.role, weight=0.0 if spelled else ACRONYM_WEIGHT)
        elif unit.concepts & _STATEHOOD and any(other.role is Role.PLACE for other in beside):
            yield replace(unit, role=Role.FILLER, weight=0.0, concepts=frozenset())
        else:
            yield unit
