"""Archives of news, for what was published before anybody watched: streamed, so that memory never holds a whole one."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import cast

from watchlist.errors import DocumentError, SourceError
from watchlist.model import Fault, Found
from watchlist.news.articles import storable

Streamed = Callable[[Path, str, str], Iterator[Found]]
"""File, its name for people, name of the source → what was found, part by part; DocumentError where it ends badly."""

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        ".jsonl": "watchlist.news.lines:read_lines",
        ".jsonl.gz": "watchlist.news.lines:read_lines",
        ".warc": "watchlist.news.warc:read_warc",
        ".warc.gz": "watchlist.news.warc:read_warc",
        ".parquet": "watchlist.news.parquet:read_parquet",
    }
)
"""Reader as ``module:function`` by the ending of the file's name."""


def read_archive(path: Path, source: str) -> Iterator[Found]:
    """What every archive below ``path`` holds, or it itself, sorted by path; SourceError when there is none.

    A file that is damaged gives what stands before the damage, and a fault.
    """
    files = archives(path)
    if not files:
        raise SourceError(source, f"{path} holds no file of {' '.join(FORMATS)}: check the path")
    for file in files:
        name = storable(file.name if file == path else file.relative_to(path).as_posix())
        try:
            yield from _reader(file)(file, name, source)
        except DocumentError as error:
            yield _failed(error.where, error.what)
        except OSError as error:
            yield _failed(name, f"cannot be read ({error.strerror or error})")
        except Exception as error:  # noqa: BLE001 - damaged archives find bugs in their libraries
            yield _failed(name, f"cannot be read to its end ({type(error).__name__}: {error})")


def archives(path: Path) -> list[Path]:
    """The archive itself, or all that stand below a folder, in a fixed order; none where there is nothing."""
    files = [path] if path.is_file() else sorted(each for each in path.rglob("*") if each.is_file())
    return [file for file in files if _ending(file)]


def fingerprint(path: Path) -> str:
    """What the archives below ``path`` are known by while nobody touches them: names, sizes and times of change."""
    marks = ((file.as_posix(), file.stat()) for file in archives(path))
    known = "".join(f"{name}\0{stat.st_size}\0{stat.st_mtime_ns}\0" for name, stat in marks)
    return hashlib.sha256(known.encode("utf-8", "replace")).hexdigest()


def _ending(file: Path) -> str:
    return next((ending for ending in FORMATS if file.name.lower().endswith(ending)), "")


def _reader(file: Path) -> Streamed:
    module, _, function = FORMATS[_ending(file)].partition(":")
    return cast("Streamed", getattr(import_module(module), function))


def _failed(where: str, what: str) -> Found:
    return Found(faults=(Fault(where, what, "correct it or take it away; what stands before was read"),))
