"""Which networks an article is about: those that it names by their members, and those that it only describes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from watchlist.model import Article, Evidence, Field, Level, Link, Match, Mention, Network, NetworkMention, Party
from watchlist.networks.paths import connection, neighbours
from watchlist.networks.signals import Description, SignalFinder
from watchlist.networks.topics import TopicFinder
from watchlist.text.sentences import sentences

NAMED = "named"
DESCRIBED = "described"
_FEWEST_NAMED = 2
"""Members that an article must name for a stated network; one is enough for a network that the user asked for."""


class NetworkFinder:
    """The networks of one state of lists and configuration, held against articles.

    Raises:
        ValueError: a phrase of a signal or topic holds no word, or a ``*`` that does not end one.
    """

    def __init__(
        self,
        networks: Sequence[Network],
        parties: Sequence[Party],
        links: Sequence[Link],
        topics: Mapping[str, Sequence[str]],
    ) -> None:
        self._networks = {network.name: network for network in networks}
        self._of_member: dict[str, list[str]] = {}
        for network in networks:
            for member in network.members:
                self._of_member.setdefault(member, []).append(network.name)
        self._names = {party.id: party.name for party in parties}
        self._around = neighbours(links)
        self._signals = SignalFinder(networks)
        self._topics = TopicFinder(topics)

    def find(self, article: Article, matches: Sequence[Match]) -> tuple[NetworkMention, ...]:
        """At most one mention per network, in the order of the networks.

        A network is named by two of its members at alert level (a configured one by one), else described where its
        signals meet. Members that stand together in several stated networks are told in one: the one with most of
        them, then with its hub among them, then with the fewest members.
        """
        named = _first_alerts(matches)
        descriptions = self._signals.find(article)
        told = {network.name: members for network, members in self._told(named)}
        found = [name for name in self._networks if name in told or name in descriptions]
        if not found:
            return ()
        topics = self._topics.find(f"{article.title}\n{article.text}")
        mentions = (
            self._named(article, self._networks[name], told[name], descriptions.get(name))
            if name in told
            else self._described(self._networks[name], descriptions[name])
            for name in found
        )
        return tuple(replace(mention, topics=topics) for mention in mentions)

    def _told(self, named: Mapping[str, Match]) -> Iterator[tuple[Network, dict[str, Match]]]:
        """The networks to tell as named, each with its named members in the order of the network."""
        told: list[frozenset[str]] = []
        for network, members in sorted(self._candidates(named), key=_importance):
            alone = not any(members.keys() <= other for other in told)
            if network.configured or alone:
                told.append(frozenset(members))
                yield network, members

    def _candidates(self, named: Mapping[str, Match]) -> Iterator[tuple[Network, dict[str, Match]]]:
        for name in dict.fromkeys(name for member in named for name in self._of_member.get(member, ())):
            network = self._networks[name]
            members = {member: named[member] for member in network.members if member in named}
            if network.configured or len(members) >= _FEWEST_NAMED:
                yield network, members

    def _named(
        self, article: Article, network: Network, named: Mapping[str, Match], description: Description | None
    ) -> NetworkMention:
        members = tuple(named)
        return NetworkMention(
            network=network.name,
            how=NAMED,
            members=network.members,
            named=members,
            mention=_fullest_sentence(article, [match.mention for match in named.values()]),
            signals=description.phrases if description else (),
            topics=(),
            evidence=tuple(self._evidence(named)) + (description.evidence if description else ()),
            path=connection(self._around, network.members, members),
        )

    def _evidence(self, named: Mapping[str, Match]) -> Iterator[Evidence]:
        for member, match in named.items():
            detail = f"names the member {self._names.get(member, member)} as “{match.mention.surface}”"
            yield Evidence("member", match.score, 1.0, detail)

    def _described(self, network: Network, description: Description) -> NetworkMention:
        return NetworkMention(
            network=network.name,
            how=DESCRIBED,
            members=network.members,
            named=(),
            mention=description.mention,
            signals=description.phrases,
            topics=(),
            evidence=description.evidence,
        )


def _importance(candidate: tuple[Network, dict[str, Match]]) -> tuple[bool, int, bool, int, str]:
    network, members = candidate
    hub_is_silent = network.members[0] not in members
    return not network.configured, -len(members), hub_is_silent, len(network.members), network.name


def _first_alerts(matches: Iterable[Match]) -> dict[str, Match]:
    """The first match of every party that is an alert, by the places of the article: title, then text."""
    alerts = (match for match in matches if match.level is Level.ALERT)
    found: dict[str, Match] = {}
    for match in sorted(
        alerts, key=lambda one: (one.mention.field is not Field.TITLE, one.mention.start, one.mention.end)
    ):
        found.setdefault(match.party, match)
    return found


def _fullest_sentence(article: Article, mentions: Sequence[Mention]) -> Mention:
    """The sentence in which most of the mentions stand, the first of several."""
    spans = {part: sentences(article.of(part)) for part in {mention.field for mention in mentions}}
    around = [_sentence(article, mention, spans[mention.field]) for mention in mentions]
    return max(around, key=around.count)


def _sentence(article: Article, mention: Mention, spans: Sequence[tuple[int, int]]) -> Mention:
    """The sentence of a mention, or those that it runs through."""
    inside = [span for span in spans if span[0] < mention.end and mention.start < span[1]]
    start = min((span[0] for span in inside), default=mention.start)
    end = max((span[1] for span in inside), default=mention.end)
    return Mention(mention.field, start, end, article.of(mention.field)[start:end])
