"""Samples of every format, written by hand from public facts, and the large data folder beside the project."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from watchlist.lists import FORMATS, Format, ParsedList, parse, unpack
from watchlist.model import Listing

SAMPLES = Path(__file__).parent / "samples"
SHARED = Path(__file__).parents[2] / "../shared/data/lists"


def _files(form: Format) -> dict[str, Path]:
    """Where the sample of a format is: one file of its name, or for several files a folder of its name."""
    if form.files != ("",):
        return {key: next((SAMPLES / form.name).glob(f"{key}.*")) for key in form.files}
    return {"": next(SAMPLES.glob(f"{form.name}.*"))}


FILES: Mapping[str, Mapping[str, Path]] = {form.name: _files(form) for form in FORMATS.values()}


def sample(format_name: str) -> dict[str, bytes]:
    """The files of the sample of a format, by key."""
    return {key: path.read_bytes() for key, path in FILES[format_name].items()}


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
