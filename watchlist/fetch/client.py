"""One GET at a time: every redirect checked, every bound kept, expected failures returned as faults."""

import time
from collections.abc import Sequence
from http.cookiejar import CookieJar, DefaultCookiePolicy
from types import TracebackType
from typing import Self

import httpx

from watchlist import __version__
from watchlist.fetch.addresses import Network, is_allowed, networks, parse_address, refusal
from watchlist.fetch.causes import EXPECTED, StatusError, explain, shown
from watchlist.fetch.decode import PACKED, BodyError, decode_body
from watchlist.fetch.network import BoundedTransport, DestinationError, resolve_public
from watchlist.fetch.proof import check_digests
from watchlist.fetch.robots import Robots
from watchlist.fetch.values import FEED_LIMITS, Fetched, FetchOptions, Limits, NoAnswer, NotModified, Validators
from watchlist.model import Fault
from watchlist.sites import may_lead

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK_BYTES = 64 * 1024


class Fetcher:
    """An HTTP client for untrusted addresses, to be used from several threads; make a new one for every cycle.

    Nothing here may be cancelled from outside: httpx then loses pool slots for good (encode/httpcore#1093).
    """

    def __init__(self, options: FetchOptions, robots: Robots | None = None) -> None:
        self._allow = networks(options.allow)
        self._robots = robots or Robots()
        self._own: set[str] = set()
        self._proxied = options.proxy is not None
        self._client = httpx.Client(
            transport=BoundedTransport(self._resolve, options.proxy),
            headers={"User-Agent": user_agent(options.contact), "Accept-Encoding": "gzip, deflate", "Accept": "*/*"},
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            follow_redirects=False,
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._client.close()

    def get(
        self,
        url: str,
        validators: Validators | None = None,
        limits: Limits = FEED_LIMITS,
        hosts: Sequence[str] | None = None,
    ) -> Fetched | NotModified | Fault:
        """The bytes behind ``url``, complete and decoded; every expected failure is a Fault that names the address.

        Redirects may lead anywhere, or, where ``hosts`` are given, to the site of ``url`` and to these (``*`` is
        anything).
        """
        try:
            return self._follow(url, validators or Validators(), limits, hosts)
        except EXPECTED as error:
            return explain(error, url, limits)

    def refusal(self, url: str) -> NoAnswer | None:
        """Why the site of ``url`` does not want it read by programs, or None; asks for its robots.txt once a day."""
        try:
            return self._robots.refusal(url, lambda place, limits: self.get(place, None, limits))
        except EXPECTED as error:
            return explain(error, url, FEED_LIMITS)

    def pause(self, url: str) -> float:
        """Seconds to leave between two requests to the host of ``url``; none inside the user's own networks."""
        try:
            host = httpx.URL(url).raw_host.decode("ascii")
            return 0.0 if host in self._own else self._robots.pause(url)
        except EXPECTED:
            return 0.0

    def _resolve(self, host: str, port: int) -> tuple[str, ...]:
        if self._proxied:
            return (host,)
        addresses = resolve_public(host, port, self._allow)
        if all(is_allowed(parse_address(address), self._allow) for address in addresses):
            self._own.add(host)
        return addresses

    def _follow(
        self, url: str, validators: Validators, limits: Limits, hosts: Sequence[str] | None
    ) -> Fetched | NotModified:
        deadline = time.monotonic() + limits.deadline_s
        current = httpx.URL(url)
        for _ in range(limits.redirects + 1):
            check_destination(current, self._allow)
            answer = self._ask(current, validators, limits, deadline)
            if not isinstance(answer, httpx.URL):
                return answer
            if current.scheme == "https" and answer.scheme != "https":
                raise DestinationError(f"a redirect leaves TLS for {shown(str(answer))}", "give an https address")
            if hosts is not None and not may_lead(httpx.URL(url).host, answer.host, hosts):
                raise DestinationError(
                    f"a redirect leads to {shown(str(answer))}, another site",
                    "if its publisher is there, add the host to the list's redirects",
                )
            current = answer
        raise DestinationError(f"more than {limits.redirects} redirects", "open the address and give the final one")

    def _ask(
        self, url: httpx.URL, validators: Validators, limits: Limits, deadline: float
    ) -> Fetched | NotModified | httpx.URL:
        """One hop: an answer, or where it sends us."""
        left = deadline - time.monotonic()
        if left <= 0:
            raise httpx.ReadTimeout("the deadline has passed")
        request = self._client.build_request("GET", url, headers=_conditions(validators), timeout=left)
        try:
            response = self._client.send(request, stream=True)
        except httpx.InvalidURL as error:  # httpx looks at the target of a redirect, even if it is not to follow it
            raise DestinationError(f"a redirect leads to what cannot be read ({error})", "try its target") from error
        try:
            if response.status_code in _REDIRECTS and response.headers.get("location"):
                return url.join(response.headers["location"])
            if response.status_code == 304 and validators != Validators():
                return NotModified(str(url))
            if response.status_code != 200:
                raise StatusError(response.status_code, response.reason_phrase, response.headers.get("retry-after", ""))
            return _fetched(response, url, limits)
        finally:
            response.close()


def user_agent(contact: str) -> str:
    """Who asks: software, version, and whom to write to."""
    reach = f" (+{contact})" if contact else ""
    return f"watchlist/{__version__}{reach}".encode("ascii", "replace").decode("ascii")


def check_destination(url: httpx.URL, allow: tuple[Network, ...]) -> None:
    """DestinationError unless it is a web address whose host, when it is a literal address, may be connected to.

    Names are checked where they are resolved; behind a proxy this is the only check.
    """
    if url.scheme not in {"http", "https"} or not url.host:
        raise DestinationError("not an http or https address", "give the full address, https://…")
    port = url.port if url.port is not None else 443 if url.scheme == "https" else 80
    try:
        reason = refusal(url.host, port, allow)
    except ValueError:
        return
    if reason:
        raise DestinationError(reason, "if you trust it, add it to network.allow")


def _conditions(validators: Validators) -> list[tuple[bytes, bytes]]:
    """Header bytes exactly as they came: latin-1 maps every byte to one character and back."""
    pairs = ((b"If-None-Match", validators.etag), (b"If-Modified-Since", validators.last_modified))
    return [(name, text.encode("latin-1", "ignore")) for name, text in pairs if text]


def _fetched(response: httpx.Response, url: httpx.URL, limits: Limits) -> Fetched:
    announced = response.headers.get("content-length", "")
    if announced.isdecimal() and int(announced[:20]) > limits.wire_bytes:
        raise BodyError(f"is larger than {limits.wire_bytes:,} bytes")
    raw = bytearray()
    for chunk in response.iter_raw(_CHUNK_BYTES):
        raw += chunk
        if len(raw) > limits.wire_bytes:
            raise BodyError(f"is larger than {limits.wire_bytes:,} bytes")
    headers = response.headers
    headers.encoding = "latin-1"
    coding = headers.get("content-encoding", "")
    body = decode_body(bytes(raw), coding, limits.decoded_bytes)
    check_digests(headers, bytes(raw), body)
    return Fetched(
        body=body,
        url=str(url),
        content_type=headers.get("content-type", "").strip(),
        charset=(response.charset_encoding or "").strip().lower(),
        validators=Validators(headers.get("etag", ""), headers.get("last-modified", "")),
        # Otherwise a body ends where the connection does, and nobody can tell a whole one from a part.
        framed="content-length" in headers or "transfer-encoding" in headers or coding.strip().lower() in PACKED,
    )
