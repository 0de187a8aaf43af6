"""Which script a letter belongs to, as coarsely as matching needs it."""

from enum import StrEnum
from functools import lru_cache


class Script(StrEnum):
    """Scripts that are matched differently."""

    LATIN = "latin"
    CYRILLIC = "cyrillic"
    GREEK = "greek"
    ARABIC = "arabic"
    HEBREW = "hebrew"
    HANGUL = "hangul"
    HAN = "han"
    KANA = "kana"
    OTHER = "other"
    NONE = "none"


_RANGES = (
    (0x0041, 0x024F, Script.LATIN), (0x1E00, 0x1EFF, Script.LATIN), (0x0370, 0x03FF, Script.GREEK),
    (0x1F00, 0x1FFF, Script.GREEK),
    (0x0400, 0x052F, Script.CYRILLIC), (0x0590, 0x05FF, Script.HEBREW), (0x0600, 0x077F, Script.ARABIC),
    (0xFB50, 0xFDFF, Script.ARABIC),
    (0xFE70, 0xFEFF, Script.ARABIC), (0x1100, 0x11FF, Script.HANGUL), (0xAC00, 0xD7A3, Script.HANGUL),
    (0x3040, 0x30FF, Script.KANA),
    (0x3400, 0x9FFF, Script.HAN), (0xF900, 0xFAFF, Script.HAN), (0x20000, 0x3FFFF, Script.HAN),
)  # fmt: skip

UNSPACED = frozenset({Script.HAN, Script.KANA})
CASED = frozenset({Script.LATIN, Script.CYRILLIC, Script.GREEK})


@lru_cache(maxsize=65536)
def script_of_letter(letter: str) -> Script:
    """The script of one character; NONE for digits, spaces and punctuation."""
    if not letter.isalpha():
        return Script.NONE
    code = ord(letter)
    return next((script for low, high, script in _RANGES if low <= code <= high), Script.OTHER)


def script_of(text: str) -> Script:
    """The script of the first letter of a text; NONE when it has no letter."""
    for letter in text:
        if (script := script_of_letter(letter)) is not Script.NONE:
            return script
    return Script.NONE
