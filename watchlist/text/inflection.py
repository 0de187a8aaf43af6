"""Endings that languages put on names, in the alphabet of sound keys, and what the listed name ends with instead.

One table serves Slavic, Baltic and the other languages that decline names, because keys have already made their
spellings one: Путиным, Putinem and Putinom end in ``im``, ``em`` and ``om`` after the same ``putin``. Arabic and Hebrew
put short words before a name; Turkish and English put an apostrophe and an ending behind it.
"""

from collections.abc import Iterator
from functools import lru_cache

SHORTEST_STEM = 4

# What an ending may stand for at the end of the listed name. Sources: the declension tables of Russian, Ukrainian,
# Bulgarian, Polish, Czech, Slovak, Slovene and Croatian personal names in their academies' grammars; the case endings
# of Hungarian and Finnish and the Romanian articles, as keys write them (doubled letters once).
_BASES_BY_ENDING: dict[str, tuple[str, ...]] = {
    "a": ("", "o", "i"), "u": ("", "a", "o", "i"), "e": ("", "a", "o"), "i": ("", "a", "o"), "o": ("a", ""),
    "om": ("", "a", "o", "i"), "em": ("", "a", "o", "i"), "im": ("", "i"), "am": ("", "a"), "ami": ("", "a"),
    "aH": ("", "a"),
    "uv": ("",), "ovi": ("", "o"), "evi": ("", "i"), "ove": ("", "a"), "ova": ("",), "ovo": ("",), "ovu": ("",),
    "ovoi": ("", "ova"), "ovou": ("", "ova", "a"), "ovem": ("",), "ovim": ("",), "oveH": ("",), "oviH": ("",),
    "ovega": ("",), "ovemu": ("",), "ovoga": ("",),
    "oi": ("a", "", "i"), "oiu": ("a",), "ei": ("a", "ia", ""), "eiu": ("a",), "ou": ("a", "o"), "ui": ("a",),
    "ego": ("i", ""), "ogo": ("i", ""), "oHo": ("i",), "eHo": ("i",), "omu": ("i", ""), "emu": ("i", ""),
    "iH": ("i", ""), "imi": ("i",), "ega": ("i", ""),
    "ia": ("", "i"), "iu": ("", "i", "ia"), "m": ("i",), "aia": ("i",), "uiu": ("i",), "Ze": ("r",), "Te": ("ka",),
    "ze": ("ga",), "Ce": ("ka",),
    "la": ("el",), "lu": ("el",), "lom": ("el",), "lem": ("el",), "lovi": ("el",), "ka": ("ek", "ok"),
    "ku": ("ek", "ok"), "kom": ("ek", "ok"), "kem": ("ek", "ok"),
    "Ta": ("eT",), "Tu": ("eT",), "Tem": ("eT",), "Tom": ("eT",), "s": ("",), "as": ("",), "is": ("",), "us": ("",),
    "in": ("",), "ne": ("n",),
    "nak": ("",), "nek": ("",), "val": ("",), "vel": ("",), "nal": ("n",), "nel": ("n",), "ban": ("",), "ben": ("",),
    "rol": ("",), "tol": ("",), "Hoz": ("",), "Hez": ("",),
    "n": ("",), "ile": ("",), "ila": ("",), "ilta": ("",), "isa": ("",), "ista": ("",), "iksi": ("",),
    "ul": ("",), "ului": ("",),
}  # fmt: skip
_LONGEST = max(map(len, _BASES_BY_ENDING))

# What a Slavic noun or adjective ends with in the nominative, and what may follow its stem in all cases, folded. Bases
# are guessed from endings only for names; this is for words of which a table says that they decline. Sources as above.
_NOMINATIVES = frozenset([
    "ий", "ый", "ой", "ое", "ее", "ая", "яя", "ие", "ые", "ия", "ій", "ія", "а", "я", "о", "е", "ы", "и", "і", "ь",
    "й", "ie", "owie", "ove", "ia", "a", "e", "i", "o", "y",
])  # fmt: skip
_CASES = frozenset([
    "", "а", "я", "о", "е", "у", "ю", "ы", "и", "і", "й", "ь", "ом", "ем", "єм", "ам", "ям", "ах", "ях", "ами",
    "ями", "ов", "ев", "ів", "ей", "ой", "ою", "ею", "єю", "ий", "ый", "ая", "яя", "ое", "ее", "ые", "ие", "ого",
    "его", "ому", "ему", "ым", "им", "ых", "их", "ыми", "ими", "ію", "ії", "ія", "ия", "ии", "ию", "та", "ят",
    "ите", "ата", "ото", "ът", "ні", "ьої", "ьому", "ої", "јем", "ови", "еви", "a", "e", "i", "o", "u", "y", "ie",
    "ia", "iu", "ii", "em", "om", "am", "ach", "ami", "ech", "ich", "ymi", "imi", "ym", "im", "ych", "ow", "owi",
    "owie", "ove", "ovi", "ou", "ej", "ego", "emu", "eho", "oj", "og", "ih", "ima", "ama", "mi", "eju", "ju", "ov",
    "ega", "iom", "ci", "iego", "iemu", "iej",
])  # fmt: skip
_LONGEST_CASE = max(map(len, _CASES))


def stem_of(nominative: str) -> str:
    """The part of a folded Slavic word that all its cases share (государство: государств)."""
    for length in range(4, 0, -1):
        if len(nominative) - length >= SHORTEST_STEM and nominative[-length:] in _NOMINATIVES:
            return nominative[:-length]
    return nominative


def stems_within(folded: str) -> Iterator[str]:
    """Every stem of which a folded word may be a case, longest first."""
    for length in range(min(_LONGEST_CASE, len(folded) - SHORTEST_STEM) + 1):
        if folded[len(folded) - length :] in _CASES:
            yield folded[: len(folded) - length]


_ARABIC_PREFIXES = ("وبال", "وكال", "وال", "بال", "فال", "كال", "ولل", "لل", "ال", "وب", "ول", "و", "ف", "ب", "ل", "ك")
_HEBREW_PREFIXES = ("וה", "של", "שה", "וב", "ול", "מה", "ה", "ו", "ב", "ל", "מ", "כ", "ש")


@lru_cache(maxsize=262144)
def bases(key: str, shortest: int = SHORTEST_STEM) -> tuple[str, ...]:
    """Sound keys of the listed forms that ``key`` may be an inflection of, likeliest (shortest ending) first.

    ``shortest`` is the least length of such a form: short ones are too many words of a text.
    """
    return tuple(dict.fromkeys(_bases(key, shortest)))


def _bases(key: str, shortest: int) -> Iterator[str]:
    for length in range(1, min(_LONGEST, len(key) - shortest + 1) + 1):
        stem, ending = key[:-length], key[-length:]
        for base in _BASES_BY_ENDING.get(ending, ()):
            if len(stem) + len(base) >= shortest:
                yield stem + base
    if key.endswith("i") and len(key) >= shortest:
        yield key + "a"


def without_prefixes(folded: str) -> tuple[str, ...]:
    """An Arabic or Hebrew word without the short words written onto its front, longest first; empty without any."""
    prefixes = _ARABIC_PREFIXES if "؀" <= folded[:1] <= "ݿ" else _HEBREW_PREFIXES if "֐" <= folded[:1] <= "׿" else ()
    return tuple(
        folded[len(prefix) :] for prefix in prefixes if folded.startswith(prefix) and len(folded) - len(prefix) >= 3
    )


def keeps_article(folded: str, listed: str) -> bool:
    """Whether an Arabic or Hebrew word with a prefix still has all of the listed word, the article with it: "the base"
    is القاعدة, which قاعدة is not.
    """
    return folded.endswith((listed, "ل" + listed.removeprefix("ا") if listed.startswith("ال") else listed))


def before_apostrophe(folded: str) -> str:
    """The name before an ending that is set off by an apostrophe ("putin's", "putin'in"); empty when there is none."""
    stem, mark, ending = folded.rpartition("'")
    return stem if mark and len(stem) >= 3 and len(ending) <= 4 else ""


_ELIDED = frozenset(["l", "d", "un", "qu", "dell", "all", "dall", "nell", "sull", "n", "s", "j", "c"])


def after_elision(folded: str) -> str:
    """The name after an elided article or preposition ("l'iran", "d'al"); empty when there is none."""
    start, mark, rest = folded.replace("’", "'").partition("'")
    return rest if mark and len(rest) >= 2 and start.lower() in _ELIDED else ""
