"""Feeds → articles: well-formed, sloppy, lying and hostile ones."""

import json
import time
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.news.samples import ATOM, ATOM_ARTICLES, RSS, RSS_ARTICLES
from watchlist.errors import SourceError
from watchlist.model import Article, Found
from watchlist.news.articles import article_id, digest
from watchlist.news.entries import MAX_ENTRIES, SUMMARY_CHARACTERS
from watchlist.news.feed import read_feed

URL = "https://news.example/feed.xml"


def read(body: bytes | str, content_type: str = "application/rss+xml") -> Found:
    """The feed as it comes from the network."""
    return read_feed(body.encode() if isinstance(body, str) else body, "port", URL, content_type)


def rss(*items: str) -> str:
    """A feed with these items."""
    content = "".join(f"<item>{item}</item>" for item in items)
    return f"<rss version='2.0'><channel><title>T</title>{content}</channel></rss>"


def refused(body: bytes | str) -> str:
    """Why this is no feed."""
    with pytest.raises(SourceError) as caught:
        read(body)
    assert caught.value.source == "port"
    return caught.value.what


@pytest.mark.parametrize(("feed", "golden"), [(RSS, RSS_ARTICLES), (ATOM, ATOM_ARTICLES)], ids=["rss", "atom"])
def test_a_feed_gives_these_articles(feed: str, golden: list[dict[str, Any]]) -> None:
    """Plain titles and texts, resolved links, dates in UTC, languages."""
    found = read(feed)
    assert found.faults == ()
    for article, wanted in zip(found.articles, golden, strict=True):
        published = article.published.isoformat() if article.published else None
        assert {**{key: getattr(article, key) for key in wanted}, "published": published} == wanted
        assert article.source == "port"
        assert article.digest == digest(article.title, article.text)


def test_a_feed_gives_the_same_in_every_encoding() -> None:
    """Whatever carries the characters, with a byte order mark, a declaration, a header, or nothing at all."""
    plain = read(ATOM).articles
    for codec in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        assert read(ATOM.encode(codec)).articles == plain
    declared = ATOM.replace('version="1.0"', 'version="1.0" encoding="windows-1251"').encode("cp1251")
    assert read(declared).articles == plain
    assert read(ATOM.encode("cp1251"), "text/xml; charset=windows-1251").articles == plain
    assert read(declared.replace(b"windows-1251", b"utf-8")).articles == plain


def test_ids_are_stable_and_belong_to_the_source() -> None:
    """The same item of the same source keeps its id when its text changes; elsewhere it is another article."""
    first = read(rss("<guid>1</guid><title>A</title>")).articles[0]
    changed = read(rss("<guid>1</guid><title>B</title>")).articles[0]
    other = read_feed(rss("<guid>1</guid><title>A</title>").encode(), "other", URL, "").articles[0]
    assert first.id == changed.id != other.id
    assert first.digest != changed.digest
    assert first.id[0] == "a"
    assert len(first.id) == 17


def test_a_guid_that_entries_share_names_none_of_them() -> None:
    """Feeds that repeat one guid, or have none, lose no article."""
    for guid in ("<guid>same</guid>", ""):
        items = [f"{guid}<title>{title}</title><link>https://news.example/{title}</link>" for title in "ABC"]
        assert len({article.id for article in read(rss(*items)).articles}) == 3


def test_links_of_summaries_are_followed() -> None:
    """An entry with little text and a web address is to be fetched; one with its whole text is not."""
    short = "<title>S</title><link>https://news.example/short</link><description>Little.</description>"
    whole = (
        f"<title>L</title><link>https://news.example/long</link><description>{'x' * SUMMARY_CHARACTERS}</description>"
    )
    none = "<title>N</title><link>ftp://news.example/none</link>"
    assert read(rss(short, whole, none, short)).follow == ("https://news.example/short",)


def test_dates_that_cannot_be_read_lose_no_article() -> None:
    """An entry without a usable date is an article without a date."""
    dates = ("", "<pubDate>yesterday</pubDate>", "<pubDate>Mon, 99 Foo 99999 99:99:99</pubDate>")
    assert [article.published for article in read(rss(*(f"<title>A</title>{date}" for date in dates))).articles] == [
        None
    ] * 3


def test_sloppy_feeds_are_read() -> None:
    """A bare ampersand, unknown entities, control characters and NUL are what feeds have."""
    body = rss("<title>Johnson & Johnson &nbsp; caf\x01é\x00</title><description>A &rarr; B</description>")
    article = read(body).articles[0]
    assert article.title.startswith("Johnson & Johnson")
    assert article.text == "A → B"
    assert "\x00" not in article.title


def test_a_feed_that_is_cut_short_says_so() -> None:
    """What arrived is read, and the loss is told."""
    body = rss("<title>A</title><description>one</description>", "<title>B</title><description>two</description>")
    found = read(body[: body.index("two") + 1])
    assert [article.title for article in found.articles][:1] == ["A"]
    assert "cut short" in found.faults[0].what
    assert "cut short" in refused(body[:40])


def test_too_many_entries_are_counted() -> None:
    """Entries above the bound are not read, and said not to be."""
    found = read(rss(*(f"<title>{number}</title>" for number in range(MAX_ENTRIES + 5))))
    assert len(found.articles) == MAX_ENTRIES
    assert "5 entries" in found.faults[0].what
    assert found.dropped == 5


def test_an_empty_feed_is_a_feed() -> None:
    """No news is no fault."""
    assert read(rss()) == Found()


@pytest.mark.parametrize("body", ["", " \n", "<?xml version='1.0'?>", "\ufeff"])
def test_an_empty_body_is_refused(body: str) -> None:
    """Nothing arrived: feedparser alone would call it healthy."""
    assert "empty" in refused(body)


@pytest.mark.parametrize(
    "body",
    [
        "<!DOCTYPE html><html><body>Please log in</body></html>",
        "<html><head><title>Sign in</title></head></html>",
        "<?xml version='1.0'?>\n<!-- x --><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0//EN' 'x'>\n<html></html>",
    ],
)
def test_a_page_instead_of_a_feed_is_refused(body: str) -> None:
    """A login page with status 200 is the usual way in which a feed dies."""
    assert "web page" in refused(body)


@pytest.mark.parametrize(
    "body", ["{}", "plain words", "<urlset><url/></urlset>", "a,b\n1,2", "\x89PNG\r\n\x1a\n", "<a" * 9999]
)
def test_other_formats_are_refused(body: str) -> None:
    """What has no known version is no feed."""
    assert "no RSS, Atom or JSON Feed" in refused(body)


BOMB = "<!ENTITY a 'xxxxxxxxxx'>" + "".join(
    f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "prolog",
    [
        f"<!DOCTYPE rss [{BOMB}]>",
        "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>",
        "<!-- <a --><!DOCTYPE rss [<!ENTITY % x SYSTEM 'http://127.0.0.1/x'> %x;]>",
        "<!ENTITY x 'y'>",
    ],
    ids=["billion laughs", "file", "parameter", "bare"],
)
def test_entities_are_never_declared(prolog: str) -> None:
    """Document types of a feed's own are refused before any parser sees them."""
    assert "document type" in refused(prolog + rss("<title>&x;&i;</title>"))


def test_a_document_type_inside_an_article_is_text() -> None:
    """Only the prolog of the feed itself is judged."""
    page = "<![CDATA[<!DOCTYPE html><p>Saved page</p>]]>"
    assert read(rss(f"<title>A</title><description>{page}</description>")).articles[0].text == "Saved page"


JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Puerto",
    "language": "es",
    "items": [
        {
            "id": "puerto-1",
            "url": "/puerto/1",
            "title": "Detenido un buque",
            "content_html": "<p>La Armada detuvo&nbsp;el <b>buque</b>.</p><script>no()</script><p>Fin.</p>",
            "date_published": "2024-01-02T08:30:00+01:00",
        },
        {"id": 2, "external_url": "https://other.example/2", "content_text": "Un  texto.", "language": "pt"},
        {"id": "3", "summary": "Only a <summary>.", "url": "javascript:alert(1)", "date_modified": "no date"},
        {"id": "4"},
        "not an entry",
    ],
}


def test_a_json_feed_gives_these_articles() -> None:
    """Text of HTML, links resolved, numbers as ids, languages of the entry or else of the feed; empty ones left out."""
    for version in ("https://jsonfeed.org/version/1.1", "https://www.jsonfeed.org/version/1"):
        found = read(json.dumps({**JSON_FEED, "version": version}), "application/feed+json")
        first, second, third = found.articles
        assert (first.title, first.text) == ("Detenido un buque", "La Armada detuvo el buque.\nFin.")
        assert first.url == "https://news.example/puerto/1"
        assert first.published == datetime(2024, 1, 2, 7, 30, tzinfo=UTC)
        assert (second.id, second.url) == (article_id("port", "2"), "https://other.example/2")
        assert (third.text, third.url, third.published) == ("Only a <summary>.", "", None)
        assert found.follow == (first.url, second.url)


@pytest.mark.parametrize(
    ("feed", "why"),
    [
        ('{"version": "https://jsonfeed.org/version/1", "items": [{"id"', "cut short"),
        ('{"error": "forbidden"}', "no RSS, Atom or JSON Feed"),
        ('{"version": "https://jsonfeed.org/version/1"}', 'without "items"'),
        ("[" * 100_000, "cannot be read"),
    ],
)
def test_json_that_is_no_feed_is_refused(feed: str, why: str) -> None:
    """An error in JSON, a cut feed, one that nests too deep: a reason, and nothing raised that nobody expects."""
    assert why in refused(feed)


def test_a_channel_definition_is_a_feed() -> None:
    """CDF, the oldest of them: capital letters, links in an attribute."""
    body = "<CHANNEL><TITLE>T</TITLE><ITEM HREF='https://news.example/1'><TITLE>Ship seized</TITLE></ITEM></CHANNEL>"
    article = read(body).articles[0]
    assert (article.title, article.url) == ("Ship seized", "https://news.example/1")


@pytest.mark.parametrize("tag", ["author", "managingEditor", "dc:creator", "title", "guid", "pubDate", "link"])
def test_no_field_takes_more_time_than_its_length(tag: str) -> None:
    """A long word in a field of its own is read at once: patterns that search it over and over are kept away."""
    body = rss(f"<title>A</title><{tag} xmlns:dc='http://purl.org/dc/elements/1.1/'>{'a' * 60_000}</{tag}>")
    began = time.process_time()
    assert read(body).articles
    assert time.process_time() - began < 1


def test_the_newest_of_too_many_entries_are_read() -> None:
    """Where a feed has more than the bound, dates decide; undated ones go first."""
    dated = "<title>{0}</title><pubDate>{1:02} Jan 20{2:02} 00:00:00 GMT</pubDate>"
    items = [dated.format(n, 1 + n % 28, n // 28) for n in range(MAX_ENTRIES + 1)]
    titles = [article.title for article in read(rss("<title>undated</title>", *items)).articles]
    assert titles == [str(n) for n in range(1, MAX_ENTRIES + 1)]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damage_gives_a_typed_error_or_articles(data: st.DataObject) -> None:
    """Whatever bytes are cut, changed or repeated, nothing but SourceError leaves the reader."""
    body = bytearray(data.draw(st.sampled_from([RSS, ATOM])).encode())
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(body) - 1))
        body[place : place + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=12))
        body = body or bytearray(b"<")
    try:
        found = read(bytes(body))
    except SourceError:
        return
    assert all(isinstance(article, Article) and "\x00" not in article.text for article in found.articles)
