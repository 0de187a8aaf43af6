"""Which networks the news of the look-back is about: their members, and the stories that name or describe them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from watchlist.config import Config
from watchlist.jobs.lookup import Register, read_register
from watchlist.jobs.steps import Track, unseen
from watchlist.model import Network
from watchlist.store import Store

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class InTheNews:
    """Members of a network that articles name, and stories that name one of them or describe the network.

    ``today`` are members named in the last 24 hours, ``new`` those of them whom nothing of the look-back named before.
    """

    members: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    today: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Headline:
    """The first article of a story; ``seen`` is when it was taken in."""

    story: str
    seen: datetime
    source: str
    title: str


@dataclass(frozen=True, slots=True)
class News:
    """Stories of the last ``days`` by the party that they name, and by the network that they describe.

    ``today`` are parties named in the last 24 hours, ``new`` those of them that were not named before.
    """

    days: int
    of_party: Mapping[str, frozenset[str]]
    of_network: Mapping[str, frozenset[str]]
    today: frozenset[str] = frozenset()
    new: frozenset[str] = frozenset()

    def of(self, network: Network) -> InTheNews:
        """What the news has of a network."""
        members = tuple(member for member in network.members if member in self.of_party)
        stories = [self.of_party[member] for member in members] + [self.of_network.get(network.name, frozenset())]
        return InTheNews(
            members=members,
            stories=tuple(sorted(frozenset[str]().union(*stories))),
            today=tuple(member for member in members if member in self.today),
            new=tuple(member for member in members if member in self.new),
        )


def read_networks(store: Store, config: Config, now: datetime, track: Track = unseen) -> tuple[Register, News]:
    """The parties and networks of all lists, and what the news of the look-back has of them."""
    register = read_register(store, config, now, track)
    return register, read_news(store, register.party_of, now, config.lookback)


def read_news(store: Store, party_of: Mapping[str, str], now: datetime, lookback: timedelta) -> News:
    """What the articles of the look-back name; ``party_of`` gives the present party of a listing."""
    since, morning = now - lookback, now - DAY
    before = {(party_of.get(party, party), story) for party, story in store.sightings.parties_named(since, morning)}
    today = {(party_of.get(party, party), story) for party, story in store.sightings.parties_named(morning, now)}
    named = frozenset(party for party, _ in today)
    networks = store.sightings.networks_told(since, now)
    new = named - {party for party, _ in before}
    return News(lookback.days, _by_first(before | today), _by_first(networks), named, new)


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
