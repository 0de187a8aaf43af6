"""Pages that list news → links to follow."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchlist.errors import SourceError
from watchlist.model import Found
from watchlist.news.articles import article_id
from watchlist.news.index_page import read_index

URL = "https://www.press.example/news/"
PAGE = """<!doctype html><html lang="pl"><head><meta charset="utf-8"><title>Komunikaty</title></head><body>
<nav><a href="/">Start</a> <a href="/kontakt">Kontakt</a></nav>
<div class="story"><a href="1.html"><img src="1.jpg"></a>
<h2><a href="1.html#more">Statek  zatrzymany <b>w Gdańsku</b></a></h2></div>
<div class="story"><h2><a href="//press.example/2.html">Drugi komunikat</a></h2></div>
<div class="story"><h2><a href="https://ads.example/3">Reklama</a></h2><a>bez adresu</a></div>
<div class="story"><h2><a href="javascript:x()">Skrypt</a>
<a href="http://[bad">Zły</a> <a href="./">Ta strona</a></h2></div>
</body></html>"""


def read(body: str = PAGE, links: str = ".story h2 a", hosts: tuple[str, ...] = ()) -> Found:
    """The page as it comes from the network."""
    return read_index(body.encode(), "press", URL, "text/html; charset=utf-8", links=links, hosts=hosts)


def refused(body: str, links: str = "a") -> str:
    """Why this lists nothing."""
    with pytest.raises(SourceError) as caught:
        read(body, links)
    return caught.value.what


def test_what_the_selector_selects_is_followed() -> None:
    """Links of the same site in the order of the page, without fragments, by their words until they are read."""
    found = read()
    links = ("https://www.press.example/news/1.html", "https://press.example/2.html")
    assert found.follow == tuple(article.url for article in found.articles) == links
    assert [article.text for article in found.articles] == ["Statek zatrzymany w Gdańsku", "Drugi komunikat"]
    assert {(article.title, article.language, article.published) for article in found.articles} == {("", "pl", None)}
    assert found.articles[0].id == article_id("press", links[0])


def test_elements_around_links_may_be_selected() -> None:
    """The same articles: a picture and a headline that lead to one page are one."""
    assert read(links=".story") == read()


def test_other_sites_only_where_allowed() -> None:
    """A link that leaves the site is left out, unless its host is named."""
    assert len(read().articles) == 2
    assert read(hosts=("*.example",)).follow[-1] == "https://ads.example/3"


def test_links_are_resolved_against_the_base_of_the_page() -> None:
    """As browsers do it."""
    body = PAGE.replace("<title>", '<base href="/archive/"><title>')
    assert read(body).follow[0] == "https://www.press.example/archive/1.html"


def test_a_page_in_which_nothing_is_selected_is_refused() -> None:
    """A changed page, a login, an empty body: never a silent nothing."""
    assert "no link that 'h9 a' selects" in refused(PAGE, "h9 a")
    assert "no link" in refused("<p>Please log in</p>")
    assert "empty" in refused("")
    assert "no link" in refused(PAGE, "nav a[href='#']")


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damage_gives_a_typed_error_or_links(data: st.DataObject) -> None:
    """Whatever bytes are changed, nothing but SourceError leaves the reader."""
    body = bytearray(PAGE.encode())
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(body) - 1))
        body[place : place + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=12))
    try:
        read_index(bytes(body), "press", URL, "", links=".story a")
    except SourceError:
        return
