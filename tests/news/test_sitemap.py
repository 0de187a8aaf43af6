"""Sitemaps → pages to fetch: plain, news, index, gzip; cut, hostile, too many."""

import gzip
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchlist.errors import SourceError
from watchlist.model import Found
from watchlist.news import sitemap
from watchlist.news.entries import MAX_ENTRIES
from watchlist.news.sitemap import read_sitemap

URL = "https://news.example/sitemap.xml"
PLAIN = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://news.example/old</loc><lastmod>2024-01-01</lastmod></url>
<url><loc> https://news.example/new?a=1&amp;b=2 </loc><lastmod>2024-03-01T10:00:00Z</lastmod>
<priority>1</priority></url>
<url><loc>https://news.example/undated</loc></url>
<url><loc>javascript:alert(1)</loc></url><url/>
</urlset>"""
NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://news.example/1</loc>
<news:news><news:publication><news:name>Wieści</news:name><news:language>pl</news:language></news:publication>
<news:publication_date>2024-05-06T10:00:00+02:00</news:publication_date>
<news:title>Statek  zatrzymany</news:title></news:news>
<image:image><image:loc>https://news.example/1.jpg</image:loc><image:title>Port</image:title></image:image></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://news.example/2023.xml</loc><lastmod>2023-12-31</lastmod></sitemap>
<sitemap><loc>https://news.example/2024.xml.gz</loc><lastmod>2024-12-31</lastmod></sitemap></sitemapindex>"""


def read(body: str | bytes) -> Found:
    """The sitemap as it comes from the network."""
    return read_sitemap(body.encode() if isinstance(body, str) else body, "port", URL, "application/xml")


def refused(body: str | bytes) -> str:
    """Why this is no sitemap."""
    with pytest.raises(SourceError) as caught:
        read(body)
    return caught.value.what


def test_a_sitemap_gives_pages_to_follow_the_newest_first() -> None:
    """Only web addresses; a date of change is none of publication."""
    found = read(PLAIN)
    links = ("https://news.example/new?a=1&b=2", "https://news.example/old", "https://news.example/undated")
    assert found.follow == tuple(article.url for article in found.articles) == links
    assert {(article.title, article.text, article.published) for article in found.articles} == {("", "", None)}
    assert found.faults == ()


def test_a_news_sitemap_gives_title_date_and_language() -> None:
    """Those of the news, not those of its pictures."""
    (article,) = read(NEWS).articles
    assert (article.title, article.url, article.language) == ("Statek zatrzymany", "https://news.example/1", "pl")
    assert article.published == datetime(2024, 5, 6, 8, tzinfo=UTC)


def test_an_index_gives_its_sitemaps_the_newest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are followed, no articles; those beyond the bound are told."""
    found = read(INDEX)
    assert (found.articles, found.faults) == ((), ())
    assert found.follow == ("https://news.example/2024.xml.gz", "https://news.example/2023.xml")
    monkeypatch.setattr(sitemap, "MAX_SITEMAPS", 1)
    fewer = read(INDEX)
    assert fewer.follow == found.follow[:1]
    assert "1 sitemaps beyond" in fewer.faults[0].what


def test_gzip_is_unpacked_and_must_end() -> None:
    """The same pages; what is cut or damaged is refused, and what unpacks to more than the protocol allows."""
    packed = gzip.compress(PLAIN.encode())
    assert read(packed) == read(PLAIN)
    assert "cut short" in refused(packed[:-5])
    assert "damaged" in refused(packed[:10] + b"\xff" * 20)
    assert "larger than 50 MiB" in refused(gzip.compress(b" " * (51 * 1024 * 1024)))


def test_a_damaged_sitemap_gives_what_stands_before_the_damage() -> None:
    """Read up to there, and said so; with nothing before it, refused."""
    found = read(PLAIN[: PLAIN.index("<priority>")])
    assert [article.url for article in found.articles] == ["https://news.example/old"]
    assert "after entry 1" in found.faults[0].what
    assert "damaged" in refused(PLAIN[: PLAIN.index("</loc>")])


def test_too_many_pages_are_counted() -> None:
    """The newest ones are followed; the others stand in the funnel as dropped."""
    places = "".join(f"<url><loc>https://news.example/{n}</loc></url>" for n in range(MAX_ENTRIES + 7))
    found = read(f"<urlset>{places}</urlset>")
    assert (len(found.articles), found.dropped) == (MAX_ENTRIES, 7)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("", "empty"),
        ("<!doctype html><html></html>", "web page, not a sitemap"),
        ("<rss version='2.0'><channel/></rss>", "no sitemap"),
        ("{}", "no sitemap"),
        ("<!DOCTYPE urlset [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><urlset>&x;</urlset>", "document type"),
        ("<a>" * 100_000, "no sitemap"),
    ],
)  # fmt: skip
def test_what_is_no_sitemap_is_refused(body: str, why: str) -> None:
    """Nothing, a page, another format, entities, depth without end."""
    assert why in refused(body)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damage_gives_a_typed_error_or_pages(data: st.DataObject) -> None:
    """Whatever bytes are changed, nothing but SourceError leaves the reader."""
    whole = [PLAIN.encode(), NEWS.encode(), INDEX.encode(), gzip.compress(PLAIN.encode())]
    body = bytearray(data.draw(st.sampled_from(whole)))
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(body) - 1))
        body[place : place + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=12))
        body = body or bytearray(b"<")
    try:
        read(bytes(body))
    except SourceError:
        return
