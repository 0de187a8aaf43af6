"""When a format changes overnight, a parser reads on, or refuses, or says so: no name is ever lost in silence."""

from collections.abc import Iterator

import pytest

from tests.lists.conftest import read
from tests.lists.mutations import Mutation, mutations, removals
from watchlist.errors import ListError
from watchlist.lists import FORMATS, ParsedList, parse
from watchlist.lists.names import name_key
from watchlist.lists.suspicion import Shrinkage, suspicions

FEWEST = 40
SMALL = Shrinkage(removed_at_least=0)
"""The limits of the gate, for lists as small as the samples: the share counts."""


def names(parsed: ParsedList) -> set[tuple[str, str]]:
    """All names of a list, with the reference of whoever bears them, their words in alphabetical order."""
    return {
        (listing.reference, " ".join(sorted(name_key(alias.text).split())))
        for listing in parsed.listings
        for alias in listing.aliases
    }


def told(before: ParsedList, after: ParsedList) -> bool:
    """Whether an edition says of itself that something in it is not as it was."""
    return (
        bool({*after.unknown, *after.warnings} - {*before.unknown, *before.warnings})
        or after.nameless > before.nameless
        or after.declared not in {None, len(after.listings)}
        or not after.listings
    )


def lost(format_name: str, changed: Iterator[Mutation]) -> tuple[int, list[str], list[tuple[str, ParsedList]]]:
    """How many mutations there are, those by which names were lost without a word, and their editions."""
    before = read(format_name)
    number, silent, editions = 0, [], []
    for name, files in changed:
        number += 1
        try:
            after = parse(format_name, files, "list")
        except ListError:
            continue
        if names(before) - names(after) and not told(before, after):
            silent.append(f"{name}: {sorted(names(before) - names(after))[:3]}")
            editions.append((name, after))
    return number, silent, editions


@pytest.mark.parametrize("name", FORMATS)
def test_no_name_is_lost_in_silence_when_a_format_changes(name: str) -> None:
    """Encodings, namespaces, parts renamed, moved, wrapped, reordered, doubled, of new kinds, all over the sample."""
    number, silent, _ = lost(name, mutations(name))
    assert silent == []
    assert number >= FEWEST


@pytest.mark.parametrize("name", FORMATS)
def test_a_part_that_is_gone_everywhere_is_told_or_suspicious(name: str) -> None:
    """A file, a column, an element, an attribute, a key: what no reader can see, the gate sees in the numbers."""
    before = read(name)
    _, silent, editions = lost(name, removals(name))
    held = [
        what
        for what, after in editions
        if suspicions(before.listings, after.listings, (before.published, after.published), limits=SMALL)
    ]
    assert len(held) == len(silent), silent


@pytest.mark.parametrize("name", ["ca-sema-xml", "opensanctions-simple-csv", "opensanctions-ftm"])
def test_mutations_are_always_the_same(name: str) -> None:
    """The same names and bytes at every run, and no name twice."""
    first = list(mutations(name))
    assert first == list(mutations(name))
    assert len({what for what, _ in first}) == len(first)
