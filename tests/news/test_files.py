"""Tables, mailboxes, PDF and Word files → articles."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchlist.model import Article, Found
from watchlist.news import extra, pdf, word
from watchlist.news.document import read_document

CSV = """ID;Headline;Body;Link;Date
7;Tytuł;"Pierwszy; wiersz
drugi ""cytat""\";https://e.example/7;2024-01-02
;;Bez numeru.;;
"""
MBOX = b"""From a@e.example Tue Jan  2 08:30:00 2024
Message-ID: <1@e.example>
Subject: First
Date: Tue, 02 Jan 2024 08:30:00 +0100

One.
>From here on it is text.

From b@e.example Tue Jan  2 09:30:00 2024
Subject: Empty

From c@e.example Tue Jan  2 10:30:00 2024
Subject: Third

Three.
"""


def only(found: Found) -> Article:
    """The one article in a document without faults."""
    assert found.faults == ()
    (article,) = found.articles
    return article


def fault(name: str, raw: bytes) -> str:
    """The one thing that is wrong with a document without articles."""
    found = read_document(name, raw, "s")
    assert found.articles == ()
    return found.faults[0].what


def pdf_file(*pages: str) -> bytes:
    """A small PDF by hand: one line of text a page, title and date."""
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{5 + 2 * n} 0 R' for n in range(len(pages)))}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Title (Ship seized) /CreationDate (D:20240102083000+01'00') >>",
    ]
    for n, words in enumerate(pages):
        stream = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET"
        parts.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {6 + 2 * n} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        parts.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{part}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        body
        + (
            f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(parts) + 1} /Root 1 0 R "
            f"/Info 4 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
        ).encode()
    )


def docx_file(*paragraphs: str, cell: str = "") -> bytes:
    """A Word file of paragraphs, and a table of one cell."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if cell:
        document.add_table(1, 1).cell(0, 0).text = cell
    document.core_properties.title = "Ship seized"
    document.core_properties.created = datetime(2024, 1, 2, 8, 30)  # noqa: DTZ001 - as Word keeps it
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_table_gives_an_article_a_row() -> None:
    """Columns by name in any case and order, separators as they come, cells over several lines, ids or else lines."""
    first, second = read_document("news.csv", CSV.encode("utf-8-sig"), "s").articles
    assert (first.id, first.title, first.text) == ("7", "Tytuł", 'Pierwszy; wiersz\ndrugi "cytat"')
    assert (first.url, first.published) == ("https://e.example/7", datetime(2024, 1, 2, tzinfo=UTC))
    assert (second.id, second.title, second.text, second.published) == ("news.csv:4", "", "Bez numeru.", None)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_usual_separator(separator: str) -> None:
    """What spreadsheets of many countries write."""
    raw = f"title{separator}text\nA{separator}B\n".encode()
    assert (only(read_document("a.csv", raw, "s")).title, only(read_document("a.csv", raw, "s")).text) == ("A", "B")


def test_a_bad_row_is_a_fault_with_its_line_and_the_rest_goes_on() -> None:
    """A short row, an empty one, an open quotation mark at the end."""
    found = read_document("a.csv", b'title,text\nA,one\nshort\n\n,\nB,two\nC,"open\nand on', "s")
    assert [article.text for article in found.articles] == ["one", "two"]
    assert [each.where for each in found.faults] == ["a.csv:3", "a.csv:7"]


def test_a_table_without_a_column_of_texts_is_a_fault() -> None:
    """It says which names of columns it knows."""
    assert "no column of texts" in fault("a.csv", b"a,b\n1,2\n")
    assert "no column of texts" in fault("a.csv", b"")


def test_a_mailbox_gives_an_article_a_mail() -> None:
    """Quoted "From" lines are unquoted; a mail without text is a fault with its number."""
    found = read_document("old.mbox", MBOX, "s")
    assert [(article.title, article.text.strip()) for article in found.articles] == [
        ("First", "One.\nFrom here on it is text."),
        ("Third", "Three."),
    ]
    assert found.articles[0].published == datetime(2024, 1, 2, 7, 30, tzinfo=UTC)
    assert [each.where for each in found.faults] == ["old.mbox:2"]
    assert "no mailbox" in fault("old.mbox", b"Subject: x\n\nText")


def test_a_pdf_gives_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """All pages, title and date as stated; pictures alone, damage and too many pages are faults."""
    article = only(read_document("a.pdf", pdf_file("The ship was seized.", "It flew no flag."), "s"))
    assert (article.title, article.text) == ("Ship seized", "The ship was seized.\nIt flew no flag.")
    assert article.published == datetime(2024, 1, 2, 7, 30, tzinfo=UTC)
    assert "only pictures" in fault("a.pdf", pdf_file(""))
    assert "cannot be read" in fault("a.pdf", b"%PDF-1.4\nno more")
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    assert "2 pages" in fault("a.pdf", pdf_file("One", "Two"))


def test_a_word_file_gives_its_paragraphs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of tables, too, in their order; what is none, empty or too large unpacked is a fault."""
    article = only(read_document("a.docx", docx_file("Судно затримали.", "", "Second.", cell="In a cell"), "s"))
    assert (article.title, article.text) == ("Ship seized", "Судно затримали.\nSecond.\nIn a cell")
    assert article.published == datetime(2024, 1, 2, 8, 30, tzinfo=UTC)
    assert "no Word file" in fault("a.docx", b"PK no")
    assert "no text" in fault("a.docx", docx_file())
    empty = BytesIO()
    zipfile.ZipFile(empty, "w").close()
    assert "cannot be read" in fault("a.docx", empty.getvalue())
    monkeypatch.setattr(word, "MAX_BYTES", 1000)
    assert "larger" in fault("a.docx", docx_file("x"))


@pytest.mark.parametrize("name", ["a.pdf", "a.docx"])
def test_without_the_extra_it_is_asked_for(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The libraries for these files are optional; the fault says how to get them."""

    def missing(module: str) -> None:
        raise ModuleNotFoundError(module)

    monkeypatch.setattr(extra, "import_module", missing)
    assert "pip install 'watchlist[files]'" in fault(name, b"")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_files_become_faults(data: st.DataObject) -> None:
    """Whatever bytes are changed, nothing is raised."""
    samples = {"a.csv": CSV.encode(), "a.mbox": MBOX, "a.pdf": pdf_file("One", "Two"), "a.docx": docx_file("One")}
    name = data.draw(st.sampled_from(sorted(samples)))
    body = bytearray(samples[name])
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(body) - 1))
        body[place : place + data.draw(st.integers(0, 20))] = data.draw(st.binary(max_size=12))
        body = body or bytearray(b"<")
    assert isinstance(read_document(name, bytes(body), "s"), Found)
