"""What this program knows of official addresses: how large their lists are at least, where they lead, which are over.

Floors are about half of what an address gave in 2026 (assertions of public crawlers and real editions); they protect
those who wrote no bounds, and only at these addresses: a file of the user's own may be as small as he likes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from types import MappingProxyType
from urllib.parse import urlsplit

from watchlist.model import PartyType

PERSON, ORGANIZATION = PartyType.PERSON, PartyType.ORGANIZATION
VESSEL, AIRCRAFT = PartyType.VESSEL, PartyType.AIRCRAFT

AMAZON = ("*.amazonaws.com",)
AZURE = ("*.blob.core.windows.net",)


@dataclass(frozen=True, slots=True)
class Official:
    """One address, as host and path with ``*`` for anything, without case.

    ``floors`` are the fewest listings of a type that it can have; ``redirects`` the hosts outside its own site that it
    sends its visitors to.
    """

    address: str
    floors: Mapping[PartyType, int] = field(default_factory=dict)
    redirects: tuple[str, ...] = ()


OFFICIAL = (
    Official("sanctionslistservice.ofac.treas.gov/*cons*", {PERSON: 30, ORGANIZATION: 150}, AMAZON),
    Official(
        "sanctionslistservice.ofac.treas.gov/*",
        {PERSON: 3000, ORGANIZATION: 3500, VESSEL: 450, AIRCRAFT: 120},
        AMAZON,
    ),
    Official("scsanctions.un.org/*", {PERSON: 290, ORGANIZATION: 80}, AZURE),
    Official("webgate.ec.europa.eu/fsd/fsf/*", {PERSON: 1700, ORGANIZATION: 480}),
    Official("sanctionslist.fcdo.gov.uk/*", {PERSON: 1500, ORGANIZATION: 450, VESSEL: 60}),
    Official("www.sesam.search.admin.ch/*", {PERSON: 1500, ORGANIZATION: 700}),
    Official("www.international.gc.ca/*sema-lmes*", {PERSON: 1300, ORGANIZATION: 500}),
    Official("www.dfat.gov.au/*sanctions*", {PERSON: 1000, ORGANIZATION: 350}),
    Official("*.trade.gov/*consolidated*", {PERSON: 3000, ORGANIZATION: 3800}),
    Official("data.opensanctions.org/datasets/*/sanctions/*", {PERSON: 10000, ORGANIZATION: 8000}),
)

RETIRED: Mapping[str, str] = MappingProxyType(
    {
        "ofsistorage.blob.core.windows.net/*": (
            "the OFSI consolidated list ended on 2026-01-28; the UK Sanctions List is at "
            "https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml"
        ),
        "webgate.ec.europa.eu/europeaid/fsd/*": (
            "the EU list has moved to "
            "https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content?token=dG9rZW4tMjAxNw"
        ),
        "ec.europa.eu/external_relations/cfsp/sanctions/*": (
            "the EU list has moved to "
            "https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content?token=dG9rZW4tMjAxNw"
        ),
        "*treasury.gov/ofac/downloads/*": (
            "OFAC has published at https://sanctionslistservice.ofac.treas.gov since 2024; the old address may end"
        ),
        "www.un.org/sc/*": ("the UN list has moved to https://scsanctions.un.org/resources/xml/en/consolidated.xml"),
        "*dfat.gov.au/*regulation8*": (
            "DFAT's list has moved to "
            "https://www.dfat.gov.au/sites/default/files/Australian_Sanctions_Consolidated_List.xlsx"
        ),
        "api.trade.gov/consolidated_screening_list/*": (
            "the Consolidated Screening List has moved to "
            "https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv"
        ),
    }
)
"""Addresses that their publishers have given up, and what came after: some go on for ever with the same old file."""


def official(addresses: Iterable[str]) -> Official:
    """What is known of a list that is fetched from these addresses; nothing, without floors, for all others."""
    for place in map(_place, addresses):
        for known in OFFICIAL:
            if fnmatchcase(place, known.address):
                return known
    return Official("")


def retired(addresses: Iterable[str]) -> str:
    """What came after the first of these addresses that is over; empty when none is."""
    for place in map(_place, addresses):
        for address, words in RETIRED.items():
            if fnmatchcase(place, address):
                return words
    return ""


def _place(address: str) -> str:
    """Host and path in lower case."""
    parts = urlsplit(address)
    return f"{parts.hostname or ''}{parts.path}".lower()
