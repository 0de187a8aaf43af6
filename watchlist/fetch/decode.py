"""Bounded undoing of Content-Encoding: never more than the limit in memory, never a truncated body accepted."""

import zlib

PACKED = frozenset({"gzip", "x-gzip", "deflate"})
"""Codings that are undone here; each shows its own end."""
PACKED_TIMES = 200
"""How much larger than as sent a body may be: text and tables become ten to thirty times as large, bombs a thousand."""
_SMALL_BYTES = 1024 * 1024
_GZIP_WINDOW = 16 + zlib.MAX_WBITS


class BodyError(Exception):
    """The body is too large, cut short, or encoded in a way that is not accepted."""


def decode_body(raw: bytes, encoding: str, max_bytes: int) -> bytes:
    """The body behind ``encoding`` (a Content-Encoding header); BodyError when not whole or above ``max_bytes``.

    HTTP clients accept a gzip stream that ends early, so the end mark is required here.
    """
    name = encoding.strip().lower()
    if name in {"", "identity"}:
        return _within(raw, max_bytes)
    if name in {"gzip", "x-gzip"}:
        return _inflate(raw, _GZIP_WINDOW, max_bytes)
    if name == "deflate":
        return _inflate(raw, zlib.MAX_WBITS if _has_zlib_header(raw) else -zlib.MAX_WBITS, max_bytes)
    raise BodyError(f"is encoded as {name[:40]!r}, which was not asked for")


def _inflate(raw: bytes, window: int, max_bytes: int) -> bytes:
    decompressor = zlib.decompressobj(window)
    plausible = max(_SMALL_BYTES, PACKED_TIMES * len(raw))
    try:
        body = decompressor.decompress(raw, min(max_bytes, plausible) + 1)
    except zlib.error as error:
        raise BodyError(f"has a damaged compressed body ({error})") from error
    _within(body, max_bytes)
    if len(body) > plausible:
        raise BodyError(f"is packed more than {PACKED_TIMES} times, as no document is")
    if not decompressor.eof:
        raise BodyError("has a compressed body that is cut short")
    if decompressor.unused_data:
        raise BodyError("has bytes after the end of its compressed body")
    return body


def _within(body: bytes, max_bytes: int) -> bytes:
    if len(body) > max_bytes:
        raise BodyError(f"is larger than {max_bytes:,} bytes when decoded")
    return body


def _has_zlib_header(raw: bytes) -> bool:
    """RFC 1950 2.2; some servers send bare deflate streams under the same name."""
    return len(raw) >= 2 and raw[0] & 0x0F == 8 and int.from_bytes(raw[:2], "big") % 31 == 0
