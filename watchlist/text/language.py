"""Which language a text is in: script first, then telling letters, then what its publisher says, then a model."""

import copy
from bisect import bisect_right
from collections import Counter
from functools import lru_cache
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# Enough for the model to be sure, little enough to cost under a millisecond; other letters take two bytes each.
_SAMPLE = 1500
_MODEL_BYTES = 1000

# By how much, as a natural logarithm, another language must be likelier before the publisher is not believed: templates
# state languages that their articles are not in. Three words never reach it, a sentence does.
_SURE = 20.0

# First code point of each run of letters and the script that it opens, up to the next run; Unicode 15 blocks.
_RUNS = (
    (0x0000, "Latin"), (0x0370, "Greek"), (0x0400, "Cyrillic"), (0x0530, "Armenian"), (0x0590, "Hebrew"),
    (0x0600, "Arabic"), (0x0700, ""), (0x0750, "Arabic"), (0x0780, ""), (0x08A0, "Arabic"), (0x0900, "Devanagari"),
    (0x0980, "Bengali"), (0x0A00, "Gurmukhi"), (0x0A80, "Gujarati"), (0x0B00, "Oriya"), (0x0B80, "Tamil"),
    (0x0C00, "Telugu"), (0x0C80, "Kannada"), (0x0D00, "Malayalam"), (0x0D80, "Sinhala"), (0x0E00, "Thai"),
    (0x0E80, "Lao"), (0x0F00, "Tibetan"), (0x1000, "Myanmar"), (0x10A0, "Georgian"), (0x1100, "Hangul"),
    (0x1200, "Ethiopic"), (0x13A0, ""), (0x1780, "Khmer"), (0x1800, ""), (0x1C80, "Cyrillic"), (0x1C90, "Georgian"),
    (0x1CC0, ""), (0x1E00, "Latin"), (0x1F00, "Greek"), (0x2000, ""), (0x2C60, "Latin"), (0x2C80, ""),
    (0x2D00, "Georgian"), (0x2D30, ""), (0x2DE0, "Cyrillic"), (0x2E00, ""), (0x2E80, "Han"), (0x3040, "Kana"),
    (0x3100, ""), (0x3130, "Hangul"), (0x3190, ""), (0x31F0, "Kana"), (0x3200, ""), (0x3400, "Han"), (0xA000, ""),
    (0xA640, "Cyrillic"), (0xA6A0, ""), (0xA720, "Latin"), (0xA800, ""), (0xAC00, "Hangul"), (0xD7B0, ""),
    (0xF900, "Han"), (0xFB00, "Latin"), (0xFB13, "Armenian"), (0xFB1D, "Hebrew"), (0xFB50, "Arabic"), (0xFE00, ""),
    (0xFE70, "Arabic"), (0xFF00, "Latin"), (0xFF66, "Kana"), (0xFFA0, "Hangul"), (0xFFE0, ""), (0x20000, "Han"),
    (0x323B0, ""),
)  # fmt: skip
_STARTS = [start for start, _ in _RUNS]

# Languages in which news is written in each script, as far as the model knows them; one language needs no model.
_LANGUAGES = {
    "Latin": ("af", "az", "bs", "ca", "cs", "cy", "da", "de", "en", "es", "et", "eu", "fi", "fr", "ga", "gl", "ha",
        "hr", "ht", "hu", "id", "is", "it", "lb", "lt", "lv", "mg", "ms", "mt", "nl", "no", "pl", "pt", "ro", "rw",
        "sk", "sl", "so", "sq", "sr", "sv", "sw", "tl", "tr", "uz", "vi", "xh", "yo", "zu"),
    "Cyrillic": ("ba", "be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "tt", "uk", "uz"),
    "Arabic": ("ar", "fa", "ku", "ps", "ug", "ur"), "Devanagari": ("hi", "mr", "ne"), "Bengali": ("as", "bn"),
    "Han": ("zh", "ja"), "Kana": ("ja",), "Hangul": ("ko",), "Greek": ("el",), "Hebrew": ("he",), "Thai": ("th",),
    "Georgian": ("ka",), "Armenian": ("hy",), "Ethiopic": ("am",), "Khmer": ("km",), "Lao": ("lo",), "Myanmar": ("my",),
    "Tibetan": ("dz",), "Gurmukhi": ("pa",), "Gujarati": ("gu",), "Oriya": ("or",), "Tamil": ("ta",), "Telugu": ("te",),
    "Kannada": ("kn",), "Malayalam": ("ml",), "Sinhala": ("si",),
}  # fmt: skip

# One sign of these carries about as much as two or three letters of an alphabet.
_DENSE = frozenset({"Han", "Kana", "Hangul"})

# Codes that are in use for the same language: ISO 639-1 as revised, macro languages, common three-letter codes.
_SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "ji": "yi", "sh": "sr", "mo": "ro", "fil": "tl", "ckb": "ku"}


def detect_language(text: str, hint: str = "") -> str:
    """ISO 639-1 code of the language of ``text``, "" when it has no letters; the same text always gives the same code.

    ``hint`` is what the publisher says (``uk``, ``pt-BR``). It decides where the script leaves a choice, the letters
    do not settle it and the model is not sure; a hint that the script contradicts is ignored.
    """
    letters = Counter(text[:_SAMPLE].lower())
    script = _script(letters)
    if not script:
        return ""
    told = _told(hint)
    choices = _LANGUAGES[script]
    if script in _TELLING:
        choices = _TELLING[script](letters, choices)
    if len(choices) == 1:
        return choices[0]
    if script == "Han":
        return told if told in choices else "zh"
    return _modelled(text[:_SAMPLE], choices, told)


def _told(hint: str) -> str:
    code = hint.strip().lower().replace("_", "-").partition("-")[0]
    return _SAME.get(code, code)


def _script(letters: Counter[str]) -> str:
    """The script of most letters; Japanese wherever a tenth of the signs is kana."""
    scripts: Counter[str] = Counter()
    for letter, count in letters.items():
        if letter.isalpha():
            script = _RUNS[bisect_right(_STARTS, ord(letter)) - 1][1]
            scripts[script] += count * (2 if script in _DENSE else 1)
    del scripts[""]
    if not scripts:
        return ""
    best = max(sorted(scripts), key=scripts.__getitem__)
    if best == "Han" and scripts["Kana"] * 10 >= scripts["Han"]:
        return "Kana"
    return best


def _count(letters: Counter[str], telling: str) -> int:
    return sum(letters[letter] for letter in telling)


def _cyrillic(letters: Counter[str], choices: tuple[str, ...]) -> tuple[str, ...]:
    """Alphabets differ: each rule names letters that its language has and its neighbours lack."""
    asian, belarusian, ukrainian = _count(letters, "әғқңөұүһҳҷӣӯҡҙ"), _count(letters, "ў"), _count(letters, "їєґ")
    south, eastern, bulgarian = _count(letters, "јљњћђџѓќѕ"), _count(letters, "ыэё"), _count(letters, "ъ")
    best = max(asian, belarusian, ukrainian, south)
    if best == 0 or best * 4 < eastern:
        return ("ru",) if eastern else ("bg",) if bulgarian else choices
    if best == asian:
        return ("ba", "kk", "ky", "mn", "tg", "tt", "uz")
    if best == south:
        macedonian, serbian = _count(letters, "ѓќѕ"), _count(letters, "ђћ")
        return ("mk", "sr") if macedonian == serbian else ("mk",) if macedonian > serbian else ("sr",)
    return ("be",) if belarusian >= ukrainian else ("uk",)


def _arabic(letters: Counter[str], choices: tuple[str, ...]) -> tuple[str, ...]:
    """Letters that one language added to the Arabic alphabet; final ya and kaf of Persian, ta marbuta of Arabic."""
    marks = {"ur": "ٹڈڑںےہ", "ps": "ښځڅډړږڼې", "ku": "ڕڵۆێە", "ug": "ۇۆۈېە"}
    counts = {language: _count(letters, telling) for language, telling in marks.items()}
    best = max(counts, key=counts.__getitem__)
    persian, arabic = _count(letters, "پچژگکی"), _count(letters, "ةىأإ")
    if counts[best] * 3 > max(persian, arabic):
        return (best,)
    if persian == arabic:
        return choices
    return ("fa",) if persian > arabic else ("ar",)


_TELLING = {"Cyrillic": _cyrillic, "Arabic": _arabic}


def _modelled(sample: str, choices: tuple[str, ...], told: str) -> str:
    """What the publisher says unless the model is sure that it is something else; it reads bytes, up to its budget."""
    text = sample.encode("utf-8", "replace")[:_MODEL_BYTES].decode("utf-8", "ignore")
    likely = dict(_identifier(choices).rank(text))
    best = max(likely, key=likely.__getitem__)
    return str(told if likely.get(told, -inf) > likely[best] - _SURE else best)


@lru_cache(maxsize=1)
def _model() -> "LanguageIdentifier":
    # Imported on first use: numpy and the model take most of a second.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE)


@lru_cache(maxsize=16)
def _identifier(choices: tuple[str, ...]) -> "LanguageIdentifier":
    identifier = copy.copy(_model())
    identifier.set_languages(choices)
    return identifier
