"""One case per party and story, at its best match: what a report tells in one row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from watchlist.model import Article, Level, Match, MatchKind


@dataclass(frozen=True, slots=True)
class Observation:
    """A match in one article of a story; ``number`` is the order of learning, ``tier`` the trust in the source."""

    number: int
    article: Article
    seen: datetime
    tier: int
    match: Match


@dataclass(frozen=True, slots=True)
class Case:
    """A party in a story: ``best`` is what the row shows, ``outlets`` the sources in order of first sighting."""

    party: str
    best: Observation
    first_seen: datetime
    newest: int
    outlets: tuple[str, ...]
    characters: int

    @property
    def level(self) -> Level:
        """The best level of any match."""
        return self.best.match.level


def cases(observations: Sequence[Observation], party_of: Mapping[str, str]) -> tuple[Case, ...]:
    """The cases of one story, in order of first observation.

    ``party_of`` gives the present party of any listing id, so that observations made before listings were joined count
    for the party they now belong to; a listing that is gone stands for itself.
    """
    by_party: dict[str, list[Observation]] = {}
    for observation in sorted(observations, key=lambda one: one.number):
        party = observation.match.party
        by_party.setdefault(party_of.get(party, party), []).append(observation)
    return tuple(_case(party, observed) for party, observed in by_party.items())


def _case(party: str, observed: Sequence[Observation]) -> Case:
    return Case(
        party=party,
        best=min(observed, key=_rank),
        first_seen=min(one.seen for one in observed),
        newest=max(one.number for one in observed),
        outlets=tuple(dict.fromkeys(one.article.source for one in observed)),
        characters=max(len(one.article.text) for one in observed),
    )


def _rank(one: Observation) -> tuple[object, ...]:
    """Alerts before reviews, whole names before short; then score, trust, the fuller surface, the first learned."""
    match = one.match
    review = match.level is Level.REVIEW
    return (
        review,
        match.kind in {MatchKind.REFERENCE, MatchKind.PARTIAL},
        -match.score,
        one.tier,
        -len(match.mention.surface),
        one.number,
        match.mention.field != "text",
        match.mention.start,
    )
