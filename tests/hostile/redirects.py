"""Behaviours 27 to 35: sent elsewhere, in circles, or where nobody should go."""

import itertools
import socket
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from tests.hostile import certificates
from tests.hostile.stage import FORBIDDEN, PATH, Catalogue, Stage
from tests.servers import respond

CATALOGUE = Catalogue()


@CATALOGUE.add(27, "more than [0-9]+ redirects")
def loop(stage: Stage) -> str:
    """To itself."""
    return stage.server.redirect(PATH, PATH)


@CATALOGUE.add(28, "more than [0-9]+ redirects")
def chain(stage: Stage) -> str:
    """Fifty hops, and the document at the end."""
    for hop in range(50):
        stage.server.redirect(f"/hop/{hop}", f"/hop/{hop + 1}")
    stage.server.answer("/hop/50", stage.document.body)
    return stage.server.redirect(PATH, "/hop/0")


@CATALOGUE.add(29, "not an http or https address|another site")
def to_a_file(stage: Stage) -> str:
    """To a file of the machine that asks."""
    return stage.server.redirect(PATH, "file:///etc/passwd")


@CATALOGUE.add(
    30,
    "not a public address|another site",
    {"loopback": "", "metadata": "http://169.254.169.254/latest/meta-data", "mapped": "http://[::ffff:127.0.0.2]/"},
)
def to_a_private_address(stage: Stage, target: str) -> str:
    """To what only the machine that asks can reach."""
    return stage.server.redirect(PATH, target or stage.forbidden())


@CATALOGUE.add(31, "leaves TLS")
def away_from_tls(stage: Stage) -> str:
    """From https to http."""
    secure = stage.secure(certificates.context(certificates.leaf("localhost")))
    secure.redirect(PATH, stage.server.answer("/plain", stage.document.body))
    return secure.url(PATH, "localhost")


@CATALOGUE.add(
    32,
    "answered (302|404)|not a public address|broke off|cannot be read|another site",
    {
        "without": None,
        "empty": "",
        "other-host": "//{forbidden}",
        "line-break": "/x\rX-More: http://{forbidden}",
        "backslashes": "\\\\{forbidden}",
        "scheme-and-backslashes": "http:\\\\{forbidden}",
        "backslash-at": "http://127.0.0.1\\@{forbidden}",
    },
)
def strange_location(stage: Stage, location: str | None) -> str:
    """A Location that is missing, or that parsers may read in two ways."""
    place = stage.forbidden().removeprefix("http://")
    line = "" if location is None else f"Location: {location.format(forbidden=place)}\r\n"
    return stage.raw(f"HTTP/1.1 302 Found\r\n{line}Content-Length: 0\r\n\r\n".encode())


@CATALOGUE.add(32)
def relative_location(stage: Stage) -> str:
    """A Location without host, which is in order."""
    stage.server.answer("/deep/er", stage.document.body, headers={"Content-Type": stage.document.type})
    return stage.server.redirect(PATH, "deep/../deep/er")


@CATALOGUE.add(33, {"list": "another site"})
def to_another_site(stage: Stage) -> str:
    """To a host of another name: news may move, the file of a list may not."""
    stage.server.answer("/there", stage.document.body, headers={"Content-Type": stage.document.type})
    return stage.server.redirect(PATH, stage.server.url("/there", "localhost"))


@CATALOGUE.add(34)
def to_a_signed_address(stage: Stage) -> str:
    """To an address that is good once: whoever remembers it is refused."""
    tokens, used = itertools.count(), set[str]()

    def signed(handler: BaseHTTPRequestHandler) -> None:
        fresh = handler.path not in used
        used.add(handler.path)
        body = stage.document.body if fresh else b"<Error><Code>AccessDenied</Code></Error>"
        respond(handler, 200 if fresh else 403, {"Content-Type": stage.document.type}, body)

    stage.server.behave("/signed", signed)
    return stage.behave(
        lambda handler: respond(handler, 302, {"Location": f"/signed?X-Amz-Signature={next(tokens)}"}, b"")
    )


@CATALOGUE.add(35, "not a public address", {"at-once": 0, "both": -1})
def rebinding(stage: Stage, turn: int) -> str:
    """A name that leads to a private address, by itself or beside a good one."""
    forbidden = stage.forbidden()
    answers = ["127.0.0.1", FORBIDDEN]
    real = socket.getaddrinfo

    def resolve(host: str, port: int, *more: Any, **named: Any) -> list[Any]:
        if host != "rebind.example":
            return list(real(host, port, *more, **named))
        addresses = answers if turn < 0 else [answers[1]]
        return [entry for address in addresses for entry in real(address, port, *more, **named)]

    stage.props.enter_context(pytest.MonkeyPatch.context()).setattr(socket, "getaddrinfo", resolve)
    return forbidden.replace(FORBIDDEN, "rebind.example")
