"""What went wrong with a fetch, in words: every expected error becomes a fault with cause and remedy."""

import ssl

import httpx

from watchlist.fetch.decode import BodyError
from watchlist.fetch.network import DestinationError
from watchlist.fetch.values import Limits, NoAnswer


class StatusError(Exception):
    """The server answered with a status that carries no document."""

    def __init__(self, status: int, phrase: str, retry_after: str = "") -> None:
        super().__init__(f"answered {status} {phrase}".strip())
        self.status = status
        self.retry_after = retry_after


# UnicodeError: httpx raises it for addresses that hold half a surrogate pair.
EXPECTED = (httpx.HTTPError, httpx.InvalidURL, DestinationError, BodyError, StatusError, UnicodeError)

_STATUS_REMEDIES = {
    304: "fetch it again without validators",
    401: "the site wants a login: use another address",
    403: "the site refuses this program: use another address or ask its owner",
    404: "the address may have moved: check it",
    410: "it is gone for good: remove the source",
    429: "the site wants fewer visits: raise `every`",
    503: "the site is busy: it is tried again at the next turn",
}


def shown(url: str) -> str:
    """The address without what may be secret: no user, password, query values or fragment; at most 200 characters."""
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, UnicodeError):
        return "".join(c if c.isprintable() else "�" for c in url.partition("?")[0].rpartition("@")[2])[:200]
    hidden = "?…" if parsed.query else ""
    return str(parsed.copy_with(userinfo=b"", query=None, fragment=None))[:200] + hidden


def explain(error: Exception, url: str, limits: Limits) -> NoAnswer:
    """The fault for an expected error: ``where`` is the address as ``shown``, ``what`` repeats it with the cause."""
    what, remedy = _cause(error, limits)
    address = shown(url)
    status, retry_after = (error.status, error.retry_after) if isinstance(error, StatusError) else (0, "")
    return NoAnswer(address, f"{address} {what}", remedy, status, retry_after)


def _cause(error: Exception, limits: Limits) -> tuple[str, str]:
    match error:
        case DestinationError():
            return f"was not fetched: {error.what}", error.remedy
        case StatusError():
            later = (
                "the server has a problem: it is tried again at the next turn" if error.status >= 500 else "check it"
            )
            return str(error), _STATUS_REMEDIES.get(error.status, later)
        case BodyError():
            return str(error), "check that it is a feed, page or list and not an archive; it was not used"
        case httpx.TimeoutException():
            return f"did not answer completely within {limits.deadline_s:g} s", "it is tried again at the next turn"
        case httpx.TransportError():
            return _transport_cause(error)
        case _:
            return f"is not an address that can be fetched ({error})", "correct it in the configuration"


def _transport_cause(error: httpx.TransportError) -> tuple[str, str]:
    root: BaseException = error
    while (deeper := root.__cause__ or root.__context__) is not None:
        if isinstance(root, ssl.SSLError):
            break
        root = deeper
    if isinstance(root, ssl.SSLCertVerificationError):
        return f"has a certificate that is not valid: {root.verify_message}", "never skipped: check address and clock"
    if isinstance(root, ssl.SSLError):
        return f"could not be reached over TLS ({root.reason or root})", "check the address"
    if isinstance(error, httpx.ConnectError):
        return f"could not be connected to ({root})", "check the address; it is tried again at the next turn"
    return f"broke off or answered against the rules of HTTP ({root})", "it is tried again at the next turn"
