"""Australia's list of 2026, of which only a derived form is at hand: written as a workbook as DFAT does, and read."""

import gzip
import json
import re
from collections.abc import Iterator
from string import ascii_lowercase

import pytest

from tests.lists.conftest import SHARED
from tests.lists.workbooks import workbook
from watchlist.lists import parse
from watchlist.model import PartyType

pytestmark = pytest.mark.shared
LISTED_AS = re.compile(r"(?:formerly|previously) (?:listed|known) as|\bin arabic:", re.IGNORECASE)
FILE = "australia/dfat_2026-08-22.processed.jsonl.gz"
LETTERS = ("", *ascii_lowercase, *(f"{first}{second}" for first in ascii_lowercase for second in ascii_lowercase))
TYPES = {"person": "Individual", "organization": "Entity", "vessel": "Vessel"}


def rows(target: dict[str, object]) -> Iterator[tuple[object, ...]]:
    """A row for each name, each but the first with a letter behind the number."""
    names, sanction = target["names"], target["sanction"]
    assert isinstance(names, list)
    assert isinstance(sanction, dict)
    for number, name in enumerate(names):
        births = [one["raw_value"] for one in target.get("dates_of_birth", ())]  # type: ignore[attr-defined]
        yield (
            f"{target['reference']}{LETTERS[number]}",
            name["text"],
            TYPES[str(target["entity_type"])],
            name["name_type"],
            name.get("alias_strength"),
            " or ".join(births),
            None,
            ", ".join(target.get("citizenships", ())),  # type: ignore[arg-type]
            target.get("address"),
            target.get("additional_info"),
            sanction.get("listing_information"),
            target.get("imo_number"),
            sanction.get("committees"),
        )


def test_every_target_and_every_name_is_there() -> None:
    """As many listings of each type as the file has, every word of every name, births and ships."""
    path = SHARED / FILE
    if not path.is_file():
        pytest.skip(f"no data folder beside the project: {FILE} is missing")
    targets = [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]
    raw = workbook(row for target in targets for row in rows(target))
    parsed = parse("au-dfat-xlsx", {"": raw}, "real")
    assert parsed.unknown == ()
    by_reference = {listing.reference: listing for listing in parsed.listings}
    assert by_reference.keys() == {target["reference"] for target in targets}
    assert [TYPES[one.type] for one in parsed.listings] == [TYPES[target["entity_type"]] for target in targets]
    for target in targets:
        listing = by_reference[target["reference"]]
        printed = " ".join(LISTED_AS.sub(" ", name["text"]) for name in target["names"])
        kept = " ".join(alias.text for alias in listing.aliases)
        assert set(re.findall(r"\w+", printed)) <= set(re.findall(r"\w+", kept))
    ships = [one for one in parsed.listings if one.type is PartyType.VESSEL]
    assert sum(bool(one.identifiers) for one in ships) == sum("imo_number" in target for target in targets)
    assert sum(bool(one.births) for one in parsed.listings) >= 2370
