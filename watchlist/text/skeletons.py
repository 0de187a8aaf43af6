"""Consonant skeletons of Latin words, and what vowels stand between the consonants.

Scripts that leave vowels out, or write them where the Latin word has none, can still be held against a Latin spelling:
the skeleton finds the word, the vowels in its gaps then have to be ones that the other script may write so.
"""

from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

MOST_SKELETONS = 4

# The class of each consonant sound: sounds that one letter of another script may stand for share a class.
CLASS_OF = {
    "b": "b", "p": "b", "t": "t", "th": "t", "d": "d", "dh": "d", "z": "z", "s": "s", "sh": "S", "ch": "S", "j": "j",
    "zh": "j", "k": "k", "q": "k", "g": "k", "gh": "k", "h": "h", "kh": "h", "f": "f", "v": "f", "r": "r", "l": "l",
    "m": "m", "n": "n", "ts": "s",
}  # fmt: skip
# Stands in a key for vowels at the beginning or the end.
VOWEL = "."
_VOWELS = frozenset("aeiouyw")

# Letter groups of romanisations, longest first at each position; several readings where the spelling is ambiguous. A
# reading is a consonant sound, or a vowel letter in the gap (w, y).
_GROUPS: dict[str, tuple[tuple[str, ...], ...]] = {
    "tsch": (("ch",),), "dsch": (("j",),), "sch": (("sh",),), "tch": (("ch",),), "dzh": (("j",),),
    "sh": (("sh",), ("s", "h")), "kh": (("kh",),), "gh": (("gh",),), "th": (("th",), ("t", "h")),
    "dh": (("dh",), ("d", "h")), "zh": (("zh",),),
    "ph": (("f",),), "dj": (("j",),), "ch": (("ch",), ("kh",)), "ck": (("k",),), "qu": (("k",),), "cz": (("ch",),),
    "ts": (("t", "s"), ("ts",)), "tz": (("ts",), ("t", "z")),
    "gu": (("g",), ("g", "u")),
    "q": (("q",),), "x": (("k", "s"), ("sh",)), "v": (("v",), ("w",)), "j": (("j",), ("y",)), "ß": (("s",),),
}  # fmt: skip
_FRONT = frozenset("eiy")
_LONGEST = max(map(len, _GROUPS))


class Skeleton(NamedTuple):
    """Consonant ``sounds`` of a word and the vowels before, between and after them.

    The ``key`` is the classes of the consonants, with a mark where the word begins or ends in a vowel.
    """

    key: str
    sounds: tuple[str, ...]
    gaps: tuple[str, ...]


@lru_cache(maxsize=65536)
def skeletons(folded: str) -> tuple[Skeleton, ...]:
    """Skeletons of a folded Latin word, likeliest first; empty for other scripts and for words without a consonant."""
    letters = folded.replace("'", "")
    if not letters.isascii() or not letters.isalpha():
        return ()
    choices = islice(product(*_read(letters)), MOST_SKELETONS)
    found = (_skeleton([sound for sounds in choice for sound in sounds]) for choice in choices)
    return tuple(dict.fromkeys(skeleton for skeleton in found if skeleton.sounds))


def _read(letters: str) -> list[tuple[tuple[str, ...], ...]]:
    choices: list[tuple[tuple[str, ...], ...]] = []
    at = 0
    # A last h after a vowel is not heard: Abdullah, Fatimah.
    end = len(letters) - (len(letters) > 2 and letters[-1] == "h" and letters[-2] in _VOWELS)
    while at < end:
        if at and letters[at] == letters[at - 1] and letters[at] not in _VOWELS:
            at += 1
            continue
        for length in range(min(_LONGEST, end - at), 0, -1):
            if (readings := _GROUPS.get(letters[at : at + length])) is not None:
                break
        else:
            length, readings = 1, _letter(letters, at)
        # A doubled letter group is written once and a half: ssh, kkh, ddh.
        if choices and len(readings) == 1 and choices[-1] == ((letters[at],),) and length > 1:
            choices.pop()
        choices.append(readings)
        at += length
    return choices


def _letter(letters: str, at: int) -> tuple[tuple[str, ...], ...]:
    letter = letters[at]
    if letter == "c":
        return (("s",), ("k",)) if letters[at + 1 : at + 2] and letters[at + 1] in _FRONT else (("k",),)
    return ((letter,),)


def _skeleton(sounds: list[str]) -> Skeleton:
    firm: list[str] = []
    gaps = [""]
    for sound in sounds:
        if sound in CLASS_OF:
            firm.append(sound)
            gaps.append("")
        else:
            gaps[-1] += sound
    classes = "".join(CLASS_OF[sound] for sound in firm)
    return Skeleton(VOWEL * bool(gaps[0]) + classes + VOWEL * bool(gaps[-1]), tuple(firm), tuple(gaps))
