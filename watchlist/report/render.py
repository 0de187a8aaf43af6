"""A report as content that the state keeps, and content as files: the same content gives the same bytes, always."""

import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, TypeVar

from watchlist.changes import ChangeKind
from watchlist.coverage import Coverage
from watchlist.model import Article
from watchlist.report import columns
from watchlist.report.cells import Kind
from watchlist.report.columns import Column
from watchlist.report.facts import ChangeFinding, Finding, NetworkFinding, ReportFacts
from watchlist.report.table import csv_bytes

Row = TypeVar("Row")
Json = dict[str, object]


_FILES = {
    "mentions": ".csv",
    "networks": "-networks.csv",
    "changes": "-changes.csv",
    "coverage": "-coverage.csv",
}


def content(facts: ReportFacts) -> bytes:
    """All that a report says, as compressed JSON: rows by column, beside them the structure that machines want."""
    value = {
        "name": name_of(facts.day.isoformat(), facts.sequence),
        "manifest": _manifest(facts),
        "columns": {
            "mentions": [[column.name, column.kind.value] for column in columns.MENTIONS],
            "networks": [[column.name, column.kind.value] for column in columns.NETWORKS],
            "changes": [[column.name, column.kind.value] for column in columns.CHANGES],
            "coverage": [*([column.name, column.kind.value] for column in columns.COVERAGE), ["date", "text"]],
        },
        "mentions": [_row(columns.MENTIONS, finding) | _mention_structure(finding) for finding in facts.findings],
        "networks": [_row(columns.NETWORKS, finding) | _network_structure(finding) for finding in facts.networks],
        "changes": [_row(columns.CHANGES, row) | _change_structure(row) for row in facts.changes],
        "coverage": [_row(columns.COVERAGE, line) | {"date": facts.day.isoformat()} for line in _coverage(facts)],
    }
    return zlib.compress(json.dumps(value, separators=(",", ":"), allow_nan=False).encode("ascii"), 6)


def name_of(day: str, sequence: int) -> str:
    """What the files of a report begin with: the day, and a number from the second report of the day on."""
    return day if sequence == 1 else f"{day}-{sequence}"


def files(stored: bytes) -> dict[str, bytes]:
    """The files of a report by name, from its content; the manifest, which vouches for the others, is last."""
    value = json.loads(zlib.decompress(stored))
    name = value["name"]
    # A report of before a table was thought of stays as it was.
    tables = {file: table for table, file in _FILES.items() if table in value["columns"]}
    made = {name + file: _csv(value, table) for file, table in tables.items()} | {f"{name}.jsonl": _jsonl(value)}
    rows = {name + file: len(value[table]) for file, table in tables.items()}
    rows[f"{name}.jsonl"] = sum(rows.values())
    listed = {
        file: {"rows": rows[file], "bytes": len(body), "sha256": hashlib.sha256(body).hexdigest()}
        for file, body in made.items()
    }
    manifest = json.dumps(value["manifest"] | {"files": listed}, indent=2, ensure_ascii=False) + "\n"
    made[f"{name}-manifest.json"] = manifest.encode("utf-8", "replace")
    return made


def _csv(value: Mapping[str, Any], table: str) -> bytes:
    return csv_bytes([(name, Kind(kind)) for name, kind in value["columns"][table]], value[table])


def _jsonl(value: Mapping[str, Any]) -> bytes:
    kinds = (("mention", "mentions"), ("network", "networks"), ("change", "changes"), ("coverage", "coverage"))
    lines = (
        json.dumps({"row": kind} | row, ensure_ascii=False, allow_nan=False)
        for kind, table in kinds
        for row in value.get(table, ())
    )
    # Lone surrogates cannot be UTF-8; U+2028 and U+2029 are legal in JSON but end lines for many readers.
    text = "".join(line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n" for line in lines)
    return text.encode("utf-8", "replace")


def _row(table: Sequence[Column[Row]], row: Row) -> Json:
    return {column.name: column.of(row) for column in table}


def _mention_structure(finding: Finding) -> Json:
    match = finding.match
    return {
        "party_id": match.party if finding.party is None else finding.party.id,
        "also": list(match.also),
        "field": match.mention.field.value,
        "start": match.mention.start,
        "end": match.mention.end,
        "alias": asdict(match.alias),
        "listing_ids": [listing.id for listing in finding.listings],
        "outlet_names": list(finding.outlets),
        "evidence_features": [asdict(one) for one in match.evidence],
        "article": _article(finding.article),
        "lists": [{"name": version.name, "digest": version.digest} for version in finding.versions],
    }


def _network_structure(finding: NetworkFinding) -> Json:
    mention = finding.mention
    return {
        "status": finding.status,
        "member_ids": list(mention.members),
        "member_ids_named": list(mention.named),
        "field": mention.mention.field.value,
        "start": mention.mention.start,
        "end": mention.mention.end,
        "sentences": mention.mention.surface,
        "outlet_names": list(finding.outlets),
        "evidence_features": [asdict(one) for one in mention.evidence],
        "article": _article(finding.article),
    }


def _change_structure(finding: ChangeFinding) -> Json:
    return {"fields": [asdict(one) for one in finding.change.fields]}


def _article(article: Article) -> Json:
    return {"id": article.id, "source": article.source, "digest": article.digest, "url": article.url}


def _coverage(facts: ReportFacts) -> tuple[Coverage, ...]:
    """The report itself first, so that INCOMPLETE is the first word read; then what could not be read at the end."""
    told = f"{len(facts.findings)} mentions, {len(facts.networks)} networks; {facts.repeated} repeated, not told again"
    told += f"; {_changed(facts)}" if facts.changes else ""
    reasons = "".join(f"; {reason}" for reason in facts.incomplete)
    head = Coverage(
        kind="report",
        name=name_of(facts.day.isoformat(), facts.sequence),
        outcome="INCOMPLETE" if facts.incomplete else "COMPLETE",
        message=told + reasons,
        version=f"{facts.software} configuration sha256:{facts.configuration[:8]}",
        checked=facts.until,
    )
    unreadable = tuple(
        Coverage(kind="fault", name=fault.where, outcome="failed", message=f"{fault.what} {fault.remedy}".strip())
        for fault in facts.faults
    )
    return (head, *facts.coverage, *unreadable)


def _changed(facts: ReportFacts) -> str:
    kinds = Counter(one.change.kind for one in facts.changes)
    words = ((ChangeKind.ADD, "listed"), (ChangeKind.MOD, "changed"), (ChangeKind.DEL, "delisted"))
    return "lists: " + ", ".join(f"{kinds[kind]} {word}" for kind, word in words)


def _manifest(facts: ReportFacts) -> Json:
    return {
        "report": name_of(facts.day.isoformat(), facts.sequence),
        "date": facts.day.isoformat(),
        "cut_off": {
            "since": None if facts.since is None else facts.since.isoformat(),
            "until": facts.until.isoformat(),
        },
        "complete": not facts.incomplete,
        "incomplete": list(facts.incomplete),
        "repeated": facts.repeated,
        "software": facts.software,
        "configuration": facts.configuration,
        "lists": [
            {
                "name": version.name,
                "published": None if version.published is None else version.published.isoformat(),
                "sha256": version.digest,
            }
            for version in facts.lists
        ],
    }
