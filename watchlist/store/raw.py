"""List files as they came: compressed, under their own SHA-256, proved whenever they are read."""

import gzip
import hashlib
import zlib
from collections.abc import Mapping
from pathlib import Path

from watchlist.errors import StateError
from watchlist.files import sweep, write_whole


class RawFiles:
    """A folder of ``<SHA-256>.gz``; who names its files keeps account of which are still needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, files: Mapping[str, bytes]) -> dict[str, str]:
        """Put files on disk; their SHA-256 by the names given."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        sweep(self._folder)
        return {name: self._keep(content) for name, content in files.items()}

    def read(self, list_name: str, digest: str) -> bytes:
        """One file, byte for byte; ``StateError`` when it is missing or damaged."""
        path = self._path(digest)
        remedy = "restore it from a backup, or run `watchlist lists update`"
        try:
            content = gzip.decompress(path.read_bytes())
        except (OSError, EOFError, zlib.error) as error:
            raise StateError(f"list {list_name}: {path} cannot be read ({error}); {remedy}") from error
        if hashlib.sha256(content).hexdigest() != digest:
            raise StateError(f"list {list_name}: {path} is not what was stored; {remedy}")
        return content

    def forget(self, digest: str) -> None:
        """Remove a file that nobody names any more."""
        self._path(digest).unlink(missing_ok=True)

    def _keep(self, content: bytes) -> str:
        digest = hashlib.sha256(content).hexdigest()
        path = self._path(digest)
        if not path.exists():
            write_whole(path, gzip.compress(content, compresslevel=6, mtime=0))
        return digest

    def _path(self, digest: str) -> Path:
        return self._folder / f"{digest}.gz"
