"""News of every source → articles → screenings in the state."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from watchlist.config import SourceEntry
from watchlist.errors import DocumentError, SourceError
from watchlist.fetch import PAGE_LIMITS, Fetched, Fetcher, NotModified
from watchlist.jobs.asking import ask_all, conditions
from watchlist.jobs.fetching import Answer, Request, fetch_all
from watchlist.jobs.sources import documents, read_fetched, read_local, sign
from watchlist.jobs.steps import Stopped, Track, never, unseen
from watchlist.jobs.turn import Quiet, Turn, told
from watchlist.jobs.watch import Watch
from watchlist.model import Article, Fault, Found
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
    """A source that answered and still waits for documents or pages.

    ``said`` is what servers gave for asking again, by address; ``whole`` is False when something of it has to be sent
    again. ``read`` is whether any further document was, ``lost`` why one was not.
    """

    turn: Turn
    entry: SourceEntry
    documents: tuple[str, ...] = ()
    pages: dict[str, Article] = field(default_factory=dict)
    said: dict[str, Validators] = field(default_factory=dict)
    whole: bool = True
    read: bool = False
    lost: str = ""

    @property
    def waiting(self) -> bool:
        """Whether there is something still to be fetched."""
        return bool(self.documents or self.pages)


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
        _local(store, Turn(store, watch, entry.name, now), entry, now, stopped, track)
        for entry in entries
        if not entry.kind.web and not stopped()
    ]
    web = {entry.name: entry for entry in entries if entry.kind.web}
    visits: list[_Visit] = []
    requests = [_request(store, entry.name, entry.address, now) for entry in web.values()]
    for request, answer in track(ask_all(store, fetcher, requests, now, stopped), "feeds", len(web)):
        entry = web[request.key]
        visit = _Visit(Turn(store, watch, entry.name, now, _quiet(store, entry, now)), entry)
        closed = _first(store, visit, answer, now)
        if closed is None:
            visits.append(visit)
        else:
            checks.append(closed)
    _documents(store, visits, fetcher, now, stopped)
    return (*checks, *_pages(store, visits, fetcher, now, stopped, track))


def _local(store: Store, turn: Turn, entry: SourceEntry, now: datetime, stopped: Stopped, track: Track) -> SourceCheck:
    seen = sign(entry)
    if seen and store.sources.validators(entry.address).etag == seen:
        return turn.close(CheckOutcome.UNCHANGED)
    try:
        for article in track(_articles(turn, entry), entry.name):
            if stopped():
                return turn.close(CheckOutcome.FAILED, STOPPED)
            turn.offer(article)
    except SourceError as error:
        return turn.close(CheckOutcome.FAILED, error.what)
    with store.transaction():
        if seen:
            store.sources.set_validators(entry.address, Validators(seen, "", now))
        return turn.close(CheckOutcome.OK)


def _articles(turn: Turn, entry: SourceEntry) -> Iterator[Article]:
    for found in read_local(entry):
        turn.note(*found.faults)
        turn.drop(found.dropped)
        yield from found.articles


def _quiet(store: Store, entry: SourceEntry, now: datetime) -> Quiet:
    """The first successful look at a feed counts what was published before it without telling it."""
    if not entry.baseline or store.sources.checked_before(entry.name):
        return told
    return lambda article: article.published is None or article.published < now


def _request(store: Store, key: str, url: str, now: datetime) -> Request:
    return Request(key, url, conditions(store.sources.validators(url), now))


def _first(store: Store, visit: _Visit, answer: Answer, now: datetime) -> SourceCheck | None:
    """Take in what the source itself answered; its check when that was all."""
    if isinstance(answer, NotModified):
        return visit.turn.close(CheckOutcome.UNCHANGED)
    if isinstance(answer, Fault):
        return visit.turn.close(CheckOutcome.FAILED, answer.what)
    try:
        found = read_fetched(visit.entry, answer)
    except SourceError as error:
        return visit.turn.close(CheckOutcome.REFUSED, error.what)
    visit.documents = documents(found)
    # An index that did not change says nothing of the documents it names: it is always read.
    if not visit.documents:
        _remember(visit, visit.entry.address, answer, now)
    _take(store, visit, found)
    return None


def _documents(store: Store, visits: Sequence[_Visit], fetcher: Fetcher, now: datetime, stopped: Stopped) -> None:
    """Take in the further documents that sources named: one level, as an index of sitemaps has."""
    by_name = {visit.entry.name: visit for visit in visits}
    requests = [_request(store, name, url, now) for name, visit in by_name.items() for url in visit.documents]
    for request, answer in ask_all(store, fetcher, requests, now, stopped):
        visit = by_name[request.key]
        visit.documents = tuple(url for url in visit.documents if url != request.url)
        try:
            _document(store, visit, request.url, answer, now)
        except SourceError as error:
            visit.turn.note(Fault(request.url, error.what, "it is asked again at the next turn"))
            visit.lost = visit.lost or error.what


def _document(store: Store, visit: _Visit, url: str, answer: Answer, now: datetime) -> None:
    if isinstance(answer, Fault):
        raise SourceError(visit.entry.name, answer.what)
    visit.read = True
    if isinstance(answer, NotModified):
        return
    found = read_fetched(visit.entry, answer)
    deeper = documents(found)
    if deeper:
        visit.turn.note(Fault(url, f"names {len(deeper)} further documents, which are not followed", "give it itself"))
    _remember(visit, url, answer, now)
    _take(store, visit, found)


def _remember(visit: _Visit, url: str, answer: Fetched, now: datetime) -> None:
    visit.said[url] = Validators(answer.validators.etag, answer.validators.last_modified, now)


def _take(store: Store, visit: _Visit, found: Found) -> None:
    """Offer what a document holds; what needs a page waits for it, as far as the cap allows."""
    visit.turn.note(*found.faults)
    visit.turn.drop(found.dropped)
    # What could not be read (a feed cut short) has to be sent again, not answered with "not modified".
    visit.whole &= not found.faults
    wanted = _wanted_pages(store, visit, found)
    room = MAX_PAGES - len(visit.pages)
    visit.pages.update(wanted[:room])
    if len(wanted) > room:
        visit.turn.leave(len(wanted) - room, f"articles are beyond the {MAX_PAGES} pages of one turn")
        visit.whole = False


def _wanted_pages(store: Store, visit: _Visit, found: Found) -> list[tuple[str, Article]]:
    """Offer what needs no page; give the rest, by address, in the order of the source."""
    turn = visit.turn
    known = store.articles.digests(turn.source)
    pages: dict[str, Article] = {}
    for article in found.articles:
        waiting = pages.get(article.url) or visit.pages.get(article.url)
        if waiting is not None and waiting.id == article.id:
            turn.pass_over()
        elif article.url not in found.follow or waiting is not None or turn.quiet(article):
            turn.offer(article)
        elif _wants_page(store, article, known.get(article.id)):
            pages[article.url] = article
        elif article.id in known:
            turn.pass_over()
        else:
            turn.offer(article)
    return list(pages.items())


def _wants_page(store: Store, article: Article, known: str | None) -> bool:
    """Whether it is new, or only its summary, if that much, is known because its page could not be fetched."""
    attempts = store.articles.attempts(article)
    return attempts < MAX_TRIES if known is None else known == article.digest and 0 < attempts < MAX_TRIES


def _pages(
    store: Store, visits: Sequence[_Visit], fetcher: Fetcher, now: datetime, stopped: Stopped, track: Track
) -> Iterator[SourceCheck]:
    by_key = {f"{number}": visit for number, visit in enumerate(visits)}
    requests = [
        Request(key, url, limits=PAGE_LIMITS, robots=True) for key, visit in by_key.items() for url in visit.pages
    ]
    for visit in visits:
        if not visit.waiting:
            yield _done(store, visit)
    for request, answer in track(fetch_all(fetcher, requests, stopped), "pages", len(requests)):
        visit = by_key[request.key]
        _take_page(store, visit, request.url, answer, now)
        if not visit.waiting:
            yield _done(store, visit)
    for visit in visits:
        if visit.waiting:
            yield visit.turn.close(CheckOutcome.FAILED, STOPPED)


def _take_page(store: Store, visit: _Visit, url: str, answer: Answer, now: datetime) -> None:
    article = visit.pages.pop(url)
    try:
        visit.turn.offer(_with_page(article, answer))
    except DocumentError as error:
        _without_page(store, visit, article, error, now)


def _without_page(store: Store, visit: _Visit, article: Article, error: DocumentError, now: datetime) -> None:
    """Make do with the summary; where there is none, the article waits, and is given up in the end."""
    if article.title or article.text:
        visit.turn.note(Fault(error.where, error.what, "only its summary was screened"))
        visit.turn.offer(article)
        visit.whole &= store.articles.fail(article, reason=error.what, now=now) >= MAX_TRIES
    elif store.articles.fail(article, reason=error.what, now=now) < MAX_TRIES:
        visit.turn.leave(1, f"article without its page, which {error.what}")
        visit.whole = False
    else:
        visit.turn.note(Fault(error.where, error.what, f"it was asked for {MAX_TRIES} times and is given up"))
        visit.turn.offer(article)


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
    """Only a source that was taken in whole may answer next time that nothing changed."""
    if visit.lost and not visit.read:
        return visit.turn.close(CheckOutcome.FAILED, visit.lost)
    with store.transaction():
        for url, said in visit.said.items() if visit.whole else ():
            store.sources.set_validators(url, said)
        return visit.turn.close(CheckOutcome.OK)
