"""Dictionary tools: they find listed names as they are printed, whatever is folded away first."""

import logging
import os
import re
import tempfile
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bench.contender import Flag, Ready
from bench.material import Material
from watchlist.model import Article

_WORD = re.compile(r"\w+")
_MARKS = re.compile("[\u0300-\u036f]+")


def pyahocorasick(material: Material) -> Callable[[], Ready]:
    """Aho-Corasick over names and text folded alike: case, diacritics, punctuation."""
    import ahocorasick  # noqa: PLC0415 - a peer that may be absent

    names = material.names()

    def index() -> Ready:
        automaton = ahocorasick.Automaton()
        for folded, listings in _folded(names).items():
            automaton.add_word(f" {folded} ", (len(folded) + 1, listings))
        automaton.make_automaton()

        def scan(article: Article) -> list[tuple[int, tuple[int, tuple[str, ...]]]]:
            return list(automaton.iter(f" {fold(both(article))} "))

        def flags(article: Article) -> list[Flag]:
            words = _Words(article.text)
            found = automaton.iter(f" {words.folded} ")
            return [Flag(*words.span(end - length, end - 1), listings) for end, (length, listings) in found]

        return Ready(scan, flags)

    return index


def spacy(material: Material) -> Callable[[], Ready]:
    """The PhraseMatcher of spaCy on lower-case words."""
    import spacy as library  # noqa: PLC0415 - a peer that may be absent
    from spacy.matcher import PhraseMatcher  # noqa: PLC0415

    names = material.names()
    language = library.blank("xx")
    language.max_length = 10_000_000

    def index() -> Ready:
        matcher = PhraseMatcher(language.vocab, attr="LOWER")
        for name in names:
            matcher.add(name, [language.make_doc(name)])

        def scan(article: Article) -> object:
            return matcher(language.make_doc(both(article)))

        def flags(article: Article) -> list[Flag]:
            words = language.make_doc(article.text)
            spans = [(words[start:end], language.vocab.strings[name]) for name, start, end in matcher(words)]
            return [Flag(span.start_char, span.end_char, names[name]) for span, name in spans]

        return Ready(scan, flags)

    return index


def juditha(material: Material) -> Callable[[], Ready]:
    """The store's ``extract``; it tells only the words, their listings are those of names that it folds alike."""
    os.environ["LOG_LEVEL"] = "error"
    from juditha import get_build_store  # noqa: PLC0415
    from juditha.io import load_names  # noqa: PLC0415
    from juditha.normalizer import tokenize_forms  # noqa: PLC0415

    logging.disable(logging.INFO)
    names = material.names()
    folder = Path(tempfile.mkdtemp(dir=material.folder))
    (folder / "names.txt").write_text("\n".join(" ".join(name.split()) for name in names), encoding="utf-8")

    def key(name: str) -> str:
        return " ".join(tokenize_forms(name))

    def index() -> Ready:
        store = get_build_store(str(folder / "store"))
        load_names(str(folder / "names.txt"), store)
        store.build()
        listings = merged((key(name), ids) for name, ids in names.items())

        def flags(article: Article) -> list[Flag]:
            found = store.extract(article.text)
            return [Flag(one.start, one.end, listings.get(key(one.text), ())) for one in found]

        return Ready(lambda article: store.extract(both(article)), flags)

    return index


def both(article: Article) -> str:
    """Title and text as one text."""
    return f"{article.title}\n{article.text}"


def fold(text: str) -> str:
    """Lower case, no diacritics, one space between words."""
    return " ".join(_WORD.findall(_MARKS.sub("", unicodedata.normalize("NFKD", text.lower()))))


def _folded(names: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return merged((fold(name), listings) for name, listings in names.items())


def merged(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """All listings of names that fold together; what folds to one word or none would flag everything."""
    merged: dict[str, dict[str, None]] = {}
    for name, listings in pairs:
        if " " in name:
            merged.setdefault(name, {}).update(dict.fromkeys(listings))
    return {name: tuple(listings) for name, listings in merged.items()}


class _Words:
    """A folded text that knows where its words stood."""

    def __init__(self, text: str) -> None:
        folded, self._from, self._places = [], [], []
        at = 0
        for place, word in self._split(text):
            folded.append(word)
            self._from.append(at)
            self._places.append(place)
            at += len(word) + 1
        self.folded = " ".join(folded)

    @staticmethod
    def _split(text: str) -> Iterator[tuple[tuple[int, int], str]]:
        for found in _WORD.finditer(text):
            for word in fold(found.group()).split():
                yield found.span(), word

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Characters of the text for the folded characters ``first`` up to ``last``."""
        begin = self._places[bisect_right(self._from, first) - 1]
        end = self._places[bisect_right(self._from, last - 1) - 1]
        return begin[0], end[1]
