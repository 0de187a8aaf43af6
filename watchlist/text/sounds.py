"""Sound keys: one spelling for the many Latin, Cyrillic and Greek spellings of the same name.

Newsrooms write Shoigu, Schoigu, Choïgou, Šojgu, Szojgu and Шойгу. A key maps each to the sounds they share. Where a
spelling is ambiguous (ch is Russian ч in English, ш in French, х in German) a word has several keys, and two words may
be the same name when they share one. Keys use capitals for sounds that the Latin alphabet writes with more than one
letter: S (ш), Z (ж), C (ч), T (ц), H (х). Sources: ISO 9, BGN/PCGN, the romanisations of the EU's languages as the
names on the EU list print them.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import islice, product

from anyascii import anyascii

from watchlist.text import greek
from watchlist.text.scripts import Script, script_of

MOST_KEYS = 6
# Greek has one letter for sounds that names of other languages keep apart.
MOST_GREEK_KEYS = 16

# Longest first at each position; several sounds where the spelling is ambiguous.
_LATIN: dict[str, tuple[str, ...]] = {
    "stsch": ("S",), "schtsch": ("S",), "chtch": ("S",), "shch": ("S",), "szcz": ("S",), "štš": ("S",), "šč": ("S",),
    "stj": ("S",),
    "tsch": ("C",), "dsch": ("Z",), "tch": ("C",), "dzh": ("Z",), "dzj": ("Z",), "cch": ("k",),
    "sch": ("S", "Z"), "sh": ("S",), "sz": ("S",), "sj": ("S",), "š": ("S",), "ş": ("S",), "ș": ("S",), "ś": ("S",),
    "ŝ": ("S",),
    "zh": ("Z",), "zj": ("Z",), "ž": ("Z",), "ż": ("Z",), "ź": ("Z", "z"), "rz": ("Z", "rz"), "dž": ("Z",),
    "dż": ("Z",), "dj": ("Z", "di"),
    "tj": ("C", "ti"), "cz": ("C",), "č": ("C",), "ć": ("C",), "ç": ("C", "s"), "tš": ("C",), "ch": ("C", "S", "H"),
    "kh": ("H",), "ḥ": ("H",), "ħ": ("H",), "ts": ("T",), "tz": ("T",), "ț": ("T",), "ţ": ("T",),
    "ck": ("k",), "qu": ("k",), "q": ("k",), "x": ("ks",), "ph": ("f",), "th": ("t",), "dh": ("d",), "gh": ("g",),
    "gue": ("ge", "gue"), "gué": ("ge",), "gui": ("gi", "gui"),
    "ou": ("u",), "oo": ("u",), "iou": ("iu",), "ee": ("i",), "ea": ("ea", "i"),
    "w": ("v",), "h": ("H",), "ł": ("l",), "ß": ("s",),
    "j": ("i", "Z"), "y": ("i",), "ı": ("i",), "ñ": ("n",), "ń": ("n",), "ø": ("o",), "ö": ("o", "e"), "ü": ("u", "iu"),
    "ä": ("e", "a"), "æ": ("e",),
    "å": ("o", "a"), "ğ": ("g",), "đ": ("d",), "ě": ("e",), "ř": ("r",), "ľ": ("l",), "ď": ("d",), "ť": ("t",),
    "ň": ("n",), "ą": ("a",), "ę": ("e",),
}  # fmt: skip
_BEFORE_FRONT_VOWEL = {"c": ("T", "s", "k"), "g": ("g", "Z")}
_OTHERWISE = {"c": ("k", "T")}
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "Z", "з": "z", "и": "i", "й": "i",
    "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "H", "ц": "T", "ч": "C",
    "ш": "S", "щ": "S", "ъ": "", "ы": "i",
    "ь": "", "э": "e", "ю": "iu", "я": "ia", "є": "e", "і": "i", "ї": "i", "ґ": "g", "ў": "u", "ј": "i", "љ": "l",
    "њ": "n", "ђ": "Z", "ћ": "C", "џ": "Z",
    "ѓ": "g", "ќ": "k", "ә": "a", "қ": "k", "ғ": "g", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "H",
}  # fmt: skip
_ALLAH = re.compile(r"\w{2}(?:[aou]ll?ah|[aou]lla|[aou]ll?á|[αο]λ{1,2}[αά]χ?|[аоу]лл(?:а[хг]?|[ыіеуою]|ой|ою|ах))$")
_SHORT_VOWELS = str.maketrans("eo", "iu")
_LETTER_GROUP = re.compile("|".join(sorted(map(re.escape, _LATIN), key=len, reverse=True)) + "|.", re.DOTALL)
_DOUBLED = re.compile(r"(.)\1+", re.DOTALL)


@lru_cache(maxsize=262144)
def sound_keys(word: str) -> tuple[str, ...]:
    """Keys of one word in lower or upper case, best first; empty for scripts that sounds cannot be read from.

    Arabic, Hebrew, Han and the like leave out what a key needs; they are matched in their own script.
    """
    lowered = unicodedata.normalize("NFC", word.casefold()).replace("'", "").replace("’", "").replace("ʼ", "")
    script = script_of(lowered)
    if script is Script.CYRILLIC:
        heard = _settle("".join(_CYRILLIC.get(letter, letter) for letter in lowered))
        return tuple(dict.fromkeys((heard, *_of_god(lowered, heard))))
    if script is Script.GREEK:
        keys = tuple(_settle("".join(letters)) for letters in islice(product(*greek.heard(lowered)), MOST_GREEK_KEYS))
        return tuple(dict.fromkeys((*keys, *_of_god(lowered, keys[0]))))
    if script is Script.OTHER:
        lowered, script = anyascii(lowered).lower(), Script.LATIN
    if script is not Script.LATIN:
        return ()
    # French writes a Russian -in as -ine (Poutine, Prigojine), so that its readers do not hear a nasal.
    spellings = (lowered, lowered[:-1]) if lowered.endswith("ine") and len(lowered) > 5 else (lowered,)
    sounds = (letters for spelling in spellings for letters in product(*_read_latin(spelling)))
    keys = tuple(islice(dict.fromkeys(_settle("".join(letters)) for letters in sounds), MOST_KEYS))
    return tuple(dict.fromkeys((*keys, *_of_god(lowered, keys[0]))))


def _of_god(lowered: str, key: str) -> tuple[str, ...]:
    """The one key of names that end in "of God", whose vowels each country hears its own way (Hizballah, Hezbollah)."""
    if _ALLAH.search(lowered) is None:
        return ()
    stem = key[: key.rindex("l") - 1].translate(_SHORT_VOWELS)
    return (f"{stem}ula",)


def _read_latin(lowered: str) -> list[tuple[str, ...]]:
    """The sounds of each letter group of a word, the longest group first at each position."""
    return [
        _LATIN.get(found.group()) or _read_letter(found.group(), lowered[found.end() : found.end() + 1])
        for found in _LETTER_GROUP.finditer(lowered)
    ]


@lru_cache(maxsize=4096)
def _read_letter(letter: str, following: str) -> tuple[str, ...]:
    front = following in {"e", "i", "y", "é", "í"}
    table = _BEFORE_FRONT_VOWEL if front else _OTHERWISE
    if letter in table:
        return table[letter]
    bare = "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))
    return (bare,)


def _settle(sounds: str) -> str:
    """Spellings of one sound that only show beside their neighbours: ie/ye/je, iy/ij, doubled letters, dZ, a last h."""
    settled = sounds.replace("dZ", "Z").replace("tS", "C").replace("sS", "S").replace("ie", "e")
    key = _DOUBLED.sub(r"\1", settled)
    return key[:-1] if len(key) > 3 and key.endswith("H") else key
