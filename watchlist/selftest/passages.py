"""Short articles to plant a name in: hand-written sentences in many languages, put together with offsets kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from watchlist.selftest.dice import Dice

NAME, COUNTRY, ROLE = "{name}", "{country}", "{role}"
LATIN = ("en", "es", "fr", "de", "tr", "it", "pl", "fi")
"""Languages in which a Latin name stands in the nominative, with their sentences."""


class Context(StrEnum):
    """What an article says beside the name: nothing, a plain story, or a story with support for the party."""

    BARE = "bare"
    NEUTRAL = "neutral"
    SUPPORTING = "supporting"


class Span(NamedTuple):
    """Characters of the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A made-up article; ``text[name.start:name.end]`` is the planted name, ``others`` are names beside it."""

    title: str
    text: str
    name: Span
    others: tuple[Span, ...]


class Sentence(NamedTuple):
    """A sentence with a slot, what fills it, and whether that is the planted name."""

    frame: str
    filling: str
    planted: bool


def languages_with(part: str) -> frozenset[str]:
    """Languages that have such sentences."""
    return frozenset(language for language, of in _sentences() if of == part)


def frames(language: str, part: str) -> tuple[str, ...]:
    """Sentences of one kind in one language; empty where there are none."""
    return _sentences().get((language, part), ())


def headline(language: str, country: str, dice: Dice) -> str:
    """A headline, beginning with the country (ISO code) where there is one."""
    if not country:
        return dice.pick(frames(language, "headline"))
    return dice.pick(frames(language, "country")).replace(COUNTRY, _countries()[language, country])


def has_country(language: str, country: str) -> bool:
    """Whether headlines know the country."""
    return (language, country) in _countries()


def told(title: str, sentences: Sequence[Sentence], language: str) -> Passage:
    """The article: sentences after each other, without blanks where the script has none."""
    blank = "" if language in {"zh", "ja"} else " "
    text = ""
    names: list[Span] = []
    others: list[Span] = []
    for frame, filling, planted in sentences:
        before, slot, after = frame.partition(NAME)
        text += (blank if text else "") + before
        if slot:
            (names if planted else others).append(Span(len(text), len(text) + len(filling)))
        text += (filling if slot else "") + after
    return Passage(title, text, names[0], tuple(others))


@lru_cache(maxsize=1)
def _sentences() -> Mapping[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], list[str]] = {}
    for line in _lines("passages.tsv"):
        language, part, sentence = line.split("\t")
        found.setdefault((language, part), []).append(sentence)
    return MappingProxyType({key: tuple(sentences) for key, sentences in found.items()})


@lru_cache(maxsize=1)
def _countries() -> Mapping[tuple[str, str], str]:
    head, *rows = _lines("countries.tsv")
    languages = head.split("\t")[1:]
    cells = (row.split("\t") for row in rows)
    return MappingProxyType(
        {(language, code): name for code, *names in cells for language, name in zip(languages, names, strict=True)}
    )


def _lines(name: str) -> list[str]:
    text = (files("watchlist.selftest") / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
