"""Text that a spreadsheet shows and never runs: the one path that every cell of every file for people takes."""

import re
import unicodedata
from enum import StrEnum

LONGEST = 32_767
"""UTF-16 units that a cell of Excel holds (https://support.microsoft.com, "Excel specifications and limits")."""

LINE_BREAK = " ⏎ "
_LINE_BREAKS = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_FORMULA = r"=+\-@＝＋－＠"
_INVISIBLE = "\x00-\x20\x7f-\xa0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff"
# A formula may hide behind what a spreadsheet drops, or a quote and separators of another locale (OWASP, "CSV
# Injection"); a tab, CR or LF at the very start is a trigger by itself.
_STARTS_FORMULA = re.compile(rf'[{_INVISIBLE}";,|]*[{_FORMULA}]|[\t\r\n]')
# Where the list separator is ";", Excel splits an unquoted part there, and what follows begins a cell.
_HIDDEN_FORMULA = re.compile(rf'(;[{_INVISIBLE}";]*)(?=[{_FORMULA}])')
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LIKE_A_DATE = re.compile(r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/. ]?\d", re.IGNORECASE)
_OUR_IDS = re.compile(r"[ars][0-9a-f]{16}|[A-Za-z][\w-]*:.+", re.DOTALL)


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    ID = "id"
    NUMBER = "number"


def cell(value: str, kind: Kind = Kind.TEXT) -> str:
    """``value`` as it may stand in a file that Excel opens (faults and samples: tests/report/test_cells.py).

    Numbers pass; ids start with a letter and look like no date; a text that would start a formula gets a ``'``. Line
    breaks show as " ⏎ ", tabs as blanks, NUL and other controls go, direction overrides are spelled out, and after
    32,767 units it ends.
    """
    if kind is Kind.NUMBER:
        return value
    return _shortened(_without_formula(_as_id(value) if kind is Kind.ID else value))


def _as_id(value: str) -> str:
    """Ids of our own stay; a foreign one that could be read as a number, a date or a formula is marked as an id."""
    if not value or _OUR_IDS.fullmatch(value):
        return value
    plain = value[0].isascii() and value[0].isalpha() and not _LIKE_A_DATE.match(value)
    return value if plain else f"id:{value}"


def _without_formula(value: str) -> str:
    # Half characters are dropped from the cell, so they may not hide what then stands first.
    value = "".join(letter for letter in value if unicodedata.category(letter) != "Cs")
    starts = _STARTS_FORMULA.match(value) is not None
    shown = _DIRECTIONS.sub(lambda found: f"⟦U+{ord(found.group()):04X}⟧", _LINE_BREAKS.sub(LINE_BREAK, value))
    shown = _HIDDEN_FORMULA.sub(r"\1'", shown)
    shown = "".join(letter for letter in shown.replace("\t", " ") if unicodedata.category(letter) not in {"Cc", "Cs"})
    return f"'{shown}" if starts else shown


def _shortened(value: str) -> str:
    units = value.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return value
    return units[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"
