"""Behaviours 1 to 12: no connection, no answer, or a status instead of a document."""

import socket
import ssl
import warnings
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from tests.hostile import certificates
from tests.hostile.stage import PATH, Catalogue, Stage, until_left

CATALOGUE = Catalogue()
RETRY_AFTER = {
    "seconds": "120",
    "date": "Wed, 21 Oct 2126 07:28:00 GMT",
    "past": "Wed, 21 Oct 2015 07:28:00 GMT",
    "negative": "-1",
    "absurd": "1000000000",
    "words": "soon",
}


@CATALOGUE.add(1, "could not be connected to")
def connection_refused(stage: Stage) -> str:
    """Nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}{PATH}"


@CATALOGUE.add(2, "is not known")
def unknown_name(stage: Stage) -> str:
    """`.invalid` never resolves (RFC 6761)."""
    return f"http://news.invalid{PATH}"


@CATALOGUE.add(3, "broke off|could not be connected to")
def accept_then_close(stage: Stage) -> str:
    """A connection, and it is closed at once."""
    return f"http://127.0.0.1:{stage.listen('127.0.0.1', lambda connection: None)}{PATH}"


@CATALOGUE.add(4, "broke off")
def reset(stage: Stage) -> str:
    """The connection is torn down."""

    def tear(handler: BaseHTTPRequestHandler) -> None:
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        handler.connection.close()

    return stage.behave(tear)


@CATALOGUE.add(5, "did not answer completely")
def never_answers(stage: Stage) -> str:
    """The request is taken, nothing comes back."""
    return stage.behave(until_left)


@CATALOGUE.add(6, "answered 500")
def server_error(stage: Stage) -> str:
    """A problem of its own."""
    return stage.answer(b"<h1>oops</h1>", 500)


@CATALOGUE.add(7, "answered 403")
def forbidden(stage: Stage) -> str:
    """Go away."""
    return stage.answer(b"<h1>no</h1>", 403)


@CATALOGUE.add(8, "answered 429", RETRY_AFTER)
def too_many_requests(stage: Stage, after: str) -> str:
    """Go away for a while."""
    return stage.answer(b"", 429, {"Retry-After": after})


@CATALOGUE.add(9, "answered 503", RETRY_AFTER)
def unavailable(stage: Stage, after: str) -> str:
    """Come back later."""
    return stage.answer(b"", 503, {"Retry-After": after})


@CATALOGUE.add(
    10,
    "certificate that is not valid",
    {
        "expired": lambda: certificates.leaf("localhost", -1),
        "self-signed": lambda: certificates.self_signed("localhost"),
        "wrong-host": lambda: certificates.leaf("elsewhere.example"),
    },
)
def bad_certificate(stage: Stage, pem: object) -> str:
    """TLS, and the certificate is not good for this."""
    assert callable(pem)
    path = pem()
    assert isinstance(path, Path)
    return stage.secure(certificates.context(path)).url(PATH, "localhost")


@CATALOGUE.add(11, "could not be reached over TLS|broke off|could not be connected to")
def outdated_tls(stage: Stage) -> str:
    """TLS 1.0 and nothing newer."""
    context = certificates.context(certificates.leaf("localhost"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1
    context.set_ciphers("ALL:@SECLEVEL=0")
    return stage.secure(context).url(PATH, "localhost")


@CATALOGUE.add(12, "answered 4(04|10)", {"404": 404, "410": 410})
def not_there(stage: Stage, status: int) -> str:
    """Gone, perhaps for good."""
    return stage.answer(b"<h1>not here</h1>", status)
