"""JSON lines as an archive, plain or gzip, line by line."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path

from watchlist.errors import DocumentError
from watchlist.model import Found
from watchlist.news.charset import decode
from watchlist.news.jsonl import from_line

MAX_LINE = 20 * 1024 * 1024
"""Bytes of one article; a longer line is no article, and nothing after it is read."""


def read_lines(file: Path, name: str, source: str) -> Iterator[Found]:
    """One article a line, as in ``.jsonl`` files of a folder; DocumentError where a line is too long or gzip ends."""
    number = 0
    with gzip.open(file) if file.suffix.lower() == ".gz" else file.open("rb") as stream:
        try:
            while line := stream.readline(MAX_LINE + 1):
                number += 1
                if len(line) > MAX_LINE:
                    raise DocumentError(f"{name}:{number}", f"is a line of more than {MAX_LINE // 2**20} MiB")
                if line.strip():
                    yield from_line(f"{name}:{number}", decode(line), source)
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise DocumentError(name, f"is a damaged gzip file after line {number} ({error})") from error
