"""What a publisher says the SHA-256 of its file is, held against the bytes that came."""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterator, Mapping

from watchlist.fetch.decode import BodyError

_MEMBER = re.compile(r"(?:^|,)\s*sha-256=:?([A-Za-z0-9+/]+={0,2}):?\s*(?=,|;|$)", re.IGNORECASE)
_FIELDS = ("repr-digest", "content-digest", "digest")
_SHA256_BYTES = 32


def check_digests(headers: Mapping[str, str], raw: bytes, body: bytes) -> None:
    """BodyError when a header names the SHA-256 of something else.

    ``Repr-Digest`` and ``Content-Digest`` (RFC 9530), ``Digest`` (RFC 3230), ``x-amz-checksum-sha256`` of single-part
    objects. They speak of the bytes as sent; where something on the way has packed them, of the bytes behind that.
    """
    for name, stated in _stated(headers):
        if stated not in {hashlib.sha256(raw).digest(), hashlib.sha256(body).digest()}:
            raise BodyError(f"is not the file whose SHA-256 its server states in {name}")


def _stated(headers: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    for name in _FIELDS:
        for text in _MEMBER.findall(headers.get(name, "")):
            yield from _decoded(name, text)
    # Objects that were stored in parts have a sum of sums there, "…-3", which says nothing of the whole.
    yield from _decoded("x-amz-checksum-sha256", headers.get("x-amz-checksum-sha256", ""))


def _decoded(name: str, text: str) -> Iterator[tuple[str, bytes]]:
    try:
        stated = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return
    if len(stated) == _SHA256_BYTES:
        yield name, stated
