"""Fetching from a real server, well-behaved and hostile."""

import gzip
import socket
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler

import pytest

from tests.servers import LOOPBACK, LoopbackServer
from watchlist import __version__
from watchlist.fetch import Fetched, Fetcher, FetchOptions, Limits, NotModified, Validators
from watchlist.model import Fault

SMALL = Limits(wire_bytes=100_000, decoded_bytes=200_000, deadline_s=5, redirects=3)


def fault_of(answer: Fetched | NotModified | Fault) -> Fault:
    """The fault that an answer must be, with a remedy."""
    assert isinstance(answer, Fault), answer
    assert answer.remedy
    return answer


def test_a_page_arrives_with_what_the_server_says_about_it(server: LoopbackServer, fetcher: Fetcher) -> None:
    """Body, final address, type, charset and validators come back exactly."""
    headers = {
        "Content-Type": "Text/XML; charset=UTF-8",
        "ETag": 'W/"x"',
        "Last-Modified": "Mon, 01 Jan 2024 00:00:00 GMT",
    }
    url = server.answer("/feed", b"<rss/>", headers=headers)
    validators = Validators('W/"x"', "Mon, 01 Jan 2024 00:00:00 GMT")
    assert fetcher.get(url) == Fetched(b"<rss/>", url, "Text/XML; charset=UTF-8", "utf-8", validators, 200)


def test_the_client_says_who_it_is(server: LoopbackServer, fetcher: Fetcher) -> None:
    """Every request names software, version and contact, and asks only for codings that can be bounded."""
    fetcher.get(server.answer("/feed"))
    headers = server.asked("/feed")[0].headers
    assert headers["user-agent"] == f"watchlist/{__version__} (+compliance@example.org)"
    assert headers["accept-encoding"] == "gzip, deflate"


def test_validators_go_back_as_they_came_and_give_not_modified(server: LoopbackServer, fetcher: Fetcher) -> None:
    """A conditional request repeats the ETag with its quotes; no other condition is invented."""
    url = server.conditional("/feed", b"<rss/>", etag='"v1-\xe9"')
    first = fetcher.get(url)
    assert isinstance(first, Fetched)
    assert fetcher.get(url, first.validators) == NotModified(url)
    assert "if-modified-since" not in server.asked("/feed")[1].headers


def test_not_modified_without_validators_is_a_fault(server: LoopbackServer, fetcher: Fetcher) -> None:
    """A 304 that nobody asked for is no answer."""
    assert "304" in fault_of(fetcher.get(server.answer("/feed", status=304))).what


@pytest.mark.parametrize("status", [201, 204, 206, 300, 400, 401, 403, 404, 410, 429, 500, 503])
def test_only_200_is_an_answer(server: LoopbackServer, fetcher: Fetcher, status: int) -> None:
    """Every other status is a fault that names it."""
    url = server.answer("/feed", status=status, headers={"Content-Length": "0"})
    fault = fault_of(fetcher.get(url))
    assert str(status) in fault.what
    assert url in fault.what


def test_secrets_of_an_address_stay_out_of_faults(server: LoopbackServer, fetcher: Fetcher) -> None:
    """User, password and query values are not repeated."""
    url = server.url("/feed?token=hush").replace("://", "://user:word@")
    fault = fault_of(fetcher.get(url))
    assert f"127.0.0.1:{server.port}/feed?…" in fault.what
    assert not any(secret in str(fault) for secret in ("hush", "user", "word"))
    assert server.asked("/feed")[0].headers["authorization"].startswith("Basic ")


def drip(handler: BaseHTTPRequestHandler) -> None:
    """A body, byte by byte."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"x")
        time.sleep(0.05)


def drip_headers(handler: BaseHTTPRequestHandler) -> None:
    """Headers, byte by byte."""
    for letter in b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 100:
        handler.wfile.write(bytes([letter]))
        time.sleep(0.05)


def stall(handler: BaseHTTPRequestHandler) -> None:
    """Nothing at all for a while."""
    time.sleep(2)


@pytest.mark.parametrize("behaviour", [drip, drip_headers, stall])
def test_the_deadline_is_total(server: LoopbackServer, fetcher: Fetcher, behaviour: object) -> None:
    """A server that sends a byte now and then, in headers or body, or nothing, is left when the time is up."""
    url = server.behave("/slow", behaviour)  # type: ignore[arg-type]
    start = time.monotonic()
    fault = fault_of(fetcher.get(url, limits=Limits(1000, 1000, deadline_s=0.4)))
    assert time.monotonic() - start < 1.2
    assert "0.4 s" in fault.what


def test_the_deadline_holds_over_redirects(server: LoopbackServer, fetcher: Fetcher) -> None:
    """Hops share one deadline."""

    def slow_hop(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(0.3)
        handler.send_response(302)
        handler.send_header("Location", "/hop")
        handler.end_headers()

    start = time.monotonic()
    fault_of(fetcher.get(server.behave("/hop", slow_hop), limits=Limits(1000, 1000, deadline_s=0.5, redirects=20)))
    assert time.monotonic() - start < 1.2


def test_a_body_above_the_limit_is_refused(server: LoopbackServer, fetcher: Fetcher) -> None:
    """The wire limit is exact: one byte more is too much."""
    assert isinstance(fetcher.get(server.answer("/fits", b"x" * 100_000), limits=SMALL), Fetched)
    assert "100,000" in fault_of(fetcher.get(server.answer("/over", b"x" * 100_001), limits=SMALL)).what


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(b"news" * 1000, mtime=0)),
        ("X-GZIP", gzip.compress(b"news" * 1000, mtime=0)),
        ("deflate", zlib.compress(b"news" * 1000)),
        ("deflate", zlib.compress(b"news" * 1000, wbits=-15)),
        ("identity", b"news" * 1000),
    ],
    ids=["gzip", "x-gzip", "deflate-zlib", "deflate-raw", "identity"],
)
def test_compressed_bodies_are_undone(server: LoopbackServer, fetcher: Fetcher, coding: str, body: bytes) -> None:
    """Both codings that are asked for are understood, deflate in both of its dialects."""
    answer = fetcher.get(server.answer("/feed", body, headers={"Content-Encoding": coding}))
    assert isinstance(answer, Fetched)
    assert answer.body == b"news" * 1000


PACKED = gzip.compress(bytes(range(256)) * 100, mtime=0)


@pytest.mark.parametrize(
    ("coding", "body", "cause"),
    [
        ("gzip", PACKED[: len(PACKED) // 2], "cut short"),
        ("gzip", PACKED[:-9], "cut short"),
        ("gzip", PACKED[:-1], "cut short"),
        ("gzip", b"", "cut short"),
        ("gzip", PACKED[:-8] + b"\0" * 8, "damaged"),
        ("gzip", b"<rss/>", "damaged"),
        ("gzip", PACKED + b"junk", "after the end"),
        ("deflate", zlib.compress(b"news" * 9)[:-2], "cut short"),
        ("gzip", gzip.compress(b"\0" * 50_000_000, mtime=0), "larger than 200,000"),
        ("br", b"\x0b\x02\x80news\x03", "'br'"),
        ("zstd", b"", "'zstd'"),
        ("gzip, gzip", gzip.compress(PACKED, mtime=0), "'gzip, gzip'"),
    ],
    ids=[
        "half",
        "checksum-cut",
        "last-byte-cut",
        "empty",
        "wrong-checksum",
        "no-gzip",
        "trailing",
        "deflate-cut",
        "bomb",
        "brotli",
        "zstd",
        "twice",
    ],
)
def test_a_body_that_is_not_whole_or_not_bounded_is_refused(
    server: LoopbackServer, fetcher: Fetcher, coding: str, body: bytes, cause: str
) -> None:
    """Truncation, damage, trailing bytes, bombs and codings that were not asked for."""
    url = server.answer("/feed", body, headers={"Content-Encoding": coding})
    assert cause in fault_of(fetcher.get(url, limits=SMALL)).what


def cut_length(handler: BaseHTTPRequestHandler) -> None:
    """Half of the announced bytes."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"x" * 500)


def cut_chunks(handler: BaseHTTPRequestHandler) -> None:
    """A chunked body without its end."""
    handler.protocol_version = "HTTP/1.1"
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"5\r\nhello\r\n")
    handler.close_connection = True


def reset(handler: BaseHTTPRequestHandler) -> None:
    """The connection torn down."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    handler.connection.close()


def negative_length(handler: BaseHTTPRequestHandler) -> None:
    """A length that cannot be."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello")


def huge_header(handler: BaseHTTPRequestHandler) -> None:
    """A header of a megabyte."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 1_000_000 + b"\r\n\r\nhello")


def not_http(handler: BaseHTTPRequestHandler) -> None:
    """Another protocol."""
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n")


@pytest.mark.parametrize("behaviour", [cut_length, cut_chunks, reset, negative_length, huge_header, not_http])
def test_broken_framing_is_a_fault_and_the_next_fetch_recovers(
    server: LoopbackServer, fetcher: Fetcher, behaviour: object
) -> None:
    """A connection that breaks off or speaks no HTTP gives a fault; the client stays usable."""
    url = server.behave("/feed", behaviour)  # type: ignore[arg-type]
    assert url in fault_of(fetcher.get(url)).what
    assert isinstance(fetcher.get(server.answer("/feed", b"well again")), Fetched)


def test_a_closed_port_is_a_fault(fetcher: Fetcher) -> None:
    """Nobody answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "could not be connected to" in fault_of(fetcher.get(f"http://127.0.0.1:{port}/")).what


def test_a_name_that_does_not_exist_is_a_fault(fetcher: Fetcher) -> None:
    """`.invalid` never resolves (RFC 6761)."""
    assert "news.invalid is not known" in fault_of(fetcher.get("https://news.invalid/feed")).what


def test_threads_share_a_client(server: LoopbackServer, fetcher: Fetcher) -> None:
    """Sixteen at a time, some of them failing: every answer is the right one."""
    server.behave("/cut", cut_length)
    server.behave("/slow", stall)
    urls = [server.answer(f"/{number}", str(number).encode()) for number in range(60)]
    quick = Limits(wire_bytes=1000, decoded_bytes=1000, deadline_s=1)
    with ThreadPoolExecutor(16) as threads:
        bad = [threads.submit(fetcher.get, server.url(path), None, quick) for path in ("/cut", "/slow") * 4]
        answers = list(threads.map(fetcher.get, urls))
        assert all(isinstance(each.result(), Fault) for each in bad)
    assert [answer.body for answer in answers if isinstance(answer, Fetched)] == [str(n).encode() for n in range(60)]


def test_cookies_are_not_kept(server: LoopbackServer, fetcher: Fetcher) -> None:
    """No request carries what an earlier answer set."""
    url = server.answer("/feed", b"x", headers={"Set-Cookie": "seen=1"})
    fetcher.get(url)
    fetcher.get(url)
    assert "cookie" not in server.asked("/feed")[1].headers


def test_a_proxy_is_used_when_configured(server: LoopbackServer) -> None:
    """The proxy gets the whole address, and literal private addresses are still refused."""
    server.answer("http://news.example/feed", b"through the proxy")
    with Fetcher(FetchOptions(proxy=server.url(""))) as fetcher:
        answer = fetcher.get("http://news.example/feed")
        assert isinstance(answer, Fetched)
        assert answer.body == b"through the proxy"
        assert "not a public address" in fault_of(fetcher.get("http://169.254.169.254/")).what


def test_the_environment_does_not_choose_a_proxy(server: LoopbackServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the configuration may send requests elsewhere."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with Fetcher(FetchOptions(allow=LOOPBACK)) as fetcher:
        assert isinstance(fetcher.get(server.answer("/feed")), Fetched)
