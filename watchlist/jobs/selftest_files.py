"""A self-test as files that an auditor keeps: every planted name (.csv), the sums (.json), a page to read (.md)."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from itertools import count
from pathlib import Path

from watchlist.errors import ReportError
from watchlist.files import write_whole
from watchlist.jobs.selftest import INVENTED_TIMES, SelfTest
from watchlist.report.cells import Kind
from watchlist.report.table import csv_bytes
from watchlist.report.words import evidence_words, listed
from watchlist.selftest import CONTROL_TIMES, Tally, Verdict
from watchlist.text import rarity

SHARED = 0o666
COLUMNS: tuple[tuple[str, Kind], ...] = (
    ("passed", Kind.TEXT), ("expected", Kind.TEXT), ("found", Kind.TEXT), ("group", Kind.TEXT), ("kind", Kind.TEXT),
    ("planted", Kind.TEXT), ("alias", Kind.TEXT), ("alias_kind", Kind.TEXT), ("party_name", Kind.TEXT),
    ("party_type", Kind.TEXT), ("list", Kind.TEXT), ("listing", Kind.ID), ("party", Kind.ID), ("script", Kind.TEXT),
    ("language", Kind.TEXT), ("context", Kind.TEXT), ("support", Kind.TEXT), ("title", Kind.TEXT), ("text", Kind.TEXT),
    ("level", Kind.TEXT), ("score", Kind.NUMBER), ("found_party", Kind.ID), ("found_party_name", Kind.TEXT),
    ("also", Kind.TEXT), ("matched_name", Kind.TEXT), ("match_kind", Kind.TEXT), ("reason", Kind.TEXT),
    ("elsewhere", Kind.TEXT), ("article", Kind.ID),
)  # fmt: skip


def files(of: SelfTest, page: str) -> dict[str, bytes]:
    """The files by ending: rows, sums, and the page, whose text is given."""
    rows = csv_bytes(COLUMNS, [_row(of, verdict) for verdict in of.verdicts])
    sums = summary(of) | {"rows": {"count": len(of.verdicts), "sha256": hashlib.sha256(rows).hexdigest()}}
    written = json.dumps(sums, indent=2, ensure_ascii=False) + "\n"
    return {".csv": rows, ".json": written.encode("utf-8", "replace"), ".md": page.encode("utf-8", "replace")}


def write(made: Mapping[str, bytes], folder: Path, day: str) -> tuple[Path, ...]:
    """Put the files into ``folder`` as selftest-<day>; what an earlier run wrote stays, and this one is numbered on."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        name = _free_name(made, folder, f"selftest-{day}")
        paths = tuple(folder / f"{name}{ending}" for ending in made)
        for path, content in zip(paths, made.values(), strict=True):
            if not path.exists():
                write_whole(path, content, SHARED)
    except OSError as error:
        raise ReportError(f"{folder}: the self-test cannot be written ({error.strerror or error})") from error
    return paths


def _free_name(made: Mapping[str, bytes], folder: Path, name: str) -> str:
    """The first name under which nothing else stands; a run that is the same to the letter is not written twice."""
    numbered = (name if number == 1 else f"{name}-{number}" for number in count(1))
    return next(each for each in numbered if not any(_differs(folder / f"{each}{end}", made[end]) for end in made))


def _differs(path: Path, content: bytes) -> bool:
    return path.exists() and path.read_bytes() != content


def summary(of: SelfTest) -> dict[str, object]:
    """What a run rests on, and its sums."""
    shown = of.effectiveness
    return {
        "program": "watchlist",
        "version": of.basis.software,
        "rarity_table": rarity.VERSION,
        "configuration": of.basis.configuration,
        "day": of.day.isoformat(),
        "seed": of.plan.seed,
        "per_kind": of.plan.per_kind,
        "control_times": CONTROL_TIMES,
        "invented_times": INVENTED_TIMES,
        "thresholds": {name: each.model_dump() for name, each in of.thresholds.items()},
        "names": of.names,
        "muted": of.muted,
        "lists": [
            {
                "name": each.list_name,
                "published": None if each.published is None else each.published.isoformat(),
                "sha256": each.digest,
                "listings": each.listings,
                "names": each.names,
            }
            for each in of.snapshots
        ],
        "missing": [f"{each.where}: {each.what}" for each in of.missing],
        "control": _sums(shown.control),
        "manipulated": _sums(shown.manipulated),
        "by": {view: {name: _sums(each) for name, each in of_view.items()} for view, of_view in shown.by.items()},
        "needs_support": {
            "without": {name: _sums(each) for name, each in shown.unsupported.items()},
            "with": {name: _sums(each) for name, each in shown.supported.items()},
        },
        "false_alarms": asdict(shown.false_alarms) | {"share": _rounded(shown.false_alarms.share)},
    }


def _sums(of: Tally) -> dict[str, object]:
    return asdict(of) | {"effectiveness": _rounded(of.effectiveness), "found": _rounded(of.found)}


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _row(of: SelfTest, verdict: Verdict) -> dict[str, str]:
    planted, subject, match = verdict.planted, verdict.planted.subject, verdict.match
    row = dict.fromkeys((name for name, _ in COLUMNS), "")
    row |= {
        "passed": "yes" if verdict.passed else "no",
        "expected": planted.expected.value,
        "found": verdict.found.value,
        "group": planted.group.value,
        "kind": planted.kind,
        "planted": planted.surface,
        "party_type": planted.type.value,
        "script": planted.script.value,
        "language": planted.language,
        "context": planted.context.value,
        "support": planted.support,
        "title": planted.article.title,
        "text": planted.article.text,
        "elsewhere": listed(f"{each.mention.surface} → {each.alias.text} ({each.level})" for each in verdict.stray),
        "article": planted.article.id,
    }
    if subject is not None:
        row |= {
            "alias": subject.alias.text,
            "alias_kind": subject.alias.kind.value,
            "party_name": subject.party.name,
            "list": subject.listing.list_name,
            "listing": subject.listing.id,
            "party": subject.party.id,
        }
    if match is not None:
        row |= {
            "level": match.level.value,
            "score": f"{match.score:.2f}",
            "found_party": match.party,
            "found_party_name": of.parties[match.party].name,
            "also": listed(match.also),
            "matched_name": match.alias.text,
            "match_kind": match.kind.value,
            "reason": evidence_words(match.evidence),
        }
    return row
