"""Archives → articles, streamed: JSON lines, WARC, Parquet; whole, damaged, of other kinds."""

import gzip
import json
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.news.samples import PAGE
from watchlist.errors import SourceError
from watchlist.model import Article, Fault
from watchlist.news import extra, lines
from watchlist.news.archive import read_archive
from watchlist.news.articles import article_id

LINES = "\n".join(json.dumps({"id": str(n), "title": f"T{n}", "text": f"Text {n}."}) for n in range(3)).encode()
HTML = "text/html; charset=utf-8"


def read(path: Path) -> tuple[list[Article], list[Fault]]:
    """All articles and faults of an archive."""
    found = list(read_archive(path, "old"))
    return [article for part in found for article in part.articles], [fault for part in found for fault in part.faults]


def warc(*captures: tuple[str, str, str, bytes], packed: bool = True) -> bytes:
    """A web archive of address, status, type and body."""
    stream = BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    for url, status, kind, body in captures:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=BytesIO(body), http_headers=headers))
        writer.write_record(writer.create_warc_record(url, "metadata", payload=BytesIO(b"x: y")))
    return stream.getvalue()


@pytest.mark.parametrize(("name", "pack"), [("a.jsonl", bytes), ("a.jsonl.gz", gzip.compress)])
def test_json_lines_give_an_article_a_line(tmp_path: Path, name: str, pack: Callable[[bytes], bytes]) -> None:
    """The same as in a folder, packed or not; a bad line is a fault with its number."""
    (tmp_path / name).write_bytes(pack(LINES + b"\n\n{bad\n"))
    articles, faults = read(tmp_path / name)
    assert [(article.id, article.title, article.text) for article in articles] == [
        (str(n), f"T{n}", f"Text {n}.") for n in range(3)
    ]
    assert [fault.where for fault in faults] == [f"{name}:5"]


def test_a_damaged_archive_gives_what_stands_before(tmp_path: Path) -> None:
    """A cut gzip file, a line without end: a fault, and the other files of the folder."""
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(LINES + b"\n" + LINES, compresslevel=0)[:180])
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "b.jsonl").write_bytes(LINES)
    (tmp_path / "c.txt").write_text("not an archive")
    articles, faults = read(tmp_path)
    assert len(articles) > 3
    assert [fault.where for fault in faults] == ["a.jsonl.gz"]
    assert "damaged gzip" in faults[0].what


def test_a_line_without_end_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory is bounded by the longest line that is allowed."""
    monkeypatch.setattr(lines, "MAX_LINE", 1000)
    (tmp_path / "a.jsonl").write_bytes(LINES + b"\n" + b"x" * 5000)
    articles, faults = read(tmp_path / "a.jsonl")
    assert (len(articles), faults[0].where) == (3, "a.jsonl:4")


@pytest.mark.parametrize("packed", [True, False])
def test_a_web_archive_gives_an_article_a_page(tmp_path: Path, packed: bool) -> None:
    """Pages answered with 200, by their address; pictures, errors and pages without an article are none."""
    file = tmp_path / ("a.warc.gz" if packed else "a.warc")
    page = PAGE.replace("iso-8859-2", "utf-8").encode()
    file.write_bytes(
        warc(
            ("https://gazeta.example/1", "200 OK", HTML, page),
            ("https://gazeta.example/1.jpg", "200 OK", "image/jpeg", b"\xff\xd8"),
            ("https://gazeta.example/2", "404 Not Found", HTML, page),
            ("https://gazeta.example/3", "200 OK", HTML, b"<html></html>"),
            packed=packed,
        )
    )
    (article,), faults = read(file)
    assert article.id == article_id("old", "https://gazeta.example/1")
    assert (article.title, article.url) == ("Statek zatrzymany w Gdańsku", "https://gazeta.example/1")
    assert "Straż graniczna" in article.text
    assert article.published is not None
    assert "1 pages" in faults[0].what


def test_parquet_gives_an_article_a_row(tmp_path: Path) -> None:
    """Columns by name; dates as the file types them, numbers as ids; a row without text is a fault."""
    moment = datetime(2024, 1, 2, 8, tzinfo=UTC)
    columns = {"ID": [1, None, 3], "Body": ["One.", "Two.", None], "date": [moment, None, None], "other": [1, 2, 3]}
    pyarrow.parquet.write_table(pyarrow.table(columns), tmp_path / "a.parquet")
    articles, faults = read(tmp_path / "a.parquet")
    assert [(article.id, article.text, article.published) for article in articles] == [
        ("1", "One.", moment),
        ("a.parquet:2", "Two.", None),
    ]
    assert [fault.where for fault in faults] == ["a.parquet:3"]
    (tmp_path / "a.parquet").write_bytes(b"PAR1 no")
    assert "cannot be read" in read(tmp_path / "a.parquet")[1][0].what


def test_no_archive_fails(tmp_path: Path) -> None:
    """A missing path or an empty folder is told, with the endings that are read."""
    for path in (tmp_path, tmp_path / "gone.warc.gz"):
        with pytest.raises(SourceError, match=r"\.warc\.gz"):
            list(read_archive(path, "old"))


@pytest.mark.parametrize("name", ["a.warc.gz", "a.parquet"])
def test_without_the_extra_it_is_asked_for(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The libraries for these files are optional; the fault says how to get them."""

    def missing(module: str) -> None:
        raise ModuleNotFoundError(module)

    monkeypatch.setattr(extra, "import_module", missing)
    (tmp_path / name).write_bytes(b"")
    assert "pip install 'watchlist[archive]'" in read(tmp_path / name)[1][0].what
