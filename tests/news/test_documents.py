"""Local documents → articles: characters kept, faults named, nothing raised."""

import json
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.news.samples import PAGE
from watchlist.errors import SourceError
from watchlist.model import Article, Found
from watchlist.news import KINDS
from watchlist.news.articles import article_id
from watchlist.news.document import read_document
from watchlist.news.folder import read_folder

SUFFIXES = [suffix for kind in KINDS for suffix in kind.suffixes]


def only(found: Found) -> Article:
    """The one article in a document without faults."""
    assert found.faults == ()
    return found.articles[0]


def fault(found: Found) -> str:
    """The one thing that is wrong with a document without articles."""
    assert found.articles == ()
    assert found.faults[0].remedy
    return f"{found.faults[0].where} {found.faults[0].what}"


def test_a_text_file_is_its_text() -> None:
    """No title is invented, no blank or line end is touched; the path is the address and the own id."""
    text = "  Título\r\n\r\nVladímir Putin\tllegó. \n"
    article = only(read_document("a/b.TXT", text.encode(), "files"))
    assert (article.title, article.text, article.url, article.language) == ("", text, "a/b.TXT", "es")
    assert article.id == article_id("files", "a/b.TXT")


def test_characters_that_cannot_be_stored_are_replaced_one_for_one() -> None:
    """Offsets count in the original: NUL and half surrogates become one sign each."""
    assert only(read_document("a.txt", b"ab\0cd", "s")).text == "ab�cd"
    line = rb'{"id": "1", "text": "ab\ud800cd\u0000e\ud83d\ude00"}'
    assert only(read_document("a.jsonl", line, "s")).text == "ab�cd�e😀"


def test_json_lines_keep_their_ids_and_fields() -> None:
    """Ids as given, optional fields optional, dates in UTC, languages as told."""
    lines = [
        {
            "id": "x/1",
            "title": "T",
            "text": "Ein Text.",
            "lang": "de",
            "url": "https://e.example",
            "published": "2024-01-01T00:00:00+02:00",
        },
        {"id": 7, "text": "Un autre texte, en français."},
    ]
    first, second = read_document("a.jsonl", "\n".join(map(json.dumps, lines)).encode(), "s").articles
    assert (first.id, first.title, first.text, first.language) == ("x/1", "T", "Ein Text.", "de")
    assert (first.url, first.published) == ("https://e.example", datetime(2023, 12, 31, 22, tzinfo=UTC))
    assert (second.id, second.title, second.url, second.published, second.language) == ("7", "", "", None, "fr")


@pytest.mark.parametrize(
    "line",
    ['{"id": "1"', "[]",
     '"text"', "null", '{"text": "x"}', '{"id": "", "text": "x"}', '{"id": "1"}', '{"id": "1", "text": 5}',
     '{"id": "1", "text": "x", "title": []}', "[" * 100_000, '{"id": "1", "text": ' + "9" * 5000 + "}"],
)  # fmt: skip
def test_a_bad_line_is_a_fault_with_its_number_and_the_rest_goes_on(line: str) -> None:
    """One broken line loses one article."""
    good = '{"id": "1", "text": "Good."}'
    found = read_document("a.jsonl", f"{good}\n\n{line}\n{good.replace('1', '2')}\n".encode(), "s")
    assert [article.id for article in found.articles] == ["1", "2"]
    assert [each.where for each in found.faults] == ["a.jsonl:3"]


def test_a_bad_date_is_told_and_loses_no_article() -> None:
    """The article counts, the date does not."""
    found = read_document("a.json", b'{"id": "1", "text": "x y", "published": "soon"}', "s")
    assert found.articles[0].published is None
    assert "soon" in found.faults[0].what


def test_a_json_file_is_one_article_or_a_list() -> None:
    """Both shapes are read; entries are counted from one."""
    assert only(read_document("a.json", b'{"id": "1", "text": "x"}', "s")).id == "1"
    found = read_document("a.json", b'[{"id": "1", "text": "x"}, 5, "{}"]', "s")
    assert [each.where for each in found.faults] == ["a.json entry 2", "a.json entry 3"]
    assert "not valid JSON" in fault(read_document("a.json", b"<html>", "s"))


@given(st.text(), st.text())
def test_json_lines_never_move_a_character(title: str, text: str) -> None:
    """Every character stays at its offset, whatever it is."""
    article = only(read_document("a.jsonl", json.dumps({"id": "1", "title": title, "text": text}).encode(), "s"))
    for given_, kept in ((title, article.title), (text, article.text)):
        assert len(kept) == len(given_)
        assert all(b in {a, "�"} for a, b in zip(given_, kept, strict=True))


def mail(plain: str | None, html: str | None) -> bytes:
    """A mail with these parts."""
    message = EmailMessage()
    message["Subject"] = "Санкції: новий\n перелік".replace("\n", "")
    message["Date"] = "Wed, 03 Jan 2024 10:00:00 +0200"
    message["Message-ID"] = "<42@mail.example>"
    if plain is not None:
        message.set_content(plain, charset="koi8-u")
    if html is not None:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


def test_a_mail_is_its_plain_text() -> None:
    """Subject, date and Message-ID come from the headers, the text from the plain part."""
    article = only(read_document("a.eml", mail("Судно затримано.\n", "<p>Not this</p>"), "s"))
    assert (article.title, article.text.strip(), article.language) == (
        "Санкції: новий перелік",
        "Судно затримано.",
        "uk",
    )
    assert article.published == datetime(2024, 1, 3, 8, tzinfo=UTC)
    assert article.id == article_id("s", "<42@mail.example>")


def test_a_mail_of_html_alone_is_read_as_a_page() -> None:
    """Tags and scripts go, words stay."""
    article = only(read_document("a.eml", mail(None, "<p>Судно <b>затримано</b>.</p><script>x</script>"), "s"))
    assert article.text == "Судно затримано."


def test_a_mail_without_text_is_a_fault() -> None:
    """Arbitrary bytes are a mail with nothing in it."""
    assert "without a text part" in fault(read_document("a.eml", b"\x00\x01", "s"))


def test_a_saved_page_is_its_article() -> None:
    """Main text without menu and footer, title, stated date and language, declared charset."""
    article = only(read_document("a.html", PAGE.encode("iso-8859-2"), "s"))
    assert article.title == "Statek zatrzymany w Gdańsku"
    assert "Straż graniczna" in article.text
    assert not any(noise in article.text for noise in ("Sport", "prawa zastrzeżone"))
    assert (article.published, article.language) == (datetime(2024, 5, 6, 8, tzinfo=UTC), "pl")


def test_a_small_page_loses_nothing() -> None:
    """Where no article stands out, all visible text counts."""
    assert only(read_document("a.htm", b"<p>Short <i>note</i> on Hamas.", "s")).text == "Short note on Hamas."
    assert "without text" in fault(read_document("a.html", b"<html><script>x</script></html>", "s"))


def test_unknown_and_oversized_documents_are_faults() -> None:
    """What is not read is said not to be."""
    assert "not of a kind" in fault(read_document("a.doc", b"x", "s"))
    assert "larger than 20 MiB" in fault(read_document("a.txt", b"x" * (20 * 1024 * 1024 + 1), "s"))


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(SUFFIXES),
    st.binary(max_size=400),
    st.sampled_from([b"", b"Subject: =?x?q?", b"<html><p>", b'{"id":', b"\xff\xfe"]),
)
def test_no_bytes_raise(suffix: str, raw: bytes, start: bytes) -> None:
    """Any bytes under any name give articles or faults."""
    found = read_document(f"a{suffix}", start + raw, "s")
    assert all(len(article.digest) == 64 and "\x00" not in article.text for article in found.articles)
    assert all(each.where.startswith(f"a{suffix}") and each.what and each.remedy for each in found.faults)


def write(folder: Path, files: dict[str, str]) -> None:
    """These files, with their folders."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def test_a_folder_is_read_in_a_fixed_order(tmp_path: Path) -> None:
    """Sorted by path, everything below, hidden files and folders skipped."""
    write(tmp_path, {"b.txt": "two", "a.txt": "one", "sub/c.txt": "three", ".hidden.txt": "no", ".git/d.txt": "no"})
    found = list(read_folder(tmp_path, "s"))
    assert [only(each).text for each in found] == ["one", "two", "three"]
    assert [only(each).url for each in found] == ["a.txt", "b.txt", "sub/c.txt"]
    assert found == list(read_folder(tmp_path, "s"))


def test_one_bad_file_does_not_stop_a_folder(tmp_path: Path) -> None:
    """Each bad file is named; other kinds are counted; the rest is read."""
    write(tmp_path, {"a.json": "{", "b.txt": "good", "c.doc": "x", "d.doc": "x", "e": "x"})
    (tmp_path / "z.txt").symlink_to(tmp_path / "gone.txt")
    found = list(read_folder(tmp_path, "s"))
    assert [article.text for each in found for article in each.articles] == ["good"]
    faults = [each for part in found for each in part.faults]
    assert faults[0].where == "a.json"
    assert ".doc (2), .txt (1), no ending (1)" in faults[-1].what


def test_links_do_not_leave_the_folder(tmp_path: Path) -> None:
    """A link to a file outside is not followed, one inside is, a linked folder is not entered."""
    write(tmp_path, {"outside/secret.txt": "secret", "in/a.txt": "one"})
    (tmp_path / "in/b.txt").symlink_to(tmp_path / "outside/secret.txt")
    (tmp_path / "in/c.txt").symlink_to(tmp_path / "in/a.txt")
    (tmp_path / "in/d").symlink_to(tmp_path / "outside")
    found = list(read_folder(tmp_path / "in", "s"))
    assert [article.text for each in found for article in each.articles] == ["one", "one"]
    assert "leaves the folder" in found[1].faults[0].what


def test_one_file_may_stand_for_a_folder(tmp_path: Path) -> None:
    """A path to a file is read like a folder of one; a path to nothing is an error of the source."""
    write(tmp_path, {"a.txt": "one"})
    assert only(next(read_folder(tmp_path / "a.txt", "s"))).url == "a.txt"
    with pytest.raises(SourceError, match=r"source s: .*gone is no file or folder"):
        next(read_folder(tmp_path / "gone", "s"))


def test_a_link_in_a_circle_is_one_fault_and_the_rest_goes_on(tmp_path: Path) -> None:
    """A link to itself is named; the files beside it are read."""
    (tmp_path / "circle.txt").symlink_to("circle.txt")
    (tmp_path / "news.txt").write_text("Hamas spoke.", encoding="utf-8")
    found = list(read_folder(tmp_path, "n"))
    assert [article.text for one in found for article in one.articles] == ["Hamas spoke."]
    assert [fault.where for one in found for fault in one.faults] == ["circle.txt"]
