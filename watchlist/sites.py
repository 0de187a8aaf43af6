"""Whether two hosts belong to one publisher, as far as their names tell."""

import ipaddress
from collections.abc import Iterable
from fnmatch import fnmatchcase

# Labels under which countries give out names: example.co.uk is a site, co.uk is not (publicsuffix.org, the usual ones).
_SHARED = frozenset(
    {"ac", "co", "com", "edu", "gc", "go", "gob", "gouv", "gov", "govt", "gub", "gv", "mil", "ne", "net", "or", "org"}
)


def site(host: str) -> str:
    """The part of a host name that somebody has registered; an address or a single label is a site of its own."""
    name = host.rstrip(".").lower()
    labels = name.split(".")
    if len(labels) <= 2 or _is_address(name):
        return name
    shared = len(labels[-1]) == 2 and labels[-2] in _SHARED
    return ".".join(labels[-3:] if shared else labels[-2:])


def may_lead(start: str, end: str, others: Iterable[str]) -> bool:
    """Whether a redirect from host ``start`` to host ``end`` stays with the publisher, or goes where ``others`` allow.

    ``others`` are names of hosts, with ``*`` for anything.
    """
    name = end.rstrip(".").lower()
    return site(start) == site(end) or any(fnmatchcase(name, pattern.lower()) for pattern in others)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True
