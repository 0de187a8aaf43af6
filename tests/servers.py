"""A real HTTP server on loopback that answers as told, well or badly: for every test that fetches.

    with serving() as server:
        url = server.answer("/feed", b"<rss/>", headers={"ETag": '"1"'})
        ...
        assert server.asked("/feed")[0].headers["user-agent"]

``server.behave(path, function)`` gives the connection to ``function(handler)``, which may drip, stall, cut or lie.
Nothing but 127.0.0.1 is used: fetch from it with ``FetchOptions(allow=LOOPBACK)``.
"""

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LOOPBACK = ("127.0.0.1/32",)

Behaviour = Callable[[BaseHTTPRequestHandler], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """One request that arrived: path with query, headers with lower-case names."""

    path: str
    headers: Mapping[str, str]


class LoopbackServer:
    """Answers by path, one behaviour each; unknown paths get 404; a behaviour may be replaced at any time."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self._behaviours: dict[str, Behaviour] = {}
        self._asked: list[Asked] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        if context is not None:
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._scheme = "http" if context is None else "https"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def port(self) -> int:
        """The port, chosen by the system."""
        return int(self._server.server_address[1])

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """The full address of a path."""
        return f"{self._scheme}://{host}:{self.port}{path}"

    def answer(
        self,
        path: str,
        body: bytes = b"",
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> str:
        """Answers with these bytes; a Content-Length is added unless given. Returns the address."""
        return self.behave(path, lambda handler: respond(handler, status, headers or {}, body))

    def redirect(self, path: str, location: str, status: int = 302) -> str:
        """Sends elsewhere. Returns the address."""
        return self.answer(path, status=status, headers={"Location": location})

    def conditional(self, path: str, body: bytes, etag: str) -> str:
        """Answers 304 to whoever sends the same ETag back. Returns the address."""

        def behaviour(handler: BaseHTTPRequestHandler) -> None:
            known = handler.headers.get("If-None-Match") == etag
            respond(handler, 304 if known else 200, {"ETag": etag}, b"" if known else body)

        return self.behave(path, behaviour)

    def behave(self, path: str, behaviour: Behaviour) -> str:
        """Gives requests for ``path`` to ``behaviour``. Returns the address."""
        self._behaviours[path] = behaviour
        return self.url(path)

    def asked(self, path: str) -> list[Asked]:
        """Requests for a path so far, oldest first, whatever their query."""
        return [asked for asked in self._asked if asked.path.partition("?")[0] == path]

    def serve(self, handler: BaseHTTPRequestHandler) -> None:
        """Carries out one request."""
        self._asked.append(Asked(handler.path, {name.lower(): value for name, value in handler.headers.items()}))
        unknown: Behaviour = lambda handler: respond(handler, 404, {}, b"nothing here")  # noqa: E731
        self._behaviours.get(handler.path.partition("?")[0], unknown)(handler)

    def start(self) -> None:
        """Begins to answer."""
        self._thread.start()

    def stop(self) -> None:
        """Stops answering and frees the port."""
        self._server.shutdown()
        self._server.server_close()


def respond(handler: BaseHTTPRequestHandler, status: int, headers: Mapping[str, str], body: bytes) -> None:
    """Status line, headers, body; Content-Length unless given."""
    handler.send_response(status)
    lengths = {} if "Content-Length" in headers else {"Content-Length": str(len(body))}
    for name, value in {**lengths, **headers}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[LoopbackServer]:
    """A running server, over TLS when a context is given; stopped at the end."""
    server = LoopbackServer(context)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def _handler(server: LoopbackServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            try:
                server.serve(self)
            except OSError:
                # The client hung up, as it should on bodies that are too large or too slow.
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Tests print nothing."""

    return Handler
