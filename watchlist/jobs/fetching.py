"""Many addresses at once, one at a time per host, and never longer than somebody wants to wait."""

import queue
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from watchlist.fetch import FEED_LIMITS, Fetched, Fetcher, Limits, NotModified, Validators
from watchlist.jobs.hosts import Turns
from watchlist.jobs.steps import Stopped
from watchlist.model import Fault

WORKERS = 6
_WAITING = 4
"""Answers that may wait to be worked on, so that memory holds few bodies at once."""


@dataclass(frozen=True, slots=True)
class Request:
    """An address to fetch; ``key`` is whatever tells the asker which one it was.

    ``hosts`` are those outside its site that redirects may lead to, None where they may lead anywhere.
    ``robots``: only where the robots.txt of the site lets programs read it.
    """

    key: str
    url: str
    validators: Validators = field(default=Validators())
    limits: Limits = FEED_LIMITS
    hosts: tuple[str, ...] | None = None
    robots: bool = False


Answer = Fetched | NotModified | Fault


def fetch_all(fetcher: Fetcher, requests: Sequence[Request], stopped: Stopped) -> Iterator[tuple[Request, Answer]]:
    """Answers as they come, until there are no more or ``stopped``.

    A fetch cannot be cancelled (it would break the client's pool), so one that nobody waits for any more is left to a
    daemon thread, which ends with the process.
    """
    turns = Turns((urlsplit(request.url).netloc, request) for request in requests)
    answers: queue.Queue[tuple[Request, Answer | BaseException]] = queue.Queue(_WAITING)
    for _ in range(min(WORKERS, len(turns))):
        threading.Thread(target=_work, args=(fetcher, turns, answers, stopped), daemon=True).start()
    for _ in requests:
        answered = _next(answers, stopped)
        if answered is None:
            return
        request, answer = answered
        if isinstance(answer, BaseException):
            raise answer
        yield request, answer


def _next(
    answers: "queue.Queue[tuple[Request, Answer | BaseException]]", stopped: Stopped
) -> tuple[Request, Answer | BaseException] | None:
    while not stopped():
        try:
            return answers.get(timeout=0.2)
        except queue.Empty:
            continue
    return None


def _work(
    fetcher: Fetcher,
    turns: Turns[Request],
    answers: "queue.Queue[tuple[Request, Answer | BaseException]]",
    stopped: Stopped,
) -> None:
    while (taken := turns.take(stopped)) is not None:
        host, request = taken
        try:
            answer: Answer | BaseException = _ask(fetcher, request)
        except BaseException as bug:  # noqa: BLE001 - raised again where the answers are taken
            answer = bug
        turns.done(host, fetcher.pause(request.url))
        answers.put((request, answer))


def _ask(fetcher: Fetcher, request: Request) -> Answer:
    refused = fetcher.refusal(request.url) if request.robots else None
    return refused or fetcher.get(request.url, request.validators, request.limits, request.hosts)
