"""Behaviours 13 to 26: bodies that are not whole, or not the document at all."""

import gzip
from http.server import BaseHTTPRequestHandler

from tests.hostile.stage import Catalogue, Stage

CATALOGUE = Catalogue()
LOGIN = (
    b"<!doctype html><html><head><title>Sign in</title></head><body><form action='/login' method='post'>"
    b"<input name='user'><input name='password' type='password'><button>Sign in</button></form></body></html>"
)
CAPTCHA = (
    b"<html><head><title>Just a moment...</title></head><body><h1>Checking your browser</h1>"
    b"<p>Enable JavaScript and cookies to continue</p><div class='captcha'></div></body></html>"
)


def half(stage: Stage) -> bytes:
    """The document, cut in the middle."""
    return stage.document.body[: len(stage.document.body) // 2]


@CATALOGUE.add(13)
def length_too_short(stage: Stage) -> str:
    """Content-Length says less than is sent: the rest is lost on the way."""
    body = stage.document.body
    return stage.answer(body, headers={"Content-Length": str(len(body) // 2)})


@CATALOGUE.add(14, "broke off")
def chunks_cut(stage: Stage) -> str:
    """Chunks without the last one."""
    part = half(stage)
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    return stage.raw(head, f"{len(part):x}\r\n".encode(), part, b"\r\n")


@CATALOGUE.add(15)
def closed_early(stage: Stage) -> str:
    """No length at all, and the connection ends in the middle."""
    return stage.raw(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", half(stage))


@CATALOGUE.add(16, "cut short")
def gzip_cut(stage: Stage) -> str:
    """Half a gzip stream in valid framing."""
    packed = gzip.compress(stage.document.body, mtime=0)
    return stage.answer(packed[: len(packed) // 2], headers={"Content-Encoding": "gzip"})


@CATALOGUE.add(17, "damaged")
def gzip_bad_checksum(stage: Stage) -> str:
    """A whole gzip stream with another checksum."""
    packed = gzip.compress(stage.document.body, mtime=0)
    return stage.answer(packed[:-8] + b"\1\2\3\4" + packed[-4:], headers={"Content-Encoding": "gzip"})


@CATALOGUE.add(18, "after the end")
def gzip_trailing_junk(stage: Stage) -> str:
    """A whole gzip stream and more."""
    packed = gzip.compress(stage.document.body, mtime=0)
    return stage.answer(packed + b"junk", headers={"Content-Encoding": "gzip"})


@CATALOGUE.add(19, "broke off", {"longer": ("+1",), "two-of-them": ("", "+1"), "negative": ("-",)})
def wrong_length(stage: Stage, changes: tuple[str, ...]) -> str:
    """Content-Length longer than the body, twice and different, or negative."""
    length = len(stage.document.body)
    values = {"": f"{length}", "+1": f"{length + 1}", "-": f"-{length}"}
    lines = "".join(f"Content-Length: {values[change]}\r\n" for change in changes)
    return stage.raw(f"HTTP/1.1 200 OK\r\n{lines}\r\n".encode(), stage.document.body)


@CATALOGUE.add(20)
def cut_inside_a_letter(stage: Stage) -> str:
    """The last byte is the first half of a letter."""
    body = stage.document.body
    end = next((place for place in range(len(body) - 1, 0, -1) if body[place] > 0xC0), len(body) // 2)
    return stage.raw(b"HTTP/1.1 200 OK\r\n\r\n", body[: end + 1])


@CATALOGUE.add(21)
def login_page(stage: Stage) -> str:
    """A form instead of the document."""
    return stage.answer(LOGIN, headers={"Content-Type": "text/html"})


@CATALOGUE.add(22)
def captcha(stage: Stage) -> str:
    """A riddle instead of the document."""
    return stage.answer(CAPTCHA, headers={"Content-Type": "text/html"})


@CATALOGUE.add(23)
def nothing(stage: Stage) -> str:
    """An empty body, and all is well."""
    return stage.answer(b"")


@CATALOGUE.add(24, "answered (204|205|206|304|600)", {str(status): status for status in (204, 205, 206, 304, 600)})
def strange_status(stage: Stage, status: int) -> str:
    """A status that carries no whole document, with or without a part of it."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        body = half(stage) if status in {206, 600} else b""
        handler.wfile.write(f"HTTP/1.1 {status} So\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)

    return stage.behave(answer)


@CATALOGUE.add(25)
def json_error(stage: Stage) -> str:
    """An error as JSON, typed like the document."""
    return stage.answer(b'{"error": {"code": 42, "message": "quota exceeded"}}')


@CATALOGUE.add(26)
def html_typed_xml(stage: Stage) -> str:
    """A page that says it is XML."""
    return stage.answer(b"<!doctype html>" + LOGIN, headers={"Content-Type": "application/xml"})
