"""The watch as it was built last, kept in the user's cache folder: the next start need not parse, join and index."""

import hashlib
import logging
import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from io import BufferedReader
from pathlib import Path
from typing import TypeVar

import watchlist
from watchlist.config import Config
from watchlist.errors import ListError
from watchlist.files import write_whole
from watchlist.jobs.editions import digest, local_files
from watchlist.jobs.packing import OwnValues, dumped, pack, unpack
from watchlist.jobs.watch import Watch, mutes
from watchlist.matching.index import kept_for_good
from watchlist.store import Store

log = logging.getLogger(__name__)

T = TypeVar("T")

Digests = tuple[tuple[str, str], ...]
"""(name, version of what is screened) of every configured list, in the order of the configuration."""

MOST_WORDS = 150_000
"""Words of articles that are kept from one start to the next; about 20 MB."""
WORTH_KEEPING = 1_000
"""New words from which on they are written down: learning so many takes a tenth of a second."""
_MAGIC = b"watchlist cache\n"
_HEAD = len(_MAGIC) + 2 * 32
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_WATCHES_KEPT = 2
# Libraries that words and numbers of an index come from, or are stored as.
_LIBRARIES = ("anyascii", "numpy", "pydantic", "rapidfuzz", "lxml")


def stored_digests(store: Store, config: Config) -> Digests | None:
    """What the state holds of the configured lists; None when one was never fetched."""
    found = [store.lists.active(entry.name) for entry in config.lists]
    return tuple((each.list_name, each.version) for each in found if each is not None) if all(found) else None


def local_digests(store: Store, config: Config) -> Digests | None:
    """The same where lists by path are taken as they are on disk; None when one cannot be read."""
    try:
        on_disk = {entry.name: digest(local_files(entry)) for entry in config.lists if entry.path is not None}
    except ListError:
        return None
    known = {each.list_name: each.version for each in store.lists.active_snapshots()} | on_disk
    names = [entry.name for entry in config.lists]
    return tuple((name, known[name]) for name in names) if known.keys() >= set(names) else None


def key_of(digests: Digests, config: Config, day: date, way: str) -> str:
    """The name of a watch: equal names, equal answers. ``way`` tells apart how the lists were come by."""
    parts = (_program(), digests, config.hash, mutes(config, day), way)
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def kept(config: Config, digests: Digests | None, day: date, way: str, build: Callable[[], Watch]) -> Watch:
    """The watch of this name out of the cache, else built now and put there; a list that is missing keeps it out."""
    if digests is None:
        return build()
    key = key_of(digests, config, day, way)
    watch = _read_watch(config.cache, key)
    if watch is None:
        watch = build()
        if watch.missing or dict(watch.basis.lists) != dict(digests):
            return watch
        watch = _write_watch(config.cache, key, watch)
    watch = replace(watch, key=key)
    words = _read(_words_file(config.cache, key), key, _unpickled)
    if isinstance(words, dict):
        watch.screener.vocabulary.recall(words)
    return watch


def keep_words(config: Config, watch: Watch) -> None:
    """Put down what was learned of the words of articles, for the next start with the same lists."""
    vocabulary = watch.screener.vocabulary
    if watch.key and vocabulary.learned >= WORTH_KEEPING:
        content = dumped(vocabulary.hand_over(MOST_WORDS))
        _write(_words_file(config.cache, watch.key), watch.key, content)


@lru_cache(maxsize=1)
def _program() -> str:
    """A digest of all that answers depend on but lists and configuration: code, tables, interpreter, libraries."""
    found = hashlib.sha256(repr((sys.version, [(name, version(name)) for name in _LIBRARIES])).encode())
    house = Path(watchlist.__file__).parent
    for path in sorted(house.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            found.update(f"{path.relative_to(house)}:{path.stat().st_size}\n".encode())
            found.update(path.read_bytes())
    return found.hexdigest()


def _watch_file(folder: Path, key: str) -> Path:
    return folder / f"{key}.watch"


def _words_file(folder: Path, key: str) -> Path:
    return folder / f"{key}.words"


def _read_watch(folder: Path, key: str) -> Watch | None:
    path = _watch_file(folder, key)
    watch = _read(path, key, unpack)
    if watch is not None:
        with suppress(OSError):
            os.utime(path)  # which is used, and stays
    return watch


def _write_watch(folder: Path, key: str, watch: Watch) -> Watch:
    content, lean = pack(watch)
    _write(_watch_file(folder, key), key, content)
    with suppress(OSError):
        _forget(folder)
    return lean


def _forget(folder: Path) -> None:
    """Remove all but the watches that were used last, and what belongs to them."""
    watches = sorted(folder.glob("*.watch"), key=lambda path: path.stat().st_mtime, reverse=True)
    stay = {path.stem for path in watches[:_WATCHES_KEPT]}
    for path in (*watches, *folder.glob("*.words")):
        if path.stem not in stay:
            path.unlink(missing_ok=True)


def _read(path: Path, key: str, made_of: Callable[[BufferedReader], T]) -> T | None:
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


def _write(path: Path, key: str, body: bytes) -> None:
    """Put a file in the cache; where that is not possible, the next start takes as long as this one."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, _head(key, hashlib.sha256(body).digest()) + body)
    except OSError as fault:
        log.info("cache: %s cannot be written: %s", path, fault.strerror)


def _unpickled(file: BufferedReader) -> object:
    with kept_for_good():
        words: object = OwnValues(file).load()
    return words
