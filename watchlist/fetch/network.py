"""Connections of one use: resolved once, opened only to addresses that were checked, closed to time at the deadline.

The check and the connection use the same answer of the resolver, so that a name cannot point elsewhere in between. The
deadline holds for every single read, which also bounds headers that arrive drop by drop: httpx itself only bounds the
pause between two reads.
"""

import socket
import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore
import httpx

from watchlist.fetch.addresses import Network, refusal

CONNECT_S = 10.0

Resolver = Callable[[str, int], tuple[str, ...]]


class DestinationError(Exception):
    """The host is unknown, or one of its addresses must not be connected to."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy


def resolve_public(host: str, port: int, allow: tuple[Network, ...]) -> tuple[str, ...]:
    """Addresses of ``host``, every one of them public or allowed; DestinationError otherwise."""
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, ValueError) as error:
        raise DestinationError(f"the host {host} is not known", "check the address and the name server") from error
    addresses = tuple(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in answers))
    for address in addresses:
        reason = refusal(address, port, allow)
        if reason:
            raise DestinationError(f"{host} leads to {address}: {reason}", "if you trust it, add it to network.allow")
    return addresses


class BoundedTransport(httpx.HTTPTransport):
    """An httpx transport whose connections go to ``resolver``'s addresses only and serve one request each."""

    def __init__(self, resolver: Resolver, proxy: str | None) -> None:
        context = httpx.create_ssl_context()
        super().__init__(verify=context, trust_env=False)
        # httpx has no argument for its pool's backend; tests/fetch hold this against real sockets.
        self._pool = _pool(context, _Backend(resolver), proxy)


def _pool(context: ssl.SSLContext, backend: httpcore.NetworkBackend, proxy: str | None) -> httpcore.ConnectionPool:
    # No bound on connections: the caller's threads are the bound, and no connection outlives its request.
    if proxy is None:
        return httpcore.ConnectionPool(
            context, max_connections=None, max_keepalive_connections=0, network_backend=backend
        )
    through = httpx.Proxy(proxy)
    return httpcore.HTTPProxy(
        str(through.url),
        proxy_auth=through.raw_auth,
        ssl_context=context,
        max_connections=None,
        max_keepalive_connections=0,
        network_backend=backend,
    )


class _Backend(httpcore.NetworkBackend):
    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection that lives for ``timeout`` seconds, which is all the time that the client has left."""
        deadline = time.monotonic() + (CONNECT_S if timeout is None else timeout)
        failure: Exception = httpcore.ConnectError(f"no address for {host}")
        for address in self._resolver(host, port):
            patience = min(CONNECT_S, _left(deadline, httpcore.ConnectTimeout))
            try:
                stream = self._plain.connect_tcp(address, port, patience, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _TimedStream(stream, deadline)
        raise failure


class _TimedStream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = _left(self._deadline, httpcore.ReadTimeout)
        return self._stream.read(max_bytes, left if timeout is None else min(timeout, left))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        left = _left(self._deadline, httpcore.WriteTimeout)
        self._stream.write(buffer, left if timeout is None else min(timeout, left))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = _left(self._deadline, httpcore.ConnectTimeout)
        stream = self._stream.start_tls(ssl_context, server_hostname, left if timeout is None else min(timeout, left))
        return _TimedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _left(deadline: float, too_late: type[Exception]) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise too_late("the deadline has passed")
    return left
