"""Marked articles and their parties, read from the files of this folder."""

import re
from dataclasses import dataclass
from pathlib import Path

from watchlist.model import Alias, AliasKind, Article, Listing, Party, PartyType

HERE = Path(__file__).parent
LANGUAGES = tuple(sorted(file.stem for file in HERE.glob("*.txt")))
_MARKED = re.compile(r"\[\[(?P<name>[^|\]]+)\|(?P<key>\w+)\]\]|\{\{(?P<trap>[^}]+)\}\}")


@dataclass(frozen=True, slots=True)
class Gold:
    """A marked place of a text: a mention of the listed party ``key``, or a trap (``key`` is empty)."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Marked:
    """An article without its marks, and what they said."""

    article: Article
    gold: tuple[Gold, ...]


def read_articles(language: str) -> list[Marked]:
    """The articles of one language."""
    chapters = re.split(r"(?m)^= ", (HERE / f"{language}.txt").read_text(encoding="utf-8"))[1:]
    return [_unmark(language, number, chapter) for number, chapter in enumerate(chapters)]


def _unmark(language: str, number: int, chapter: str) -> Marked:
    title, _, marked = chapter.strip().partition("\n")
    text, gold, at = "", [], 0
    for mark in _MARKED.finditer(marked):
        text += marked[at : mark.start()]
        words = mark["name"] or mark["trap"]
        gold.append(Gold(len(text), len(text) + len(words), mark["key"] or ""))
        text += words
        at = mark.end()
    return Marked(Article(f"{language}-{number}", "test", title, text + marked[at:], language=language), tuple(gold))


def read_listings() -> dict[str, frozenset[str]]:
    """Ids of the listings of every party, by its key."""
    return {row[0]: frozenset(row[2].split()) for row in _rows()}


def sample_parties() -> list[Party]:
    """Every party on the lists that name it, with the few names that ``parties.tsv`` gives."""
    return [_party(row) for row in _rows()]


def _rows() -> list[list[str]]:
    lines = (HERE / "parties.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def _party(row: list[str]) -> Party:
    _, type_, ids, countries, names, roles = row
    aliases = tuple(_alias(name, primary=at == 0) for at, name in enumerate(names.split("|")))
    listings = tuple(
        Listing(
            id=ident,
            list_name=ident.partition(":")[0],
            reference=ident.partition(":")[2],
            type=PartyType(type_),
            aliases=aliases,
            countries=tuple(countries.split()),
            roles=(roles,) if roles else (),
        )
        for ident in ids.split()
    )
    return Party(listings[0].id, PartyType(type_), aliases[0].text, listings)


def _alias(name: str, *, primary: bool) -> Alias:
    family, _, given = name.partition(", ")
    if len(name) <= 5 and name.isupper():
        return Alias(name, AliasKind.ABBREVIATION)
    return Alias(name, AliasKind.PRIMARY if primary else AliasKind.STRONG, family if given else "", given)
