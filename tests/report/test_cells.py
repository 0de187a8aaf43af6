"""Cells that a spreadsheet shows and never runs (OWASP "CSV Injection"; limits of Excel)."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchlist.report.cells import LONGEST, Kind, cell
from watchlist.report.table import csv_bytes

COMMAND = "=" + "cmd" + "|" + "'/C calc'!A0"  # joined here, because virus scanners know it whole
HOSTILE = [
    "=1+1",
    " =1+1",
    "\u00a0=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\u202e=1+1",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\x00=1+1",
    "\x1b=1+1",
    '"=1+1"',
    "+1",
    "-1+1",
    "@SUM(1)",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    '=HYPERLINK("http://127.0.0.1","x")',
    '=WEBSERVICE("http://127.0.0.1/"&A1)',
    '=IMPORTXML("http://127.0.0.1","//a")',
    COMMAND,
    "+" + COMMAND[1:],
    "@" + COMMAND[1:],
    ";=1+1",
    ",=1+1",
    '";=1+1',
    "\u3000=1+1",
    "\u2060-2",
    "\tplain",
    "\rplain",
    "\nplain",
    "=" + "A" * LONGEST,
]
FORMULA = "=+-@＝＋－＠\t\r\n"


@pytest.mark.parametrize("value", HOSTILE)
def test_no_cell_starts_a_formula(value: str) -> None:
    """Each known trick is shown behind an apostrophe."""
    assert cell(value).startswith("'")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@settings(deadline=None)  # the first row imports pandas
@given(value=st.text(st.sampled_from(FORMULA + ";,\t\n\r\"' \u00a0\u200b\ufeff\x00a1"), max_size=12))
def test_no_locale_makes_a_formula(separator: str, value: str) -> None:
    """However a spreadsheet of another locale splits the file, no part begins like a formula."""
    line = csv_bytes([("first", Kind.TEXT), ("second", Kind.TEXT)], [{"first": value, "second": value}])
    text = line.decode("utf-8-sig").split("\r\n")[1]
    for part in next(csv.reader(io.StringIO(text), delimiter=separator)):
        visible = part.lstrip(" \u00a0\u200b\ufeff\x00")
        assert visible[:1] not in set(FORMULA)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Vladimir Putin", "Vladimir Putin"),
        ("a\nb\r\nc\u2028d", "a ⏎ b ⏎ c ⏎ d"),
        ("a\n=1+1", "a ⏎ =1+1"),
        ("a\x00b\x07c", "abc"),
        ("a\u202eb", "a⟦U+202E⟧b"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("3-1 = 2", "3-1 = 2"),
        ("", ""),
        ("NA", "NA"),
        ("'quoted'", "'quoted'"),
    ],
)
def test_harmless_text_stays(value: str, shown: str) -> None:
    """Text that starts no formula is shown as it is, on one line, without invisible tricks."""
    assert cell(value) == shown


def test_a_cell_ends_where_excel_ends() -> None:
    """At most 32,767 UTF-16 units, counted with the apostrophe, and never half a character."""
    for value in ("x" * 40_000, "=" * 40_000, "😀" * 20_000, "x" + "😀" * 20_000):
        units = len(cell(value).encode("utf-16-le")) // 2
        assert LONGEST - 2 <= units <= LONGEST
    assert cell("x" * LONGEST) == "x" * LONGEST


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("us-ofac-sdn:35096", "us-ofac-sdn:35096"),
        ("a0123456789abcdef", "a0123456789abcdef"),
        ("12E5", "id:12E5"),
        ("00123", "id:00123"),
        ("1-2", "id:1-2"),
        ("MAR1", "id:MAR1"),
        ("sep-2020", "id:sep-2020"),
        ("bbc_en/0", "bbc_en/0"),
        ("=1", "id:=1"),
        ("٣", "id:٣"),
    ],
)
def test_ids_are_no_numbers_and_no_dates(value: str, shown: str) -> None:
    """Every id starts with a letter and cannot be read as a number, a date or a formula."""
    assert cell(value, Kind.ID) == shown


def test_numbers_stay_numbers() -> None:
    """A negative number is not a formula."""
    assert cell("-1.5", Kind.NUMBER) == "-1.5"


@settings(deadline=None)
@given(st.text(st.characters()))
def test_files_take_any_text(value: str) -> None:
    """Whatever the characters, even half ones, the file is valid UTF-8 and reads back as one row of one line."""
    body = csv_bytes([("cell", Kind.TEXT)], [{"cell": value}])
    assert body.startswith(b"\xef\xbb\xbf")
    assert body.count(b"\r\n") == 2
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))
    assert rows == [["cell"], [cell(value)]]
