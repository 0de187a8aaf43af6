"""Two large public suites of feed documents, many malformed on purpose, and mutants of them."""

import random
import tarfile
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.news.expectations import Expected, expectations, headers
from tests.news.mutants import mutant
from watchlist.errors import SourceError
from watchlist.model import Article, Found
from watchlist.news.articles import article_id, one_line, web_address
from watchlist.news.feed import read_feed
from watchlist.news.markup import plain_text

pytestmark = pytest.mark.shared
FEEDS = Path(__file__).parents[2] / "../shared/data/feeds"
CORPORA = ("feedparser", "feedvalidator")
TOO_LONG_S = 5.0


@cache
def documents(corpus: str) -> tuple[tuple[str, bytes], ...]:
    """Names and bytes of every document of a corpus."""
    archive = FEEDS / f"{corpus}.tar.xz"
    if not archive.exists():
        pytest.skip("the shared feed corpora are not beside this project")
    with tarfile.open(archive) as tar:
        members = [(member.name, tar.extractfile(member)) for member in tar if member.isfile()]
        return tuple((name, stream.read()) for name, stream in members if stream is not None)


def read(raw: bytes, url: str = "") -> Found | None:
    """What a document gives in good time, served as it wants to be; None for one that is refused."""
    said = headers(raw.decode("utf-8", "replace"))
    began = time.process_time()
    try:
        return read_feed(raw, "port", said.get("content-location", url), said.get("content-type", ""))
    except SourceError:
        return None
    finally:
        assert time.process_time() - began < TOO_LONG_S


@pytest.mark.parametrize("corpus", CORPORA)
def test_every_document_is_read_or_refused(corpus: str) -> None:
    """Nothing but SourceError leaves the reader, and no document takes long."""
    found = [read(raw) for _, raw in documents(corpus)]
    assert sum(bool(each and each.articles) for each in found) > 200


def test_titles_links_and_ids_are_what_the_documents_say() -> None:
    """Where a document states a title, link or id of an entry, ours is equal, in 98 of 100 statements."""
    wrong = []
    stated = 0
    for name, raw in documents("feedparser"):
        # Documents of this name are there to be fetched from a server; the others come from a file.
        found = read(raw, "http://127.0.0.1:8097/" if "/http_" in name else "")
        for expected in expectations(raw.decode("utf-8", "replace")):
            articles = found.articles if found else ()
            if found and not articles and expected.field == "id":
                continue  # an entry of nothing but an id has nothing to read
            stated += 1
            if not agrees(expected, articles[expected.entry] if expected.entry < len(articles) else None):
                wrong.append((name, expected))
    assert stated > 150
    assert len(wrong) <= 0.02 * stated, wrong


def agrees(expected: Expected, article: Article | None) -> bool:
    """Whether an article has this title as plain text, this web address, or the id that this one makes."""
    if article is None:
        # A title of pictures alone has no text: the entry is no article.
        return expected.field == "title" and plain_text(expected.value) == ""
    if expected.field == "title":
        return article.title in {one_line(expected.value), one_line(plain_text(expected.value))}
    if expected.field == "link":
        return article.url == web_address(expected.value)
    return article.id == article_id("port", expected.value)


def mutants(count: int) -> Iterator[bytes]:
    """So many damaged documents of both corpora, the same ones every time."""
    dice = random.Random(5)  # noqa: S311 - chooses test cases
    everything = [raw for corpus in CORPORA for _, raw in documents(corpus)]
    for _ in range(count):
        yield mutant(dice.choice(everything), dice)


@pytest.mark.parametrize("count", [3_000, pytest.param(100_000, marks=[pytest.mark.slow, pytest.mark.timeout(3600)])])
def test_every_mutant_is_read_or_refused(count: int) -> None:
    """Cut anywhere, bytes changed, tags in another order: read or refused, and never for long."""
    refused = sum(read(raw) is None for raw in mutants(count))
    assert 0 < refused < count
