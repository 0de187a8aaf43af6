"""The same name in the spelling of another newsroom: Cyrillic in Latin letters, Latin in Cyrillic, Arabic variants.

Sources: BGN/PCGN 1947 (English), Duden (German), the usage of AFP (French), EFE (Spanish), PAP (Polish), the Turkish
press, ISO 9 as Czech and Croatian papers write it.
"""

import re
from collections.abc import Mapping

from watchlist.selftest.dice import Dice

_ENGLISH = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u",
}  # fmt: skip
_OTHERS: dict[str, dict[str, str]] = {
    "en": {},
    "de": {"в": "w", "ж": "sch", "й": "i", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch", "щ": "schtsch", "ю": "ju",
           "я": "ja", "ё": "jo", "ї": "ji", "є": "je"},
    "fr": {"ж": "j", "й": "ï", "у": "ou", "ч": "tch", "ш": "ch", "щ": "chtch", "ю": "iou", "я": "ia", "ё": "io"},
    "es": {"ж": "zh", "й": "i", "х": "j", "ч": "ch", "щ": "sch", "ю": "iu", "я": "ia", "ё": "io"},
    "it": {"й": "j", "х": "ch", "ч": "č", "ш": "š", "щ": "šč", "ю": "ju", "я": "ja", "ж": "ž", "ц": "c", "ё": "jo"},
    "pl": {"в": "w", "ж": "ż", "й": "j", "х": "ch", "ц": "c", "ч": "cz", "ш": "sz", "щ": "szcz", "ю": "ju", "я": "ja",
           "ё": "jo", "ї": "ji", "є": "je"},
    "tr": {"ж": "j", "ц": "ts", "ч": "ç", "ш": "ş", "щ": "şç", "х": "h", "ы": "ı"},
    "fi": {"ж": "ž", "й": "i", "х": "h", "ч": "tš", "ш": "š", "щ": "štš", "ю": "ju", "я": "ja",
           "ё": "jo"},
}  # fmt: skip
# Endings that newsrooms write as a whole; the letters before follow the table above.
_ENDINGS: dict[str, dict[str, str]] = {
    "en": {"ий": "y", "ый": "y", "ей": "ei"},
    "de": {"ий": "i", "ый": "y", "ей": "ej"},
    "fr": {"ий": "i", "ый": "y", "ин": "ine", "ей": "eï"},
    "es": {"ий": "i", "ый": "i", "ей": "ei"},
    "it": {"ий": "ij", "ый": "yj"},
    "pl": {"ий": "ij", "ый": "yj", "ский": "ski"},
    "tr": {"ий": "i", "ый": "ıy"},
    "fi": {"ий": "i", "ый": "yi"},
}
# French writes a family name in -in as -ine (Poutine), so that nobody hears a nasal; given names stay.
_GIVEN_ENDINGS = {press: {end: to for end, to in table.items() if end != "ин"} for press, table in _ENDINGS.items()}
PRESSES = tuple(_OTHERS)


def romanised(text: str, press: str) -> str:
    """A Cyrillic name as the press of a language (``PRESSES``) writes it."""
    *others, last = text.split()
    return " ".join(
        [*(_romanised(word, press, _GIVEN_ENDINGS[press]) for word in others), _romanised(last, press, _ENDINGS[press])]
    )


def _romanised(word: str, press: str, endings: Mapping[str, str]) -> str:
    lowered = word.lower()
    ending = next((each for each in sorted(endings, key=len, reverse=True) if lowered.endswith(each)), "")
    stem = lowered.removesuffix(ending)
    table = _ENGLISH | _OTHERS[press]
    letters = [table.get(letter, letter) for letter in stem]
    for at, letter in enumerate(stem):
        # Russian е is ye at the beginning and after vowels in all but French and Spanish.
        if letter == "е" and press in {"en", "de", "pl", "tr", "it"} and (at == 0 or stem[at - 1] in "аеёиоуыэюя"):
            letters[at] = "ye" if press in {"en", "tr"} else "je"
    return _capitalised("".join(letters) + endings.get(ending, ""))


_INITIAL = re.compile(r"^'?\w")


def _capitalised(word: str) -> str:
    return "-".join(_INITIAL.sub(lambda found: found.group().upper(), part) for part in word.split("-"))


# Common given names whose Russian spelling the Latin letters do not show.
_GIVEN = {
    "igor": "Игорь", "olga": "Ольга", "tatiana": "Татьяна", "tatyana": "Татьяна", "natalia": "Наталья",
    "natalya": "Наталья", "sergei": "Сергей", "sergey": "Сергей", "andrei": "Андрей", "andrey": "Андрей",
    "aleksei": "Алексей", "aleksey": "Алексей", "alexei": "Алексей", "alexey": "Алексей", "nikolai": "Николай",
    "nikolay": "Николай", "alexander": "Александр", "aleksandr": "Александр", "alexandr": "Александр",
    "dmitry": "Дмитрий", "dmitri": "Дмитрий", "dmitriy": "Дмитрий", "yuri": "Юрий", "yury": "Юрий", "yuriy": "Юрий",
    "evgeny": "Евгений", "evgeni": "Евгений", "evgeniy": "Евгений", "yevgeny": "Евгений", "yevgeni": "Евгений",
    "yevgeniy": "Евгений", "vitaly": "Виталий", "vitali": "Виталий", "vitaliy": "Виталий", "anatoly": "Анатолий",
    "anatoli": "Анатолий", "anatoliy": "Анатолий", "vasily": "Василий", "vasili": "Василий", "vasiliy": "Василий",
    "grigory": "Григорий", "grigori": "Григорий", "grigoriy": "Григорий", "gennady": "Геннадий",
    "gennadi": "Геннадий", "gennadiy": "Геннадий", "valery": "Валерий", "valeri": "Валерий", "valeriy": "Валерий",
    "arkady": "Аркадий", "arkadi": "Аркадий", "georgy": "Георгий", "georgi": "Георгий", "georgiy": "Георгий",
    "elena": "Елена", "yelena": "Елена", "ekaterina": "Екатерина", "yekaterina": "Екатерина", "mikhail": "Михаил",
    "pyotr": "Пётр", "petr": "Пётр", "fyodor": "Фёдор", "fedor": "Фёдор", "semyon": "Семён", "semen": "Семён",
    "artyom": "Артём", "artem": "Артём", "maksim": "Максим", "maxim": "Максим", "ilya": "Илья", "lyubov": "Любовь",
}  # fmt: skip
_RUSSIAN_ENDINGS = (
    ("tskiy", "цкий"), ("tsky", "цкий"), ("skyy", "ский"), ("skiy", "ский"), ("skii", "ский"), ("sky", "ский"),
    ("ski", "ский"), ("aya", "ая"), ("iya", "ия"), ("ia", "ия"), ("ievich", "иевич"), ("yevich", "евич"),
    ("evich", "евич"), ("ovich", "ович"), ("ovna", "овна"), ("yevna", "евна"), ("evna", "евна"), ("iy", "ий"),
    ("yy", "ый"), ("ey", "ей"), ("ei", "ей"), ("oy", "ой"), ("oi", "ой"), ("ay", "ай"), ("ai", "ай"), ("y", "ий"),
)  # fmt: skip
_TO_CYRILLIC = (
    ("shch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("ya", "я"),
    ("ye", "е"), ("yo", "ё"), ("oi", "ой"),
    ("lch", "льч"), ("lv", "льв"), ("ia", "я"), ("iu", "ю"), ("ey", "ей"), ("ay", "ай"), ("oy", "ой"),
    ("uy", "уй"),
    ("a", "а"), ("b", "б"), ("v", "в"), ("g", "г"), ("d", "д"), ("e", "е"), ("z", "з"), ("i", "и"), ("k", "к"),
    ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"),
    ("f", "ф"), ("y", "ы"), ("h", "х"),
)  # fmt: skip
_TRANSLATED = dict(_TO_CYRILLIC)
_READING = re.compile("|".join(latin for latin, _ in _TO_CYRILLIC))
_READABLE = re.compile(r"[a-ik-pr-vyz'’-]+")


def in_cyrillic(text: str) -> str | None:
    """A Russian name in Latin letters written back; None where a letter has no Russian reading (w, x, q, marks)."""
    words = [_cyrillic_word(word) for word in text.split()]
    known = [word for word in words if word]
    return " ".join(known) if len(known) == len(words) else None


# Yurievich, Vasilyevich: Юрьевич, Васильевич.
_SOFT_PATRONYMIC = re.compile(r"(?<=[bdgklmnprstv])[iy]e(vich|vna)$")


def _cyrillic_word(word: str) -> str:
    lowered = word.lower()
    if lowered in _GIVEN:
        return _GIVEN[lowered]
    if not _READABLE.fullmatch(lowered):
        return ""
    lowered = lowered.replace("'", "").replace("’", "").replace("ailov", "aylov")
    if (soft := _SOFT_PATRONYMIC.search(lowered)) is not None and not lowered.startswith(("dmitr", "georg")):
        return _capitalised("".join(_read(lowered[: soft.start()])) + {"vich": "ьевич", "vna": "ьевна"}[soft[1]])
    ending, cyrillic = next(((latin, to) for latin, to in _RUSSIAN_ENDINGS if lowered.endswith(latin)), ("", ""))
    stem = lowered.removesuffix(ending)
    read = "".join(_read(stem)) + cyrillic
    return _capitalised(read)


def _read(stem: str) -> list[str]:
    return [_TRANSLATED.get(found, found) for found in re.findall(_READING.pattern + "|.", stem)]


# Spellings that one Arabic, Persian or Pashto name has on the lists themselves.
_ARABIC = (
    ("mohammed", "muhammad"), ("muhammad", "mohamed"), ("mohammad", "mohammed"), ("mohamed", "muhammad"),
    ("ahmed", "ahmad"), ("ahmad", "ahmed"), ("hussein", "husayn"), ("husayn", "hussain"), ("hossein", "husayn"),
    ("hassan", "hasan"), ("hasan", "hassan"), ("abdul ", "abd al-"), ("abd al-", "abdul "), ("abdel ", "abdul "),
    ("al-", "el-"), ("el-", "al-"), ("uddin", "-ud-din"), ("oo", "u"), ("ou", "u"), ("ee", "i"), ("ei", "ay"),
    ("ay", "ai"), ("aw", "au"), ("gh", "g"), ("dh", "d"), ("qa", "ka"), ("qi", "ki"),
    ("iya", "ia"), ("ss", "s"), ("mm", "m"),
)  # fmt: skip
_MOST_RULES = 2


def respelled(text: str, dice: Dice) -> str | None:
    """An Arabic or Persian name in Latin letters, romanised by another rule; None where no rule applies."""
    lowered = text.lower()
    able = [rule for rule in _ARABIC if rule[0] in lowered]
    for old, new in dice.some(able, _MOST_RULES):
        lowered = lowered.replace(old, new, 1)
    if lowered == text.lower():
        return None
    return " ".join(_capitalised(word) for word in lowered.split())
