"""Which networks the news of the look-back is about: their members, and the stories that name or describe them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from watchlist.config import Config
from watchlist.jobs.lookup import Register, read_register
from watchlist.jobs.steps import Track, unseen
from watchlist.model import Network
from watchlist.store import Store


@dataclass(frozen=True, slots=True)
class InTheNews:
    """Members of a network that articles name, and stories that name one of them or describe the network."""

    members: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Headline:
    """The first article of a story; ``seen`` is when it was taken in."""

    story: str
    seen: datetime
    source: str
    title: str


@dataclass(frozen=True, slots=True)
class News:
    """Stories of the last ``days`` by the party that they name, and by the network that they describe."""

    days: int
    of_party: Mapping[str, frozenset[str]]
    of_network: Mapping[str, frozenset[str]]

    def of(self, network: Network) -> InTheNews:
        """What the news has of a network."""
        members = tuple(member for member in network.members if member in self.of_party)
        stories = [self.of_party[member] for member in members] + [self.of_network.get(network.name, frozenset())]
        return InTheNews(members, tuple(sorted(frozenset[str]().union(*stories))))


def read_networks(store: Store, config: Config, now: datetime, track: Track = unseen) -> tuple[Register, News]:
    """The parties and networks of all lists, and what the news of the look-back has of them."""
    register = read_register(store, config, now, track)
    since = now - config.lookback
    named = ((register.party_of.get(party, party), story) for party, story in store.sightings.parties_named(since))
    news = News(config.lookback.days, _by_first(named), _by_first(store.sightings.networks_told(since)))
    return register, news


def headlines(store: Store, stories: Iterable[str], most: int) -> tuple[Headline, ...]:
    """The first articles of the ``most`` stories that were founded last, the newest first."""
    founded = sorted(((store.sightings.founded(story), story) for story in stories), reverse=True)[:most]
    first = (store.sightings.of_story(story, number)[0] for number, story in founded)
    return tuple(Headline(one.story, one.seen, one.article.source, one.article.title) for one in first)


def _by_first(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for first, second in pairs:
        found.setdefault(first, set()).add(second)
    return {first: frozenset(seconds) for first, seconds in found.items()}
