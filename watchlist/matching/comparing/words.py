"""When two words of names are the same word: spelling, alphabet, ending, translation."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from anyascii import anyascii
from rapidfuzz.distance import OSA

from watchlist.matching.comparing.hearing import FARTHEST, heard
from watchlist.matching.readings import QUALITY, How
from watchlist.text.inflection import bases, before_apostrophe
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold, unmask
from watchlist.text.scripts import CASED, UNSPACED, Script, script_of
from watchlist.text.sounds import sound_keys

LONGEST_WORD = 60
# Spellings of one sound in one alphabet differ by a letter or two, not by half of the word.
LEAST_ALIKE = 0.5
LEAST_ALIKE_VOWELS = 0.7
# Letters that may differ, by the length of the longer word; the first letter is rarely the wrong one.
SHORTEST_TYPO = 4
SHORTEST_TWO_TYPOS = 8
SHORTEST_THREE_TYPOS = 12
OTHER_FIRST_LETTER = 0.06
LEAST_ALIKE_SOUNDS = 0.75
SHORTEST_STEM = 3
# What a word heard exactly is worth, and what is lost by the distance of the sounds.
HEARD_BEST = 0.97
HEARD_LOST = 1.2
SHORTEST_BONES = 2
LONGEST_BARE = 4
LONGEST_SHORT = 5
LEAST_ALIKE_BONES = 0.66


class Way(StrEnum):
    """How one word stands for another, in words for an officer."""

    SAME = "the same"
    SPELLING = "another spelling"
    INFLECTED = "inflected"
    VOWELS = "other vowels"
    HEARD = "written as it sounds"
    TYPO = "a letter or two differ"
    INITIAL = "initial"
    TRANSLATED = "translated"
    ACRONYM = "initials of the words"
    JOINED = "written together"


class Likeness(NamedTuple):
    """How well two words agree: ``quality`` in [0, 1], 0 when they are different words."""

    quality: float
    way: Way


DIFFERENT = Likeness(0.0, Way.SAME)
SAME = Likeness(1.0, Way.SAME)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name under all the spellings by which it may be recognised."""

    plain: str
    script: Script
    keys: frozenset[str]
    stems: frozenset[str]
    groups: frozenset[int]
    bones: str


@lru_cache(maxsize=131072)
def word_of(spelled: str) -> Word:
    """The word of a spelling in lower case; its marks tell sounds apart (š, ö), which folding forgets."""
    plain = unmask(fold(spelled[:LONGEST_WORD])).replace("'", "")
    stem = before_apostrophe(fold(spelled))
    forms = (spelled[:LONGEST_WORD], plain, stem)
    keys = frozenset(key for form in dict.fromkeys(forms) if form for key in sound_keys(form))
    stems = keys.union(*(bases(key, SHORTEST_STEM) for key in keys))
    known = _given_names()
    groups = frozenset(number for key in stems for number in known.get(key, ()))
    return Word(plain, script_of(plain), keys, stems, groups, _bones(plain))


@lru_cache(maxsize=1)
def _given_names() -> Mapping[str, frozenset[int]]:
    """Sound keys of given names, with the groups of names that are one: in different languages, or short for it."""
    text = (files("watchlist.text") / "lexicon" / "nicknames.tsv").read_text(encoding="utf-8")
    nicknames = (line.split() for line in text.splitlines() if not line.startswith("#"))
    groups: dict[str, set[int]] = defaultdict(set)
    for number, names in enumerate((*lexicon().given_names, *nicknames)):
        for name in names:
            for key in sound_keys(name):
                groups[key].add(number)
    return {key: frozenset(numbers) for key, numbers in groups.items()}


_SOUNDS_ALIKE = str.maketrans({"q": "k", "c": "k", "g": "j", "p": "b", "v": "f", "z": "s", "x": "s", "t": "d", "`": ""})
_VOWELLESS = str.maketrans({"ا": "", "و": "", "ي": "", "ی": "", "ع": "", "ء": "", "ه": "h", "ى": "", "چ": "ch"})


def _bones(plain: str) -> str:
    """The consonants of a word, those that romanisations mix up taken for one; what scripts without vowels leave."""
    bare = plain.removeprefix("ال") if len(plain) > LONGEST_BARE else plain
    parts = (bare,) if bare.isascii() else tuple(bare.translate(_VOWELLESS))
    letters = [letter for part in parts for letter in _consonants(part)]
    bones = "".join(letter for at, letter in enumerate(letters) if at == 0 or letters[at - 1] != letter)
    return bones[:-1] if len(bones) > SHORTEST_BONES and bones.endswith("h") else bones


def _consonants(part: str) -> Iterator[str]:
    latin = anyascii(part).lower()
    for group, sound in _GROUPS:
        latin = latin.replace(group, sound)
    return (letter for letter in latin.translate(_SOUNDS_ALIKE) if letter.isalpha() and letter not in "aeiouyw")


_GROUPS = (("sh", "S"), ("ch", "S"), ("kh", "H"), ("gh", "G"), ("th", "s"), ("dh", "s"), ("ph", "f"))


@lru_cache(maxsize=262144)
def likeness(one: str, other: str) -> Likeness:
    """How well two words in lower case agree."""
    if one == other:
        return SAME
    left, right = word_of(one), word_of(other)
    if left.plain == right.plain:
        return SAME
    if left.plain.startswith("abd") and right.plain.startswith("abd") and min(len(left.plain), len(right.plain)) > 5:
        return likeness(left.plain[3:], right.plain[3:])
    if left.plain.isdigit() or right.plain.isdigit() or min(len(left.plain), len(right.plain)) < 2:
        return DIFFERENT
    if left.script in UNSPACED and right.script in UNSPACED:
        return DIFFERENT
    return _by_sound(left, right) or _by_letters(left, right) or DIFFERENT


def _by_sound(left: Word, right: Word) -> Likeness | None:
    if left.groups & right.groups:
        return Likeness(QUALITY[How.TRANSLITERATED], Way.SPELLING)
    latin = left.script is right.script is Script.LATIN
    if left.keys & right.keys and (not latin or _alike(left.plain, right.plain) >= LEAST_ALIKE):
        return Likeness(QUALITY[How.TRANSLITERATED], Way.SPELLING)
    if left.keys & right.stems or right.keys & left.stems:
        return Likeness(QUALITY[How.INFLECTED], Way.INFLECTED)
    return None


def _by_letters(left: Word, right: Word) -> Likeness | None:
    if left.script is right.script:
        return _typo(left.plain, right.plain) or _vowels(left, right)
    if {left.script, right.script} == {Script.CYRILLIC, Script.LATIN}:
        cyrillic, latin = (left, right) if left.script is Script.CYRILLIC else (right, left)
        far = heard(cyrillic.plain, latin.plain)
        return Likeness(round(HEARD_BEST - HEARD_LOST * far, 3), Way.HEARD) if far <= FARTHEST else None
    if not left.keys or not right.keys:
        return _by_bones(left, right)
    alike = max((_alike(one, other) for one in left.keys for other in right.keys), default=0.0)
    if min(len(left.plain), len(right.plain)) >= SHORTEST_TYPO and alike >= LEAST_ALIKE_SOUNDS:
        return Likeness(round(0.6 + 0.35 * alike, 3), Way.VOWELS)
    return None


def _by_bones(left: Word, right: Word) -> Likeness | None:
    """A word of a script that leaves vowels out, by the consonants that both spellings show."""
    if min(len(left.bones), len(right.bones)) < SHORTEST_BONES:
        short = bool(left.bones) and max(len(left.plain), len(right.plain)) <= LONGEST_SHORT
        return Likeness(QUALITY[How.VOWELS], Way.HEARD) if short and left.bones == right.bones else None
    alike = 1.0 if left.bones == right.bones else _alike(left.bones, right.bones)
    return Likeness(round(0.68 + 0.3 * alike, 3), Way.HEARD) if alike >= LEAST_ALIKE_BONES else None


def _alike(one: str, other: str) -> float:
    return float(OSA.normalized_similarity(one, other))


def _typo(one: str, other: str) -> Likeness | None:
    if {one.removeprefix("al"), one.removeprefix("el")} & {other.removeprefix("al"), other.removeprefix("el")}:
        return Likeness(QUALITY[How.INFLECTED], Way.SPELLING)
    length = max(len(one), len(other))
    if length < SHORTEST_TYPO:
        return None
    budget = 1 if length < SHORTEST_TWO_TYPOS else 2 if length < SHORTEST_THREE_TYPOS else 3
    distance = OSA.distance(one, other, score_cutoff=budget)
    if distance > budget:
        return None
    quality = 0.96 - 0.55 * distance / length - (OTHER_FIRST_LETTER if one[0] != other[0] else 0.0)
    return Likeness(round(quality, 3), Way.TYPO)


def _vowels(left: Word, right: Word) -> Likeness | None:
    if left.script not in CASED or len(left.bones) < 2 or left.bones != right.bones:
        return None
    alike = _alike(left.plain, right.plain)
    return Likeness(QUALITY[How.VOWELS], Way.VOWELS) if alike >= LEAST_ALIKE_VOWELS else None


def folded_word(surface: str) -> str:
    """A word of a name as comparing writes it: folded, look-alike letters of another alphabet taken back."""
    return unmask(fold(surface[:LONGEST_WORD]))


def begins(one: str, other: str) -> bool:
    """Whether the shorter of two folded words may be the initial of the other, in any alphabet."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or any(
        key.startswith(first) for first in word_of(short).keys for key in word_of(long).keys
    )
