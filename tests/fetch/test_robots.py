"""A site says what programs may read, and how often they may come."""

import time

import pytest

from tests.servers import LOOPBACK, LoopbackServer
from watchlist.fetch import Fetcher, FetchOptions, Robots
from watchlist.fetch.robots import LONGEST_PAUSE_S, PAUSE_S


def stays_out(fetcher: Fetcher, server: LoopbackServer, path: str) -> bool:
    """Whether a page is left alone."""
    return fetcher.refusal(server.url(path)) is not None


@pytest.mark.parametrize(
    ("rules", "path", "out"),
    [
        ("User-agent: *\nDisallow: /", "/news/1", True),
        ("User-agent: *\nDisallow:", "/news/1", False),
        ("User-agent: other\nDisallow: /", "/news/1", False),
        ("User-agent: other\nUser-agent: watchlist\nDisallow: /news", "/news/1", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Watchlist\nAllow: /", "/news/1", False),
        ("User-agent: *\nDisallow: /news\nAllow: /news/public", "/news/public/1", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", False),
        ("user-agent:*\r\ndisallow:/news", "/news/1", True),
        ("\ufeffUser-agent: *\nDisallow: /news", "/news/1", True),
        ("User-agent: *\nDisallow: /новости", "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/1", True),
        ("<html>not found</html>", "/news/1", False),
        ("", "/news/1", False),
        ("\0\1\2\xff: : :\nDisallow", "/news/1", False),
    ],
)
def test_rules_are_kept(server: LoopbackServer, fetcher: Fetcher, rules: str, path: str, out: bool) -> None:
    """Groups, the longest rule, wildcards, and pages that are no robots.txt."""
    server.answer("/robots.txt", rules.encode())
    assert stays_out(fetcher, server, path) is out


@pytest.mark.parametrize(
    ("status", "out"), [(401, False), (403, False), (404, False), (429, True), (500, True), (503, True)]
)
def test_a_site_without_rules_is_open_and_one_in_trouble_is_closed(
    server: LoopbackServer, fetcher: Fetcher, status: int, out: bool
) -> None:
    """RFC 9309 2.3.1: 4xx lets everybody in, 5xx nobody; 429 is trouble too."""
    server.answer("/robots.txt", status=status)
    assert stays_out(fetcher, server, "/news/1") is out
    refused = fetcher.refusal(server.url("/news/1"))
    assert refused is None or (str(status) in refused.what and refused.remedy)


def test_a_site_is_asked_once_even_by_other_clients(server: LoopbackServer) -> None:
    """What it said outlives the client of one turn."""
    robots = Robots()
    server.answer("/robots.txt", b"User-agent: *\nDisallow: /private")
    for _ in range(3):
        with Fetcher(FetchOptions(allow=LOOPBACK), robots) as fetcher:
            assert stays_out(fetcher, server, "/private/1")
            assert not stays_out(fetcher, server, "/public/1")
    assert len(server.asked("/robots.txt")) == 1


def test_pauses_are_what_the_site_wants_within_bounds(server: LoopbackServer, fetcher: Fetcher) -> None:
    """A second at least, ten at most, and none for machines of the user's own."""
    rules = Robots()
    for delay, expected in (
        ("0.1", PAUSE_S),
        ("4", 4.0),
        ("86400", LONGEST_PAUSE_S),
        ("soon", PAUSE_S),
        ("-5", PAUSE_S),
    ):
        url = f"http://{delay}.example/news"
        server.answer("/robots.txt", f"User-agent: *\nCrawl-delay: {delay}".encode())
        rules.refusal(url, lambda _, limits: fetcher.get(server.url("/robots.txt"), None, limits))
        assert rules.pause(url) == expected
    assert fetcher.pause("http://never-asked.example/") == PAUSE_S
    assert fetcher.pause(server.url("/news")) == 0.0


@pytest.mark.parametrize(
    "rules",
    [
        "".join(f"User-agent: a{n}\n" for n in range(12_000)) + "Disallow: /x\n" * 20_000,
        "User-agent: *\nDisallow: /" + "*a" * 100_000 + "$",
        "User-agent: *\n" + "Disallow: /" + "a*" * 20 + "\n" * 9_000,
        "User-agent" * 40_000,
        " " * 400_000 + "x",
        "User-agent: *\n" + "\x0b".join(f"User-agent: a{n}" for n in range(12_000)) + "\nDisallow: /x" * 20_000,
    ],
    ids=["names", "stars", "rules", "one-line", "blanks", "other-line-ends"],
)
def test_no_robots_txt_takes_long(server: LoopbackServer, fetcher: Fetcher, rules: str) -> None:
    """Half a megabyte of the worst is read in a moment."""
    server.answer("/robots.txt", rules.encode())
    start = time.process_time()
    for number in range(20):
        fetcher.refusal(server.url("/" + "a" * 1000 + str(number)))
    assert time.process_time() - start < 3
