"""Many addresses at once, one at a time per host, and never longer than somebody wants to wait."""

import queue
import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from watchlist.fetch import FEED_LIMITS, Fetched, Fetcher, Limits, NotModified, Validators
from watchlist.jobs.steps import Stopped
from watchlist.model import Fault

WORKERS = 6
_WAITING = 4
"""Answers that may wait to be worked on, so that memory holds few bodies at once."""


@dataclass(frozen=True, slots=True)
class Request:
    """An address to fetch; ``key`` is whatever tells the asker which one it was.

    ``hosts`` are those outside its site that redirects may lead to, None where they may lead anywhere.
    """

    key: str
    url: str
    validators: Validators = field(default=Validators())
    limits: Limits = FEED_LIMITS
    hosts: tuple[str, ...] | None = None


Answer = Fetched | NotModified | Fault


def fetch_all(fetcher: Fetcher, requests: Sequence[Request], stopped: Stopped) -> Iterator[tuple[Request, Answer]]:
    """Answers as they come, until there are no more or ``stopped``.

    A fetch cannot be cancelled (it would break the client's pool), so one that nobody waits for any more is left to a
    daemon thread, which ends with the process.
    """
    groups = _by_host(requests)
    answers: queue.Queue[tuple[Request, Answer | BaseException]] = queue.Queue(_WAITING)
    waiting: queue.SimpleQueue[list[Request]] = queue.SimpleQueue()
    for group in groups:
        waiting.put(group)
    for _ in range(min(WORKERS, len(groups))):
        threading.Thread(target=_work, args=(fetcher, waiting, answers, stopped), daemon=True).start()
    for _ in requests:
        answered = _next(answers, stopped)
        if answered is None:
            return
        request, answer = answered
        if isinstance(answer, BaseException):
            raise answer
        yield request, answer


def _by_host(requests: Sequence[Request]) -> list[list[Request]]:
    groups: dict[str, list[Request]] = defaultdict(list)
    for request in requests:
        groups[urlsplit(request.url).netloc].append(request)
    return list(groups.values())


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
    waiting: "queue.SimpleQueue[list[Request]]",
    answers: "queue.Queue[tuple[Request, Answer | BaseException]]",
    stopped: Stopped,
) -> None:
    while True:
        try:
            group = waiting.get_nowait()
        except queue.Empty:
            return
        for request in group:
            if stopped():
                return
            try:
                answer: Answer | BaseException = fetcher.get(
                    request.url, request.validators, request.limits, request.hosts
                )
            except BaseException as bug:  # noqa: BLE001 - raised again where the answers are taken
                answer = bug
            answers.put((request, answer))
