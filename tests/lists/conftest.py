"""Samples of every format, written by hand from public facts, and the large data folder beside the project."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from watchlist.lists import ParsedList, parse, unpack
from watchlist.model import Listing

SAMPLES = Path(__file__).parent / "samples"
SHARED = Path(__file__).parents[2] / "../shared/data/lists"
FILES: Mapping[str, Mapping[str, str]] = {
    "ofac-enhanced-xml": {"": "ofac_enhanced.xml"},
    "ofac-sdn-xml": {"": "ofac_sdn.xml"},
    "ofac-csv": {"sdn": "sdn.csv", "alt": "alt.csv", "add": "add.csv", "comments": "sdn_comments.csv"},
    "un-xml": {"": "un.xml"},
    "eu-fsf-xml": {"": "eu_fsf.xml"},
    "uk-xml": {"": "uk.xml"},
    "uk-csv": {"": "uk.csv"},
}


def sample(format_name: str) -> dict[str, bytes]:
    """The files of the sample of a format, by key."""
    return {key: (SAMPLES / name).read_bytes() for key, name in FILES[format_name].items()}


def read(format_name: str) -> ParsedList:
    """The sample of a format, read."""
    return parse(format_name, sample(format_name), "list")


def by_reference(parsed: ParsedList) -> dict[str, Listing]:
    """Listings by the authority's own number."""
    return {listing.reference: listing for listing in parsed.listings}


def shared(path: str) -> bytes:
    """A real list file, unpacked; skips where the data folder is absent."""
    file = SHARED / path
    if not file.is_file():
        pytest.skip(f"no data folder beside the project: {path} is missing")
    return unpack("shared", file.read_bytes())
