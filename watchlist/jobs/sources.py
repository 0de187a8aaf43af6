"""The news door by hand: what one source would give now, without keeping anything."""

from watchlist.config import SourceEntry
from watchlist.errors import SourceError
from watchlist.fetch import Fetcher, NotModified
from watchlist.model import Fault, Found
from watchlist.news.feed import read_feed
from watchlist.news.folder import read_folder


def try_source(entry: SourceEntry, fetcher: Fetcher) -> Found:
    """Everything that a source offers at this moment; ``SourceError`` when it cannot be read at all."""
    if entry.folder is not None:
        parts = list(read_folder(entry.folder, entry.name))
        return Found(
            articles=tuple(article for part in parts for article in part.articles),
            faults=tuple(fault for part in parts for fault in part.faults),
        )
    answer = fetcher.get(entry.feed or "")
    if isinstance(answer, Fault):
        raise SourceError(entry.name, f"{answer.what}; {answer.remedy}")
    if isinstance(answer, NotModified):
        return Found()
    return read_feed(answer.body, entry.name, answer.url, answer.content_type)
