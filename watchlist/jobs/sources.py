"""What one source gives: its documents read by the reader of its kind, and by hand, without keeping anything."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from watchlist.config import SourceEntry
from watchlist.errors import SourceError
from watchlist.fetch import Fetched, Fetcher
from watchlist.model import Fault, Found
from watchlist.news.archive import fingerprint


def read_fetched(entry: SourceEntry, answer: Fetched) -> Found:
    """What a document of a source by address holds; ``SourceError`` when it is none of its kind."""
    options = {option: getattr(entry, option) for option in entry.kind.options}
    return entry.kind.from_web()(answer.body, entry.name, answer.url, answer.content_type, **options)


def read_local(entry: SourceEntry) -> Iterator[Found]:
    """What a source on this machine holds, part by part; ``SourceError`` when it cannot be opened."""
    return entry.kind.from_path()(Path(entry.address), entry.name)


def sign(entry: SourceEntry) -> str:
    """What an archive is known by while nobody touches it; "" for sources that are looked through every time."""
    return fingerprint(Path(entry.address)) if entry.archive is not None else ""


def documents(found: Found) -> tuple[str, ...]:
    """What is to be followed and is no page of an article: further documents of the same source."""
    pages = {article.url for article in found.articles}
    return tuple(url for url in found.follow if url not in pages)


def try_source(entry: SourceEntry, fetcher: Fetcher) -> Found:
    """Everything that a source offers at this moment; ``SourceError`` when it cannot be read at all."""
    if not entry.kind.web:
        return _joined(list(read_local(entry)))
    found = _asked(entry, fetcher, entry.address)
    parts = [_document(entry, fetcher, url) for url in documents(found)]
    return _joined([replace(found, follow=() if parts else found.follow), *parts])


def _asked(entry: SourceEntry, fetcher: Fetcher, url: str) -> Found:
    answer = fetcher.get(url)
    if isinstance(answer, Fault):
        raise SourceError(entry.name, f"{answer.what}; {answer.remedy}")
    return read_fetched(entry, answer) if isinstance(answer, Fetched) else Found()


def _document(entry: SourceEntry, fetcher: Fetcher, url: str) -> Found:
    """One further document; whatever is wrong with it leaves the others alone."""
    try:
        found = _asked(entry, fetcher, url)
    except SourceError as error:
        return Found(faults=(Fault(url, error.what),))
    return replace(found, follow=tuple(set(found.follow).difference(documents(found))))


def _joined(parts: list[Found]) -> Found:
    return Found(
        articles=tuple(article for part in parts for article in part.articles),
        follow=tuple(dict.fromkeys(url for part in parts for url in part.follow)),
        faults=tuple(fault for part in parts for fault in part.faults),
        dropped=sum(part.dropped for part in parts),
    )
