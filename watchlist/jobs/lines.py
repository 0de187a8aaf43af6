"""Screenings as the lines that `watchlist scan` writes: one per mention, and one per article and network."""

from collections.abc import Iterable, Iterator

from watchlist.jobs.watch import Watch
from watchlist.model import Evidence, Match, NetworkMention, Party, Screening
from watchlist.report.cells import Kind, cell

Line = dict[str, object]


def mention_lines(watch: Watch, screening: Screening) -> Iterator[Line]:
    """A line for every mention of an article, in reading order."""
    for match in screening.matches:
        yield _mention(watch, screening.article.id, match)


def network_lines(watch: Watch, screening: Screening) -> Iterator[Line]:
    """A line for every network that an article names or describes."""
    for found in screening.networks:
        yield _network(watch, screening.article.id, found)


def flat(line: Line) -> dict[str, str]:
    """A line as cells of a table that a spreadsheet may open: several values in one cell, evidence in words."""
    return {
        key: cell(_words(value), Kind.NUMBER if isinstance(value, int | float) else Kind.TEXT)
        for key, value in line.items()
    }


MENTION_COLUMNS = (
    "article", "field", "start", "end", "surface", "level", "score", "kind", "name", "alias_kind", "party", "also",
    "party_name", "party_type", "listings", "programmes", "networks", "evidence",
)  # fmt: skip


def _mention(watch: Watch, article: str, match: Match) -> Line:
    party = watch.parties[match.party]
    return {
        "article": article,
        "field": match.mention.field.value,
        "start": match.mention.start,
        "end": match.mention.end,
        "surface": match.mention.surface,
        "level": match.level.value,
        "score": match.score,
        "kind": match.kind.value,
        "name": match.alias.text,
        "alias_kind": match.alias.kind.value,
        "party": match.party,
        "also": list(match.also),
        "party_name": party.name,
        "party_type": party.type.value,
        "listings": list(party.listing_ids),
        "programmes": list(party.programmes),
        "networks": networks_of(watch, party),
        "evidence": _evidence(match.evidence),
    }


def _network(watch: Watch, article: str, found: NetworkMention) -> Line:
    return {
        "article": article,
        "network": found.network,
        "how": found.how,
        "members": _listings(watch, found.members),
        "members_named": _listings(watch, found.named),
        "field": found.mention.field.value,
        "start": found.mention.start,
        "end": found.mention.end,
        "surface": found.mention.surface,
        "signals": list(found.signals),
        "topics": list(found.topics),
        "evidence": _evidence(found.evidence),
    }


def networks_of(watch: Watch, party: Party) -> list[str]:
    """Names of the networks that a party belongs to."""
    ids = {party.id, *party.listing_ids}
    return [network.name for network in watch.networks if not ids.isdisjoint(network.members)]


def _listings(watch: Watch, members: Iterable[str]) -> list[str]:
    """The listings of the member parties; a member that is on no list stands for itself."""
    known = (watch.parties[member].listing_ids if member in watch.parties else (member,) for member in members)
    return [listing for listings in known for listing in listings]


def _evidence(evidence: Iterable[Evidence]) -> list[Line]:
    return [
        {"feature": each.feature, "value": each.value, "weight": each.weight, "detail": each.detail}
        for each in evidence
    ]


def _words(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(str(each["detail"]) if isinstance(each, dict) else str(each) for each in value)
    return str(value)
