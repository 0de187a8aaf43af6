"""Local files → articles: a folder with everything below it, in a fixed order, or one file."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from watchlist.errors import SourceError
from watchlist.model import Fault, Found
from watchlist.news.articles import storable
from watchlist.news.document import MIB, kind_of, read_document


def read_folder(path: Path, source: str) -> Iterator[Found]:
    """What each document below ``path`` holds, one after the other, sorted by path; SourceError when it does not exist.

    Hidden files and folders are skipped, links that leave the folder become faults, and files of other kinds are
    counted in one fault at the end.
    """
    try:
        if path.is_file():
            yield _read(path, path.name, source)
            return
        if not path.is_dir():
            raise SourceError(source, f"{path} is no file or folder: check the path")
        os.scandir(path).close()
    except OSError as error:
        raise SourceError(source, f"{path} cannot be opened ({error.strerror}): check its permissions") from error
    others: Counter[str] = Counter()
    closed: list[OSError] = []
    for file in _files(path, closed):
        name = file.relative_to(path).as_posix()
        if _leaves(file, path):
            yield _failed(name, "is a link that leaves the folder", "copy the file into the folder")
        elif kind_of(name) is None or not file.is_file():
            others[file.suffix.lower() or "no ending"] += 1
        else:
            yield _read(file, name, source)
    for shut in closed:
        yield _failed(str(shut.filename), f"cannot be opened ({shut.strerror})", "check the folder's permissions")
    if others:
        kinds = ", ".join(f"{suffix} ({count})" for suffix, count in sorted(others.items()))
        yield _failed(
            str(path), f"has files of kinds that are not read: {kinds}", "convert them to text, or move them away"
        )


def _leaves(file: Path, folder: Path) -> bool:
    """Whether a link leads out of the folder, or in a circle."""
    try:
        return not file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return True


def _files(path: Path, closed: list[OSError]) -> Iterator[Path]:
    """Files below ``path`` in a fixed order, hidden ones apart; folders that cannot be opened go into ``closed``."""
    for parent, folders, names in os.walk(path, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent) / name for name in sorted(names) if not name.startswith("."))


def _read(file: Path, name: str, source: str) -> Found:
    kind = kind_of(name)
    try:
        with file.open("rb") as stream:
            # One byte more than allowed is enough to see that it is too large.
            raw = stream.read(kind.max_mib * MIB + 1 if kind else 0)
    except OSError as error:
        return _failed(name, f"cannot be opened ({error.strerror or error})", "check the file and its permissions")
    return read_document(storable(name), raw, source)


def _failed(name: str, what: str, remedy: str) -> Found:
    return Found(faults=(Fault(storable(name), what, remedy),))
