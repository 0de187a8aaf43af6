"""A server that misbehaves and a client that may reach it."""

from collections.abc import Iterator

import pytest

from tests.servers import LOOPBACK, LoopbackServer, serving
from watchlist.fetch import Fetcher, FetchOptions


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    """A running server on loopback."""
    with serving() as running:
        yield running


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    """A client that may reach loopback."""
    with Fetcher(FetchOptions(contact="compliance@example.org", allow=LOOPBACK)) as client:
        yield client
