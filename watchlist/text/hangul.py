"""Korean names in Hangul held against their Latin spellings, of which there are many.

김정은 is Kim Jong Un in the North, Gim Jeong-eun by South Korea's own standard (2000), Kim Chŏng-ŭn after
McCune–Reischauer, and bearers write themselves Lee, Park or Choi. Each letter of a syllable stands for what these write
for it; the family name is one syllable and stands first.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

# Initial consonants, vowels and final consonants as regular expressions, keyed by their conjoining letters.
_INITIALS = dict(zip(
    map(chr, range(0x1100, 0x1113)),
    ("[kg]h?", "k{1,2}|g{1,2}", "n|l|r|", "t|d|th", "t{1,2}|d{1,2}", "r|l|n|", "m", "p|b|ph", "p{1,2}|b{1,2}", "sh?",
     "s{1,2}", "", "j|ch|c|z", "j{1,2}|ch|c", "ch|c|tch", "kh?", "th?", "ph?", "h"),
    strict=True,
))  # fmt: skip
_VOWELS = dict(zip(
    map(chr, range(0x1161, 0x1176)),
    ("ah?|ar", "ae|ai|a|e", "ya", "yae|ye", "o|eo|u|e", "eh?|ey", "yo|yeo|yu|you|jo|eo", "ye|yae|e", "oh?|oo", "wa|oa",
     "wae", "oe|oi|we|oy|e", "yo|io|jo", "u|oo|ou|woo|wu", "wo|weo|won", "we", "wi|ui|ue", "yu|yoo|you|ju|iu",
     "u|eu|oo", "ui|eui|yi|i|e", "i|ee|yi|hi"),
    strict=True,
))  # fmt: skip
_FINALS = {
    "\u11a8": "k|g|c", "\u11a9": "k|g", "\u11ab": "n", "\u11ae": "t|d", "\u11af": "l|r|ll", "\u11b7": "m",
    "\u11b8": "p|b", "\u11ba": "t|s", "\u11bc": "ng", "\u11bd": "t|j", "\u11be": "t|ch", "\u11bf": "k", "\u11c0": "t",
    "\u11c1": "p", "\u11c2": "h|",
}  # fmt: skip
# Family names that their bearers spell by custom.
_BY_CUSTOM = {"이": "lee|rhee|ree|yi|li", "리": "lee|rhee|ree|yi|li", "박": "park", "최": "choi|choy", "노": "roh",
              "로": "roh", "임": "lim|rim", "류": "ryoo", "유": "ryu", "우": "woo", "신": "shin", "심": "shim",
              "정": "jung|chung", "선": "sun", "성": "sung", "허": "hur|huh", "조": "cho|joe", "구": "koo"}  # fmt: skip
FAMILY_NAMES = frozenset(
    "김이리박최정조강장윤임림한오서신권황안송류유홍전고문손양량배백허남심노로하곽성차주우구민나라진지엄채원천방공현함"
    "변염렴여려추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용태"
)
SHORTEST_FULL_NAME = 2
LONGEST_FULL_NAME = 4
_CLASSES = str.maketrans("gdbjzsqv", "ktpccskp", "aeiouyhwlr'-")


def is_syllables(text: str) -> bool:
    """Whether a text is nothing but Hangul syllables, as many as a full name has."""
    return SHORTEST_FULL_NAME <= len(text) <= LONGEST_FULL_NAME and all("가" <= letter <= "힣" for letter in text)


def may_be_name(words: Sequence[str]) -> bool:
    """Whether a Latin name of these words begins or ends with a Korean family name."""
    return SHORTEST_FULL_NAME <= len(words) <= LONGEST_FULL_NAME and any(
        _family_name().fullmatch(word) for word in (words[0], words[-1])
    )


@lru_cache(maxsize=1)
def _family_name() -> re.Pattern[str]:
    customs = "|".join(_BY_CUSTOM.values())
    return re.compile("|".join([*map(_pattern, sorted(FAMILY_NAMES)), customs]))


def key_of_syllables(characters: str) -> str:
    """The key under which a full name in Hangul finds its Latin spellings."""
    family, *given = map(_usual, characters)
    return _key(family, "".join(given))


def keys_of_words(words: Sequence[str]) -> tuple[str, ...]:
    """Keys of a Latin name of a family name and one or two given syllables, for either place of the family name."""
    return tuple(dict.fromkeys(_key(family, given) for family, given in _split(words)))


def spells(characters: str, words: Sequence[str]) -> bool:
    """Whether the folded Latin words of a name are a romanisation of a full name in Hangul."""
    family, given = _patterns(characters)
    return any(bool(family.fullmatch(first)) and bool(given.fullmatch(rest)) for first, rest in _split(words))


def _split(words: Sequence[str]) -> list[tuple[str, str]]:
    if not SHORTEST_FULL_NAME <= len(words) <= LONGEST_FULL_NAME or not all(word.isascii() for word in words):
        return []
    plain = [word.replace("'", "") for word in words]
    return [(plain[0], "".join(plain[1:])), (plain[-1], "".join(plain[:-1]))]


def _key(family: str, given: str) -> str:
    """Classes of the consonants; liquids, h and vowels are what spellings differ in most."""
    return f"{_classes(family.removeprefix('n'))} {_classes(given)}"


def _classes(letters: str) -> str:
    classes = letters.replace("ch", "c").translate(_CLASSES)
    return "".join(letter for at, letter in enumerate(classes) if at == 0 or classes[at - 1] != letter)


@lru_cache(maxsize=16384)
def _patterns(characters: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    syllables = [_pattern(syllable) for syllable in characters]
    family = f"{syllables[0]}|{_BY_CUSTOM[characters[0]]}" if characters[0] in _BY_CUSTOM else syllables[0]
    return re.compile(family), re.compile("".join(syllables[1:]))


@lru_cache(maxsize=4096)
def _pattern(syllable: str) -> str:
    initial, vowel, *final = list(unicodedata.normalize("NFD", syllable))
    parts = [_INITIALS[initial], _VOWELS[vowel], *(_FINALS.get(letter, "") for letter in final)]
    return "".join(f"(?:{part})" for part in parts)


@lru_cache(maxsize=4096)
def _usual(syllable: str) -> str:
    """The consonants of a syllable as one romanisation writes them."""
    initial, _, *final = list(unicodedata.normalize("NFD", syllable))
    parts = [_INITIALS[initial], *(_FINALS.get(letter, "") for letter in final)]
    return "a".join(re.sub(r"[\[\]?{}0-9,]", "", part.partition("|")[0])[:2].replace("kg", "k") for part in parts)
