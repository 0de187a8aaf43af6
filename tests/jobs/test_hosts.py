"""Many hosts take turns: one request at a time each, with a pause, and nobody waits for another's pause."""

import itertools
import threading
import time

from watchlist.jobs.hosts import Turns
from watchlist.jobs.steps import never


def work_off(turns: Turns[int], workers: int, pauses: dict[str, float], work_s: float) -> list[tuple[str, int, float]]:
    """What was begun when."""
    begun: list[tuple[str, int, float]] = []
    busy: set[str] = set()

    def work() -> None:
        while (taken := turns.take(never)) is not None:
            host, piece = taken
            assert host not in busy, "two at once"
            busy.add(host)
            begun.append((host, piece, time.monotonic()))
            time.sleep(work_s)
            busy.discard(host)
            turns.done(host, pauses.get(host, 0.0))

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return begun


def test_a_host_is_visited_one_at_a_time_with_pauses() -> None:
    """In order, never two at once, never sooner than its pause."""
    begun = work_off(Turns([("a", n) for n in range(4)]), 4, {"a": 0.1}, 0.01)
    assert [piece for _, piece, _ in begun] == [0, 1, 2, 3]
    moments = [moment for *_, moment in begun]
    assert all(later - earlier >= 0.1 for earlier, later in itertools.pairwise(moments))


def test_pauses_of_some_do_not_hold_up_the_others() -> None:
    """Ten hosts with long pauses, two threads: a hundred pieces of another host are done meanwhile."""
    slow = [(f"slow{n}", k) for n in range(10) for k in range(2)]
    start = time.monotonic()
    begun = work_off(
        Turns([*slow, *(("quick", n) for n in range(100))]), 2, {f"slow{n}": 1.0 for n in range(10)}, 0.001
    )
    assert len(begun) == 120
    assert max(moment for host, _, moment in begun if host == "quick") - start < 0.9


def test_who_is_told_to_stop_stops() -> None:
    """Work is left, and nobody takes it."""
    turns = Turns([("a", 1)])
    assert turns.take(lambda: True) is None
    assert len(turns) == 1
