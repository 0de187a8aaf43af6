"""What grammar writes onto a name: Slavic cases, possessives, Turkish and Finnish suffixes, particles and prefixes.

Rules are those of school grammars: Зализняк's classes for Russian personal names, the Ukrainian orthography of 2019,
Türk Dil Kurumu for suffixes after an apostrophe. A name whose gender or class is not plain is left alone.
"""

from collections.abc import Sequence
from typing import NamedTuple

CASES = ("genitive", "dative", "instrumental")


class Declension(NamedTuple):
    """Endings of one class: what the name ends with, and what stands there in the three ``CASES``."""

    ending: str
    forms: tuple[str, str, str]


def _table(rows: str) -> tuple[Declension, ...]:
    """Rows of "ending genitive dative instrumental", first match wins; "-" is no letter."""
    split = (row.split() for row in rows.split("/"))
    return tuple(
        Declension(ending.replace("-", ""), (one.replace("-", ""), two.replace("-", ""), three.replace("-", "")))
        for ending, one, two, three in split
    )


_RUSSIAN_NOUNS = (
    "ия ии ии ией/ья ьи ье ьей/га ги ге гой/ка ки ке кой/ха хи хе хой/ча чи че чей/ша ши ше шей/жа жи же жей/"
    "а ы е ой/я и е ей"
)
_RUSSIAN_MALE = _table(
    "Лев Льва Льву Львом/авел авла авлу авлом/Пётр Петра Петру Петром/Петр Петра Петру Петром/"
    "ский ского скому ским/цкий цкого цкому цким/ской ского скому ским/ий ия ию ием/й я ю ем/ь я ю ем/"
    + _RUSSIAN_NOUNS
    + "/ч ча чу чем/ж жа жу жем/ш ша шу шем/щ ща щу щем/ц ца цу цем/- а у ом"
)
_RUSSIAN_MALE_FAMILY = _table(
    "ский ского скому ским/цкий цкого цкому цким/кий кого кому ким/ый ого ому ым/ой ого ому ым/ых ых ых ых/их их их их/"
    "ов ова ову овым/ев ева еву евым/ёв ёва ёву ёвым/ин ина ину иным/ын ына ыну ыным/й я ю ем/ь я ю ем/"
    + _RUSSIAN_NOUNS
    + "/ч ча чу чем/ж жа жу жем/ш ша шу шем/щ ща щу щем/ц ца цу цем/- а у ом"
)
_RUSSIAN_FEMALE = _table("Любовь Любови Любови Любовью/ь и и ью/" + _RUSSIAN_NOUNS)
_RUSSIAN_FEMALE_FAMILY = _table(
    "ова овой овой овой/ева евой евой евой/ёва ёвой ёвой ёвой/ина иной иной иной/ына ыной ыной ыной/ая ой ой ой/"
    "яя ей ей ей/" + _RUSSIAN_NOUNS
)
_UKRAINIAN_NOUNS = "ія ії ії ією/га ги зі гою/ка ки ці кою/ха хи сі хою/а и і ою/я і і ею"
_UKRAINIAN_MALE = _table(
    "Лев Лева Леву Левом/авло авла авлу авлом/ій ія ію ієм/й я ю єм/о а у ом/ь я ю ем/"
    + _UKRAINIAN_NOUNS
    + "/ч ча чу чем/ж жа жу жем/ш ша шу шем/- а у ом"
)
_UKRAINIAN_MALE_FAMILY = _table(
    "ий ого ому им/ов ова ову овим/ев ева еву евим/єв єва єву євим/ін іна іну іним/їн їна їну їним/ко ка ку ком/"
    "ій ія ію ієм/й я ю єм/ь я ю ем/о а у ом/"
    + _UKRAINIAN_NOUNS
    + "/ч ча чу чем/ж жа жу жем/ш ша шу шем/ц ця цю цем/- а у ом"
)
_UKRAINIAN_FEMALE = _table("ов ові ові ов’ю/" + _UKRAINIAN_NOUNS)
_UKRAINIAN_FEMALE_FAMILY = _table(
    "ова ової овій овою/ева евої евій евою/єва євої євій євою/іна іної іній іною/їна їної їній їною/"
    "ька ької ькій ькою/" + _UKRAINIAN_NOUNS
)
_TABLES = {
    ("ru", "male"): (_RUSSIAN_MALE, _RUSSIAN_MALE_FAMILY),
    ("ru", "female"): (_RUSSIAN_FEMALE, _RUSSIAN_FEMALE_FAMILY),
    ("uk", "male"): (_UKRAINIAN_MALE, _UKRAINIAN_MALE_FAMILY),
    ("uk", "female"): (_UKRAINIAN_FEMALE, _UKRAINIAN_FEMALE_FAMILY),
}
_INDECLINABLE = tuple("оеиуюыэії")


def gender_of(given: Sequence[str], family: Sequence[str]) -> str:
    """``male`` or ``female`` by patronymic and family name; empty where neither says so."""
    last = family[-1].lower() if family else ""
    if any(word.lower().endswith(("вич", "ич", "ович", "йович")) for word in given[1:]):
        return "male"
    if any(word.lower().endswith(("вна", "чна")) for word in given[1:]):
        return "female"
    if last.endswith(("ова", "ева", "ёва", "єва", "ина", "іна", "ская", "цкая", "ська", "цька")):
        return "female"
    return "male" if last.endswith(("ов", "ев", "ёв", "єв", "ин", "ін", "ский", "цкий", "ський", "цький")) else ""


def declined(given: Sequence[str], family: Sequence[str], case: str, language: str) -> str | None:
    """Given names, then family name, in a case of Russian or Ukrainian; None where the gender is not plain."""
    gender = gender_of(given, family)
    if not gender or not (given and family):
        return None
    names, families = _TABLES[language, gender]
    words = [_ended(word, names, case) for word in given]
    words += [_ended_family(word, families, case, language, gender) for word in family]
    text = " ".join(words)
    return text if text != " ".join((*given, *family)) else None


def _ended(word: str, table: tuple[Declension, ...], case: str) -> str:
    number = CASES.index(case)
    for row in table:
        if word.endswith(row.ending):
            return word.removesuffix(row.ending) + row.forms[number] if row.ending else word + row.forms[number]
    return word


def _ended_family(word: str, table: tuple[Declension, ...], case: str, language: str, gender: str) -> str:
    stays = word.lower().endswith(_INDECLINABLE) and not (language == "uk" and gender == "male" and word.endswith("о"))
    return word if stays else _ended(word, table, case)


_VOWELS = "aeıioöuüâîûyáéíóúäå"


def english_possessive(text: str) -> str:
    """Putin's."""
    return f"{text}'s"


def german_genitive(text: str) -> str | None:
    """Putins; names in a hissing sound take an apostrophe and are left alone."""
    return None if text.lower().endswith(("s", "ß", "x", "z", "ce")) or not text[-1].isalpha() else f"{text}s"


def turkish(text: str, case: str) -> str | None:
    """Putin'in, Putin'e, Putin'den: the vowel follows the last one of the name."""
    vowels = [letter for letter in text.lower() if letter in "aeıioöuü"]
    if not vowels or not text[-1].isalpha():
        return None
    last, open_end = vowels[-1], text[-1].lower() in _VOWELS
    back = last in "aıou"
    if case == "genitive":
        vowel = {"a": "ı", "ı": "ı", "e": "i", "i": "i", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}[last]
        return f"{text}'{'n' if open_end else ''}{vowel}n"
    if case == "dative":
        return f"{text}'{'y' if open_end else ''}{'a' if back else 'e'}"
    hard = text[-1].lower() in "fstkçşhp"
    return f"{text}'{'t' if hard else 'd'}{'an' if back else 'en'}"


def finnish_genitive(text: str) -> str | None:
    """Putinin, Lavrovin, Shoigun."""
    if not text[-1].isalpha():
        return None
    return f"{text}n" if text[-1].lower() in _VOWELS else f"{text}in"


_MOST_POLISH_WORDS = 3


def polish(words: Sequence[str], case: str) -> str | None:
    """Władimira Putina, z Władimirem Putinem: masculine names that end in a consonant or in -ski."""
    if len(words) > _MOST_POLISH_WORDS:
        return None
    out = [_polish(word, case) for word in words]
    known = [word for word in out if word]
    return " ".join(known) if len(known) == len(words) else None


def _polish(word: str, case: str) -> str:
    lowered = word.lower()
    if lowered.endswith(("ski", "cki")):
        return word + ("ego" if case == "genitive" else "m")
    if not word.isalpha() or lowered[-1] in _VOWELS + "ąęó" or len(word) < 3:
        return ""
    if case == "genitive":
        return word + "a"
    return word + ("iem" if lowered[-1] in "kg" else "em")


def korean(text: str, part: str) -> str:
    """김정은은, 김정은을, 김정은의: the particle follows the last syllable."""
    closed = (ord(text[-1]) - ord("가")) % 28 != 0
    particles = {"topic": "은" if closed else "는", "object": "을" if closed else "를", "genitive": "의"}
    return text + particles[part]


def semitic(text: str, part: str) -> str:
    """لمحمد, بمحمد, ومحمد and Hebrew לדוד: one-letter words written onto the name."""
    if "\u0590" <= text[0] <= "\u05ff":
        return {"to": "ל", "and": "ו", "with": "ב"}[part] + text
    if part == "to" and text.startswith("ال"):
        return "لل" + text.removeprefix("ال")
    return {"to": "ل", "and": "و", "with": "ب"}[part] + text
