"""A source that fails is left alone for a while, says so, and is asked anew when the time has come."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.jobs.samples import NOW
from tests.servers import LOOPBACK, LoopbackServer, serving
from watchlist import fetch
from watchlist.fetch import Fetched, Fetcher, FetchOptions
from watchlist.jobs.asking import ask_all, conditions
from watchlist.jobs.fetching import Answer, Request
from watchlist.jobs.steps import never
from watchlist.model import Fault
from watchlist.store import Store, Validators

HOUR = timedelta(hours=1)


def ask(store: Store, url: str, after: timedelta = timedelta(0)) -> Answer:
    """One question, so long after the first."""
    with Fetcher(FetchOptions(allow=LOOPBACK)) as fetcher:
        ((_, answer),) = ask_all(store, fetcher, [Request("wire", url)], NOW + after, never)
    return answer


def what(answer: Answer) -> str:
    """The words of the fault that an answer must be."""
    assert isinstance(answer, Fault)
    return answer.what


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    """A server on loopback."""
    with serving() as running:
        yield running


@pytest.mark.parametrize("status", [429, 503])
def test_nobody_is_asked_before_they_want(tmp_path: Path, server: LoopbackServer, status: int) -> None:
    """Retry-After is honoured to the second, and the state says until when."""
    url = server.answer("/feed", status=status, headers={"Retry-After": "7200"})
    with Store.open(tmp_path, exclusive=True) as store:
        assert "not asked again before 2026-11-23 14:00 UTC" in what(ask(store, url))
        for minutes in (1, 60, 119):
            assert "before 2026-11-23 14:00" in what(ask(store, url, timedelta(minutes=minutes)))
        assert len(server.asked("/feed")) == 1
        server.answer("/feed", b"well again")
        assert isinstance(ask(store, url, 2 * HOUR), Fetched)
        assert isinstance(ask(store, url, 2 * HOUR), Fetched)


def test_an_absurd_wish_is_honoured_for_a_day(tmp_path: Path, server: LoopbackServer) -> None:
    """A billion seconds are a day."""
    url = server.answer("/feed", status=429, headers={"Retry-After": "1000000000"})
    with Store.open(tmp_path, exclusive=True) as store:
        ask(store, url)
        ask(store, url, 23 * HOUR)
        ask(store, url, 24 * HOUR)
        assert len(server.asked("/feed")) == 2


def test_what_fails_for_days_says_what_to_do(tmp_path: Path, server: LoopbackServer) -> None:
    """After three days of 410 the remedy stands with the cause."""
    url = server.answer("/feed", status=410)
    with Store.open(tmp_path, exclusive=True) as store:
        assert "remove the source" not in what(ask(store, url))
        assert "so for 4 days: it is gone for good: remove the source" in what(ask(store, url, 4 * 24 * HOUR))


def test_an_address_that_waits_leaves_the_others_alone(tmp_path: Path, server: LoopbackServer) -> None:
    """Only the address that failed waits."""
    bad, good = server.answer("/bad", status=500), server.answer("/good", b"news")
    with Store.open(tmp_path, exclusive=True) as store, Fetcher(FetchOptions(allow=LOOPBACK)) as fetcher:
        for _ in range(3):
            requests = [Request("bad", bad), Request("good", good)]
            answers = {request.key: answer for request, answer in ask_all(store, fetcher, requests, NOW, never)}
            assert isinstance(answers["good"], Fetched)
    assert (len(server.asked("/bad")), len(server.asked("/good"))) == (1, 3)


def test_conditions_are_sent_for_a_day_and_never_from_the_future() -> None:
    """Once a day a body comes whole, and a date of 2041 is never sent back."""
    said = Validators('"1"', "Tue, 01 Jan 2041 00:00:00 GMT", NOW)
    assert conditions(said, NOW + HOUR) == fetch.Validators('"1"')
    assert conditions(said, NOW + 24 * HOUR) == fetch.Validators()
    past = Validators("", "Tue, 01 Jan 2019 00:00:00 GMT", NOW)
    assert conditions(past, NOW + HOUR).last_modified == past.last_modified
    assert conditions(Validators(), NOW) == fetch.Validators()
