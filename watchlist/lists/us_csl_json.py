"""The US Consolidated Screening List as JSON (``us-csl-json``): trade.gov's whole file, not one page of a search."""

from collections.abc import Iterator, Mapping

from watchlist.errors import ListError
from watchlist.lists.audit import Audit
from watchlist.lists.csl_listing import IGNORED, close, read_entry
from watchlist.lists.dates import read_date
from watchlist.lists.names import whole_number
from watchlist.lists.ofac_facts import Statement
from watchlist.lists.parsed import ParsedList
from watchlist.lists.strict_json import Part, read_array
from watchlist.model import Listing

UNUSED = frozenset({*IGNORED, "issue_date", "expiration_date", "offset", "search_performed_at"})
"""Known parts that are not used."""
FRAME = frozenset({*UNUSED, "/sources_used/source", "/sources_used/import_rate"})


def parse(files: Mapping[str, bytes], list_name: str) -> ParsedList:
    """Read one file; where it says how many entries there are, it has to hold all of them."""
    audit = Audit(list_name)
    parts = list(read_array(list_name, files[""], "results"))
    frame = parts.pop()
    total = whole_number(frame.text("total"))
    if total is not None and total != len(parts):
        raise ListError(list_name, f"the file says {total:,} entries and holds {len(parts):,}: one page of a search?")
    sources = frame.parts("sources_used")
    dates = [day for one in sources if (day := read_date(one.text("source_last_updated"))) is not None]
    audit.unknown(frame.leftovers("", FRAME))
    return close(_entries(parts, audit), audit, max(dates, default=None))


def _entries(parts: list[Part], audit: Audit) -> Iterator[Listing]:
    for part in parts:
        numbers = [Statement(one.text("type"), one.text("number"), one.text("country")) for one in part.parts("ids")]
        yield read_entry(part, numbers, audit)
        audit.unknown(part.leftovers("/results", UNUSED))
