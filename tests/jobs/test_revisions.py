"""The same item again: whatever its guid, address or date, no text is missed and none is screened twice."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from tests.jobs.samples import NOW, configured, rss
from watchlist.fetch import Fetcher
from watchlist.jobs.cycle import current_watch, fetch_options
from watchlist.jobs.refresh import refresh
from watchlist.jobs.turn import Turn
from watchlist.jobs.watch import Watch
from watchlist.news.feed import read_feed
from watchlist.store import CheckOutcome, Store

QUIET = "The village council met on Tuesday and spoke about the roof of the school for two hours."
PUTIN = "President Vladimir Putin spoke in Moscow on Tuesday, and nothing was decided there."
KIM = "Kim Jong Un, leader of North Korea, visited a factory in Hamhung in the rain."
BOTH = f"{PUTIN} {KIM}"
LISTED = {"Vladimir Putin": "PUTIN, Vladimir", "Kim Jong Un": "KIM, Jong Un"}
ONE, TWO = "https://news.example/1", "https://news.example/2"
FUTURE, PAST, WRONG = "Fri, 01 Jan 2100 00:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", "yesterday, 25 o'clock"


def item(text: str, guid: str = "g1", link: str = ONE, title: str = "Talks", date: str = "", update: str = "") -> str:
    """One entry of a feed; what is empty is left out."""
    parts = {"guid": guid, "title": title, "description": text, "link": link, "pubDate": date}
    inner = "".join(f"<{name}>{value}</{name}>" for name, value in parts.items() if value)
    return f"<item>{inner}{f'<updated>{update}</updated>' if update else ''}</item>"


CASES: dict[str, tuple[Sequence[tuple[str, ...]], str]] = {
    # name: what each visit finds; screened, duplicate and unchanged of each visit
    "the same": (((item(QUIET),), (item(QUIET),)), "100 001"),
    "text changed": (((item(QUIET),), (item(PUTIN),)), "100 100"),
    "text changed twice": (((item(QUIET),), (item(PUTIN),), (item(KIM),)), "100 100 100"),
    "text changed and back": (((item(QUIET),), (item(PUTIN),), (item(QUIET),)), "100 100 001"),
    "title changed": (((item(QUIET),), (item(QUIET, title="Putin spoke"),)), "100 100"),
    "a word added": (((item(QUIET),), (item(f"{QUIET} Putin came."),)), "100 100"),
    "case changed": (((item(PUTIN),), (item(PUTIN.upper()),)), "100 100"),
    "guid reused for other news": (((item(QUIET),), (item(KIM, link=TWO, title="Visit"),)), "100 100"),
    "guid reused for a copy elsewhere": (((item(PUTIN),), (item(PUTIN, link=TWO),)), "100 001"),
    "guid of all entries the same": (
        ((item(QUIET), item(PUTIN, link=TWO)), (item(KIM), item(PUTIN, link=TWO))),
        "200 101",
    ),
    "guid of all entries the same, one address": (((item(QUIET), item(PUTIN, title="Other")),), "200"),
    "guid changed": (((item(PUTIN),), (item(PUTIN, guid="g2"),)), "100 010"),
    "guid changed at every visit": (
        ((item(PUTIN),), (item(PUTIN, guid="g2"),), (item(PUTIN, guid="g3"),)),
        "100 010 010",
    ),
    "guid and text changed": (((item(QUIET),), (item(PUTIN, guid="g2"),)), "100 100"),
    "guid and address changed": (((item(PUTIN),), (item(PUTIN, guid="g2", link=TWO),)), "100 010"),
    "guid lost": (((item(PUTIN),), (item(PUTIN, guid=""),)), "100 010"),
    "no guid": (((item(PUTIN, guid=""),), (item(PUTIN, guid=""),)), "100 001"),
    "no guid, text changed": (((item(QUIET, guid=""),), (item(PUTIN, guid=""),)), "100 100"),
    "no guid, title changed": (((item(QUIET, guid=""),), (item(QUIET, guid="", title="Putin"),)), "100 100"),
    "no guid or address": (((item(PUTIN, guid="", link=""),), (item(PUTIN, guid="", link=""),)), "100 001"),
    "no guid, address or title": (((item(PUTIN, "", "", ""),), (item(KIM, "", "", ""),)), "100 100"),
    "two entries of one text": (((item(PUTIN), item(PUTIN, "g2", TWO)),), "110"),
    "one entry twice": (((item(PUTIN), item(PUTIN)),), "101"),
    "tracking in the address": (((item(PUTIN),), (item(PUTIN, link=f"{ONE}?utm_source=feed"),)), "100 001"),
    "no date": (((item(PUTIN),), (item(KIM),)), "100 100"),
    "a date in the future": (((item(PUTIN, date=FUTURE),), (item(KIM, date=FUTURE),)), "100 100"),
    "a date long past": (((item(PUTIN, date=PAST),), (item(KIM, date=PAST),)), "100 100"),
    "a date that is none": (((item(PUTIN, date=WRONG),), (item(KIM, date=WRONG),)), "100 100"),
    "a date that moved, the text as it was": (((item(PUTIN, date=PAST),), (item(PUTIN, date=FUTURE),)), "100 001"),
    "a date that stays, the text changed": (((item(QUIET, date=PAST),), (item(BOTH, date=PAST),)), "100 100"),
    "gone and back": (((item(PUTIN),), (item(KIM, "g2", TWO),), (item(PUTIN),)), "100 100 001"),
    "gone and back changed": (((item(QUIET),), (item(KIM, "g2", TWO),), (item(PUTIN),)), "100 100 100"),
}  # fmt: skip


@pytest.fixture(scope="module")
def watch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watch]:
    """A watch over the sample lists."""
    config = configured(tmp_path_factory.mktemp("lists"))
    with Store.open(config.state, exclusive=True) as store:
        with Fetcher(fetch_options(config)) as fetcher:
            refresh(store, config.lists, fetcher, now=NOW)
        yield current_watch(store, config, NOW)


def visited(store: Store, watch: Watch, visits: Sequence[tuple[str, ...]], source: str = "wire") -> str:
    """Articles screened, duplicate and unchanged at each visit, an hour apart."""
    counts = []
    for hour, entries in enumerate(visits):
        turn = Turn(store, watch, source, NOW + timedelta(hours=hour))
        for article in read_feed(rss(*entries), source, "https://news.example/feed", "").articles:
            turn.offer(article)
        funnel = turn.close(CheckOutcome.OK).funnel
        assert funnel.fetched == funnel.screened + funnel.duplicate + funnel.unchanged
        counts.append(f"{funnel.screened}{funnel.duplicate}{funnel.unchanged}")
    return " ".join(counts)


def named(store: Store) -> set[str]:
    """The names of all parties in the state, as the lists have them."""
    newest = store.sightings.newest()
    seen = (one for story in store.sightings.stories(0, newest) for one in store.sightings.of_story(story, newest))
    return {match.alias.text for one in seen for match in one.matches}


@pytest.mark.parametrize("name", CASES)
def test_no_text_is_missed_and_none_screened_twice(watch: Watch, tmp_path: Path, name: str) -> None:
    """Each visit counts what it brings, and everybody whom any of the texts names is found."""
    visits, expected = CASES[name]
    with Store.open(tmp_path, exclusive=True) as store:
        assert visited(store, watch, visits) == expected
        texts = " ".join(entry for entries in visits for entry in entries)
        assert named(store) >= {party for name, party in LISTED.items() if name in texts}


def test_two_feeds_of_one_publisher_make_one_story(watch: Watch, tmp_path: Path) -> None:
    """One address under two guids, in one feed cut short: one story with two articles, each screened for itself."""
    whole = f"{PUTIN} {QUIET} {KIM} " + " ".join(f"Then part {number} of the day began." for number in range(20))
    with Store.open(tmp_path, exclusive=True) as store:
        assert visited(store, watch, [(item(whole),)], "world") == "100"
        assert visited(store, watch, [(item(f"{PUTIN} {QUIET} {KIM}", guid="other"),)], "politics") == "100"
        assert visited(store, watch, [(item(whole, guid="third"),)], "home") == "010"
        newest = store.sightings.newest()
        (story,) = store.sightings.stories(0, newest)
        assert [one.article.source for one in store.sightings.of_story(story, newest)] == ["world", "politics", "home"]
