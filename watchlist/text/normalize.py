"""Letters that mean the same become the same: case, diacritics, width, script variants and look-alikes."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose, with the spelling that news and lists use without the diacritic.
_UNDECOMPOSED = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "ı": "i", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t",
    "ə": "a", "ŋ": "n",
    "ё": "е", "ѐ": "е", "ѝ": "и", "ґ": "г", "ў": "у", "ї": "і",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ۀ": "ه",
    "ە": "ه", "ک": "ك", "ـ": "", "ء": "", "\u200c": "",
    "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ", "ς": "σ",
    "’": "'", "ʼ": "'", "‘": "'", "`": "'", "ʻ": "'", "ʿ": "'", "ʾ": "'", "´": "'",
}  # fmt: skip
# Letters whose mark makes another letter: dropping it would join names that readers tell apart.
_KEPT = frozenset("й")

# Cyrillic letters drawn like Latin ones (Unicode TS 39, confusables), in both directions.
_CYRILLIC_LOOKALIKES = "аеосрхуікмтвнѕј"
_LATIN_LOOKALIKES = "aeocpxyikmtbhsj"
_LATIN = re.compile("[a-z]")
_CYRILLIC = re.compile("[а-ԯ]")
_TO_LATIN = str.maketrans(_CYRILLIC_LOOKALIKES, _LATIN_LOOKALIKES)
_TO_CYRILLIC = str.maketrans(_LATIN_LOOKALIKES, _CYRILLIC_LOOKALIKES)


@lru_cache(maxsize=65536)
def _fold_character(character: str) -> str:
    lowered = unicodedata.normalize("NFKC", character).casefold()
    folded = []
    for letter in unicodedata.normalize("NFC", lowered):
        if letter in _UNDECOMPOSED:
            folded.append(_UNDECOMPOSED[letter])
        elif letter in _KEPT or "가" <= letter <= "힣":
            folded.append(letter)
        else:
            parts = unicodedata.normalize("NFD", letter)
            folded.append("".join(_UNDECOMPOSED.get(part, part) for part in parts if not unicodedata.combining(part)))
    return "".join(folded)


def fold(text: str) -> str:
    """The same letters for every spelling of the same name: "Shoigú" and "SHOIGU" both give "shoigu".

    Idempotent. Length may change, so offsets are kept by tokens, never by folded text.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    return "".join(map(_fold_character, unicodedata.normalize("NFC", text)))


def unmask(folded: str) -> str:
    """A folded word that mixes Latin with look-alike Cyrillic letters, written in the script of its other letters."""
    if folded.isascii() or not (_LATIN.search(folded) and _CYRILLIC.search(folded)):
        return folded
    as_latin = folded.translate(_TO_LATIN)
    if as_latin.isascii():
        return as_latin
    as_cyrillic = folded.translate(_TO_CYRILLIC)
    return folded if _LATIN.search(as_cyrillic) else as_cyrillic
