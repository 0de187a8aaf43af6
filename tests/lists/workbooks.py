"""Workbooks for tests: ``python -m tests.lists.workbooks`` writes the sample of Australia's list anew."""

import io
from collections.abc import Iterable, Sequence
from datetime import date

import openpyxl

from tests.lists.conftest import SAMPLES

HEADER = (
    *("Reference", "Name of Individual or Entity", "Type", "Name Type", "Alias Strength", "Date of Birth"),
    *("Place of Birth", "Citizenship", "Address", "Additional Information", "Listing Information", "IMO Number"),
    *("Committees", "Control Date", "Instrument of Designation"),
)
INSTRUMENT = "Autonomous Sanctions (Designated Persons and Entities and Declared Persons—Russia and Ukraine) List 2014"
BIN_LADEN = (
    "a) 30/07/1957 b) 28/07/1957 c) 10/03/1957", "a) Jeddah, Saudi Arabia b) Yemen", "Saudi Arabia, Afghanistan", "",
    "QDi.008. Title: a) Shaykh b) Hajj. Confirmed to have died in Pakistan in May 2011._x000D_\nSee QDe.004.",
    "Listed on 25 January 2001 (amended on 8 Jan. 2003)", None, "1267 (ISIL (Da'esh) and Al-Qaida)",
    date(2023, 2, 6), "Charter of the United Nations (Sanctions—ISIL (Da’esh) and Al-Qaida) Regulations 2008",
)  # fmt: skip
PUTIN = (date(1952, 10, 7), "Leningrad", "Russia", "", "President of the Russian Federation", date(2022, 2, 28))
AQIM = (None, None, None, "a) Algeria b) Mali", "QDe.014", "Listed on: 11 Oct. 2001", None, "1267 (ISIL)")
SHIP = (None, None, None, None, "Previous names include Angara, Lady M and Ruza.", "Designated in 2025", 9161003)
ROWS: tuple[tuple[object, ...], ...] = (
    (100, "Usama bin Laden", "Individual", "Primary Name", None, *BIN_LADEN),
    ("100a", "Usama bin Muhammed bin Awad (formerly listed as)", "Individual", "Alias", "Strong", *BIN_LADEN),
    ("100b", "The Emir", "Individual", "Alias", "Weak", *BIN_LADEN),
    (6370, "Vladimir Vladimirovich PUTIN", "Individual", "Primary Name", "", *PUTIN, None, "Autonomous (Russia)"),
    ("6370a", "Владимир Владимирович ПУТИН", "Individual", "Original Script", "", *PUTIN, None, "Autonomous (Russia)"),
    (207, "The Organization of Al-Qaida in the Islamic Maghreb (AQIM)", "Entity", "Primary Name", None, *AQIM),
    ("100c", "أسامة بن لادن", "Individual", "Original Script", None, *BIN_LADEN),
    ("207a", "Le Groupe Salafiste pour La Prédication et le Combat (GSPC)", "Entity", "Alias", None, *AQIM),
    (None, None, None, None),
    (8228, "LADY R", "Vessel", "Primary Name", None, *SHIP, "Autonomous (Vessels)", date(2025, 6, 18), INSTRUMENT),
)  # fmt: skip


def workbook(rows: Iterable[Sequence[object]], header: Sequence[str] = HEADER) -> bytes:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Consolidated List"
    for row in (header, *rows):
        sheet.append(list(row))
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


if __name__ == "__main__":
    (SAMPLES / "au-dfat-xlsx.xlsx").write_bytes(workbook(ROWS))
