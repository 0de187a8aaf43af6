"""Raw bytes of a list file, plain, gzip or zip, to the list itself: complete or refused, and bounded while reading."""

import io
import lzma
import zipfile
import zlib

from watchlist.errors import ListError

GZIP = b"\x1f\x8b"
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
LISTS = (".xml", ".csv", ".json", ".xlsx")
WORKBOOK = "xl/workbook.xml"
LIMIT = 512 * 1024 * 1024
"""Bytes; the largest list that an authority publishes today (OFAC's advanced XML) has 127 MB."""


def unpack(name: str, raw: bytes, limit: int = LIMIT) -> bytes:
    """Give the bytes of list ``name`` out of ``raw``, at most ``limit`` of them.

    The container is told by its first bytes, never by a file name. HTTP libraries accept a gzip stream that was cut
    short, so its end mark and checksum are demanded here. An archive inside an archive is refused. A workbook (XLSX) is
    a zip archive by itself and stays one; whoever reads it counts what is in it.
    """
    if raw.startswith(GZIP):
        plain = _gunzip(name, raw, limit)
    elif raw.startswith(ZIP) and not _is_workbook(raw):
        plain = _unzip(name, raw, limit)
    else:
        plain = raw
    if len(plain) > limit:
        raise ListError(name, f"unpacked it is larger than {limit:,} bytes; an archive bomb, or raise the limit")
    if plain is not raw and plain.startswith((GZIP, *ZIP)) and not _is_workbook(plain):
        raise ListError(name, "there is an archive inside the archive; expected one list file")
    return plain


def packed(raw: bytes) -> bool:
    """Whether this is an archive, which shows its own end."""
    return raw.startswith((GZIP, *ZIP))


def _gunzip(name: str, raw: bytes, limit: int) -> bytes:
    parts: list[bytes] = []
    room, rest = limit + 1, raw
    while rest.startswith(GZIP) and room > 0:
        stream = zlib.decompressobj(wbits=31)
        try:
            parts.append(stream.decompress(rest, room))
        except zlib.error as error:
            raise ListError(name, f"the gzip stream is damaged ({error}); fetch it again") from error
        room -= len(parts[-1])
        if room > 0 and not stream.eof:
            raise ListError(name, "the gzip stream ends too early: the download was cut short; fetch it again")
        rest = stream.unused_data
    if room > 0 and rest.strip(b"\0"):
        raise ListError(name, f"{len(rest):,} bytes of something else follow the gzip stream; fetch it again")
    return b"".join(parts)


def _is_workbook(raw: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return WORKBOOK in archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return False


def _unzip(name: str, raw: bytes, limit: int) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive, archive.open(_member(name, archive)) as file:
            return file.read(limit + 1)
    except (
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ) as error:
        raise ListError(name, f"the zip archive is damaged or cut short ({error}); fetch it again") from error


def _member(name: str, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    members = [one for one in archive.infolist() if one.filename.lower().endswith(LISTS)]
    members = [one for one in members if not one.filename.startswith("__MACOSX/")]
    if len(members) != 1:
        raise ListError(name, f"the zip archive holds {len(members)} files {', '.join(LISTS)}; expected exactly one")
    return members[0]
