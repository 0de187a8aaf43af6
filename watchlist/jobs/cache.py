"""The watch as it was built last, kept in the user's cache folder: the next start need not parse, join and index."""

import hashlib
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from io import BufferedReader
from pathlib import Path

import watchlist
from watchlist.config import Config, ListEntry
from watchlist.errors import ListError
from watchlist.jobs import shelf
from watchlist.jobs.editions import digest, local_files
from watchlist.jobs.packing import OwnValues, dumped, pack, unpack
from watchlist.jobs.watch import Watch, mutes
from watchlist.lasting import kept_for_good
from watchlist.store import Store

Digests = tuple[tuple[str, str], ...]
"""(name, version of what is screened) of every configured list, in the order of the configuration."""

MOST_WORDS = 150_000
"""Words of articles that are kept from one start to the next; about 20 MB."""
WORTH_KEEPING = 1_000
"""New words from which on they are written down: learning so many takes a tenth of a second."""
_WATCHES_KEPT = 2
# Libraries that words and numbers of an index come from, or are stored as.
_LIBRARIES = ("anyascii", "numpy", "pydantic", "rapidfuzz", "lxml")


def stored_digests(store: Store, config: Config) -> Digests | None:
    """What the state holds of the configured lists; None when one was never fetched."""
    found = [store.lists.active(entry.name) for entry in config.lists]
    return tuple((each.list_name, each.version) for each in found if each is not None) if all(found) else None


def local_digests(store: Store, config: Config) -> Digests | None:
    """The same where lists by path are taken as they are on disk; None when one cannot be read."""
    found = known_digests(store, config)
    return found if all(known for _, known in found) else None


def known_digests(store: Store, config: Config) -> Digests:
    """The same with an empty digest for a list that cannot be read or was never fetched."""
    active = {each.list_name: each.version for each in store.lists.active_snapshots()}
    return tuple(
        (entry.name, active.get(entry.name, "") if entry.path is None else _on_disk(entry)) for entry in config.lists
    )


def _on_disk(entry: ListEntry) -> str:
    try:
        return digest(local_files(entry))
    except ListError:
        return ""


def key_of(digests: Digests, config: Config, day: date | None, way: str) -> str:
    """The name of what is made of these lists: equal names, equal answers. ``way`` says what, and how lists came by.

    Without a ``day`` mutes do not matter to it.
    """
    parts = (_program(), digests, config.hash, () if day is None else mutes(config, day), way)
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
    words = shelf.read(_words_file(config.cache, key), key, _unpickled)
    if isinstance(words, dict):
        watch.screener.vocabulary.recall(words)
    return watch


def keep_words(config: Config, watch: Watch) -> None:
    """Put down what was learned of the words of articles, for the next start with the same lists."""
    vocabulary = watch.screener.vocabulary
    if watch.key and vocabulary.learned >= WORTH_KEEPING:
        content = dumped(vocabulary.hand_over(MOST_WORDS))
        shelf.write(_words_file(config.cache, watch.key), watch.key, content)


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
    read = shelf.read(path, key, unpack)
    if read is None:
        return None
    shelf.use(path)
    watch, parties = read
    made: Watch = replace(watch, parties=parties)
    return made


def _write_watch(folder: Path, key: str, watch: Watch) -> Watch:
    content, parties = pack(replace(watch, parties={}), watch.parties)
    shelf.write(_watch_file(folder, key), key, content)
    with suppress(OSError):
        _forget(folder)
    return replace(watch, parties=parties)


def _forget(folder: Path) -> None:
    """Remove all but the watches that were used last, and what belongs to them."""
    watches = shelf.last_used(folder, "*.watch")
    stay = {path.stem for path in watches[:_WATCHES_KEPT]}
    for path in (*watches, *folder.glob("*.words")):
        if path.stem not in stay:
            path.unlink(missing_ok=True)


def _unpickled(file: BufferedReader) -> object:
    with kept_for_good():
        words: object = OwnValues(file).load()
    return words
