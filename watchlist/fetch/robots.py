"""What a site lets programs read, as it says in its robots.txt (RFC 9309), and how long to pause between two visits."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass

import httpx
from protego import Protego

from watchlist.fetch.causes import shown
from watchlist.fetch.values import MIB, Fetched, Limits, NoAnswer, NotModified
from watchlist.model import Fault

NAME = "watchlist"
"""What robots.txt calls this program, whatever its version."""
LIMITS = Limits(wire_bytes=MIB, decoded_bytes=2 * MIB, deadline_s=20)
KEPT_S = 24 * 3600.0
"""As long as a robots.txt may be trusted (RFC 9309 2.4)."""
UNREACHABLE_S = 3600.0
PAUSE_S = 1.0
LONGEST_PAUSE_S = 10.0
_READ_CHARACTERS = 500 * 1024  # RFC 9309 2.5: at least as many have to be read
# Every name of a group keeps the group's rules once more: names that are not ours become one.
_OTHERS = re.compile(r"(?im)^[^\S\n]*+user[- ]?agent[^\S\n]*+:?+[^\S\n]*+(?!(?:\*|watchlist)[^\S\n]*+(?:#|$)).*$")

Get = Callable[[str, Limits], Fetched | NotModified | Fault]


@dataclass(frozen=True, slots=True)
class _Site:
    """What one site said: its rules, or why nothing of it may be read; good until a moment of the monotonic clock."""

    rules: Protego
    closed: str
    until: float


class Robots:
    """What sites said lately; one for the life of the process, as it outlives every ``Fetcher``."""

    def __init__(self) -> None:
        self._sites: dict[str, _Site] = {}

    def refusal(self, url: str, get: Get) -> NoAnswer | None:
        """Why ``url`` must not be read, or None; ``get`` fetches the robots.txt where it is not known yet."""
        site = self._site(url, get)
        address = shown(url)
        if site.closed:
            what = f"{address} was not fetched: its site did not say what programs may read ({site.closed})"
            return NoAnswer(address, what, "it is tried again later")
        if not site.rules.can_fetch(url, NAME):
            what = f"{address} was not fetched: the robots.txt of its site asks programs to stay out of it"
            return NoAnswer(address, what, "use a feed with whole articles, or ask the publisher")
        return None

    def pause(self, url: str) -> float:
        """Seconds between two visits: what the site wants, within bounds, as far as it was asked."""
        site = self._sites.get(_origin(url))
        wanted = None if site is None else site.rules.crawl_delay(NAME)
        return min(max(PAUSE_S, wanted or 0.0), LONGEST_PAUSE_S)

    def _site(self, url: str, get: Get) -> _Site:
        origin = _origin(url)
        known = self._sites.get(origin)
        if known is None or known.until < time.monotonic():
            known = self._sites[origin] = _read(get(f"{origin}/robots.txt", LIMITS))
        return known


def _read(answer: Fetched | NotModified | Fault) -> _Site:
    """4xx is a site without rules; one that has no time or cannot be reached lets nobody in (RFC 9309 2.3.1)."""
    now = time.monotonic()
    if isinstance(answer, Fetched):
        lines = answer.body.decode("utf-8-sig", "replace")[:_READ_CHARACTERS].splitlines()
        text = "\n".join(lines)
        return _Site(Protego.parse(_OTHERS.sub("User-agent: others", text)), "", now + KEPT_S)
    if isinstance(answer, NoAnswer) and 400 <= answer.status < 500 and answer.status != 429:
        return _Site(Protego.parse(""), "", now + KEPT_S)
    closed = answer.what if isinstance(answer, Fault) else "not modified"
    return _Site(Protego.parse(""), closed, now + UNREACHABLE_S)


def _origin(url: str) -> str:
    parsed = httpx.URL(url)
    return f"{parsed.scheme}://{parsed.netloc.decode('ascii', 'replace')}"
