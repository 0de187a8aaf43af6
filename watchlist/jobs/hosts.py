"""Whose turn it is: requests of many hosts for few threads, one at a time per host, with a pause in between."""

import heapq
import threading
import time
from collections import deque
from collections.abc import Iterable
from typing import Generic, TypeVar

from watchlist.jobs.steps import Stopped

T = TypeVar("T")
_LOOK_S = 0.2
"""How often who waits looks whether to stop."""


class Turns(Generic[T]):
    """Work by host; a pause keeps its host waiting, never a thread that another host could use."""

    def __init__(self, work: Iterable[tuple[str, T]]) -> None:
        self._queues: dict[str, deque[T]] = {}
        for host, piece in work:
            self._queues.setdefault(host, deque()).append(piece)
        self._ready = [(0.0, number, host) for number, host in enumerate(self._queues)]
        self._served = len(self._ready)
        self._changed = threading.Condition()

    def __len__(self) -> int:
        """How many hosts still have work."""
        return len(self._queues)

    def take(self, stopped: Stopped) -> tuple[str, T] | None:
        """The next piece of work and its host, as soon as one may be begun; None when there is no more, or to stop."""
        with self._changed:
            while self._queues and not stopped():
                left = self._ready[0][0] - time.monotonic() if self._ready else _LOOK_S
                if left <= 0:
                    _, _, host = heapq.heappop(self._ready)
                    return host, self._queues[host].popleft()
                self._changed.wait(min(left, _LOOK_S))
        return None

    def done(self, host: str, pause_s: float) -> None:
        """A piece of this host is done; its next one may begin after the pause, behind those that wait already."""
        with self._changed:
            if self._queues[host]:
                self._served += 1
                heapq.heappush(self._ready, (time.monotonic() + pause_s, self._served, host))
            else:
                del self._queues[host]
            self._changed.notify_all()
