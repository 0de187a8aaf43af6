"""How long to leave an address alone after it failed: what its server asks for, or longer with every failure."""

import hashlib
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

LONGEST = timedelta(hours=24)
"""However long a server asks for, it is asked again after a day: no absurd Retry-After ends a source for good."""
FIRST = timedelta(minutes=5)
FLEETING = timedelta(hours=1)
"""The longest wait after faults that pass by themselves: errors of servers, networks, names."""
LASTING = timedelta(hours=6)
"""The longest wait after a refusal, which somebody has to mend."""
REFUSALS = frozenset({401, 403, 404, 410, 451})


def retry_after(value: str, now: datetime) -> timedelta | None:
    """What a Retry-After header (RFC 9110 10.2.3) asks for, ``LONGEST`` at most; None where it says nothing."""
    text = value.strip()
    if text.isascii() and text.isdecimal():
        return min(timedelta(seconds=int(text[:9])), LONGEST)
    try:
        moment = parsedate_to_datetime(text)
        asked = (moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)) - now
    except (ValueError, OverflowError, TypeError):
        return None
    return max(timedelta(0), min(asked, LONGEST))


def wait(url: str, failures: int, status: int, asked: timedelta | None) -> timedelta:
    """How long to wait after so many failures in a row, ``status`` 0 where no server answered.

    Twice as long each time, and never less than the server asks for. What many addresses have in common (a network
    that is down) must not bring them all back in the same second: each takes its own part of the second half.
    """
    longest = LASTING if status in REFUSALS else FLEETING
    full = min(FIRST * (1 << min(failures - 1, 16)), longest)
    part = int.from_bytes(hashlib.sha256(f"{failures} {url}".encode(errors="replace")).digest()[:2], "big") / 65536
    return max(full * (0.5 + part / 2), asked or timedelta(0))


def in_the_future(last_modified: str, now: datetime) -> bool:
    """Whether a Last-Modified lies ahead: sent back, it would be answered with "not modified" until then."""
    try:
        moment = parsedate_to_datetime(last_modified)
    except (ValueError, OverflowError, TypeError):
        return False
    return (moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)) > now
