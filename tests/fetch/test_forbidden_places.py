"""Every spelling of a place that must not be reached: a fault, and not one connection is begun, seen at the sockets."""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.servers import LoopbackServer
from watchlist.fetch import Fetched, Fetcher, FetchOptions, Limits
from watchlist.model import Fault

QUICK = Limits(wire_bytes=10_000, decoded_bytes=10_000, deadline_s=5, redirects=3)
CODES = (301, 302, 303, 307, 308)

# 127.0.0.2, in all the ways in which libraries and people write addresses; tests may reach 127.0.0.1 and nothing else.
SPELLINGS = (
    "127.0.0.2 127.2 127.0.2 2130706434 0x7f000002 0x7f.2 0x7f.0.0.2 0X7F.0X0.0X0.0X2 0177.0.0.2 0177.2 017700000002 "
    "127.0.0.2. 127.0.0.02 127.0.0.0x2 127.0.0.0002 00000177.0.0.2 １２７.０.０.２ 127。0。0。2 127．0．0．2 127｡0｡0｡2 "
    "①②⑦.⓪.⓪.② 127%2E0%2E0%2E2 %31%32%37.0.0.2 [::ffff:127.0.0.2] [::ffff:7f00:2] [0:0:0:0:0:ffff:127.0.0.2] "
    "[::127.0.0.2] [2002:7f00:2::] [64:ff9b::7f00:2] [64:ff9b:1::7f00:2] [2001:0:7f00:2::1]"
)
PRIVATE = (
    "0 0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 172.16.0.1 172.31.255.255 192.168.0.1 "
    "192.168.1.254 192.0.0.1 192.0.0.192 192.0.2.1 192.88.99.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.7 "
    "224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 169.254.169.254 169.254.43518 2852039166 0xA9FEA9FE "
    "0251.0376.0251.0376 [::ffff:169.254.169.254] [::] [::1] [0:0:0:0:0:0:0:1] [::ffff:10.0.0.1] "
    "[::ffff:0:10.0.0.1] [fe80::1] [fe80::1%25eth0] [fec0::1] [fc00::1] [fd00:ec2::254] [ff02::1] [100::1] "
    "[2001:db8::1] [3fff::1] [5f00::1]"
)
NAMES = (
    "localhost LOCALHOST localhost. localhost.localdomain ip6-localhost news.localhost metadata.google.internal "
    "instance-data ⓛocalhost localhoſt localhost%00.example localhost%09 localhost%0d%0a xn--localhost-.example"
)
URLS = (
    "file:///etc/passwd",
    "file://127.0.0.2/etc/passwd",
    "ftp://127.0.0.2/x",
    "gopher://127.0.0.2:6379/_x",
    "dict://127.0.0.2:11211/stat",
    "ldap://127.0.0.2/",
    "data:text/html,<rss/>",
    "jar:http://127.0.0.2!/x",
    "javascript:alert(1)",
    "unix:/run/docker.sock",
    "unix://run/docker.sock",
    "http+unix://%2Frun%2Fdocker.sock/x",
    "ws://127.0.0.2/",
    "view-source:http://127.0.0.2/",
    "http://news.example@127.0.0.2/",
    "http://news.example:80@127.0.0.2/",
    "http://user:pass@127.0.0.2/",
    "http://127.0.0.2\\@news.example/",
    "http://news.example\\@127.0.0.2/",
    "http://127.0.0.2#@news.example/",
    "http://127.0.0.2?@news.example/",
    "http://127.0.0.2%00@news.example/",
    "http://127.0.0.2%00.news.example/",
    "http://127.0.0.2\t/",
    "http://127.0.0.2\r\nHost: news.example/",
    "http://\t127.0.0.2/",
    "ht\ttp://127.0.0.2/",
    " http://127.0.0.2/",
    "http:/127.0.0.2/",
    "http:127.0.0.2/",
    "http:///127.0.0.2/",
    "http:\\\\127.0.0.2\\",
    "//127.0.0.2/",
    "http://8.8.8.8:22/",
    "http://8.8.8.8:25/",
    "http://8.8.8.8:6379/",
    "https://8.8.8.8:3306/",
    "http://8.8.8.8:0/",
    "http://8.8.8.8:65536/",
    "http://8.8.8.8:-80/",
)
ALL = (*(f"http://{host}/" for host in f"{SPELLINGS} {PRIVATE} {NAMES}".split()), *URLS)
# Without names of this machine, which tests with a server may reach.
TARGETS = (*(f"http://{host}/" for host in f"{SPELLINGS} {PRIVATE}".split()), *URLS)

_begun: list[Any] = []


def _note(event: str, details: tuple[Any, ...]) -> None:
    if event in {"socket.connect", "socket.sendto"}:
        _begun.append(details[1])


sys.addaudithook(_note)


@contextmanager
def watched() -> Iterator[list[Any]]:
    """Where connections are begun in the meantime: the interpreter itself tells."""
    _begun.clear()
    yield _begun


def test_there_are_enough_of_them() -> None:
    """Eighty are asked for, and none is there twice."""
    assert len(ALL) == len(set(ALL)) >= 80


@pytest.mark.parametrize("url", ALL, ids=ascii)
def test_no_spelling_gets_a_connection(url: str) -> None:
    """A fault with a remedy, before anything is begun."""
    with Fetcher(FetchOptions()) as fetcher, watched() as begun:
        answer = fetcher.get(url, limits=QUICK)
    assert isinstance(answer, Fault)
    assert answer.remedy
    assert begun == []


@pytest.mark.parametrize("code", CODES)
def test_no_redirect_leads_there(server: LoopbackServer, fetcher: Fetcher, code: int) -> None:
    """Every one of them as Location, by every code that redirects: the first hop is the only connection."""
    for number, url in enumerate(TARGETS):
        if url.startswith("http://") and any(ord(letter) > 255 or letter in "\r\n\t" for letter in url):
            continue  # cannot be written into a header; the spelling is tried above
        path = f"/{code}/{number}"
        with watched() as begun:
            answer = fetcher.get(server.redirect(path, url.encode().decode("latin-1"), code), limits=QUICK)
        assert isinstance(answer, Fault), url
        assert set(begun) <= {("127.0.0.1", server.port)}, url


def test_a_name_that_changes_its_mind_is_asked_once(
    server: LoopbackServer, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was checked is what is connected to; the next fetch asks again, and is refused."""
    answers = iter(["127.0.0.1", "127.0.0.2", "127.0.0.2"])
    real = socket.getaddrinfo
    asked: list[str] = []

    def changing(host: str, port: int, *more: Any, **named: Any) -> Any:
        if host != "news.example":
            return real(host, port, *more, **named)
        asked.append(host)
        return real(next(answers), port, *more, **named)

    monkeypatch.setattr(socket, "getaddrinfo", changing)
    server.answer("/feed", b"<rss/>")
    with watched() as begun:
        assert isinstance(fetcher.get(server.url("/feed", "news.example"), limits=QUICK), Fetched)
        assert (begun, len(asked)) == ([("127.0.0.1", server.port)], 1)
        assert isinstance(fetcher.get(server.url("/feed", "news.example"), limits=QUICK), Fault)
        assert len(begun) == 1


@pytest.mark.parametrize("addresses", [("8.8.8.8", "10.0.0.1"), ("10.0.0.1", "8.8.8.8"), ("8.8.8.8", "::1")])
def test_a_name_with_one_private_address_is_refused_whole(
    fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch, addresses: tuple[str, ...]
) -> None:
    """A public address beside a private one does not make the name good."""
    real = socket.getaddrinfo

    def both(host: str, port: int, *more: Any, **named: Any) -> Any:
        return [found for address in addresses for found in real(address, port, *more, **named)]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    with watched() as begun:
        answer = fetcher.get("http://news.example/feed", limits=QUICK)
    assert isinstance(answer, Fault)
    assert "not a public address" in answer.what
    assert begun == []
