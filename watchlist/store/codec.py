"""Values to text and back, exactly: JSON that keeps every character and every bit of a number."""

import json
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime

from watchlist.model import (
    Alias,
    AliasKind,
    Article,
    Designation,
    Evidence,
    Fault,
    Field,
    Level,
    Loss,
    Match,
    MatchKind,
    Mention,
    NetworkMention,
)

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def dump(value: object) -> str:
    """Compact JSON in ASCII, so that lone surrogates survive too; not-a-number is refused."""
    return json.dumps(value, separators=(",", ":"), allow_nan=False)


def pack(value: object) -> bytes:
    """Compressed JSON."""
    return zlib.compress(dump(value).encode("ascii"), 6)


def unpack(content: bytes) -> dict[str, str]:
    """What ``pack`` made of a mapping of texts."""
    value: dict[str, str] = json.loads(zlib.decompress(content))
    return value


def texts(value: str) -> tuple[str, ...]:
    """A JSON list of texts."""
    return tuple(json.loads(value))


def instant(moment: datetime) -> str:
    """An aware instant as UTC text whose order is the order of time."""
    if moment.tzinfo is None:
        raise ValueError("an instant needs a timezone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(value: str) -> datetime:
    """What ``instant`` made."""
    return datetime.fromisoformat(value)


def article_content(article: Article) -> bytes:
    """All of an article that is not a column."""
    published = "" if article.published is None else article.published.isoformat()
    return pack(
        {
            "title": article.title,
            "text": article.text,
            "url": article.url,
            "published": published,
            "language": article.language,
        }
    )


def read_article(source: str, article_id: str, digest: str, content: bytes) -> Article:
    """What ``article_content`` made, with its columns."""
    value = unpack(content)
    return Article(
        id=article_id,
        source=source,
        title=value["title"],
        text=value["text"],
        url=value["url"],
        published=datetime.fromisoformat(value["published"]) if value["published"] else None,
        language=value["language"],
        digest=digest,
    )


def _mention(mention: Mention) -> list[object]:
    return [mention.field.value, mention.start, mention.end, mention.surface]


def _read_mention(value: Sequence[object]) -> Mention:
    part, start, end, surface = value
    return Mention(Field(str(part)), int(str(start)), int(str(end)), str(surface))


def _evidence(evidence: Sequence[Evidence]) -> list[list[object]]:
    return [[one.feature, one.value, one.weight, one.detail] for one in evidence]


def _read_evidence(value: Sequence[tuple[str, float, float, str]]) -> tuple[Evidence, ...]:
    return tuple(Evidence(*one) for one in value)


def dump_match(match: Match) -> str:
    """A match as JSON."""
    alias = match.alias
    return dump(
        {
            "mention": _mention(match.mention),
            "party": match.party,
            "also": match.also,
            "alias": [alias.text, alias.kind.value, alias.family, alias.given, alias.script, alias.language],
            "kind": match.kind.value,
            "level": match.level.value,
            "score": match.score,
            "evidence": _evidence(match.evidence),
        }
    )


def read_match(text: str) -> Match:
    """What ``dump_match`` made."""
    value = json.loads(text)
    name, kind, *rest = value["alias"]
    return Match(
        mention=_read_mention(value["mention"]),
        party=value["party"],
        also=tuple(value["also"]),
        alias=Alias(name, AliasKind(kind), *rest),
        kind=MatchKind(value["kind"]),
        level=Level(value["level"]),
        score=value["score"],
        evidence=_read_evidence(value["evidence"]),
    )


def dump_network(mention: NetworkMention) -> str:
    """A network mention as JSON."""
    return dump(
        {
            "network": mention.network,
            "how": mention.how,
            "members": mention.members,
            "named": mention.named,
            "mention": _mention(mention.mention),
            "signals": mention.signals,
            "topics": mention.topics,
            "evidence": _evidence(mention.evidence),
            "path": mention.path,
        }
    )


def read_network(text: str) -> NetworkMention:
    """What ``dump_network`` made."""
    value = json.loads(text)
    return NetworkMention(
        network=value["network"],
        how=value["how"],
        members=tuple(value["members"]),
        named=tuple(value["named"]),
        mention=_read_mention(value["mention"]),
        signals=tuple(value["signals"]),
        topics=tuple(value["topics"]),
        evidence=_read_evidence(value["evidence"]),
        path=tuple(value["path"]),
    )


def dump_designation(designation: Designation) -> str:
    """A designation as JSON."""
    return dump(
        {
            "mention": _mention(designation.mention),
            "sentence": _mention(designation.sentence),
            "phrase": designation.phrase,
            "evidence": _evidence(designation.evidence),
        }
    )


def read_designation(text: str) -> Designation:
    """What ``dump_designation`` made."""
    value = json.loads(text)
    return Designation(
        mention=_read_mention(value["mention"]),
        sentence=_read_mention(value["sentence"]),
        phrase=value["phrase"],
        evidence=_read_evidence(value["evidence"]),
    )


def dump_faults(faults: Sequence[Fault]) -> str:
    """Faults as JSON."""
    return dump([[fault.where, fault.what, fault.remedy] for fault in faults])


def read_faults(text: str) -> tuple[Fault, ...]:
    """What ``dump_faults`` made."""
    return tuple(Fault(*fault) for fault in json.loads(text))


def dump_losses(losses: Sequence[Loss]) -> bytes:
    """Losses as compressed JSON."""
    return pack([[loss.listing, loss.alias, loss.origin, instant(loss.since)] for loss in losses])


def read_losses(content: bytes) -> tuple[Loss, ...]:
    """What ``dump_losses`` made."""
    return tuple(
        Loss(listing, alias, origin, moment(since))
        for listing, alias, origin, since in json.loads(zlib.decompress(content))
    )
