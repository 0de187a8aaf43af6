"""News of every source → articles → screenings in the state."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from watchlist.config import SourceEntry
from watchlist.errors import DocumentError, SourceError
from watchlist.fetch import PAGE_LIMITS, Fetcher, NotModified
from watchlist.jobs.asking import ask_all, conditions
from watchlist.jobs.fetching import Answer, Request, fetch_all
from watchlist.jobs.steps import Stopped, Track, never, unseen
from watchlist.jobs.turn import Quiet, Turn, told
from watchlist.jobs.watch import Watch
from watchlist.model import Article, Fault, Found
from watchlist.news.feed import read_feed
from watchlist.news.folder import read_folder
from watchlist.news.page import read_page
from watchlist.store import CheckOutcome, SourceCheck, Store, Validators

MAX_PAGES = 40
"""Pages fetched for one source in one turn; further summaries wait for the next one: no publisher is flooded."""
MAX_TRIES = 3
"""How often a page is asked for that could not be fetched; its summary is screened the first time."""
STOPPED = "stopped before its end; the next turn goes on"
_PAGE_TYPES = frozenset({"", "text/html", "application/xhtml+xml", "text/plain"})


@dataclass(slots=True)
class _Visit:
    """A feed that answered and still waits for pages; ``waiting`` counts them."""

    turn: Turn
    url: str
    validators: Validators
    pages: dict[str, Article]
    waiting: int
    whole: bool = True


def screen_sources(
    store: Store,
    watch: Watch,
    entries: Sequence[SourceEntry],
    fetcher: Fetcher,
    *,
    now: datetime,
    stopped: Stopped = never,
    track: Track = unseen,
) -> tuple[SourceCheck, ...]:
    """Take in what is new in every source; a source that fails leaves the others alone."""
    checks = [
        _folder(Turn(store, watch, entry.name, now), entry, stopped, track)
        for entry in entries
        if entry.folder is not None and not stopped()
    ]
    feeds = {entry.name: entry for entry in entries if entry.feed is not None}
    visits: list[_Visit] = []
    answers = ask_all(store, fetcher, [_request(store, entry, now) for entry in feeds.values()], now, stopped)
    for request, answer in track(answers, "feeds", len(feeds)):
        turn = Turn(store, watch, request.key, now, _quiet(store, feeds[request.key], now))
        visit = _feed(store, turn, request, answer, now)
        if isinstance(visit, _Visit):
            visits.append(visit)
        else:
            checks.append(visit)
    return (*checks, *_pages(store, visits, fetcher, now, stopped, track))


def _folder(turn: Turn, entry: SourceEntry, stopped: Stopped, track: Track) -> SourceCheck:
    assert entry.folder is not None  # noqa: S101 - chosen by the caller
    try:
        for article in track(_articles(turn, entry.folder), entry.name):
            if stopped():
                return turn.close(CheckOutcome.FAILED, STOPPED)
            turn.offer(article)
    except SourceError as error:
        return turn.close(CheckOutcome.FAILED, error.what)
    return turn.close(CheckOutcome.OK)


def _articles(turn: Turn, folder: Path) -> Iterator[Article]:
    for found in read_folder(folder, turn.source):
        turn.note(*found.faults)
        yield from found.articles


def _quiet(store: Store, entry: SourceEntry, now: datetime) -> Quiet:
    """The first successful look at a feed counts what was published before it without telling it."""
    if not entry.baseline or store.sources.checked_before(entry.name):
        return told
    return lambda article: article.published is None or article.published < now


def _request(store: Store, entry: SourceEntry, now: datetime) -> Request:
    url = entry.feed or ""
    return Request(entry.name, url, conditions(store.sources.validators(url), now))


def _feed(store: Store, turn: Turn, request: Request, answer: Answer, now: datetime) -> _Visit | SourceCheck:
    if isinstance(answer, NotModified):
        return turn.close(CheckOutcome.UNCHANGED)
    if isinstance(answer, Fault):
        return turn.close(CheckOutcome.FAILED, answer.what)
    try:
        found = read_feed(answer.body, turn.source, answer.url, answer.content_type)
    except SourceError as error:
        return turn.close(CheckOutcome.REFUSED, error.what)
    turn.note(*found.faults)
    turn.drop(found.dropped)
    pages = _wanted_pages(store, turn, found)
    said = answer.validators
    visit = _Visit(turn, request.url, Validators(said.etag, said.last_modified, now), dict(pages[:MAX_PAGES]), 0)
    visit.waiting = len(visit.pages)
    # What could not be read (a feed cut short) has to be sent again, not answered with "not modified".
    visit.whole = not found.faults
    if len(pages) > MAX_PAGES:
        turn.leave(len(pages) - MAX_PAGES, f"articles are beyond the {MAX_PAGES} pages of one turn")
        visit.whole = False
    return visit


def _wanted_pages(store: Store, turn: Turn, found: Found) -> list[tuple[str, Article]]:
    """Offer what needs no page; give the rest, by address, in the order of the feed."""
    known = store.articles.digests(turn.source)
    pages: dict[str, Article] = {}
    for article in found.articles:
        short = article.url in found.follow and article.url not in pages
        if not short or turn.quiet(article):
            turn.offer(article)
        elif article.id not in known or _to_be_tried_again(store, article, known[article.id]):
            pages[article.url] = article
        else:
            turn.pass_over()
    return list(pages.items())


def _to_be_tried_again(store: Store, article: Article, digest: str) -> bool:
    """Whether only the summary is known because its page could not be fetched."""
    return digest == article.digest and 0 < store.articles.attempts(article) < MAX_TRIES


def _pages(
    store: Store, visits: Sequence[_Visit], fetcher: Fetcher, now: datetime, stopped: Stopped, track: Track
) -> Iterator[SourceCheck]:
    by_key = {f"{number}": visit for number, visit in enumerate(visits)}
    requests = [
        Request(key, url, limits=PAGE_LIMITS, robots=True) for key, visit in by_key.items() for url in visit.pages
    ]
    for visit in visits:
        if visit.waiting == 0:
            yield _done(store, visit)
    for request, answer in track(fetch_all(fetcher, requests, stopped), "pages", len(requests)):
        visit = by_key[request.key]
        _take_page(store, visit, request.url, answer, now)
        visit.waiting -= 1
        if visit.waiting == 0:
            yield _done(store, visit)
    for visit in visits:
        if visit.waiting > 0:
            yield visit.turn.close(CheckOutcome.FAILED, STOPPED)


def _take_page(store: Store, visit: _Visit, url: str, answer: Answer, now: datetime) -> None:
    article = visit.pages[url]
    try:
        visit.turn.offer(_with_page(article, answer))
    except DocumentError as error:
        visit.turn.note(Fault(error.where, error.what, "only its summary was screened"))
        visit.turn.offer(article)
        visit.whole &= store.articles.fail(article, reason=error.what, now=now) >= MAX_TRIES


def _with_page(article: Article, answer: Answer) -> Article:
    if isinstance(answer, Fault):
        raise DocumentError(answer.where, answer.what.removeprefix(answer.where).strip())
    if isinstance(answer, NotModified):
        return article
    kind = answer.content_type.partition(";")[0].strip().lower()
    if kind not in _PAGE_TYPES:
        raise DocumentError(answer.url, f"is {kind}, not a page")
    return read_page(answer.body, article, answer.charset, answer.url)


def _done(store: Store, visit: _Visit) -> SourceCheck:
    """Only a feed that was taken in whole may answer next time that nothing changed."""
    with store.transaction():
        if visit.whole:
            store.sources.set_validators(visit.url, visit.validators)
        return visit.turn.close(CheckOutcome.OK)
