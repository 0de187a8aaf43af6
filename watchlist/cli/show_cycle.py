"""What a cycle did and how the watch is, for people and for machines."""

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from watchlist.cli.show_lists import ago, edition, notes, refreshed
from watchlist.cli.show_sources import faults, funnel
from watchlist.cli.words import columns, count, line
from watchlist.jobs.condition import Condition
from watchlist.jobs.cycle import Cycle
from watchlist.jobs.rows import ReportRow, rows

TOP = 10


def summary(done: Cycle, folder: Path) -> str:
    """Lists, sources, what was found, and where in ``folder`` the report is."""
    parts = [
        "Lists\n" + refreshed(done.lists),
        _stored(done),
        "Sources\n" + _sources(done),
        *_found(done),
        _report(done, folder),
    ]
    return "\n\n".join(filter(None, parts))


def _stored(done: Cycle) -> str:
    stored = done.stored
    if not stored.screened:
        return ""
    why = f" for {count(stored.parties, 'party', 'parties')} that lists changed" if stored.parties else ""
    return f"Stored articles: {stored.screened:,} screened again{why}, {stored.learned:,} with something new"


def _sources(done: Cycle) -> str:
    if not done.sources:
        waiting = all(one.snapshot is None for one in done.lists)
        return "  wait until a list has an edition to screen against" if waiting else "  none are configured"
    table = columns((check.source, check.outcome, funnel(check.funnel), check.reason) for check in done.sources)
    unread = faults([fault for check in done.sources for fault in check.faults])
    return f"{table}\n{unread}" if unread else table


def _found(done: Cycle) -> list[str]:
    told = rows(done.report.files)
    mentions = [row for row in told if row["row"] == "mention"]
    networks = [row for row in told if row["row"] == "network"]
    parts = []
    if mentions:
        beyond = f"\n  … and {len(mentions) - TOP:,} more in the report" if len(mentions) > TOP else ""
        head = f"Mentions: {len(mentions):,}, most urgent first\n"
        parts.append(head + columns(map(_mention, mentions[:TOP])) + beyond)
    if networks:
        parts.append(f"Networks: {len(networks):,}\n" + columns(map(_network, networks[:TOP])))
    return parts


def _mention(row: ReportRow) -> tuple[str, ...]:
    return row["priority"], row["level"], row["score"], row["party"], row["mention"], row["title"] or row["url"]


def _network(row: ReportRow) -> tuple[str, ...]:
    return row["how"], row["network"], row["title"] or row["url"]


def _report(done: Cycle, folder: Path) -> str:
    delivered = done.report
    number = f"-{delivered.sequence}" if delivered.sequence > 1 else ""
    name = f"Report {delivered.day}{number}"
    if delivered.files:
        told = f"{count(delivered.mentions, 'mention')}, {count(delivered.networks, 'network')}"
        head = f"{name}: {told}"
    else:
        head = f"Nothing new since report {delivered.day}{number}: {folder / f'{delivered.day}{number}.csv'}"
    if delivered.repeated:
        head += f"; {delivered.repeated:,} told before and not again"
    reasons = ["INCOMPLETE", *(f"  {line(reason)}" for reason in delivered.reasons)] if delivered.reasons else []
    return "\n".join([head, *reasons, *(f"  {path}" for path in delivered.files)])


def health_words(known: Condition, now: datetime) -> str:
    """One line per list and source, then whether anything is missing."""
    table = columns(
        (
            each.kind,
            each.name,
            each.outcome,
            edition(each) if each.funnel is None else funnel(each.funnel),
            f"checked {ago(each.checked, now)}",
            notes(each, known),
        )
        for each in known.coverage
    )
    last = known.report
    report = (
        "no report yet"
        if last is None
        else f"last report {last.day} number {last.sequence}, cut off {last.cut.until:%Y-%m-%d %H:%M} UTC"
    )
    verdict = f"INCOMPLETE: {count(len(known.reasons), 'reason')}" if known.reasons else "complete"
    return "\n".join(filter(None, [table, faults(known.faults[-TOP:]), line(report), verdict]))


def health_json(known: Condition) -> str:
    """The same for machines; times are ISO 8601."""
    last = known.report
    return json.dumps(
        {
            "complete": not known.reasons,
            "reasons": known.reasons,
            "coverage": [asdict(each) for each in known.coverage],
            "faults": [asdict(each) for each in known.faults],
            "report": None if last is None else {"day": last.day, "sequence": last.sequence, "cut_off": last.cut.until},
        },
        ensure_ascii=False,
        indent=2,
        default=lambda value: value.isoformat(),
    )
