"""A list that is cut short is never activated: every format of the table, every way to say where a body ends."""

import gzip
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.jobs.samples import NOW
from tests.lists.conftest import sample
from tests.servers import LOOPBACK, LoopbackServer, respond, serving
from watchlist.config import Config, load
from watchlist.fetch import Fetcher
from watchlist.jobs.cycle import fetch_options
from watchlist.jobs.refresh import refresh
from watchlist.lists import FORMATS
from watchlist.store import CheckOutcome, Store

POINTS = 20
NAME = "the-list"

Sending = Callable[[BaseHTTPRequestHandler, bytes, int], None]


def by_length(handler: BaseHTTPRequestHandler, whole: bytes, end: int) -> None:
    """The length of the whole is announced, a part is sent."""
    respond(handler, 200, {"Content-Length": str(len(whole))}, whole[:end])


def by_chunks(handler: BaseHTTPRequestHandler, whole: bytes, end: int) -> None:
    """Chunks, and the last one, which ends the body, never comes."""
    handler.protocol_version = "HTTP/1.1"
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(f"{end:x}\r\n".encode() + whole[:end] + b"\r\n")
    if end == len(whole):
        handler.wfile.write(b"0\r\n\r\n")
    handler.close_connection = True


def by_closing(handler: BaseHTTPRequestHandler, whole: bytes, end: int) -> None:
    """No length at all: the body ends where the connection does."""
    handler.send_response(200)
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.wfile.write(whole[:end])
    handler.close_connection = True


def by_gzip(handler: BaseHTTPRequestHandler, whole: bytes, end: int) -> None:
    """A compressed body that was cut before its right length was announced: HTTP libraries take it for whole."""
    packed = gzip.compress(whole, mtime=0)
    part = packed[: max(1, len(packed) * end // len(whole)) if whole else 0]
    respond(handler, 200, {"Content-Encoding": "gzip"}, part)


def configured(folder: Path, server: LoopbackServer, format_name: str) -> Config:
    """A configuration whose only list comes from one address for each of its files."""
    parts = FORMATS[format_name].files
    urls = ", ".join(f"{part}: '{server.url(f'/{part}')}'" for part in parts)
    place = f"url: '{server.url('/')}'" if parts == ("",) else f"urls: {{{urls}}}"
    path = folder / "watchlist.yaml"
    path.write_text(
        f"version: 1\nlists: [{{name: {NAME}, format: {format_name}, {place}}}]\nnetwork: {{allow: [{LOOPBACK[0]}]}}\n"
    )
    return load(path)


@pytest.mark.parametrize("send", [by_length, by_chunks, by_closing, by_gzip])
@pytest.mark.parametrize("format_name", FORMATS)
def test_no_part_of_a_list_becomes_active(tmp_path: Path, format_name: str, send: Sending) -> None:
    """Cut at twenty points, at the first download and after it: refused each time; the whole file is taken."""
    files = sample(format_name)
    ends = {part: len(content) for part, content in files.items()}

    def answer(part: str) -> Callable[[BaseHTTPRequestHandler], None]:
        return lambda handler: send(handler, files[part], ends[part])

    with serving() as server, Store.open(tmp_path / "var", exclusive=True) as store:
        for part in files:
            server.behave(f"/{part}", answer(part))
        config = configured(tmp_path, server, format_name)
        with Fetcher(fetch_options(config)) as fetcher:
            activated = []
            for point in range(POINTS):
                part = list(files)[point % len(files)]
                ends[part] = len(files[part]) * (point + 1) // (POINTS + 1)
                (outcome,) = refresh(store, config.lists, fetcher, now=NOW)
                activated += [point] if outcome.good or store.lists.active(NAME) is not None else []
                ends[part] = len(files[part])
            assert activated == []
            (whole,) = refresh(store, config.lists, fetcher, now=NOW)
            must = FORMATS[format_name].closed or send is not by_closing
            assert (whole.outcome is CheckOutcome.OK) == must, whole.reason
