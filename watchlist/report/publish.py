"""Report files on disk: each whole, none ever replaced by other content."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from watchlist.errors import ReportError
from watchlist.files import sweep, write_whole
from watchlist.report.render import name_of

SHARED = 0o666
"""Reports are for colleagues, as far as the user's umask lets them."""


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """SHA-256 of each file by name."""
    return {name: hashlib.sha256(body).hexdigest() for name, body in files.items()}


def publish(files: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """Write the files of a report, in the order given; those on disk already stay.

    ``ReportError``, before anything is written, when a file of that name holds something else, or cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        edited = [name for name, body in files.items() if _differs(folder / name, body)]
        if not edited:
            _write_missing(files, folder)
    except OSError as error:
        raise ReportError(
            f"{folder}: the report cannot be written ({error.strerror or error}); it is kept in the state, "
            "mend the folder and run `watchlist report`"
        ) from error
    if edited:
        raise ReportError(
            f"{folder}: {', '.join(edited)} was edited after it was published; "
            "move the edited copy away and run `watchlist report` again"
        )
    return tuple(folder / name for name in files)


def free_sequence(folder: Path, day: str, sequence: int) -> int:
    """The first number from ``sequence`` on under which no report of the day stands in the folder."""
    while (folder / f"{name_of(day, sequence)}.csv").exists():
        sequence += 1
    return sequence


def _write_missing(files: Mapping[str, bytes], folder: Path) -> None:
    sweep(folder)
    for name, body in files.items():
        if not (folder / name).exists():
            write_whole(folder / name, body, SHARED)


def _differs(path: Path, body: bytes) -> bool:
    return path.exists() and path.read_bytes() != body
