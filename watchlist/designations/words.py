"""The word table: what words of a language do around a name (``words.tsv``)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from watchlist.text.lexicon import WordTable
from watchlist.text.normalize import fold

EVERY = "-"


def rows(name: str) -> Iterator[list[str]]:
    """The columns of each row of a table of this room."""
    text = (files("watchlist.designations") / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, WordTable]:
    """Classes by language; those of every language are in the table of each."""
    words: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for language, word_class, listed in rows("words.tsv"):
        words[language] += [(word_class, word) for word in listed.split()]
    return {language: WordTable((*words[EVERY], *own)) for language, own in words.items()}


@lru_cache(maxsize=65536)
def classes(language: str, folded: str) -> frozenset[str]:
    """What a folded word may do in a sentence of this language."""
    return _tables()[language].labels(folded)


def listed(language: str, word_class: str) -> frozenset[str]:
    """The words of one class as the table writes them."""
    found = (words for own, label, words in rows("words.tsv") if (own, label) == (language, word_class))
    return frozenset(word for words in found for word in words.split())


@lru_cache(maxsize=64)
def cues(language: str) -> tuple[str, ...]:
    """Letters without which a text holds no phrase of the language, in lower case."""
    return tuple(sorted((cue.replace("_", " ") for cue in listed(language, "cue")), key=len))


def has_cue(text: str, language: str) -> bool:
    """Whether a phrase may stand in a text: quick enough to be asked of every one."""
    lowered = text.lower()
    return any(cue in lowered for cue in cues(language))


def folded_words(text: str) -> str:
    """A piece of a phrase as the words of a sentence are written."""
    return " ".join(fold(word).replace("'", "") for word in text.split())
