"""Title, lead and body of an article: each once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.news.samples import PAGE
from watchlist.news.articles import make_article
from watchlist.news.lead import with_lead, without_title
from watchlist.news.page import read_page

BODY = (
    "The coast guard seized a ship on Monday that carried goods under sanctions, officials said.\n"
    "The captain refused to speak. The cargo stays in the port until a court decides."
)
ZH = "海岸警卫队星期一扣押了一艘运载受制裁货物的船只。船长拒绝发言，货物留在港口等候法院裁决。"


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        ("The coast guard seized a ship on Monday that carried goods…", BODY),
        ("The coast guard seized a ship on Monday that carried goods under sanctions. Read more on our site", BODY),
        ("海岸警卫队星期一扣押了一艘运载受制裁货物的船只", ZH),
        ("", BODY),
        ("…", BODY),
    ],
)
def test_a_lead_that_the_body_repeats_is_not_kept(lead: str, body: str) -> None:
    """A summary cut from the body, with or without the site's own words behind it, says nothing new."""
    assert with_lead(lead, body) == body


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        ("Viktor Bout's former partner is behind the cargo, prosecutors believe.", BODY),
        ("Bout arrested", BODY),
        ("维克托·布特的前合伙人据信是货主", ZH),
    ],
)
def test_a_lead_of_its_own_is_a_paragraph_of_its_own(lead: str, body: str) -> None:
    """Somebody whom only the summary names is not lost when the page is read."""
    assert with_lead(lead, body) == f"{lead}\n{body}"


@given(st.text(max_size=60), st.text(max_size=120))
def test_neither_is_ever_cut(lead: str, body: str) -> None:
    """What comes out ends with the body or is the lead, whole; and joining again changes nothing."""
    joined = with_lead(lead, body)
    assert joined.endswith(body) or joined == lead
    assert with_lead(lead, joined) == joined


def test_a_title_stands_only_in_the_title() -> None:
    """A first line that repeats it goes, whatever its case and quotes; another headline stays."""
    assert without_title("“Ship” seized", f'"SHIP" SEIZED\n{BODY}') == BODY
    assert without_title("Ship seized", f"Ship seized again\n{BODY}") == f"Ship seized again\n{BODY}"
    assert without_title("Ship seized", "Ship seized") == "Ship seized"
    assert without_title("", BODY) == BODY


def test_a_followed_page_keeps_all_three_apart() -> None:
    """Title from the feed, then what only the feed says, then the page without its repeated heading."""
    summary = make_article("gazeta", "1", "Statek zatrzymany w Gdańsku", "Za ładunkiem stoi Wiktor But.", "")
    article = read_page(PAGE.encode("iso-8859-2"), summary, "", "https://gazeta.example/statek")
    assert article.title == "Statek zatrzymany w Gdańsku"
    assert article.text.startswith("Za ładunkiem stoi Wiktor But.\nStraż graniczna zatrzymała")
    assert "Statek zatrzymany w Gdańsku" not in article.text
