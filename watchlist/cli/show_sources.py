"""Sources of news, for people."""

from collections.abc import Sequence
from datetime import datetime

from watchlist.cli.show_lists import ago
from watchlist.cli.words import columns, count, fault, line
from watchlist.coverage import Funnel
from watchlist.jobs.condition import Condition
from watchlist.model import Fault, Found

SHOWN = 20


def states(known: Condition, now: datetime) -> str:
    """One line per source, and under it what could not be read."""
    if not known.coverage:
        return "No sources are configured."
    rows = columns(
        (
            each.name,
            each.outcome,
            f"checked {ago(each.checked, now)}",
            "" if each.funnel is None else funnel(each.funnel),
            each.message,
        )
        for each in known.coverage
    )
    unread = faults(known.faults)
    return f"{rows}\n{unread}" if unread else rows


def funnel(counts: Funnel) -> str:
    """Where the articles went."""
    ways = ("screened", "duplicate", "unchanged", "quarantined", "dropped")
    gone = ", ".join(f"{getattr(counts, way):,} {way}" for way in ways if getattr(counts, way))
    return f"{count(counts.fetched, 'article')}" + (f": {gone}" if gone else "")


def faults(unread: Sequence[Fault]) -> str:
    """What could not be read, a line each."""
    return "\n".join(line(f"! {fault(each)}") for each in unread)


def offered(found: Found) -> str:
    """What a source gives now."""
    rows = [
        (
            each.published.strftime("%Y-%m-%d %H:%M") if each.published is not None else "undated",
            each.language or "?",
            f"{len(each.text):,}",
            each.title or each.url or each.id,
        )
        for each in found.articles[:SHOWN]
    ]
    parts = [
        f"{count(len(found.articles), 'article')}, {count(len(found.follow), 'page')} to follow"
        + (f"; the first {SHOWN}, with date, language and characters:" if len(found.articles) > SHOWN else ""),
        columns(rows) if rows else "",
        faults(found.faults),
    ]
    return "\n".join(filter(None, parts))
