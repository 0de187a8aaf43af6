"""Every programme code of the real lists belongs to a regime, where it states one."""

import gzip
import json
import re
from collections import Counter

import pytest

from tests.lists.conftest import SHARED, shared
from watchlist.lists import parse
from watchlist.text.regimes import regimes

pytestmark = pytest.mark.shared
LEAST = 0.98
NO_REGIME = frozenset({"MBS", "NS-MBS", "CAPTA", "561-LIST"})
"""Codes that say what is forbidden, not under which regime."""


@pytest.mark.parametrize(
    ("format_name", "path"),
    [
        ("ofac-enhanced-xml", "ofac/RECONSTRUCTED_SDN_ENHANCED_2025-11-26.xml.gz"),
        ("ofac-enhanced-xml", "ofac/cons_enhanced_2025-01/CONS_ENHANCED.ZIP"),
        ("ofac-sdn-xml", "ofac/consolidated_xml/consolidated_2022-02-24.xml"),
        ("un-xml", "un/consolidated_2020-03-20.xml"),
        ("un-xml", "un/consolidated_2026-02-27.xml"),
        ("eu-fsf-xml", "eu/RECONSTRUCTED_xmlFullSanctionsList_1_1_2026-05-01.xml.gz"),
        ("uk-xml", "uk/RECONSTRUCTED_UK-Sanctions-List_2026-08-22.xml.gz"),
    ],
)
def test_listings_of_a_list_belong_to_regimes(format_name: str, path: str) -> None:
    """Of the listings whose list states a programme, nearly all belong to a regime."""
    parsed = parse(format_name, {"": shared(path)}, "real")
    stating = [codes for one in parsed.listings if (codes := set(one.programmes) - NO_REGIME)]
    assert share(Counter(any(map(regimes, codes)) for codes in stating)) >= LEAST


@pytest.mark.parametrize("path", ["canada/sema-lmes_2020-03.xml", "canada/sema-lmes_2025.xml"])
def test_canadian_regulations(path: str) -> None:
    """Canada names the country, in two languages, or the regulations."""
    names = re.findall(r"<Country>([^<]*)<", shared(path).decode())
    assert share(Counter(bool(regimes(name)) for name in names)) >= LEAST


def test_australian_committees() -> None:
    """Australia names a committee of the Security Council, or its own sanctions."""
    path = SHARED / "australia" / "dfat_2026-08-22.processed.jsonl.gz"
    if not path.is_file():
        pytest.skip("no data folder beside the project")
    lines = gzip.decompress(path.read_bytes()).splitlines()
    committees = [json.loads(line)["sanction"]["committees"] for line in lines]
    assert share(Counter(bool(regimes(committee)) for committee in committees)) >= LEAST


def share(counts: Counter[bool]) -> float:
    """The part of all that is true."""
    return counts[True] / counts.total()
