"""What is costly to make and can be made again at any time: kept in the cache folder for the next start.

A file counts only for exactly what it was made from: the program's own code and tables, the versions of what it is
built on, and whatever else the caller names. Anything else (another state, a damaged file, a folder that cannot be
read or written) is as if there were none. Nothing but values of this program is ever read back: a file cannot name a
function to call (docs/decisions/007-speed.md).
"""

import hashlib
import io
import logging
import pickle
import platform
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

from watchlist.files import write_whole
from watchlist.matching.index import kept_for_good

log = logging.getLogger(__name__)

_Made = TypeVar("_Made")
DIGEST = hashlib.sha256().digest_size
_BUILT_ON = ("anyascii", "numpy", "rapidfuzz")
_PLAIN = frozenset(
    {
        ("builtins", "list"),
        ("collections", "defaultdict"),
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "timezone"),
        ("datetime", "timedelta"),
        ("numpy", "dtype"),
        ("numpy", "ndarray"),
        ("numpy._core.multiarray", "_reconstruct"),
        ("numpy._core.numeric", "_frombuffer"),
    }
)


def cached(path: Path, made_from: Sequence[str], make: Callable[[], _Made]) -> _Made:
    """What ``make`` gives, out of the file when it was made from the same, else made now and kept there."""
    key = hashlib.sha256("\0".join((_program(), *made_from)).encode()).digest()
    with kept_for_good():
        found = _read(path, key)
        if found is not None:
            kept: _Made = found[0]
            return kept
        made = make()
        _write(path, key, made)
    return made


def _read(path: Path, key: bytes) -> tuple[Any] | None:
    """The value in a one-tuple; None when the file is not there, was made from something else or is damaged."""
    try:
        raw = path.read_bytes()
    except OSError:
        return None
    content = memoryview(raw)[2 * DIGEST :]
    if raw[:DIGEST] != key or raw[DIGEST : 2 * DIGEST] != hashlib.sha256(content).digest():
        return None
    try:
        return (_OwnValues(io.BytesIO(content)).load(),)
    except (pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError, TypeError, ValueError) as fault:
        log.warning("cache: %s cannot be read and is made again (%s)", path, fault)
        return None


def _write(path: Path, key: bytes, made: object) -> None:
    content = pickle.dumps(made, protocol=5)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, b"".join((key, hashlib.sha256(content).digest(), content)))
    except OSError as fault:
        log.info("cache: %s cannot be written (%s)", path, fault.strerror)


class _OwnValues(pickle.Unpickler):
    """Reads values of this program's own types and a few plain ones, and nothing else."""

    def find_class(self, module: str, name: str) -> type:
        """The type of a value; ``UnpicklingError`` for everything that is not one of ours."""
        if not module.startswith("watchlist.") and (module, name) not in _PLAIN:
            raise pickle.UnpicklingError(f"{module}.{name} is none of its own")
        found: type = super().find_class(module, name)
        if module.startswith("watchlist.") and not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name} is no type")
        return found


@lru_cache(maxsize=1)
def _program() -> str:
    """A digest of the program's files and of the versions that it runs on."""
    digest = hashlib.sha256(platform.python_version().encode())
    for name in _BUILT_ON:
        digest.update(f"{name} {version(name)}\n".encode())
    package = Path(__file__).parent.parent
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(f"{path.relative_to(package)}\n".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
