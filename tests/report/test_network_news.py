"""What the state tells of networks in the news: told stories of the look-back, and nothing quiet."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.report.world import ARMS, NOW, PUTIN, TEXT, VERUS, article, begin, learn, match
from watchlist.jobs.network_news import News, headlines
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


def test_parties_and_networks_since_a_moment(store: Store) -> None:
    """Alerts of the look-back by party, descriptions by network; a review names nobody."""
    learn(store, article(2, OTHER, title="House"), NOW, match(OTHER, "dealer", VERUS, Level.REVIEW))
    ((party, story),) = store.sightings.parties_named(NOW - MONTH)
    assert party == PUTIN.id
    assert store.sightings.networks_told(NOW - MONTH) == ((ARMS.name, story),)
    assert store.sightings.parties_named(NOW + MONTH) == store.sightings.networks_told(NOW + MONTH) == ()


def test_the_newest_stories_come_first(store: Store) -> None:
    """By their first articles."""
    learn(store, replace(article(2, OTHER, title="House")), NOW, match(OTHER, "dealer", VERUS))
    stories = {story for _, story in store.sightings.parties_named(NOW - MONTH)}
    assert [one.title for one in headlines(store, stories, 5)] == ["House", "Journey east"]
    assert [one.title for one in headlines(store, stories, 1)] == ["House"]
    (seen,) = {one.source for one in headlines(store, stories, 5)}
    assert seen == "reuters"
    assert article(1, TEXT).title == headlines(store, stories, 5)[1].title


def test_a_network_has_the_stories_of_its_members_and_its_own() -> None:
    """Each story once."""
    news = News(90, {"p": frozenset({"s1", "s2"}), "q": frozenset({"s2"})}, {"N": frozenset({"s3"})})
    about = news.of(Network("N", ("p", "q", "r")))
    assert (about.members, about.stories) == (("p", "q"), ("s1", "s2", "s3"))
    assert news.of(Network("M", ("r",))).stories == ()
