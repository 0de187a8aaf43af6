"""Word tables: which words are particles, titles, legal forms, roles, countries, places.

The tables are data (``watchlist/text/lexicon``), written for many languages at once: a word means what it means
whatever the article's language, because lists and news mix languages freely.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from watchlist.text.normalize import fold
from watchlist.text.tokens import tokenize

SHORTEST_PREFIX = 2
SHORTEST_ENDING = 4


class WordTable:
    """Words, starred stems ("russ*") and heads of compounds ("*minister"), each standing for one or more labels."""

    def __init__(self, labelled: Iterable[tuple[str, str]]) -> None:
        words: dict[str, set[str]] = defaultdict(set)
        stems: dict[str, set[str]] = defaultdict(set)
        heads: dict[str, set[str]] = defaultdict(set)
        for label, word in labelled:
            folded = fold(word)
            if folded.endswith("*"):
                stems[folded[:-1]].add(label)
            elif folded.startswith("*"):
                heads[folded[1:]].add(label)
            else:
                words[folded].add(label)
        self._words: Mapping[str, frozenset[str]] = {word: frozenset(labels) for word, labels in words.items()}
        self._heads: Mapping[str, frozenset[str]] = {head: frozenset(labels) for head, labels in heads.items()}
        self._stems: Mapping[str, frozenset[str]] = {stem: frozenset(labels) for stem, labels in stems.items()}
        lengths: dict[str, set[int]] = defaultdict(set)
        for stem in stems:
            lengths[stem[:SHORTEST_PREFIX]].add(len(stem))
        self._lengths = {start: tuple(sorted(found)) for start, found in lengths.items()}

    def labels(self, folded: str) -> frozenset[str]:
        """Labels of a folded word: its own, and those of every stem that it starts with and every head that ends it."""
        found = self._words.get(folded, frozenset())
        for length in self._lengths.get(folded[:SHORTEST_PREFIX], ()):
            if (labels := self._stems.get(folded[:length])) is not None:
                found |= labels
        for length in range(SHORTEST_ENDING, len(folded)):
            if (labels := self._heads.get(folded[-length:])) is not None:
                found |= labels
        return found

    def inside(self, folded: str) -> frozenset[str]:
        """Labels of the words of two characters and more that stand anywhere in a run of a script without spaces."""
        found: frozenset[str] = frozenset()
        for start in range(len(folded) - 1):
            for length in range(2, min(8, len(folded) - start) + 1):
                found |= self._words.get(folded[start : start + length], frozenset())
        return found


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables, loaded once.

    ``country_names`` are English; ``given_names`` are groups of names that are one name in different languages
    (Volodymyr, Vladimir).
    ``country_phrases`` maps the stem of the first word of a country name of several words to its (words, ISO code)
    pairs;
    ``places`` are folded names of countries and cities, those of several words joined by a space.
    """

    classes: Mapping[str, frozenset[str]]
    concepts: WordTable
    nationalities: WordTable
    given_names: tuple[tuple[str, ...], ...]
    country_names: Mapping[str, str]
    country_phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    places: frozenset[str]

    def is_a(self, word_class: str, folded: str) -> bool:
        """Whether a folded word belongs to a class of ``name_words.tsv``, to ``function`` words or the ``calendar``."""
        return folded in self.classes[word_class]


def stem(folded: str) -> str:
    """A long word without the two letters that declension changes (Северная, Северной)."""
    return folded[:-2] if len(folded) > 5 else folded


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The shipped tables."""
    classes = {label: frozenset(map(fold, words.split())) for label, words in _rows("name_words.tsv")}
    concepts = WordTable((concept, word) for concept, words in _rows("concepts.tsv") for word in words.split())
    classes["calendar"] = frozenset(_lines("calendar.txt"))
    classes["everyday"] |= classes["calendar"]
    classes["function"] = frozenset(fold(word) for line in _lines("function_words.txt") for word in line.split())
    labelled = [(code, stem) for code, stems in _rows("nationalities.tsv") for stem in stems.split()]
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    country_names: dict[str, str] = {}
    places = set(_lines("places.txt"))
    for code, names in _rows("countries.tsv"):
        country_names[code] = names.partition("|")[0].title()
        for name in names.split("|"):
            words = tuple(token.surface for token in tokenize(name))
            places.add(" ".join(words))
            if len(words) == 1:
                labelled.append((code, words[0]))
            elif words:
                phrases[stem(words[0])].append((words, code))
    return Lexicon(
        classes=classes,
        concepts=concepts,
        nationalities=WordTable(labelled),
        given_names=tuple(tuple(map(fold, line.split())) for line in _lines("given_names.tsv")),
        country_names=country_names,
        country_phrases={first: tuple(found) for first, found in phrases.items()},
        places=frozenset(places),
    )


def _lines(name: str) -> list[str]:
    text = (files("watchlist.text") / "lexicon" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def rows_of(name: str) -> list[list[str]]:
    """The columns of each row of a table."""
    return [line.split("\t") for line in _lines(name)]


def _rows(name: str) -> list[tuple[str, str]]:
    return [(label, words) for label, _, words in (line.partition("\t") for line in _lines(name))]
