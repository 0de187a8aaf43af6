"""What the sample of each format gives, as a file to be read: ``python -m tests.lists.golden FORMAT`` writes it."""

import json
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

from tests.lists.conftest import read
from watchlist.lists import FORMATS

GOLDEN = Path(__file__).parent / "golden"


def golden(format_name: str) -> str:
    """The sample of a format, read, as JSON without what is empty."""
    return json.dumps(_plain(read(format_name)), ensure_ascii=False, indent=1) + "\n"


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {name: _plain(part) for name, part in _parts(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value if isinstance(value, int | float) else str(value)


def _parts(value: object) -> Iterator[tuple[str, object]]:
    for field in fields(value):  # type: ignore[arg-type]
        part = getattr(value, field.name)
        if part not in ("", (), None, False):
            yield field.name, part


if __name__ == "__main__":
    for name in sys.argv[1:] or FORMATS:
        (GOLDEN / f"{name}.json").write_text(golden(name), encoding="utf-8")
