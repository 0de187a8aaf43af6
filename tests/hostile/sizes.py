"""Behaviours 44 to 55: too much, too deep, or in letters and codings that nobody asked for."""

import gzip
import io
import zlib
from functools import cache
from http.server import BaseHTTPRequestHandler

from tests.hostile.stage import FEED, LIST, Catalogue, Stage

CATALOGUE = Catalogue()
MIB = 1024 * 1024
_ENTITIES = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
_PAYLOADS = {
    "laughs": f"<!DOCTYPE r [<!ENTITY l0 'lol'>{_ENTITIES}]><r>&l9;</r>",
    "quadratic": f"<!DOCTYPE r [<!ENTITY a '{'a' * 50_000}'>]><r>{'&a;' * 5_000}</r>",
    "external": "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r>&x;</r>",
    "parameter": "<!DOCTYPE r [<!ENTITY % x SYSTEM 'http://127.0.0.2/x.dtd'> %x;]><r/>",
}


@cache
def _bomb() -> bytes:
    """A body that becomes 600 MiB, packed once."""
    target = io.BytesIO()
    with gzip.GzipFile(fileobj=target, mode="wb", mtime=0, compresslevel=9) as packer:
        for _ in range(600):
            packer.write(bytes(MIB))
    return target.getvalue()


@CATALOGUE.add(44, "larger than|packed more than|not asked for", {"gzip": "gzip", "br": "br", "zstd": "zstd"})
def bomb(stage: Stage, coding: str) -> str:
    """Half a megabyte that becomes 600 MiB."""
    return stage.answer(_bomb(), headers={"Content-Encoding": coding})


@CATALOGUE.add(45, "not asked for", {"twice": ("gzip",) * 2, "ten-times": ("deflate", "gzip") * 5})
def packed_again(stage: Stage, codings: tuple[str, ...]) -> str:
    """Codings around codings."""
    body = stage.document.body
    for coding in codings:
        body = zlib.compress(body) if coding == "deflate" else gzip.compress(body, mtime=0)
    return stage.answer(body, headers={"Content-Encoding": ", ".join(codings)})


@CATALOGUE.add(46, "is larger than", {"announced": "Content-Length: 2147483648\r\n", "without-length": ""})
def two_gibibytes(stage: Stage, length: str) -> str:
    """Two gibibytes of blanks."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(f"HTTP/1.1 200 OK\r\n{length}\r\n".encode())
        for _ in range(2048):
            handler.wfile.write(b" " * MIB)

    return stage.behave(send)


@CATALOGUE.add(
    47, "broke off", {"many": "".join(f"X-{n}: {'x' * 30}\r\n" for n in range(5000)), "large": "X: " + "x" * MIB}
)
def headers_without_measure(stage: Stage, headers: str) -> str:
    """Five thousand headers, or one of a mebibyte."""
    return stage.raw(f"HTTP/1.1 200 OK\r\n{headers}\r\n\r\n".encode(), stage.document.body)


@CATALOGUE.add(48)
def hundred_thousand_entries(stage: Stage) -> str:
    """The document, with a hundred thousand more of what it holds; 4 MB in all."""
    body, entry, end = stage.document.body, b"<p>more</p>", b"</article>"
    if stage.document == FEED:
        entry, end = b"<item><guid>%d</guid><title>x</title></item>", b"</channel>"
    elif stage.document == LIST:
        entry, end = b"<INDIVIDUAL><DATAID>%d</DATAID></INDIVIDUAL>", b"</INDIVIDUALS>"
    more = b"".join(entry % number if b"%" in entry else entry for number in range(100_000))
    return stage.answer(body.replace(end, more + end, 1))


@CATALOGUE.add(49, {"page": "is larger than"})
def title_of_ten_megabytes(stage: Stage) -> str:
    """One name as long as a book."""
    name = {"feed": b"<title>", "page": b"<h1>", "list": b"<FIRST_NAME>"}[stage.document.kind]
    return stage.answer(stage.document.body.replace(name, name + b"x" * 10_000_000, 1))


@CATALOGUE.add(50)
def million_levels(stage: Stage) -> str:
    """Elements in elements, a million deep."""
    return stage.answer(b"<rss>" * 1_000_000 + b"</rss>" * 100)


@CATALOGUE.add(51, variants=_PAYLOADS)
def entities(stage: Stage, document: str) -> str:
    """Entities that grow, or that fetch what is not theirs."""
    return stage.answer(f'<?xml version="1.0"?>{document}'.encode())


@CATALOGUE.add(52)
def slow_author(stage: Stage) -> str:
    """An author that takes a careless pattern minutes to read."""
    author = b"<author>" + b"(" * 3000 + b"a@" * 3000 + b"</author>"
    return stage.answer(stage.document.body.replace(b"<item>", b"<item>" + author, 1))


@CATALOGUE.add(
    53, variants={name: name for name in ("utf-16", "shift_jis", "utf-7", "windows-1251", "utf-8", "no-such-code")}
)
def false_charset(stage: Stage, stated: str) -> str:
    """Letters in another code than the headers say."""
    kind = stage.document.type.partition(";")[0]
    body = stage.document.body.decode().encode("utf-16" if stated == "utf-8" else "utf-8")
    return stage.answer(body, headers={"Content-Type": f"{kind}; charset={stated}"})


@CATALOGUE.add(
    54, variants={"bom": b"\xef\xbb\xbf", "boms": b"\xef\xbb\xbf" * 3, "nul": b"\0", "controls": b"\1\x0b\x1b\x7f"}
)
def odd_bytes(stage: Stage, odd: bytes) -> str:
    """Marks and control characters, before and inside the document."""
    body = stage.document.body
    return stage.answer(odd + body if odd[0] == 0xEF else body.replace(b">", b">" + odd))


@CATALOGUE.add(55, "not asked for", {"unknown": "aes128gcm", "garbage": "\x01;;", "long": "x" * 5000})
def unknown_coding(stage: Stage, coding: str) -> str:
    """A Content-Encoding that nobody asked for."""
    return stage.answer(stage.document.body, headers={"Content-Encoding": coding})
