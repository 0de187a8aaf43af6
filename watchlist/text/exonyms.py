"""Exonyms: what the news of a language calls a party whose listed names no rule turns into that.

The table (``lexicon/exonyms.tsv``) is written by hand. A row speaks of a party only where some list prints one of its
keys, so that a fact about a party that is not loaded says nothing.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from watchlist.text.lexicon import rows_of
from watchlist.text.normalize import fold
from watchlist.text.tokens import tokenize

LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "bs": "Bosnian", "cs": "Czech", "de": "German", "el": "Greek", "es": "Spanish",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovene", "sr": "Serbian",
    "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
# Languages whose names decline by the endings of ``inflection``; for the others the table prints the forms.
DECLINING = frozenset(["bg", "bs", "cs", "hr", "pl", "ru", "sk", "sl", "sr", "uk"])
WEAK = "~"
NO_PARTY = "-"

Key = tuple[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Exonym:
    """A name in ``language`` (its English name, or several); ``weak`` when it also means something else there.

    ``text`` is capitalised where the language capitalises it; ``small`` are its folded words that are written small;
    ``declines`` says that its words take case endings.
    """

    text: str
    language: str
    weak: bool
    declines: bool
    small: frozenset[str]


@lru_cache(maxsize=1)
def exonyms() -> Mapping[Key, tuple[Exonym, ...]]:
    """Exonyms by the type of the party and the words of a listed name, in any order; the same letters are one name."""
    found: dict[Key, dict[str, Exonym]] = defaultdict(dict)
    for party_type, keys, language, names in rows_of("exonyms.tsv"):
        for key in keys.split("|"):
            known = found[party_type, words_of(key)]
            for exonym in (_exonym(name, language) for name in names.split("|")):
                same = known.get(fold(exonym.text))
                known[fold(exonym.text)] = exonym if same is None else _both(same, exonym)
    return {key: tuple(names.values()) for key, names in found.items()}


def lookalikes() -> tuple[str, ...]:
    """Words that begin like an exonym and mean no party (Islamic countries: 伊斯兰国家)."""
    return tuple(exonym.text for exonym in exonyms().get((NO_PARTY, frozenset()), ()))


def words_of(name: str) -> frozenset[str]:
    """The folded words of a name."""
    return frozenset(fold(token.surface) for token in tokenize(name))


def _exonym(name: str, language: str) -> Exonym:
    text = name.removesuffix(WEAK)
    small = frozenset(fold(token.surface) for token in tokenize(text) if token.surface[0].islower())
    return Exonym(text, LANGUAGES[language], text != name, language in DECLINING, small)


def _both(one: Exonym, other: Exonym) -> Exonym:
    """A name that is the same in two languages: weak where it is weak in one, small where it is small in one."""
    languages = dict.fromkeys((*one.language.split(" or "), other.language))
    return Exonym(
        one.text,
        " or ".join(languages),
        one.weak or other.weak,
        one.declines or other.declines,
        one.small | other.small,
    )
