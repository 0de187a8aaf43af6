"""Whether a source may be asked now, under which conditions, and what its answer means for the next time."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from watchlist import fetch
from watchlist.fetch import Fetcher, NoAnswer, in_the_future, retry_after, shown, wait
from watchlist.jobs.fetching import Answer, Request, fetch_all
from watchlist.jobs.steps import Stopped
from watchlist.model import Fault
from watchlist.store import Store, Validators, Wait

UNCONDITIONAL = timedelta(hours=24)
"""How often at least a body is fetched whole: a server that says 304 for ever would hide every change."""
LASTING = timedelta(days=3)
"""After this long a failure is no passing one any more, and whoever reads of it is told what to do."""


def ask_all(
    store: Store, fetcher: Fetcher, requests: Sequence[Request], now: datetime, stopped: Stopped
) -> Iterator[tuple[Request, Answer]]:
    """Answers of the addresses that may be asked now; of the others why they are not, as the fault that it is."""
    due: list[Request] = []
    for request in requests:
        known = store.sources.wait(request.url)
        if known is not None and now < known.until:
            yield request, Fault(shown(request.url), known.reason)
        else:
            due.append(request)
    for request, answer in fetch_all(fetcher, due, stopped):
        yield request, _noted(store, request.url, answer, now)


def conditions(known: Validators, now: datetime) -> fetch.Validators:
    """What to send back of what a server said; nothing once a day, and never a date that lies ahead."""
    if known.fetched is None or now - known.fetched >= UNCONDITIONAL:
        return fetch.Validators()
    modified = "" if in_the_future(known.last_modified, now) else known.last_modified
    return fetch.Validators(known.etag, modified)


def _noted(store: Store, url: str, answer: Answer, now: datetime) -> Answer:
    """Remember until when a failed address is left alone, and forget it once it answers."""
    before = store.sources.wait(url)
    if not isinstance(answer, Fault):
        if before is not None:
            store.sources.end_wait(url)
        return answer
    failures = 1 if before is None else before.failures + 1
    since = now if before is None else before.since
    status, header = (answer.status, answer.retry_after) if isinstance(answer, NoAnswer) else (0, "")
    until = now + wait(url, failures, status, retry_after(header, now))
    reason = _words(answer, since, until, now)
    store.sources.set_wait(url, Wait(since, failures, until, reason))
    return replace(answer, what=reason)


def _words(fault: Fault, since: datetime, until: datetime, now: datetime) -> str:
    lasting = f"; so for {(now - since).days} days: {fault.remedy}" if now - since >= LASTING and fault.remedy else ""
    return f"{fault.what}; not asked again before {until:%Y-%m-%d %H:%M} UTC{lasting}"
