"""Every real file of Canada's list, counted a second time by regular expressions over its text."""

import html
import re

import pytest

from tests.lists.conftest import SHARED, shared
from watchlist.lists import parse
from watchlist.model import PartyType

pytestmark = pytest.mark.shared
FILES = (
    "canada/sema-lmes_2020-03.xml",
    "canada/sema-lmes_2025.xml",
    "canada/RECONSTRUCTED_sema-lmes_2026-08-22.xml",
)
NO_NAMES = re.compile(r"\b(?:and|or|et|also known as|aka|Arabic|Belarus+ian|Russian)\b", re.IGNORECASE)
LEGAL_FORMS = {"АО", "ОАО", "ООО"}
"""Alone they are no name."""


def test_no_file_is_forgotten() -> None:
    """Each file in the folder stands in the table above."""
    if not SHARED.is_dir():
        pytest.skip("no data folder beside the project")
    assert sorted(f"canada/{file.name}" for file in (SHARED / "canada").iterdir()) == sorted(FILES)


@pytest.mark.parametrize("path", FILES)
def test_every_entry_and_every_word_of_its_names_is_there(path: str) -> None:
    """One listing an entry with a reference of its own; persons are those with names of persons, births their dates."""
    raw = shared(path)
    parsed = parse("ca-sema-xml", {"": raw}, "real")
    absent = () if b"<Aliases>" in raw else ("there is no record/Aliases anywhere in it: have names moved? ×1",)
    assert (parsed.unknown, parsed.warnings) == ((), absent)
    entries = re.findall(r"<record>(.*?)</record>", raw.decode(), re.DOTALL)
    assert len(parsed.listings) == len(entries) == len({one.reference for one in parsed.listings})
    born = 0
    for entry, listing in zip(entries, parsed.listings, strict=True):
        cells = re.findall(r"<(?:LastName|GivenName|Entity|EntityOrShip|Aliases)>([^<]*)<", entry)
        printed = set(re.findall(r"\w+", NO_NAMES.sub(" ", " ".join(html.unescape(" ".join(cells)).split()))))
        kept = set(re.findall(r"\w+", " ".join(alias.text for alias in listing.aliases)))
        assert printed - kept <= LEGAL_FORMS, listing
        person = re.search(r"<(?:LastName|GivenName)>", entry) is not None
        assert (listing.type is PartyType.PERSON) == person
        born += person and "<DateOfBirth" in entry
    assert sum(bool(one.births) for one in parsed.listings) == born
