"""Russian and Ukrainian names in Greek and Arabic letters, as Greek and Arab newsrooms write them."""

_GREEK = {
    "а": "α", "б": "μπ", "в": "β", "г": "γκ", "д": "ντ", "е": "ε", "ё": "ιο", "ж": "ζ", "з": "ζ", "и": "ι", "й": "ι",
    "к": "κ", "л": "λ", "м": "μ", "н": "ν", "о": "ο", "п": "π", "р": "ρ", "с": "σ", "т": "τ", "у": "ου", "ф": "φ",
    "х": "χ", "ц": "τσ", "ч": "τσ", "ш": "σ", "щ": "στσ", "ъ": "", "ы": "ι", "ь": "", "э": "ε", "ю": "ιου", "я": "ια",
    "і": "ι", "ї": "ι", "є": "ε", "ґ": "γκ",
}  # fmt: skip
_ARABIC = {
    "а": "ا", "б": "ب", "в": "ف", "г": "غ", "д": "د", "е": "ي", "ё": "يو", "ж": "ج", "з": "ز", "и": "ي", "й": "ي",
    "к": "ك", "л": "ل", "м": "م", "н": "ن", "о": "و", "п": "ب", "р": "ر", "с": "س", "т": "ت", "у": "و", "ф": "ف",
    "х": "خ", "ц": "تس", "ч": "تش", "ш": "ش", "щ": "شت", "ъ": "", "ы": "ي", "ь": "", "э": "ي", "ю": "يو", "я": "يا",
    "і": "ي", "ї": "ي", "є": "ي", "ґ": "غ",
}  # fmt: skip
_ARABIC_BEGINNINGS = {"а": "أ", "и": "إي", "о": "أو", "у": "أو", "э": "إ", "і": "إي"}
_GREEK_ENDINGS = {"ий": "ι", "ый": "ι", "ев": "εφ", "ов": "οφ", "ёв": "ιοφ"}
_ARABIC_ENDINGS = {"ий": "ي", "ый": "ي", "ей": "ي", "ия": "يا", "ья": "يا"}


def greek(text: str) -> str:
    """Σεργκέι Λαβρόφ, as far as letters go; stress is not known and stays unwritten."""
    words = [_written(word, _GREEK, _GREEK_ENDINGS, {}) for word in text.lower().split()]
    return " ".join(word[:1].upper() + (f"{word[1:-1]}ς" if word.endswith("σ") else word[1:]) for word in words)


def arabic(text: str) -> str:
    """فلاديمير بوتين."""
    words = text.lower().split()
    return " ".join(_written(word, _ARABIC, _ARABIC_ENDINGS, _ARABIC_BEGINNINGS) for word in words)


def _written(word: str, table: dict[str, str], endings: dict[str, str], beginnings: dict[str, str]) -> str:
    ending = next((each for each in endings if word.endswith(each) and len(word) > len(each)), "")
    stem = word.removesuffix(ending)
    first = beginnings.get(stem[:1], table.get(stem[:1], stem[:1]))
    return first + "".join(table.get(letter, letter) for letter in stem[1:]) + endings.get(ending, "")
