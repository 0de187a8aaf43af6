"""The one table of columns: name, kind, and how each is made; columns are only ever added at the end."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from watchlist.changes import ChangeKind
from watchlist.coverage import Coverage
from watchlist.report.cells import Kind
from watchlist.report.details import party_details
from watchlist.report.facts import ChangeFinding, Finding, NetworkFinding, Way
from watchlist.report.words import counted, evidence_words, field_changes, instant, listed, shortened, snippet

Row = TypeVar("Row")

LONGEST_SENTENCES = 900
"""Characters of the sentences that describe a network: three long ones."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column of one file; ``of`` makes its text from a row."""

    name: str
    kind: Kind
    of: Callable[[Row], str]


def _text(name: str, of: Callable[[Row], str]) -> Column[Row]:
    return Column(name, Kind.TEXT, of)


def _id(name: str, of: Callable[[Row], str]) -> Column[Row]:
    return Column(name, Kind.ID, of)


def _number(name: str, of: Callable[[Row], str]) -> Column[Row]:
    return Column(name, Kind.NUMBER, of)


def _nothing(_: object) -> str:
    """Filled in by the analyst, in a copy."""
    return ""


def _party_name(row: Finding) -> str:
    return row.match.alias.text if row.party is None else row.party.name


def _hops(way: Way) -> str:
    return str(way.hops) if way.hops else ""


MENTIONS: tuple[Column[Finding], ...] = (
    _text("priority", lambda row: row.priority),
    _text("party", _party_name),
    _text("party_type", lambda row: "" if row.party is None else row.party.type.value),
    _text("mention", lambda row: row.match.mention.surface),
    _text("snippet", lambda row: snippet(row.article.title, row.article.text, row.match.mention)),
    _text("level", lambda row: row.match.level.value),
    _text("status", lambda row: row.status),
    _text("why", lambda row: row.why),
    _text("disposition", _nothing),
    _text("disposition_by", _nothing),
    _text("disposition_note", _nothing),
    _text("title", lambda row: row.article.title),
    _text("source", lambda row: row.article.source),
    _text("published", lambda row: instant(row.article.published)),
    _text("url", lambda row: row.article.url),
    _text("outlets", lambda row: counted(row.outlets)),
    _text("party_details", lambda row: "" if row.party is None else party_details(row.party)),
    _id("listings", lambda row: listed(one.id for one in row.listings) or row.match.party),
    _text("programmes", lambda row: "" if row.party is None else listed(row.party.programmes)),
    _text("watchlists", lambda row: listed(row.watchlists)),
    _text("networks", lambda row: listed(row.networks)),
    _text("network_path", lambda row: row.path.words),
    _text("topics", lambda row: listed(row.topics)),
    _text("also_mentioned", lambda row: listed(row.also_mentioned)),
    _text("also_possible", lambda row: listed(row.also_possible)),
    _text("matched_name", lambda row: row.match.alias.text if row.on_a_list else ""),
    _text("alias_kind", lambda row: row.match.alias.kind.value if row.on_a_list else ""),
    _text("match_kind", lambda row: row.match.kind.value if row.on_a_list else ""),
    _number("score", lambda row: f"{row.match.score:.3f}" if row.on_a_list else ""),
    _text("evidence", lambda row: evidence_words(row.match.evidence)),
    _text("what_changed", lambda row: row.changed),
    _text("language", lambda row: row.article.language),
    _text("first_seen", lambda row: instant(row.first_seen)),
    _text("listing_urls", lambda row: listed(one.url for one in row.listings)),
    _id("story_id", lambda row: row.story),
    _id("article_id", lambda row: row.article.id),
    _id("alert_id", lambda row: row.alert),
    _text("date", lambda row: row.day.isoformat()),
    _text("list_versions", lambda row: listed(version.words for version in row.versions)),
    _number("network_hops", lambda row: _hops(row.path)),
)


NETWORKS: tuple[Column[NetworkFinding], ...] = (
    _text("network", lambda row: row.mention.network),
    _text("how", lambda row: row.mention.how),
    _text("members_in_news", lambda row: listed(map(row.named, row.mention.named))),
    _text("new_members", lambda row: listed(map(row.named, row.new_members))),
    _text("members", lambda row: listed(map(row.named, row.mention.members))),
    _text("snippet", lambda row: shortened(" ".join(row.mention.mention.surface.split()), LONGEST_SENTENCES)),
    _text("signals", lambda row: listed(row.mention.signals)),
    _text("topics", lambda row: listed(row.mention.topics)),
    _text("path", lambda row: row.path.words),
    _text("evidence", lambda row: evidence_words(row.mention.evidence)),
    _text("title", lambda row: row.article.title),
    _text("source", lambda row: row.article.source),
    _text("published", lambda row: instant(row.article.published)),
    _text("url", lambda row: row.article.url),
    _text("outlets", lambda row: counted(row.outlets)),
    _id("story_id", lambda row: row.story),
    _id("article_id", lambda row: row.article.id),
    _text("date", lambda row: row.day.isoformat()),
    _number("hops", lambda row: _hops(row.path)),
    _text("members_today", lambda row: counted(list(map(row.named, row.members_today)))),
    _text("stories_today", lambda row: counted(row.stories_today)),
)


_CHANGES = {ChangeKind.ADD: "listed", ChangeKind.MOD: "changed", ChangeKind.DEL: "delisted"}

CHANGES: tuple[Column[ChangeFinding], ...] = (
    _text("change", lambda row: _CHANGES[row.change.kind]),
    _text("name", lambda row: row.change.name),
    _text("type", lambda row: row.change.type.value),
    _text("list", lambda row: row.change.list_name),
    _id("listing", lambda row: row.change.listing),
    _text("what_changed", lambda row: field_changes(row.change.fields)),
    _text("programmes", lambda row: listed(row.change.programmes)),
    _text("listed_on", lambda row: "" if row.change.listed_on is None else row.change.listed_on.isoformat()),
    _number("stories_told", lambda row: str(row.stories)),
    _id("party", lambda row: row.party),
    _text("url", lambda row: row.change.url),
    _text("learned", lambda row: instant(row.at)),
    _text("list_version", lambda row: f"sha256:{row.version}"),
    _text("date", lambda row: row.day.isoformat()),
)


def _count(name: str) -> Column[Coverage]:
    return _number(name, lambda row: "" if row.funnel is None else str(getattr(row.funnel, name)))


COVERAGE: tuple[Column[Coverage], ...] = (
    _text("kind", lambda row: row.kind),
    _text("name", lambda row: row.name),
    _text("outcome", lambda row: row.outcome),
    _text("message", lambda row: row.message),
    _text("version", lambda row: row.version),
    _text("published", lambda row: row.published),
    _text("checked", lambda row: instant(row.checked)),
    _number("age_hours", lambda row: "" if row.age is None else f"{row.age:.1f}"),
    _number("listings", lambda row: "" if row.listings is None else str(row.listings)),
    _number("names", lambda row: "" if row.names is None else str(row.names)),
    _number("failures", lambda row: "" if row.failures is None else str(row.failures)),
    *map(_count, ("fetched", "screened", "duplicate", "unchanged", "quarantined", "dropped")),
)
