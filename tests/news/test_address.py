"""One article has one address."""

from datetime import UTC, datetime
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.news.samples import PAGE
from watchlist.news.address import canonical, own_address
from watchlist.news.articles import make_article
from watchlist.news.page import read_page
from watchlist.news.stated import stated

URL = "https://www.news.example/world/ship-seized?id=7"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("HTTPS://News.Example:443/A?b=2&utm_source=rss&a=1&fbclid=x#top", "https://news.example/A?a=1&b=2"),
        ("http://news.example:8080", "http://news.example:8080/"),
        ("https://news.example/?p=123&gclid=1", "https://news.example/?p=123"),
        ("https://news.example/a?UTM_Medium=mail&mc_cid=1&mc_eid=2&igshid=3&msclkid=4", "https://news.example/a"),
        # Names that look like tracking and are not: keys of articles in real systems.
        (
            "https://news.example/a?id=1&pk=2&mc=08&at=3&cid=4&eid=5",
            "https://news.example/a?at=3&cid=4&eid=5&id=1&mc=08&pk=2",
        ),
        ("https://user:secret@news.example./a", "https://news.example/a"),
        ("https://новости.example/статья?стр=2", "https://новости.example/статья?стр=2"),
        ("https://news.example/#!/story/5", "https://news.example/#!/story/5"),
        ("https://[2001:DB8::1]:443/a", "https://[2001:db8::1]/a"),
        ("https://news.example:port/a", ""),
        ("javascript:alert(1)", ""),
        ("folder/page.html", ""),
        ("", ""),
    ],
)
def test_an_address_is_known_by_what_it_names(address: str, expected: str) -> None:
    """Tracking, fragments, default ports, letters of the host and the order of parameters make no other article."""
    assert canonical(address) == expected


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_canonical_address_stays_as_it_is(path: str, query: str) -> None:
    """Whatever the address, its canonical form is its own, or there is none."""
    address = canonical(f"https://News.example/{path}?{query}")
    assert canonical(address) == address


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("https://news.example/world/ship-seized", "https://news.example/world/ship-seized"),
        ("/world/ship-seized", "https://www.news.example/world/ship-seized"),
        ("https://m.news.example/s/7?utm_source=x", "https://m.news.example/s/7"),
        ("https://edition.news.example/s/7", "https://edition.news.example/s/7"),
        ("https://www.news.example/", ""),
        ("https://other.example/world/ship-seized", ""),
        ("https://evilnews.example/world", ""),
        ("http://[::1", ""),
        ("", ""),
    ],
)
def test_a_page_speaks_only_for_its_own_site(said: str, expected: str) -> None:
    """An address on another site, or the front page that a template names everywhere, is not this article's."""
    assert own_address(said, URL) == expected


@pytest.mark.parametrize(
    ("markup", "moment"),
    [
        ('<meta content="2024-05-06T10:00:00+02:00" property="article:published_time">', "2024-05-06T08:00Z"),
        ("<meta itemprop=datePublished content=2024-05-06>", "2024-05-06T00:00Z"),
        ('<script type="application/ld+json">{"datePublished": "2024-05-06T10:00:00Z"}</script>', "2024-05-06T10:00Z"),
        ('<time class="t" datetime="2024-05-06 10:00">yesterday</time>', "2024-05-06T10:00Z"),
        ("<time>۱۷ اردیبهشت ۱۴۰۳ ساعت ۱۰:۰۰</time>", "2024-05-06T10:00Z"),
        ('<time datetime="soon">6 พฤษภาคม 2567</time>', "2024-05-06T00:00Z"),
        ("<time>2 hours ago</time>", None),
        ("<p>6 May 2024</p>", None),
        ("<meta name=date content='not yet'><time", None),
    ],
)
def test_a_page_states_its_date(markup: str, moment: str | None) -> None:
    """For machines first, then as readers see it; in any calendar, with its time; never guessed from the text."""
    assert stated(markup, URL).published == (datetime.fromisoformat(moment) if moment else None)


def test_an_address_may_state_the_date() -> None:
    """Many publishers put the day into the path."""
    assert stated("<p>", "https://news.example/2024/5/06/ship").published == datetime(2024, 5, 6, tzinfo=UTC)
    assert stated("<p>", "https://news.example/2024/50/06/ship").published is None


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("<title>Ship | News</title><meta property='og:title' content='Ship &amp; crew'><h1>Other</h1>", "Ship & crew"),
        ("<title>Ship seized | News</title><body><h1 class=a> Ship <b>seized</b>\n</h1>", "Ship seized"),
        ("<title>Ship seized</title><h1><img src=logo></h1>", "Ship seized"),
        ("<p>Ship seized</p>", ""),
    ],
)
def test_a_page_states_its_title(markup: str, title: str) -> None:
    """What is given to others, the heading, the window: the first that says something."""
    assert stated(markup, URL).title == title


def test_a_page_states_its_language() -> None:
    """The root element says it, in whatever order of attributes."""
    assert stated('<!doctype html>\n<html dir="rtl" lang="fa-IR">', URL).language == "fa-IR"
    assert stated("<html><p lang=fr>", URL).language == ""


def test_a_followed_page_gives_its_address() -> None:
    """Link and Open Graph agree or the first that is its own is taken; a page that says nothing keeps its link."""
    links = (
        '<link rel="canonical" href="https://elsewhere.example/x"><meta property="og:url" content="/statek?utm_id=1">'
    )
    page = PAGE.replace("<nav>", f"{links}<nav>").encode("iso-8859-2")
    summary = make_article("gazeta", "1", "Tytuł", "Krótko.", "https://gazeta.example/r?u=5")
    article = read_page(page, summary, "", "https://www.gazeta.example/statek?utm_id=2")
    assert article.url == "https://www.gazeta.example/statek"
    assert article.published == datetime(2024, 5, 6, 8, tzinfo=UTC)
    assert read_page(PAGE.encode("iso-8859-2"), summary, "", "https://gazeta.example/statek").url == summary.url


@given(st.text(max_size=80))
def test_no_markup_raises(text: str) -> None:
    """Whatever stands in tags, a page states something or nothing."""
    stated(f'<meta property="og:url" content="{text}"><link rel=canonical href={text}><time>{text}</time>', URL)


@pytest.mark.parametrize(
    "piece",
    [
        "<h1>",
        "<h1><b>",
        "<title>x",
        "<html ",
        "<meta " + "a" * 1990 + ">",
        "<meta " + "a " * 990 + ">",
        "<time>x",
        "<link rel=x",
        "<meta content='",
        '"datePublished":"',
        "<meta name=date content=" + "1 " * 900 + ">",
        "<time>" + "9." * 40 + "</time>",
    ],
)
def test_hostile_markup_takes_no_time(piece: str) -> None:
    """Half a megabyte of what makes patterns slow is read in less than a second."""
    before = process_time()
    stated(piece * (500_000 // len(piece)), URL)
    assert process_time() - before < 1.0
