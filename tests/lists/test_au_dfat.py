"""Australia's workbook: rows put together to targets, and what a hostile or careless workbook must not do."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date

import openpyxl
import pytest

from tests.lists.conftest import by_reference, read, sample
from tests.lists.workbooks import HEADER, ROWS, saved, workbook
from watchlist.errors import ListError
from watchlist.lists import ParsedList, parse, unpack
from watchlist.lists.inline_names import one_name
from watchlist.model import AliasKind, BirthDate, CrossReference, Identifier, PartyType

PRIMARY, STRONG, WEAK, FORMER = AliasKind.PRIMARY, AliasKind.STRONG, AliasKind.WEAK, AliasKind.FORMER
SHEET = "xl/worksheets/sheet1.xml"


def parsed(rows: Iterable[Sequence[object]] = ROWS, header: Sequence[str] = HEADER) -> ParsedList:
    """What is read out of a workbook of these rows."""
    return parse("au-dfat-xlsx", {"": workbook(rows, header)}, "list")


def refused(raw: bytes) -> str:
    """The reason for which the workbook is refused."""
    with pytest.raises(ListError) as caught:
        parse("au-dfat-xlsx", {"": raw}, "list")
    return caught.value.what


def changed(part: str, old: bytes, new: bytes) -> bytes:
    """The sample with something else in one of its parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(ROWS))) as archive, zipfile.ZipFile(target, "w") as other:
        for name in archive.namelist():
            content = archive.read(name)
            assert name != part or old in content
            other.writestr(name, content.replace(old, new, 1) if name == part else content)
    return target.getvalue()


def test_rows_of_one_reference_are_one_target() -> None:
    """Also where another target stands between them; kinds, items, dates of three sorts, the UN's number, titles."""
    one = by_reference(read("au-dfat-xlsx"))["100"]
    assert [(alias.text, alias.kind) for alias in one.aliases] == [
        ("Usama bin Laden", PRIMARY),
        ("Usama bin Muhammed bin Awad", FORMER),
        ("The Emir", WEAK),
        ("أسامة بن لادن", STRONG),
    ]
    assert [birth.earliest for birth in one.births] == [date(1957, 7, 30), date(1957, 7, 28), date(1957, 3, 10)]
    assert (one.birth_places, one.countries) == (("Jeddah, Saudi Arabia", "Yemen"), ("SA", "AF"))
    assert (one.roles, one.references) == (("Shaykh", "Hajj"), (CrossReference("un", "QDi.008"),))
    assert (one.listed_on, "_x000D_" in one.remarks) == (date(2001, 1, 25), False)


def test_spreadsheet_dates_and_ships() -> None:
    """A cell that is a day is that day; a ship has its number and the earlier names that the text tells."""
    listings = by_reference(read("au-dfat-xlsx"))
    assert listings["6370"].births == (BirthDate(date(1952, 10, 7), date(1952, 10, 7)),)
    assert (listings["6370"].listed_on, listings["6370"].roles) == (
        date(2022, 2, 28),
        ("President of the Russian Federation",),
    )
    ship = listings["8228"]
    assert (ship.type, ship.identifiers) == (PartyType.VESSEL, (Identifier("IMO", "9161003"),))
    assert [alias.text for alias in ship.aliases if alias.kind is FORMER] == ["Angara", "Lady M", "Ruza"]


def test_a_number_used_twice_is_two_targets() -> None:
    """A second main name without a letter begins another target, with a warning; a lettered one does not."""
    again = (207, "Ansar al-Shari'a (AAS)", "Entity", "Primary Name", *[None] * 5, "QDe.146")
    found = parsed((*ROWS, again))
    assert found.warnings == ("reference 207 is used for several targets ×1",)
    assert {one.reference: one.references[0].value for one in found.listings if one.reference.startswith("207")} == {
        "207": "QDe.146",
        "207-2": "QDe.014",
    }
    slip = [(101, "Mullah Omar", "Individual", "Primary Name"), ("101a", "Muhammad Omar", "Individual", "Primary Name")]
    assert len(parsed(slip).listings) == 1


def test_columns_in_any_order_and_case_under_a_title() -> None:
    """What counts is the title of a column, wherever the header stands."""
    order = list(range(len(HEADER)))[::-1]
    rows = [[row[at] if at < len(row) else None for at in order] for row in ROWS]
    upside = ["", *(f"{HEADER[at].upper()}_x000D_\n" for at in order)]
    table = [["Consolidated List as of today"], [], upside, *([None, *row] for row in rows)]
    assert parse("au-dfat-xlsx", {"": workbook(table, header=[])}, "list") == read("au-dfat-xlsx")


def test_rows_without_a_reference_keep_their_names() -> None:
    """Cells joined over several rows leave the lower ones empty."""
    found = parsed([(101, "Mullah Omar", "Individual", "Primary Name"), (None, "Omar Mujahid", "Individual", "Alias")])
    assert [alias.text for alias in found.listings[0].aliases] == ["Mullah Omar", "Omar Mujahid"]
    assert found.warnings == ("a row has no reference; it is read as a part of the target above it ×1",)


def test_what_no_table_knows_is_told() -> None:
    """New columns, types, kinds of names, sheets, and cells behind the last title."""
    rows = [(101, "X", "Airship", "Nickname", "Sturdy", *[None] * 10, "beyond"), (102, "Y", "Vessel", "Primary Name")]
    book = openpyxl.load_workbook(io.BytesIO(workbook(rows, (*HEADER, "", "Colour"))))
    book.create_sheet("Notes").append(["read me"])
    found = parse("au-dfat-xlsx", {"": saved(book)}, "list")
    assert found.unknown == (
        "alias strength 'sturdy' ×1",
        "cells in a column without a title ×1",
        "column 'colour' ×1",
        "name type 'Nickname' ×1",
        "sheet 'Notes' ×1",
        "type 'Airship' ×1",
    )
    assert [one.name for one in found.listings] == ["X", "Y"]


def test_a_workbook_without_the_columns_is_refused() -> None:
    """Another workbook, two columns of one title, no workbook at all."""
    assert "no sheet has a row with the titles" in refused(workbook(ROWS, ("Ref", *HEADER[1:])))
    assert "two columns have the title 'type'" in refused(workbook(ROWS, (*HEADER, "Type")))
    assert "no workbook" in refused(b"Reference,Name\n101,X\n")


@pytest.mark.parametrize(
    ("part", "old", "new", "why"),
    [
        (SHEET, b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet', "document type, entities"),
        (
            "[Content_Types].xml",
            b"<Types",
            b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x"><Types',
            "document type, entities",
        ),
        (SHEET, b'<row r="3"', b'<row r="2"', "not in order, or stand twice"),
        (SHEET, b'<c r="B2"', b'<c r="A2"', "not in order, or stand twice"),
        (SHEET, b'<row r="11"', b'<row r="900000000"', "more than 200,000 rows"),
        (SHEET, b"</sheetData>", b"", "damaged"),
        ("xl/workbook.xml", b"<sheets>", b"<sheet>", "damaged"),
    ],
)
def test_hostile_parts_are_refused(part: str, old: bytes, new: bytes, why: str) -> None:
    """Entities, rows and cells that a reader would pass over, a row far away, broken XML."""
    assert why in refused(changed(part, old, new))


def test_rows_behind_the_declared_size_are_read() -> None:
    """A sheet that declares fewer rows than it has loses none."""
    small = changed(SHEET, b'<dimension ref="A1:O11"', b'<dimension ref="A1:B3"')
    assert parse("au-dfat-xlsx", {"": small}, "list") == read("au-dfat-xlsx")


def test_bombs_are_counted_while_reading() -> None:
    """A member of 300 MB that compresses to nothing, and two members of one name."""
    target = io.BytesIO(workbook(ROWS))
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image.png", bytes(300_000_000))
    assert "larger than 268,435,456 bytes" in refused(target.getvalue())
    twice = io.BytesIO(workbook(ROWS))
    with zipfile.ZipFile(twice, "a") as archive:
        archive.writestr(SHEET.upper(), b"<worksheet/>")
    assert "two of one name" in refused(twice.getvalue())


def test_unpacking_hands_a_workbook_through() -> None:
    """A workbook is its own archive; inside a zip or gzip it is the one file; a cut one is refused."""
    raw = sample("au-dfat-xlsx")[""]
    boxed = io.BytesIO()
    with zipfile.ZipFile(boxed, "w") as archive:
        archive.writestr("list.xlsx", raw)
    assert unpack("au", raw) == unpack("au", boxed.getvalue()) == raw
    with pytest.raises(ListError):
        unpack("au", raw[: len(raw) // 2])


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("OCEAN MARITIME COMPANY, LIMITED (OMC)", [("OCEAN MARITIME COMPANY, LIMITED", False), ("OMC", False)]),
        ("Agha Jan اغا جان (formerly listed as)", [("Agha Jan", True), ("اغا جان", True)]),
        ("Abu Bakr (Previously listed as. In Arabic: أبوبكر )", [("Abu Bakr", True), ("أبوبكر", True)]),
        ("Guard Corps (GC) Cyber Command", [("Guard Corps (GC) Cyber Command", False)]),
        ("Al-Qa'ida/Islamic Army", [("Al-Qa'ida/Islamic Army", False)]),
        ("Salem al-Sharif (سالم الشريف);", [("Salem al-Sharif", False), ("سالم الشريف", False)]),
        ("SL", [("SL", False)]),
    ],
)
def test_one_name_and_what_is_added_to_it(cell: str, names: list[tuple[str, bool]]) -> None:
    """Commas and slashes divide nothing here; brackets may add a name."""
    assert [(name.text, name.former) for name in one_name(cell)] == names


def test_cells_of_other_kinds() -> None:
    """Whole numbers, days and truths become text."""
    found = parsed([(101.0, 1984, "Entity", "Primary Name", None, date(1984, 1, 2)), ("101a", True, "Entity", "Alias")])
    assert [alias.text for alias in found.listings[0].aliases] == ["1984", "True"]
