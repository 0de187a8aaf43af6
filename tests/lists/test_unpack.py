"""Containers are unpacked whole or not at all, and never beyond the limit."""

import gzip
import hashlib
import io
import zipfile

import pytest

from watchlist.errors import ListError
from watchlist.lists import unpack

LIST = (
    b"<sdnList>"
    + b"".join(hashlib.sha256(bytes([n % 256, n // 256])).hexdigest().encode() for n in range(1200))
    + b"</sdnList>"
)
LIMIT = 1_000_000


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of the members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return target.getvalue()


def refused(raw: bytes, limit: int = LIMIT) -> str:
    """The reason for which the bytes are refused."""
    with pytest.raises(ListError) as caught:
        unpack("us-ofac-sdn", raw, limit)
    assert caught.value.list_name == "us-ofac-sdn"
    return caught.value.what


def test_plain_gzip_and_zip_give_the_same_bytes() -> None:
    """The container is told by its first bytes; several gzip streams in a row are one file."""
    raws = [LIST, gzip.compress(LIST), gzip.compress(LIST[:99]) + gzip.compress(LIST[99:]), zipped(("SDN.XML", LIST))]
    raws.append(zipped(("consolidated.json", LIST)))
    raws.append(zipped(("__MACOSX/SDN.XML", b"x"), ("readme.txt", b"x"), ("data/", b""), ("data/SDN.XML", LIST)))
    assert all(unpack("us-ofac-sdn", raw, LIMIT) == LIST for raw in raws)


@pytest.mark.parametrize("raw", [gzip.compress(LIST), zipped(("SDN.XML", LIST))], ids=["gzip", "zip"])
def test_a_cut_container_is_refused(raw: bytes) -> None:
    """Cut at 20 points, among them one byte before the end, with framing that a client would accept."""
    for end in [len(raw) * point // 20 for point in range(1, 20)] + [len(raw) - 1]:
        what = refused(raw[:end])
        assert "cut short" in what


def test_damaged_containers_are_refused() -> None:
    """Bytes changed inside, a wrong checksum, and something else behind the stream."""
    stream = bytearray(gzip.compress(LIST))
    stream[-6] ^= 1
    assert "damaged" in refused(bytes(stream))
    archive = bytearray(zipped(("SDN.XML", LIST)))
    archive[20_000] ^= 1
    assert "damaged" in refused(bytes(archive))
    assert "something else" in refused(gzip.compress(LIST) + b"<html>")


def test_bombs_stop_at_the_limit() -> None:
    """200 MB of zeros out of 200 kB, by gzip and by zip; and a plain file that is too large."""
    zeros = bytes(200_000_000)
    assert "larger than 1,000,000 bytes" in refused(gzip.compress(zeros, 9))
    assert "larger than 1,000,000 bytes" in refused(zipped(("SDN.XML", zeros)))
    assert "larger than 10 bytes" in refused(LIST, limit=10)
    assert unpack("us-ofac-sdn", gzip.compress(LIST), len(LIST)) == LIST


def test_archives_with_more_or_less_than_one_list_are_refused() -> None:
    """Two lists, none, an archive inside an archive, a password."""
    assert "holds 2 files .xml, .csv, .json" in refused(zipped(("a.xml", LIST), ("b.csv", LIST)))
    assert "holds 0 files .xml" in refused(zipped(("a.exe", LIST)))
    assert "archive inside the archive" in refused(zipped(("a.xml", gzip.compress(LIST))))
    assert "archive inside the archive" in refused(gzip.compress(gzip.compress(LIST)))
    locked = bytearray(zipped(("a.xml", LIST)))
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert "damaged or cut short" in refused(bytes(locked))
