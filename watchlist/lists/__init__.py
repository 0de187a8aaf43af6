"""The lists door: one authority's bytes to listings as published.

A new format is one module and one line in the table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Protocol, cast

from watchlist.errors import ListError
from watchlist.lasting import unwalked
from watchlist.lists.counts import Counts, count
from watchlist.lists.delta import delta
from watchlist.lists.gate import Bounds, Expected, Stop, gate
from watchlist.lists.official import Official, official, retired
from watchlist.lists.own import OwnParty, own_listings
from watchlist.lists.parsed import ParsedList
from watchlist.lists.suspicion import Suspicion, growth, suspicions
from watchlist.lists.unpack import packed, unpack

__all__ = [
    "FORMATS",
    "Bounds",
    "Counts",
    "Expected",
    "Format",
    "Official",
    "OwnParty",
    "ParsedList",
    "Stop",
    "Suspicion",
    "count",
    "delta",
    "gate",
    "growth",
    "official",
    "own_listings",
    "packed",
    "parse",
    "retired",
    "suspicions",
    "unpack",
]


class Parser(Protocol):
    """What a format's module offers."""

    def __call__(self, files: Mapping[str, bytes], list_name: str) -> ParsedList:
        """Read unpacked files, by key, to their end; raises ListError."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format in which an authority publishes.

    ``files`` are the keys of its files: the first is required, ``""`` stands for the only one. ``parser`` is
    ``module:function``, imported on first use. ``verified`` is False where no original file was at hand to test with.
    ``closed`` is False where a file does not show its own end, as CSV does not.
    ``notice`` is what who uses it must know of its licence, empty where anybody may use it as he likes.
    ``quiet`` is after how many days without a new date a list is suspected to have moved.
    """

    name: str
    files: tuple[str, ...]
    parser: str
    verified: bool
    quiet: int = 45
    closed: bool = True
    notice: str = ""


ONE = ("",)
OPENSANCTIONS = (
    "data of OpenSanctions, licensed CC BY-NC 4.0: free for uses that are not commercial, with attribution; "
    "for any other a licence from opensanctions.org is needed"
)
OFAC_CSV = ("sdn", "alt", "add", "comments")
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        one.name: one
        for one in (
            Format("ofac-enhanced-xml", ONE, "watchlist.lists.ofac_enhanced:parse", verified=True, quiet=14),
            Format("ofac-advanced-xml", ONE, "watchlist.lists.ofac_advanced:parse", verified=False, quiet=14),
            Format("ofac-sdn-xml", ONE, "watchlist.lists.ofac_sdn:parse", verified=True, quiet=14),
            Format("ofac-csv", OFAC_CSV, "watchlist.lists.ofac_csv:parse", verified=True, quiet=14),
            Format("un-xml", ONE, "watchlist.lists.un:parse", verified=True, quiet=60),
            Format("eu-fsf-xml", ONE, "watchlist.lists.eu_fsf:parse", verified=False, quiet=14),
            Format("uk-xml", ONE, "watchlist.lists.uk_xml:parse", verified=False, quiet=14),
            Format("uk-csv", ONE, "watchlist.lists.uk_csv:parse", verified=False, quiet=14, closed=False),
            Format("au-dfat-xlsx", ONE, "watchlist.lists.au_dfat:parse", verified=False),
            Format("ch-seco-xml", ONE, "watchlist.lists.ch_seco:parse", verified=False, quiet=21),
            Format("ca-sema-xml", ONE, "watchlist.lists.ca_sema:parse", verified=True),
            Format("us-csl-csv", ONE, "watchlist.lists.us_csl_csv:parse", verified=True, quiet=14, closed=False),
            Format("us-csl-json", ONE, "watchlist.lists.us_csl_json:parse", verified=False, quiet=14),
            Format(
                "opensanctions-ftm",
                ONE,
                "watchlist.lists.opensanctions_ftm:parse",
                verified=False,
                closed=False,
                notice=OPENSANCTIONS,
            ),
            Format(
                "opensanctions-simple-csv",
                ONE,
                "watchlist.lists.opensanctions_csv:parse",
                verified=False,
                closed=False,
                notice=OPENSANCTIONS,
            ),
        )
    }
)


def parse(format_name: str, files: Mapping[str, bytes], list_name: str) -> ParsedList:
    """Read the unpacked files of one list; raises ListError, which names the list, for whatever is not a whole list."""
    known = FORMATS.get(format_name)
    if known is None:
        raise ListError(list_name, f"unknown format {format_name!r}; known are {', '.join(FORMATS)}")
    if known.files[0] not in files:
        raise ListError(list_name, f"the file {known.files[0] or 'of the list'!r} is missing; {_wanted(known)}")
    strange = sorted(set(files) - set(known.files))
    if strange:
        raise ListError(list_name, f"{format_name} has no file {strange[0]!r}; {_wanted(known)}")
    module, _, function = known.parser.partition(":")
    with unwalked():
        return cast("Parser", getattr(import_module(module), function))(files, list_name)


def _wanted(known: Format) -> str:
    return "it is one file" if known.files == ONE else f"its files are {', '.join(known.files)}"
