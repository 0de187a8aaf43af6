"""Followed pages: the article gets the text of its page."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.news.samples import PAGE
from watchlist.errors import DocumentError
from watchlist.model import Article
from watchlist.news.articles import digest, make_article
from watchlist.news.page import read_page

URL = "https://gazeta.example/statek"
SUMMARY = make_article("gazeta", "1", "Tytuł z kanału", "Krótkie streszczenie.", URL)


def test_the_page_replaces_the_summary() -> None:
    """Text, language and digest are the page's; id, source, title and address stay; the date comes where none was."""
    article = read_page(PAGE.encode("cp1250"), SUMMARY, "windows-1250", URL)
    assert (article.id, article.source, article.title, article.url) == (SUMMARY.id, "gazeta", "Tytuł z kanału", URL)
    assert "Straż graniczna zatrzymała" in article.text
    assert article.digest == digest(article.title, article.text)
    assert (article.language, article.published) == ("pl", datetime(2024, 5, 6, 8, tzinfo=UTC))


def test_the_summary_stays_where_the_page_gives_less() -> None:
    """A consent wall, an empty page or a script application loses nothing."""
    for page in (b"", b"<html><body><p>Accept cookies</p></body></html>", b"<script>render()</script>", b"\x00\xff"):
        assert read_page(page, SUMMARY, "", URL) == SUMMARY


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.integers(0, len(PAGE) - 1))
def test_no_page_raises_what_is_not_typed(raw: bytes, place: int) -> None:
    """Any bytes in a page give an article or a DocumentError."""
    page = PAGE.encode()
    try:
        article = read_page(page[:place] + raw + page[place:], SUMMARY, "", URL)
    except DocumentError:
        return
    assert isinstance(article, Article)
    assert len(article.text) >= len(SUMMARY.text)
