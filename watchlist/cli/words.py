"""Text for a terminal: aligned columns, and nothing in it that a terminal would obey."""

import unicodedata
from collections.abc import Iterable, Sequence

from watchlist.model import Fault

NO_EDITION = "No list has an edition yet: run watchlist lists update"
_OBEYED = frozenset({"Cc", "Cs"})
_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plain(text: str) -> str:
    """Untrusted text with control and direction characters shown as a mark; line breaks and tabs stay."""
    return "".join(
        "�" if letter in _DIRECTIONS or (letter not in "\n\t" and unicodedata.category(letter) in _OBEYED) else letter
        for letter in text
    )


def line(text: str) -> str:
    """Untrusted text on one line."""
    return " ".join(plain(text).split())


def columns(rows: Iterable[Sequence[object]], indent: int = 2) -> str:
    """Rows under each other, every column but the last as wide as its widest cell."""
    cells = [[line(str(cell)) for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)][:-1]
    return "\n".join(
        (
            " " * indent
            + "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, [*widths, 0], strict=True))
        ).rstrip()
        for row in cells
    )


def fault(one: Fault) -> str:
    """Where something failed, what happened, and what to do."""
    return f"{one.where}: {one.what}" + (f"; {one.remedy}" if one.remedy else "")


def count(number: int, one: str, many: str = "") -> str:
    """``1 mention``, ``1,204 mentions``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _width(text: str) -> int:
    """Cells that a text takes: wide letters take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )
