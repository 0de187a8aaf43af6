"""What the state tells of networks in the news: told stories of the look-back, and nothing quiet."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.report.world import ARMS, NOW, PUTIN, VERUS, article, begin, learn, match
from watchlist.jobs.network_news import DAY, News, headlines, read_news
from watchlist.model import Level, Network
from watchlist.store import Store

MONTH = timedelta(days=30)
OTHER = "A dealer opened his trading house on Monday, and the mayor of the town came to see him cut the ribbon."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A state in which one article names Putin and describes the network."""
    with Store.open(tmp_path / "var", exclusive=True) as opened:
        begin(opened)
        yield opened


def test_parties_and_networks_of_a_span(store: Store) -> None:
    """Alerts by party, descriptions by network; a review names nobody."""
    learn(store, article(2, OTHER, title="House"), NOW, match(OTHER, "dealer", VERUS, Level.REVIEW))
    ((party, story),) = store.sightings.parties_named(NOW - MONTH, NOW + MONTH)
    assert party == PUTIN.id
    assert store.sightings.networks_told(NOW - MONTH, NOW) == ((ARMS.name, story),)
    assert store.sightings.parties_named(NOW, NOW + MONTH) == store.sightings.networks_told(NOW, NOW + MONTH) == ()
    assert store.sightings.parties_named(NOW - MONTH, NOW - timedelta(hours=1)) == ()


def test_the_newest_stories_come_first(store: Store) -> None:
    """By their first articles."""
    learn(store, article(2, OTHER, title="House"), NOW, match(OTHER, "dealer", VERUS))
    stories = {story for _, story in store.sightings.parties_named(NOW - MONTH, NOW + MONTH)}
    found = headlines(store, stories, 5)
    assert [(one.title, one.source) for one in found] == [("House", "reuters"), ("Journey east", "reuters")]
    assert headlines(store, stories, 1) == found[:1]


def test_today_and_new(store: Store) -> None:
    """Named in the last day; new when nothing named the party before, whatever listing it was called after then."""
    learn(store, article(2, OTHER, title="House"), NOW + 2 * DAY, match(OTHER, "dealer", VERUS))
    later = NOW + 2 * DAY + timedelta(hours=1)
    news = read_news(store, {}, later, MONTH)
    about = news.of(Network("N", (PUTIN.id, VERUS.id)))
    assert (about.members, about.today, about.new) == ((PUTIN.id, VERUS.id), (VERUS.id,), (VERUS.id,))
    assert len(about.stories) == 2
    joined = read_news(store, {PUTIN.id: "p", VERUS.id: "p"}, later, MONTH)
    assert joined.today == {"p"}
    assert not joined.new
    assert read_news(store, {}, later, timedelta(days=1)).of_party.keys() == {VERUS.id}


def test_a_network_has_the_stories_of_its_members_and_its_own() -> None:
    """Each story once."""
    news = News(90, {"p": frozenset({"s1", "s2"}), "q": frozenset({"s2"})}, {"N": frozenset({"s3"})})
    about = news.of(Network("N", ("p", "q", "r")))
    assert (about.members, about.stories) == (("p", "q"), ("s1", "s2", "s3"))
    assert news.of(Network("M", ("r",))).stories == ()
