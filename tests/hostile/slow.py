"""Behaviours 36 to 43: servers that take their time, and what they say for asking again."""

import time
from http.server import BaseHTTPRequestHandler

from tests.hostile.stage import Catalogue, Stage, until_left
from tests.servers import respond

CATALOGUE = Catalogue()
FUTURE = "Tue, 01 Jan 2041 00:00:00 GMT"
_DRIPS = 400
_PAUSE_S = 0.05


@CATALOGUE.add(36, "did not answer completely")
def drip_headers(stage: Stage) -> str:
    """Headers, byte by byte."""

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        for _ in range(_DRIPS):
            handler.wfile.write(b"x")
            time.sleep(_PAUSE_S)

    return stage.behave(drip)


@CATALOGUE.add(37, "did not answer completely")
def drip_body(stage: Stage) -> str:
    """The body, byte by byte."""

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        for place in range(_DRIPS):
            handler.wfile.write(stage.document.body[place : place + 1])
            time.sleep(_PAUSE_S)

    return stage.behave(drip)


@CATALOGUE.add(38, "did not answer completely")
def stall_near_the_end(stage: Stage) -> str:
    """All but one hundredth, and then nothing."""
    body = stage.document.body

    def stall(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n".encode())
        handler.wfile.write(body[: len(body) * 99 // 100])
        until_left(handler)

    return stage.behave(stall)


@CATALOGUE.add(39, "is larger than|did not answer completely")
def endless_chunks(stage: Stage) -> str:
    """Chunk after chunk, for ever."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
        while True:
            handler.wfile.write(chunk)

    return stage.behave(send)


@CATALOGUE.add(40)
def modified_in_the_future(stage: Stage) -> str:
    """Last modified in 2041: whoever sends that back is told for ever that nothing is new."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        asked = "If-Modified-Since" in handler.headers
        headers = {"Content-Type": stage.document.type, "Last-Modified": FUTURE}
        respond(handler, 304 if asked else 200, headers, b"" if asked else stage.document.body)

    return stage.behave(answer)


@CATALOGUE.add(41)
def same_tag_for_new_content(stage: Stage) -> str:
    """An ETag that never changes, whatever the document says."""
    return stage.server.conditional("/document", stage.document.body, etag='"always"')


@CATALOGUE.add(42)
def new_tag_for_same_content(stage: Stage) -> str:
    """An ETag that is new each time."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        headers = {"Content-Type": stage.document.type, "ETag": f'"{time.monotonic_ns()}"'}
        respond(handler, 200, headers, stage.document.body)

    return stage.behave(answer)


@CATALOGUE.add(43, variants={"weak": 'W/"1"', "bare": "no quotes", "open": '"', "long": '"' + "x" * 8000 + '"'})
def strange_tag(stage: Stage, tag: str) -> str:
    """An ETag that is weak, or that is none."""
    return stage.answer(stage.document.body, headers={"ETag": tag})
