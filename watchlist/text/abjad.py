"""Arabic, Persian and Hebrew words held against Latin spellings of names.

These scripts write consonants and long vowels. A romanisation writes every vowel, and each language its own consonants:
حسين is Hussein, Husayn, Hossein, Houcine. Consonants find a Latin word (``text.skeletons``), the long vowels have to
agree with what stands in its gaps, short ones are free. Sources: ALA-LC, BGN/PCGN and DIN 31635 for Arabic and
Persian, the Academy's rules for Hebrew, and how lists and newsrooms depart from them.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

from watchlist.text.scripts import Script, script_of
from watchlist.text.skeletons import CLASS_OF, VOWEL, Skeleton

MOST_KEYS = 12
# What a spelling may cost altogether: short words have little else to tell them apart.
_DEAREST = 2
_DEAREST_SHORT = 1
_SHORT = 3

# Each consonant letter with the Latin sounds that it stands for; those behind the bar are rarer and cost one.
_ARABIC_CONSONANTS = {
    "ب": "b p", "پ": "p|b", "ت": "t|th", "ط": "t|th", "ث": "th t s", "ج": "j|g zh ch", "چ": "ch|sh j", "ح": "h|kh",
    "ه": "h", "خ": "kh|h", "د": "d", "ض": "d dh z", "ذ": "dh z d", "ر": "r", "ز": "z|zh s", "ژ": "zh j|z", "س": "s",
    "ص": "s", "ش": "sh ch", "ظ": "z dh|d", "غ": "gh g|q k", "ف": "f v", "ڤ": "v", "ق": "q k g gh", "ك": "k|q g",
    "گ": "g|gh k", "ل": "l", "م": "m", "ن": "n",
}  # fmt: skip
_HEBREW_CONSONANTS = {
    "ב": "b v", "ג": "g|j gh", "ד": "d|dh", "ה": "h", "ז": "z|zh", "ח": "h kh ch", "ט": "t", "כ": "k kh ch|q h",
    "ל": "l", "מ": "m", "נ": "n", "ס": "s", "פ": "p f", "צ": "ts s z|ch", "ק": "k q|g", "ר": "r", "ש": "sh s|ch",
    "ת": "t th", "J": "j", "Z": "zh j", "C": "ch", "X": "kh", "D": "dh d", "Q": "th t",
}  # fmt: skip
# "On" and "to", which only folding makes the same as names (Ali).
NEVER_NAMES = frozenset(["على", "إلى", "الى", "وعلى", "وإلى", "حتى", "متى"])
# Letters with a geresh, which stand for sounds that Hebrew does not have.
_GERESH = {"ג'": "J", "ז'": "Z", "צ'": "C", "ח'": "X", "ד'": "D", "ת'": "Q"}
_LAST_H = frozenset("هحה")
_MATRES = {"ا": "A", "و": "W", "ي": "Y", "ع": "E", "א": "A", "ו": "W", "י": "Y", "ע": "E"}

# What each written vowel may be in a Latin word, as regular expressions over the letters of a gap.
_LONG_A_LOOSE = "(?:aa?|e|o)"
_UNITS = {"A": "(?:aa?)", "W": "(?:ou|oo|[uow]{1,2})", "Y": "(?:ee|[iye]{1,2})", "E": "[aeiou]{0,2}"}
_ANY_SHORT = "[aeiou]?"
_STRICT = {
    "": "[aeiou]?",
    "A": "aa?",
    "W": "uw?|o|ou|oo|uo|[aeo]u|ao|oe|i?u|[aeiou]?w{1,2}[aeiou]?",
    "Y": "i|ee|ii|e|ie|e[iy]|a[iye]|ea|iy|[aeiou]?y{1,2}[aeiou]?",
    "E": "[aeiou]{0,2}",
}
_LOOSE = {"": "ou|oo|ee|y|ie", "A": "e|ae|ea|o|a[iy]", "Y": "i[aou]", "W": "ou[aei]"}
_STRICT_FIRST = {
    "": "",
    "A": "[aeiou]|aa|ou|oo",
    "W": "w{1,2}[aeiou]?|ou[aei]?",
    "Y": "y[aeiou]?|i[aeou]?|you",
    "E": "[aeiou]|aa|ou|oo|",
    "AW": "[ou]|ou|oo|au|[ao]w|[aeiou]?w{1,2}[aeiou]?",
    "AY": "[ieay]|ee|[ae][iy]|i[aeou]|ye?",
    "EY": "[ieay]|ee|[ae][iy]|i[aeou]|[aou]?ya?",
    "EW": "[ou]|ou|oo|au|[ao]w|[aeiou]?w{1,2}[aeiou]?",
}
_LOOSE_FIRST = {"A": "y[aeou]|i[aeou]|e[iy]|a[iy]", "W": "[ou]", "Y": "e"}
_STRICT_LAST = {
    "": "",
    "A": "aa?",
    "H": "a|e",
    "W": "uw?|o|ou|oo|[aeiou]?w",
    "Y": "i|y|ee|e|ii|iy|e[iy]|a[iy]|ie|iye?",
    "E": "[aeiou]{0,2}",
}
_LOOSE_LAST = {"": "e", "A": "e|o|ia", "H": "ia|i|", "Y": "a|ia|iya", "E": "i"}


class Written(NamedTuple):
    """One way of taking a word of an abjad apart: its consonant ``letters`` and the written vowels around them."""

    letters: str
    gaps: tuple[str, ...]


def written(folded: str) -> tuple[Written, ...]:
    """The ways of reading a folded Arabic, Persian or Hebrew word, likeliest first; empty without a consonant."""
    table = _HEBREW_CONSONANTS if script_of(folded) is Script.HEBREW else _ARABIC_CONSONANTS
    parted = [_part(spelling, table, breathed=False) for spelling in _spellings(folded)]
    if folded.endswith("ح"):
        parted.append(_part(folded, table, breathed=True))
    return tuple(dict.fromkeys(form for form in parted if form is not None and form.letters))


def keys(form: Written) -> tuple[str, ...]:
    """Keys under which ``text.skeletons`` files the Latin words that ``form`` may stand for."""
    # An ayn is often not written (Ali, Issa), a last h hardly ever heard.
    first = ("", VOWEL) if form.gaps[0] == "E" else (VOWEL if form.gaps[0] else "",)
    last = (VOWEL, "") if form.gaps[-1] in {"H", "E"} else (VOWEL if form.gaps[-1] else "",)
    classes = [first, *map(_classes, form.letters), last]
    return tuple("".join(chosen) for chosen in islice(product(*classes), MOST_KEYS))


def cost(form: Written, latin: Skeleton) -> int | None:
    """How far a Latin spelling is from the word: 0 as romanisations write it, None when it is another word."""
    if len(form.letters) != len(latin.sounds):
        return None
    dearest = _DEAREST if len(form.letters) > _SHORT else _DEAREST_SHORT
    spent = 0
    last = len(form.letters)
    for at, gap in enumerate(form.gaps):
        of_gap = _cost_of_gap(gap, latin.gaps[at], (at == 0) + 2 * (at == last))
        of_sound = _sounds(form.letters[at]).get(latin.sounds[at]) if at < last else 0
        if of_gap is None or of_sound is None:
            return None
        spent += of_gap + of_sound
        if spent > dearest:
            return None
    return spent


# "God" and "the faith" close a name of two words, "servant of" opens one; lists and news write them as one word or two.
_CLOSING = frozenset(["الله", "اللة", "الدين", "الدین"])
_OPENING = frozenset(["عبد", "عبيد", "عبید"])
_SOLID = frozenset([" ", "\u200c", "\u00a0", "-"])


def is_half_a_name(surface: str) -> bool:
    """Whether a word is one half of names that are written in two words."""
    return surface in _CLOSING or surface.lstrip("وبلف") in _OPENING


def two_word_names(words: Sequence[str], gaps: Sequence[str], halves: Iterable[int]) -> dict[int, int]:
    """Where two words are one name (عبد الله, نصر الله, نور الدين), each with its number of words.

    ``gaps`` are what stands before, between and behind the words, ``halves`` places for which ``is_half_a_name``.
    """
    found: dict[int, int] = {}
    free = 0
    for at in halves:
        first = at - 1 if words[at] in _CLOSING else at
        if first >= free and first + 1 < len(words) and gaps[first + 1] in _SOLID:
            found[first] = 2
            free = first + 2
    return found


def has_article(folded: str) -> bool:
    """Whether a folded Arabic or Hebrew word carries the definite article, behind prefixes or not."""
    return re.match("^[وفبك]*ال|^[وف]?لل|^ו?ה", folded) is not None


_ARTICLE = re.compile("^(عبد)ال(.{2,})$|^(.{2,})ال(دين)$")
_SUN = frozenset("تثدذرزسشصضطظلن")


def _spellings(folded: str) -> tuple[str, ...]:
    """The word with its inner article said as Latin spellings write it: Abd al-Rahman, Abdurrahman, Hizballah."""
    word = folded
    if script_of(folded) is Script.HEBREW:
        for letter, single in _GERESH.items():
            word = word.replace(letter, single)
        return (word.replace("'", "").replace("וו", "ו").replace("יי", "י"),)
    word = word.replace("'", "")
    if word.endswith("الله") and len(word) > 4:
        word = word[:-4] + "لاه"
    elif word.endswith("لله") and len(word) > 4:
        word = word[:-3] + "لاه"
    elif (article := _ARTICLE.match(word)) is not None:
        before, after = (part for part in article.groups() if part is not None)
        return (before + "ل" + after, before + after) if after[0] in _SUN else (before + "ل" + after,)
    spellings = [word]
    if word.endswith("هاي") and len(word) > _SHORT + 1:
        spellings.append(word[:-3] + "ي")
    if "تش" in word:
        spellings.append(word.replace("تش", "چ"))
    return tuple(spellings)


def _part(word: str, table: dict[str, str], *, breathed: bool) -> Written | None:
    """``breathed``: whether a last h is heard (Fath) and not dropped (Salih, Abdullah, Fatimah)."""
    letters: list[str] = []
    gaps = [""]
    for at, letter in enumerate(word):
        if letter in _MATRES:
            gaps[-1] += _MATRES[letter]
        elif letter in _LAST_H and at == len(word) - 1 and not breathed:
            gaps[-1] += "" if letter == "ح" else "H"
        elif letter not in table:
            return None
        elif letter not in "لל" or not letters or letters[-1] != letter or gaps[-1]:
            letters.append(letter)
            gaps.append("")
    return Written("".join(letters), tuple(gaps))


@lru_cache(maxsize=256)
def _sounds(letter: str) -> dict[str, int]:
    usual, _, rare = (_ARABIC_CONSONANTS.get(letter) or _HEBREW_CONSONANTS[letter]).partition("|")
    return {sound: number for number, sounds in enumerate((usual, rare)) for sound in sounds.split()}


@lru_cache(maxsize=256)
def _classes(letter: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(CLASS_OF[sound] for sound in _sounds(letter)))


@lru_cache(maxsize=65536)
def _cost_of_gap(written_gap: str, latin_gap: str, place: int) -> int | None:
    """Cost of Latin vowels for written ones; ``place`` is 1 before the first consonant, 2 after the last one."""
    strict, loose = _patterns(written_gap, place)
    if strict.fullmatch(latin_gap):
        return 0
    return 1 if loose is not None and loose.fullmatch(latin_gap) else None


@lru_cache(maxsize=4096)
def _patterns(gap: str, place: int) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    strict_of = (_STRICT, _STRICT_FIRST, _STRICT_LAST, _STRICT_LAST)[place]
    loose_of = (_LOOSE, _LOOSE_FIRST, _LOOSE_LAST, _LOOSE_LAST)[place]
    if gap in strict_of:
        return re.compile(strict_of[gap]), re.compile(loose_of[gap]) if gap in loose_of else None
    ending = "" if place & 2 else _ANY_SHORT
    strict = _ANY_SHORT.join(_UNITS.get(letter, "[ae]?") for letter in gap)
    loose = strict.replace(_UNITS["A"], _LONG_A_LOOSE)
    return re.compile(_ANY_SHORT + strict + ending), re.compile(_ANY_SHORT + loose + ending)


# What closes a name that some write in two words: Nasr Allah, Salah al-Din.
CLOSING = frozenset(
    article + word
    for article in ("", "al", "el", "ed", "ad", "ud", "ul", "ol", "od")
    for word in ("lah", "allah", "ullah", "ollah", "din", "deen", "dine", "aldin", "uddin", "eddine", "eddin")
) - {"din", "lah", "deen", "dine"}
