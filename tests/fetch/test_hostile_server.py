"""Sixty bad behaviours against the door: each fails in words or arrives as bytes, in bounded time and memory."""

import re
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.hostile import BEHAVIOURS, DOCUMENTS, Behaviour, Document, Stage, certificates, staged
from tests.servers import LOOPBACK
from watchlist.fetch import FEED_LIMITS, PAGE_LIMITS, Fetched, Fetcher, FetchOptions, Limits
from watchlist.fetch.values import MIB
from watchlist.model import Fault

DEADLINE_S = 1.0
LIMITS = {
    "feed": replace(FEED_LIMITS, deadline_s=DEADLINE_S),
    "page": replace(PAGE_LIMITS, deadline_s=DEADLINE_S),
    # The real ones are twenty times as high: the same code, and a test that has the memory for it.
    "list": Limits(wire_bytes=12 * MIB, decoded_bytes=24 * MIB, deadline_s=DEADLINE_S),
}
# Bodies that are as large as they may be arrive whole, and what arrives is kept twice while it is handed on.
COPIES = 2
SLACK = 8 * MIB


@pytest.fixture(scope="module")
def fetcher() -> Iterator[Fetcher]:
    """One client for all of it, which trusts the authority of the test servers."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(certificates.authority()))
        with Fetcher(FetchOptions(allow=(*LOOPBACK, "::1/128"))) as client:
            yield client


def test_the_catalogue_is_whole() -> None:
    """Sixty behaviours, each with a name of its own."""
    assert {behaviour.number for behaviour in BEHAVIOURS} == set(range(1, 61))
    assert len({str(behaviour) for behaviour in BEHAVIOURS}) == len(BEHAVIOURS)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.kind)
@pytest.mark.parametrize("behaviour", BEHAVIOURS, ids=str)
def test_every_behaviour_is_a_fault_in_words_or_arrives_bounded(
    behaviour: Behaviour, document: Document, fetcher: Fetcher
) -> None:
    """The fault names the address and what happened, nobody forbidden is visited, the next fetch is healthy."""
    limits = LIMITS[document.kind]
    with staged(document) as stage:
        url = behaviour.prepare(stage)
        start = time.monotonic()
        answer = fetcher.get(url, None, limits, () if document.kind == "list" else None)
        assert time.monotonic() - start < DEADLINE_S + 1.5
        words = behaviour.words(document)
        if words:
            assert isinstance(answer, Fault), answer
            assert re.search(words, answer.what), answer.what
            assert answer.remedy
        else:
            assert isinstance(answer, Fetched), answer
        assert stage.visitors == []
        _recovers(fetcher, stage, limits)


LARGE = [behaviour for behaviour in BEHAVIOURS if behaviour.number in {39, 44, 45, 46, 47, 48, 49, 50}]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.kind)
@pytest.mark.parametrize("behaviour", LARGE, ids=str)
def test_memory_is_bounded_by_the_limits(behaviour: Behaviour, document: Document, fetcher: Fetcher) -> None:
    """However much is sent, no more is held than the limits of the document allow."""
    limits = replace(LIMITS[document.kind], deadline_s=5)
    with staged(document) as stage:
        url = behaviour.prepare(stage)
        tracemalloc.start()
        try:
            fetcher.get(url, None, limits)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert peak < limits.decoded_bytes + COPIES * limits.wire_bytes + SLACK


def _recovers(fetcher: Fetcher, stage: Stage, limits: Limits) -> None:
    answer = fetcher.get(stage.healthy(), None, limits)
    assert isinstance(answer, Fetched)
    assert answer.body == stage.document.body
