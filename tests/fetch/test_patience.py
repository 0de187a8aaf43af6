"""How long a failed address is left alone."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.servers import LoopbackServer
from watchlist.fetch import Fetcher, NoAnswer, in_the_future, retry_after, wait
from watchlist.fetch.patience import FIRST, FLEETING, LASTING, LONGEST

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("120", timedelta(seconds=120)),
        (" 0 ", timedelta(0)),
        ("1000000000", LONGEST),
        ("9" * 400, LONGEST),
        ("Mon, 23 Nov 2026 12:30:00 GMT", timedelta(minutes=30)),
        ("Mon, 23 Nov 2026 12:30:00 -0000", timedelta(minutes=30)),
        ("Wed, 21 Oct 2015 07:28:00 GMT", timedelta(0)),
        ("Wed, 21 Oct 2126 07:28:00 GMT", LONGEST),
        ("-1", None),
        ("1.5", None),
        ("١٢", None),
        ("soon", None),
        ("", None),
        ("Wed, 99 Oct 2126 99:99:99 GMT", None),
    ],
)
def test_retry_after_is_read_in_both_forms_and_capped(header: str, expected: timedelta | None) -> None:
    """Seconds and dates, the past is now, a day at most, and nonsense says nothing."""
    assert retry_after(header, NOW) == expected


@given(st.text(max_size=60))
def test_no_retry_after_leaves_the_bounds(header: str) -> None:
    """Whatever stands there."""
    assert timedelta(0) <= (retry_after(header, NOW) or timedelta(0)) <= LONGEST


def test_waits_grow_to_a_bound_and_differ_between_addresses() -> None:
    """Twice as long each time, refusals longer than what passes by itself, and no two addresses alike."""
    waits = [wait("https://news.example/", failures, 503, None) for failures in range(1, 40)]
    assert waits[0] <= FIRST
    assert all(FLEETING / 2 <= each <= FLEETING for each in waits[6:])
    assert LASTING / 2 <= wait("https://news.example/", 20, 404, None) <= LASTING
    assert len({wait(f"https://news.example/{number}", 1, 0, None) for number in range(100)}) > 90


def test_a_server_is_never_asked_before_it_wants() -> None:
    """Retry-After goes before, where it is longer."""
    assert wait("https://news.example/", 1, 429, timedelta(hours=3)) == timedelta(hours=3)
    assert wait("https://news.example/", 9, 429, timedelta(0)) >= FLEETING / 2


def test_a_date_ahead_is_seen() -> None:
    """Last-Modified of 2041 is no condition; what cannot be read is sent back as it came."""
    assert in_the_future("Tue, 01 Jan 2041 00:00:00 GMT", NOW)
    assert not in_the_future("Tue, 01 Jan 2019 00:00:00 GMT", NOW)
    assert not in_the_future("yesterday", NOW)


def test_a_fault_carries_what_the_server_said(server: LoopbackServer, fetcher: Fetcher) -> None:
    """Status and Retry-After come with the fault."""
    answer = fetcher.get(server.answer("/feed", status=429, headers={"Retry-After": "77"}))
    assert isinstance(answer, NoAnswer)
    assert (answer.status, answer.retry_after) == (429, "77")
