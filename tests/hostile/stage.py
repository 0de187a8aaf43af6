"""Where bad behaviour is played: a healthy document, a server that could serve it, and what it may do instead."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from tests.servers import LoopbackServer, respond, serving

PATH = "/document"
FORBIDDEN = "127.0.0.2"
"""An address of this machine that tests never allow."""

_SAMPLES = Path(__file__).parents[2] / "seeds" / "lists"
_STORY = "The harbour master said on Monday that the new crane had arrived from the yard in good order. "


@dataclass(frozen=True, slots=True)
class Document:
    """What a healthy server would send."""

    kind: str
    body: bytes
    type: str


FEED = Document(
    "feed",
    (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Port news</title>'
        + "".join(
            f"<item><guid>port-{number}</guid><title>Crane {number} in Gdańsk</title>"
            f"<description>{_STORY * 8}</description></item>"
            for number in range(8)
        )
        + "</channel></rss>"
    ).encode(),
    "application/rss+xml; charset=utf-8",
)
PAGE = Document(
    "page",
    (
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>The crane of Gdańsk</title></head><body>"
        f"<article><h1>The crane of Gdańsk</h1>{f'<p>{_STORY * 3}</p>' * 6}</article></body></html>"
    ).encode(),
    "text/html; charset=utf-8",
)
LIST = Document("list", (_SAMPLES / "un.xml").read_bytes(), "application/xml")
DOCUMENTS = (FEED, PAGE, LIST)


@dataclass(frozen=True, slots=True)
class Stage:
    """A server on loopback with one healthy document, and the means to misbehave."""

    server: LoopbackServer
    document: Document
    props: ExitStack = field(default_factory=ExitStack)
    visitors: list[str] = field(default_factory=list)
    """One entry for each connection to a forbidden place."""

    def healthy(self) -> str:
        """The document as it should be. Returns its address, as all of these do."""
        return self.answer(self.document.body)

    def answer(self, body: bytes = b"", status: int = 200, headers: Mapping[str, str] | None = None) -> str:
        """An answer in order, whatever it says."""
        typed = {"Content-Type": self.document.type, **(headers or {})}
        return self.server.answer(PATH, body, status=status, headers=typed)

    def behave(self, behaviour: Callable[[BaseHTTPRequestHandler], None]) -> str:
        """The connection is given to a function."""
        return self.server.behave(PATH, behaviour)

    def raw(self, *parts: bytes) -> str:
        """These bytes as they are, status line and headers included; then the connection is closed."""

        def send(handler: BaseHTTPRequestHandler) -> None:
            for part in parts:
                handler.wfile.write(part)

        return self.behave(send)

    def listen(self, address: str, react: Callable[[socket.socket], None]) -> int:
        """A socket that gives each connection to ``react``. Returns its port."""
        listener = self.props.enter_context(socket.create_server((address, 0)))

        def serve() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                with connection:
                    react(connection)

        threading.Thread(target=serve, daemon=True).start()
        return int(listener.getsockname()[1])

    def forbidden(self) -> str:
        """A place on this machine that nobody may be led to; whoever comes is counted among ``visitors``."""
        return f"http://{FORBIDDEN}:{self.listen(FORBIDDEN, lambda connection: self.visitors.append(PATH))}{PATH}"

    def secure(self, context: ssl.SSLContext) -> LoopbackServer:
        """A second server, over TLS, with the same healthy document."""
        server = self.props.enter_context(serving(context))
        server.behave(PATH, lambda handler: respond(handler, 200, {}, self.document.body))
        return server


@contextmanager
def staged(document: Document) -> Iterator[Stage]:
    """A stage of its own, cleared afterwards."""
    with serving() as server, ExitStack() as props:
        yield Stage(server, document, props)


Prepare = Callable[[Stage], str]


@dataclass(frozen=True, slots=True)
class Behaviour:
    """One way to misbehave: ``prepare`` sets the stage and gives the address to ask for.

    ``says`` is a pattern that the fault matches, by kind of document or for all (""); where it says nothing, the bytes
    arrive, and it is for what reads them to see what they are.
    """

    number: int
    name: str
    variant: str
    prepare: Prepare
    says: Mapping[str, str]

    def __str__(self) -> str:
        return "-".join(filter(None, (f"{self.number:02}", self.name, self.variant)))

    def words(self, document: Document) -> str:
        """The pattern of the fault, or "" where the bytes arrive."""
        return self.says.get(document.kind, self.says.get("", ""))


class Catalogue:
    """Behaviours as their functions are written, in order."""

    def __init__(self) -> None:
        self.behaviours: list[Behaviour] = []

    def add(
        self, number: int, says: str | Mapping[str, str] = "", variants: Mapping[str, object] | None = None
    ) -> Callable[[Callable[..., str]], Callable[..., str]]:
        """A function as behaviour ``number``; each of ``variants`` is its second argument and a behaviour by itself."""
        patterns = {"": says} if isinstance(says, str) else dict(says)

        def kept(function: Callable[..., str]) -> Callable[..., str]:
            name = function.__name__
            if variants is None:
                self.behaviours.append(Behaviour(number, name, "", function, patterns))
            for variant, value in (variants or {}).items():
                prepare: Prepare = lambda stage, value=value: function(stage, value)  # type: ignore[misc] # noqa: E731
                self.behaviours.append(Behaviour(number, name, variant, prepare, patterns))
            return function

        return kept


def until_left(handler: BaseHTTPRequestHandler) -> None:
    """Waits until the client hangs up."""
    handler.connection.settimeout(20)
    try:
        handler.connection.recv(1)
    except OSError:
        return
