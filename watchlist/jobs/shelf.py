"""Files of our own in the cache folder: read only when they are whole and ours, and written whole.

Whatever is wrong with one, it is made again; where none can be written, the next start takes as long as this one.
"""

import hashlib
import logging
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from io import BufferedReader
from pathlib import Path
from typing import TypeVar

from watchlist.files import write_whole

log = logging.getLogger(__name__)

T = TypeVar("T")

_MAGIC = b"watchlist cache\n"
_HEAD = len(_MAGIC) + 2 * 32
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def read(path: Path, key: str, made_of: Callable[[BufferedReader], T]) -> T | None:
    """What is in a file of ours; None, with a word in the log, for any file that is not whole or not ours."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
        with os.fdopen(descriptor, "rb") as file:
            _prove(file, key)
            return made_of(file)
    except FileNotFoundError:
        return None
    except Exception as fault:  # noqa: BLE001 - whatever is wrong with it, it can be made again
        log.info("cache: %s is not used (%s: %s); it is made again", path, type(fault).__name__, fault)
        return None


def write(path: Path, key: str, body: bytes) -> None:
    """Put a file in the cache; where that is not possible, the next start takes as long as this one."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, _head(key, hashlib.sha256(body).digest()) + body)
    except OSError as fault:
        log.info("cache: %s cannot be written: %s", path, fault.strerror)


def use(path: Path) -> None:
    """Mark a file as used now, so that it stays."""
    with suppress(OSError):
        os.utime(path)


def last_used(folder: Path, pattern: str) -> list[Path]:
    """Files of a kind, the one that was used last first."""
    return sorted(folder.glob(pattern), key=lambda path: path.stat().st_mtime, reverse=True)


def _prove(file: BufferedReader, key: str) -> None:
    """Leave the file at its body; ``ValueError`` when another user may have written it, or it is not what it was."""
    about = os.fstat(file.fileno())
    if not stat.S_ISREG(about.st_mode) or about.st_uid != os.getuid() or about.st_mode & _OTHERS_WRITE:
        raise ValueError("others may have written it")
    head = file.read(_HEAD)
    if head != _head(key, hashlib.file_digest(file, hashlib.sha256).digest()):
        raise ValueError("not whole, or of another version")
    file.seek(_HEAD)


def _head(key: str, digest_of_body: bytes) -> bytes:
    return _MAGIC + bytes.fromhex(key) + digest_of_body
