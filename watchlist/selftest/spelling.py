"""Slips and tricks of writing: typos, diacritics put on or left out, look-alike letters, joined and split words."""

import unicodedata
from collections.abc import Sequence

from watchlist.selftest.dice import Dice
from watchlist.text.normalize import fold
from watchlist.text.scripts import Script, script_of

SHORTEST_MISTYPED = 5
_LETTERS = {Script.LATIN: "abcdefghijklmnopqrstuvwxyz", Script.CYRILLIC: "абвгдежзиклмнопрстуфхцчшыэюя"}


def mistyped(word: str, dice: Dice) -> str:
    """One slip of the fingers after the first letter: a letter wrong, left out, doubled into another, or swapped."""
    letters = _LETTERS.get(script_of(word), "")
    for _ in range(20):
        at = 1 + dice.below(len(word) - 1)
        letter = dice.pick(letters) if letters else word[at - 1]
        swapped = word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
        typo = dice.pick(
            (word[:at] + letter + word[at + 1 :], word[:at] + letter + word[at:], _without(word, at), swapped)
        )
        if fold(typo) != fold(word):
            return typo
    return word


def with_typos(words: Sequence[str], able: Sequence[int], count: int, dice: Dice) -> tuple[str, ...] | None:
    """The words with a typo in ``count`` of those at ``able``; a single long one may take two. None where it cannot."""
    chosen = dice.some([at for at in able if is_mistypable(words[at])], count)
    if not chosen or (len(chosen) < count and len(words[chosen[0]]) < 2 * SHORTEST_MISTYPED):
        return None
    changed = list(words)
    for at in (chosen * count)[:count]:
        changed[at] = mistyped(changed[at], dice)
    return tuple(changed)


def is_mistypable(word: str) -> bool:
    """Whether a word is long enough to stay itself with one typo."""
    return len(word) >= SHORTEST_MISTYPED and word.isalpha() and script_of(word) in _LETTERS


def _without(word: str, at: int) -> str:
    return word[:at] + word[at + 1 :]


_MARKS = dict(zip("aeioucsznry", "áéíöúčšžñřý", strict=True))


def accented(text: str, dice: Dice) -> str | None:
    """Marks put on two letters, as a foreign newsroom or an optical reader does."""
    able = [at for at, letter in enumerate(text) if letter in _MARKS]
    chosen = set(dice.some(able, 2))
    if len(chosen) < 2:
        return None
    return "".join(_MARKS[letter] if at in chosen else letter for at, letter in enumerate(text))


_STROKES = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae"})


def unaccented(text: str) -> str | None:
    """Latin letters without their marks; None where there are none."""
    parts = unicodedata.normalize("NFD", text.translate(_STROKES))
    plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return plain if plain != unicodedata.normalize("NFC", text) else None


# Confusables of Unicode TS 39 that look the same in every common typeface.
_TO_CYRILLIC = dict(zip("aeocpxyiABEHKMOPCTX", "аеосрхуіАВЕНКМОРСТХ", strict=True))
_TO_LATIN = {cyrillic: latin for latin, cyrillic in _TO_CYRILLIC.items()}
_MOST_LOOKALIKES = 3


def disguised(text: str, dice: Dice) -> str | None:
    """Up to three letters exchanged for look-alikes of another alphabet."""
    table = _TO_LATIN if script_of(text) is Script.CYRILLIC else _TO_CYRILLIC
    able = [at for at, letter in enumerate(text) if letter in table]
    chosen = set(dice.some(able, _MOST_LOOKALIKES))
    if not chosen:
        return None
    return "".join(table[letter] if at in chosen else letter for at, letter in enumerate(text))


_PARTICLES = frozenset(["al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "abu", "abou", "abd"])


def joined(words: Sequence[str]) -> str | None:
    """The last particle or hyphen written onto the word behind it: Al-Darnawi, Al Darnawi → Aldarnawi."""
    for at in range(len(words) - 1, -1, -1):
        pieces = [piece for piece in words[at].split("-") if piece]
        if len(pieces) == 2:
            return " ".join((*words[:at], _together(pieces), *words[at + 1 :]))
        if at and words[at - 1].lower() in _PARTICLES:
            return " ".join((*words[: at - 1], _together([words[at - 1], words[at]]), *words[at + 1 :]))
    return None


def split(words: Sequence[str]) -> str | None:
    """Blanks for hyphens: Al-Darnawi → Al Darnawi."""
    text = " ".join(words)
    return text.replace("-", " ") if "-" in text else None


def _together(pieces: Sequence[str]) -> str:
    first, *others = pieces
    return first[:1].upper() + first[1:] + "".join(map(str.lower, others))
