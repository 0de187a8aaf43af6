"""Joins held against pairs of OFAC's and the UN's entries that people have judged, on the real lists."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import pytest

from tests.lists.conftest import SHARED, shared
from watchlist.lists import parse
from watchlist.model import Listing
from watchlist.parties import join

pytestmark = pytest.mark.shared
CASES = SHARED.parent / "cases" / "near_misses.jsonl"
UN = ("un/consolidated_2026-02-27.xml", "un/consolidated_2025-04-19.xml", "un/series/consolidated_2024-05-22.xml.gz",
      "un/series/consolidated_2021-09-04.xml.gz", "un/consolidated_2020-03-20.xml")  # fmt: skip
OFAC = "ofac/RECONSTRUCTED_SDN_ENHANCED_2025-11-26.xml.gz"
OFAC_2021 = {"sdn": "sdn.csv", "alt": "alt.csv", "add": "add.csv", "comments": "sdn_comments.csv"}
LEAST_JOINED = 115
MOST_WRONG = 1
"""OFAC lists Pouya Air and Yas Air as one; a person judged that the UN's Yas Air is another."""


def test_judged_pairs() -> None:
    """Of 124 pairs of one target nearly all are joined; of 382 of two, none but the one that OFAC itself joins."""
    if not CASES.is_file():
        pytest.skip("no data folder beside the project")
    ids, listings = standing()
    party_of = {one: party.id for party in join(listings, ("ofac", "unsc")) for one in party.listing_ids}
    outcomes = [
        (bool(case["label"]), party_of[ids[case["left_id"]]] == party_of[ids[case["right_id"]]])
        for case in map(json.loads, CASES.read_text(encoding="utf-8").splitlines())
        if case["left_id"] in ids and case["right_id"] in ids
    ]
    assert len(outcomes) >= 480
    assert outcomes.count((True, True)) >= LEAST_JOINED
    assert outcomes.count((False, True)) <= MOST_WRONG


@lru_cache(maxsize=1)
def standing() -> tuple[dict[str, str], tuple[Listing, ...]]:
    """Every listing of the newest edition that has it, and its id by that of the cases."""
    newest: dict[str, Listing] = {}
    ids: dict[str, str] = {}
    for case_id, one in (*ofac(), *un()):
        newest.setdefault(one.id, one)
        ids[case_id] = one.id
    return ids, tuple(newest.values())


def ofac() -> Iterator[tuple[str, Listing]]:
    """OFAC's entries, those of 2021 that are gone since included."""
    folder = "ofac/sdn_csv_2021-mid_complete"
    editions = (
        parse("ofac-enhanced-xml", {"": shared(OFAC)}, "ofac"),
        parse("ofac-csv", {key: shared(f"{folder}/{name}") for key, name in OFAC_2021.items()}, "ofac"),
    )
    for parsed in editions:
        yield from ((f"ofac-{one.reference}", one) for one in parsed.listings)


def un() -> Iterator[tuple[str, Listing]]:
    """The UN's entries under the numbers of its database."""
    for path in UN:
        raw = shared(path)
        pairs = re.findall(r"<DATAID>(\d+)</DATAID>.*?<REFERENCE_NUMBER>\s*([^<\s]+)", raw.decode(), re.DOTALL)
        number_of = {reference: number for number, reference in pairs}
        for one in parse("un-xml", {"": raw}, "unsc").listings:
            yield f"unsc-{number_of[one.reference]}", replace(one, list_name="unsc")
