"""News goes through a counted way, each article once, whole or not at all."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.jobs.samples import LONG, NOW, configured, entry, rss
from tests.servers import LoopbackServer, serving
from watchlist.config import Config
from watchlist.coverage import Funnel
from watchlist.fetch import Fetcher
from watchlist.jobs import screen
from watchlist.jobs.cycle import current_watch, fetch_options
from watchlist.jobs.refresh import refresh
from watchlist.jobs.screen import screen_sources
from watchlist.jobs.watch import Watch
from watchlist.matching import Screener
from watchlist.model import Article, Match
from watchlist.news import entries
from watchlist.store import CheckOutcome, Sighting, SourceCheck, Store

PAGE = f"<html><head><title>Talks</title></head><body><article><h1>Talks</h1><p>{LONG}</p></article></body></html>"


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    """A server on loopback."""
    with serving() as running:
        yield running


class World:
    """A state with active lists, and turns over its sources."""

    def __init__(self, store: Store, config: Config) -> None:
        self.store = store
        self.config = config
        with Fetcher(fetch_options(config)) as fetcher:
            refresh(store, config.lists, fetcher, now=NOW)
        self.watch = current_watch(store, config, NOW)
        self.turns = 0

    def turn(self, watch: Watch | None = None) -> SourceCheck:
        """One visit to the only source, an hour after the one before."""
        self.turns += 1
        now = NOW + timedelta(hours=self.turns)
        with Fetcher(fetch_options(self.config)) as fetcher:
            return screen_sources(self.store, watch or self.watch, self.config.sources, fetcher, now=now)[0]

    def sightings(self) -> list[Sighting]:
        """Everything in stories with findings."""
        newest = self.store.sightings.newest()
        stories = self.store.sightings.stories_with_findings(0, newest)
        return [each for story in stories for each in self.store.sightings.of_story(story, newest)]


@pytest.fixture
def feed_world(tmp_path: Path, server: LoopbackServer) -> Iterator[World]:
    """A world with one feed at /feed that tells everything."""
    sources = f"[{{name: wire, feed: '{server.url('/feed')}', baseline: false}}]"
    config = configured(tmp_path, sources)
    with Store.open(config.state, exclusive=True) as store:
        yield World(store, config)


def test_a_folder_is_taken_in_once(tmp_path: Path) -> None:
    """New articles are screened, known ones counted as unchanged, revised ones screened again; junk is listed."""
    news = tmp_path / "news"
    news.mkdir()
    (news / "one.txt").write_text(LONG)
    (news / "two.txt").write_text("Nothing of note happened in the village today, said its mayor.")
    (news / "broken.jsonl").write_text("{")
    config = configured(tmp_path, "[{name: inbox, folder: news}]")
    with Store.open(config.state, exclusive=True) as store:
        world = World(store, config)
        first = world.turn()
        assert first.funnel == Funnel(fetched=2, screened=2)
        assert [fault.where for fault in first.faults] == ["broken.jsonl:1"]
        assert world.turn().funnel == Funnel(fetched=2, unchanged=2)
        (news / "two.txt").write_text(LONG.replace("mild", "wild"))
        assert world.turn().funnel == Funnel(fetched=2, unchanged=1, screened=1)
        assert {each.article.source for each in world.sightings()} == {"inbox"}


def test_a_missing_folder_fails_and_leaves_the_others_alone(tmp_path: Path) -> None:
    """The source fails with its reason; another one is taken in."""
    (tmp_path / "news").mkdir()
    config = configured(tmp_path, "[{name: gone, folder: nowhere}, {name: inbox, folder: news}]")
    with Store.open(config.state, exclusive=True) as store:
        world = World(store, config)
        with Fetcher(fetch_options(config)) as fetcher:
            gone, inbox = screen_sources(store, world.watch, config.sources, fetcher, now=NOW)
        assert gone.outcome is CheckOutcome.FAILED
        assert "nowhere" in gone.reason
        assert inbox.outcome is CheckOutcome.OK


def test_one_poisonous_text_does_not_stop_the_others(tmp_path: Path) -> None:
    """An article that cannot be screened is quarantined and listed; the rest goes on."""
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text("poison " + LONG)
    (news / "b.txt").write_text(LONG)

    class Poisonable(Screener):
        def screen(self, article: Article) -> tuple[Match, ...]:
            if article.text.startswith("poison"):
                raise ZeroDivisionError("poison")
            return super().screen(article)

    config = configured(tmp_path, "[{name: inbox, folder: news}]")
    with Store.open(config.state, exclusive=True) as store:
        world = World(store, config)
        poisoned = replace(world.watch, screener=Poisonable(world.watch.screener._index))
        check = world.turn(poisoned)
        assert check.funnel == Funnel(fetched=2, screened=1, quarantined=1)
        assert "ZeroDivisionError" in check.faults[0].what


def test_a_feed_that_did_not_change_is_not_read(feed_world: World, server: LoopbackServer) -> None:
    """The validators of a feed taken in whole go back, and 304 is success."""
    server.conditional("/feed", rss(entry("1", "Putin", LONG)), '"v1"')
    assert feed_world.turn().funnel == Funnel(fetched=1, screened=1)
    again = feed_world.turn()
    assert (again.outcome, again.funnel) == (CheckOutcome.UNCHANGED, Funnel())


@pytest.mark.parametrize(
    ("body", "status", "outcome"),
    [
        (b"nothing here", 404, CheckOutcome.FAILED),
        (b"<html><body>Please log in</body></html>", 200, CheckOutcome.REFUSED),
        (b"", 200, CheckOutcome.REFUSED),
    ],
)
def test_a_feed_that_fails_says_so(
    feed_world: World, server: LoopbackServer, body: bytes, status: int, outcome: CheckOutcome
) -> None:
    """An error, a page in place of the feed, nothing at all: no articles, and a reason."""
    server.answer("/feed", body, status=status)
    check = feed_world.turn()
    assert check.outcome is outcome
    assert check.reason
    assert check.funnel == Funnel()


def test_a_summary_is_completed_from_its_page(feed_world: World, server: LoopbackServer) -> None:
    """The page is fetched once, its text screened; the next turn knows the entry by its id."""
    server.answer("/feed", rss(entry("1", "Talks", "Short.", server.url("/page"))))
    server.answer("/page", PAGE.encode(), headers={"Content-Type": "text/html; charset=utf-8"})
    assert feed_world.turn().funnel == Funnel(fetched=1, screened=1)
    assert feed_world.turn().funnel == Funnel(fetched=1, unchanged=1)
    assert len(server.asked("/page")) == 1
    (sighting,) = feed_world.sightings()
    assert "weather was mild" in sighting.article.text


def test_a_page_that_fails_is_tried_again_and_its_summary_told_at_once(
    feed_world: World, server: LoopbackServer
) -> None:
    """The summary is screened the first time; when the page comes at last, its text is; after three times no more."""
    server.answer("/feed", rss(entry("1", "Vladimir Putin", "Short.", server.url("/page"))))
    server.answer("/page", b"", status=503)
    first = feed_world.turn()
    assert first.funnel == Funnel(fetched=1, screened=1)
    assert "503" in first.faults[0].what
    assert feed_world.turn().funnel == Funnel(fetched=1, unchanged=1)
    server.answer("/page", PAGE.encode(), headers={"Content-Type": "text/html"})
    assert feed_world.turn().funnel == Funnel(fetched=1, screened=1)
    assert feed_world.turn().funnel == Funnel(fetched=1, unchanged=1)
    assert len(server.asked("/page")) == 3


def test_a_page_that_never_comes_is_given_up(feed_world: World, server: LoopbackServer) -> None:
    """A paywall is asked three times, not for ever."""
    server.answer("/feed", rss(entry("1", "Vladimir Putin", "Short.", server.url("/page"))))
    server.answer("/page", b"", status=403)
    for _ in range(5):
        feed_world.turn()
    assert len(server.asked("/page")) == screen.MAX_TRIES


def test_pages_beyond_the_cap_wait(feed_world: World, server: LoopbackServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one turn leaves, the next one takes, even when the feed itself has not changed."""
    monkeypatch.setattr(screen, "MAX_PAGES", 2)
    pages = [
        server.answer(f"/{n}", PAGE.replace("mild", f"mild {n}").encode(), headers={"Content-Type": "text/html"})
        for n in range(3)
    ]
    server.conditional("/feed", rss(*(entry(url, "Talks", "Short.", url) for url in pages)), '"v1"')
    first = feed_world.turn()
    assert (first.funnel.fetched, first.funnel.dropped) == (3, 1)
    second = feed_world.turn()
    assert second.outcome is CheckOutcome.OK
    assert (second.funnel.unchanged, second.funnel.dropped) == (2, 0)
    assert feed_world.turn().outcome is CheckOutcome.UNCHANGED


def test_entries_beyond_the_bound_are_counted(
    feed_world: World, server: LoopbackServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a feed has beyond the newest entries stands in the funnel as dropped, and in the faults."""
    monkeypatch.setattr(entries, "MAX_ENTRIES", 2)
    server.answer("/feed", rss(*(entry(f"{n}", "Talks", f"{n} {LONG}") for n in range(5))))
    check = feed_world.turn()
    assert (check.funnel.fetched, check.funnel.dropped) == (5, 3)
    assert "3 entries" in check.faults[0].what


def test_the_first_look_at_a_feed_is_quiet(tmp_path: Path, server: LoopbackServer) -> None:
    """What was published before the first look is counted and never told; what comes later is told."""
    old = entry("1", "Old", LONG)
    server.answer("/feed", rss(old))
    config = configured(tmp_path, f"[{{name: wire, feed: '{server.url('/feed')}'}}]")
    with Store.open(config.state, exclusive=True) as store:
        world = World(store, config)
        assert world.turn().funnel == Funnel(fetched=1, screened=1)
        assert world.sightings() == []
        server.answer("/feed", rss(old, entry("2", "New", LONG.replace("quiet", "loud and full of tanks and people"))))
        assert world.turn().funnel == Funnel(fetched=2, screened=1, unchanged=1)
        assert [each.article.title for each in world.sightings() if not each.quiet] == ["New"]


def test_a_first_look_that_was_stopped_stays_quiet(tmp_path: Path, server: LoopbackServer) -> None:
    """Stopping in the middle neither tells old articles later nor loses the feed's place."""
    server.conditional("/feed", rss(entry("1", "Old", LONG)), '"v1"')
    config = configured(tmp_path, f"[{{name: wire, feed: '{server.url('/feed')}'}}]")
    with Store.open(config.state, exclusive=True) as store:
        world = World(store, config)
        with Fetcher(fetch_options(config)) as fetcher:
            checks = screen_sources(store, world.watch, config.sources, fetcher, now=NOW, stopped=lambda: True)
        assert checks == ()
        assert world.turn().funnel == Funnel(fetched=1, screened=1)
        assert world.sightings() == []


def turned(store: Store, config: Config, turns: int) -> list[SourceCheck]:
    """So many visits to the only source."""
    world = World(store, config)
    return [world.turn() for _ in range(turns)]


def test_the_sitemaps_of_an_index_are_followed_to_their_pages(tmp_path: Path, server: LoopbackServer) -> None:
    """One level down; one that fails leaves the others alone; known pages are not fetched again, the index is."""
    page = server.answer("/1", PAGE.encode(), headers={"Content-Type": "text/html"})
    good = f"<urlset><url><loc>{page}</loc></url><url><loc>{page}</loc></url></urlset>".encode()
    places = [server.conditional("/a.xml", good, '"a"'), server.answer("/b.xml", b"", status=500)]
    index = "".join(f"<sitemap><loc>{place}</loc></sitemap>" for place in places)
    url = server.conditional("/index.xml", f"<sitemapindex>{index}</sitemapindex>".encode(), '"i"')
    config = configured(tmp_path, f"[{{name: map, sitemap: '{url}', baseline: false}}]")
    with Store.open(config.state, exclusive=True) as store:
        first, second = turned(store, config, 2)
    assert (first.outcome, first.funnel) == (CheckOutcome.OK, Funnel(fetched=2, screened=1, unchanged=1))
    assert [fault.where for fault in first.faults] == [places[1]]
    assert (second.outcome, second.funnel) == (CheckOutcome.OK, Funnel())
    assert len(server.asked("/1")) == 1
    assert len(server.asked("/a.xml")) == len(server.asked("/index.xml")) == 2


def test_an_index_without_one_readable_sitemap_fails(tmp_path: Path, server: LoopbackServer) -> None:
    """The index alone is no news; an index in an index is named and not followed."""
    inner = server.answer(
        "/inner.xml", f"<sitemapindex><sitemap><loc>{server.url('/x')}</loc></sitemap></sitemapindex>".encode()
    )
    gone = f"<sitemapindex><sitemap><loc>{server.url('/gone.xml')}</loc></sitemap></sitemapindex>"
    url = server.answer("/index.xml", gone.encode())
    config = configured(tmp_path, f"[{{name: map, sitemap: '{url}', baseline: false}}]")
    with Store.open(config.state, exclusive=True) as store:
        world = World(store, config)
        assert world.turn().outcome is CheckOutcome.FAILED
        server.answer("/index.xml", gone.replace(server.url("/gone.xml"), inner).encode())
        check = world.turn()
        assert check.outcome is CheckOutcome.OK
        assert "further documents" in check.faults[0].what
    assert server.asked("/x") == []


def test_the_links_of_a_page_are_followed(tmp_path: Path, server: LoopbackServer) -> None:
    """New ones are fetched and screened; at the first look, with a baseline, what is there is only counted."""
    server.answer("/1", PAGE.encode(), headers={"Content-Type": "text/html"})
    listed = "<h2><a href='/{0}'>Vladimir Putin {0}</a></h2>"
    url = server.answer("/press", listed.format(1).encode(), headers={"Content-Type": "text/html"})
    config = configured(tmp_path, f"[{{name: press, page: '{url}', links: h2 a}}]")
    with Store.open(config.state, exclusive=True) as store:
        world = World(store, config)
        assert world.turn().funnel == Funnel(fetched=1, screened=1)
        assert (server.asked("/1"), world.sightings()) == ([], [])
        server.answer("/2", PAGE.encode(), headers={"Content-Type": "text/html"})
        server.answer("/press", (listed.format(1) + listed.format(2)).encode(), headers={"Content-Type": "text/html"})
        assert world.turn().funnel == Funnel(fetched=2, unchanged=1, screened=1)
        assert ["weather was mild" in each.article.text for each in world.sightings()] == [True]


def test_a_page_without_summary_waits_and_is_given_up(tmp_path: Path, server: LoopbackServer) -> None:
    """There is nothing to screen until the page comes; after three times it stands in quarantine, and is counted."""
    gone = server.answer("/1", b"", status=500)
    url = server.answer("/map.xml", f"<urlset><url><loc>{gone}</loc></url></urlset>".encode())
    config = configured(tmp_path, f"[{{name: map, sitemap: '{url}', baseline: false}}]")
    with Store.open(config.state, exclusive=True) as store:
        funnels = [check.funnel for check in turned(store, config, 4)]
    assert funnels == [Funnel(fetched=1, dropped=1)] * 2 + [Funnel(fetched=1, quarantined=1)] * 2
    assert len(server.asked("/1")) == screen.MAX_TRIES


def test_the_first_look_at_a_sitemap_fetches_no_page(tmp_path: Path, server: LoopbackServer) -> None:
    """Thousands of old pages are counted; only what comes later is fetched."""
    places = "".join(f"<url><loc>{server.url(f'/{n}')}</loc></url>" for n in range(30))
    url = server.answer("/map.xml", f"<urlset>{places}</urlset>".encode())
    config = configured(tmp_path, f"[{{name: map, sitemap: '{url}'}}]")
    with Store.open(config.state, exclusive=True) as store:
        first, second = turned(store, config, 2)
    assert (first.funnel.fetched, first.funnel.dropped) == (30, 0)
    assert second.funnel == Funnel(fetched=30, unchanged=30)
    assert server.asked("/3") == []


def test_an_archive_is_read_once(tmp_path: Path) -> None:
    """As long as nobody touches it; it tells everything, for a baseline is what feeds have."""
    archive = tmp_path / "old.jsonl.gz"
    lines = [json.dumps({"id": str(n), "text": f"{n} {LONG}"}) for n in range(3)]
    archive.write_bytes(gzip.compress("\n".join(lines[:2]).encode()))
    config = configured(tmp_path, "[{name: old, archive: old.jsonl.gz}]")
    with Store.open(config.state, exclusive=True) as store:
        world = World(store, config)
        assert world.turn().funnel == Funnel(fetched=2, screened=2)
        assert len(world.sightings()) == 2
        second = world.turn()
        assert (second.outcome, second.funnel) == (CheckOutcome.UNCHANGED, Funnel())
        archive.write_bytes(gzip.compress("\n".join(lines).encode()))
        assert world.turn().funnel == Funnel(fetched=3, screened=1, unchanged=2)
