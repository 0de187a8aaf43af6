"""What goes into a fetch and what comes out: frozen values, no behaviour."""

from dataclasses import dataclass

from watchlist.model import Fault

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """How to appear and where to go.

    ``contact`` goes into the User-Agent; ``allow`` are networks in CIDR form that may be private; ``proxy`` is the URL
    of an HTTP proxy, which then resolves names itself.
    """

    contact: str = ""
    allow: tuple[str, ...] = ()
    proxy: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one fetch, redirects included: bytes as sent, bytes after decoding, seconds in all, hops."""

    wire_bytes: int
    decoded_bytes: int
    deadline_s: float
    redirects: int = 5


FEED_LIMITS = Limits(wire_bytes=10 * MIB, decoded_bytes=20 * MIB, deadline_s=60)
PAGE_LIMITS = Limits(wire_bytes=5 * MIB, decoded_bytes=10 * MIB, deadline_s=60)
LIST_LIMITS = Limits(wire_bytes=200 * MIB, decoded_bytes=512 * MIB, deadline_s=600)


@dataclass(frozen=True, slots=True)
class Validators:
    """What the server said about its last answer, verbatim, to be sent back as it came; empty where it said nothing."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A complete answer: ``url`` after redirects, ``content_type`` as sent, ``charset`` its parameter.

    ``framed`` is False where the server did not say how long it is: then only its content can show that it is whole.
    """

    body: bytes
    url: str
    content_type: str
    charset: str
    validators: Validators
    status: int = 200
    framed: bool = True


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server says that nothing changed since the validators that were sent."""

    url: str


@dataclass(frozen=True, slots=True)
class NoAnswer(Fault):
    """A fetch that failed; ``status`` where a server answered all the same (0 elsewhere), ``retry_after`` its words."""

    status: int = 0
    retry_after: str = ""
