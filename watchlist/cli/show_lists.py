"""Lists and parties found on them, for people."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from watchlist.changes import ChangeKind, ListingChange
from watchlist.cli.words import NO_EDITION, columns, count, line
from watchlist.coverage import Coverage
from watchlist.jobs.approval import Proposal
from watchlist.jobs.condition import Condition
from watchlist.jobs.lookup import Likeness, ProgrammeCount
from watchlist.jobs.refresh import Refreshed
from watchlist.model import Snapshot
from watchlist.store import KnownChange

SHOWN = 20
"""Listings that are named before something is approved."""


def refreshed(outcomes: Sequence[Refreshed]) -> str:
    """One line per list: how the refresh ended and what is active now."""
    return columns((each.list_name, each.outcome, _edition(each.snapshot), each.reason) for each in outcomes)


def states(known: Condition, now: datetime) -> str:
    """One line per list: how it is, its active edition, when it was checked, and what to know of it."""
    return columns(
        (each.name, each.outcome, edition(each), f"checked {ago(each.checked, now)}", notes(each, known))
        for each in known.coverage
    )


def proposed(proposal: Proposal) -> str:
    """What was refused or is held and why, and what would no longer be screened."""
    change, candidate = proposal.change, proposal.candidate
    what = "is held" if candidate is None else f"was refused on {candidate.refused:%Y-%m-%d %H:%M} UTC"
    before = 0 if change.before is None else len(change.before.parsed.listings)
    after = change.after.parsed.listings
    parts = [
        line(f"{proposal.list_name} {what}: {proposal.reason}"),
        f"Screened now: {count(before, 'listing')}; if you approve: {count(len(after), 'listing')}",
    ]
    if proposal.leaving or proposal.names:
        parts.append(
            f"No longer screened: {count(len(proposal.leaving), 'listing')}"
            f" and {count(proposal.names, 'name')} of other listings"
        )
        parts.append(columns((one.id, one.type, one.name) for one in proposal.leaving[:SHOWN]))
        beyond = len(proposal.leaving) - SHOWN
        parts.append(f"  … and {beyond:,} more" if beyond > 0 else "")
    return "\n".join(filter(None, parts))


def edition(of: Coverage) -> str:
    """The active edition of a list; nothing for a source."""
    if of.kind != "list":
        return ""
    if of.listings is None or of.names is None:
        return "no edition"
    dated = f"edition of {of.published}" if of.published else "undated edition"
    return f"{dated}, {count(of.listings, 'listing')}, {count(of.names, 'name')}"


def notes(of: Coverage, known: Condition) -> str:
    """What to know of a list or source beside its numbers."""
    if of.kind != "list":
        return of.message
    strange = "unverified: its format was never tried on an original file" if of.name in known.unverified else ""
    return "; ".join(filter(None, (known.retired.get(of.name, ""), strange, of.message)))


def found_parties(found: Sequence[Likeness], editions: int) -> str:
    """Parties by likeness, each with the name that is like the one searched; ``editions`` counts the lists searched."""
    if not found:
        return "No party has a name like this." if editions else NO_EDITION
    return columns(
        (
            f"{each.score:.2f}",
            each.party.id,
            each.party.type,
            each.party.name if each.alias == each.party.name else f"{each.party.name} ({each.alias})",
        )
        for each in found
    )


def programme_counts(counts: Sequence[ProgrammeCount], editions: int) -> str:
    """One line per code of a list, under a header."""
    if not editions:
        return NO_EDITION
    rows = ((each.list_name, each.code, f"{each.listings:,}", ", ".join(each.regimes)) for each in counts)
    return columns([("LIST", "PROGRAMME", "LISTINGS", "REGIMES"), *rows])


def known_changes(changes: Sequence[KnownChange], since: datetime, *, fields: bool) -> str:
    """One line per changed listing under a line for its edition; with ``fields`` what each field lost and gained."""
    if not changes:
        return f"No list has changed since {since:%Y-%m-%d}."
    parts = []
    for (list_name, at), group in groupby(changes, key=lambda one: (one.change.list_name, one.at)):
        known = [one.change for one in group]
        kinds = Counter(change.kind for change in known)
        counts = ", ".join(f"{kinds[kind]:,} {kind}" for kind in ChangeKind if kinds[kind])
        table = zip(columns(map(_change, known)).split("\n"), known, strict=True)
        lines = (f"{row}\n{_fields(change)}" if fields and change.fields else row for row, change in table)
        parts.append("\n".join([f"{list_name}, {at:%Y-%m-%d %H:%M} UTC: {counts}", *lines]))
    return "\n\n".join(parts)


def _change(change: ListingChange) -> tuple[str, ...]:
    about = ", ".join(one.field for one in change.fields) or "; ".join(change.programmes)
    return change.kind, change.listing, change.type, change.name, about


def _fields(change: ListingChange) -> str:
    return "\n".join(
        f"      {one.field}: {mark} {line(value)}"
        for one in change.fields
        for mark, values in (("−", one.removed), ("+", one.added))
        for value in values
    )


def ago(moment: datetime | None, now: datetime) -> str:
    """``3 hours ago``; ``never`` for no moment."""
    if moment is None:
        return "never"
    minutes = max(0, int((now - moment).total_seconds() // 60))
    if minutes < 1:
        return "just now"
    if minutes < 120:
        return f"{count(minutes, 'minute')} ago"
    return f"{count(minutes // 60, 'hour')} ago" if minutes < 2880 else f"{count(minutes // 1440, 'day')} ago"


def _edition(snapshot: Snapshot | None) -> str:
    if snapshot is None:
        return "no edition"
    dated = f"edition of {snapshot.published}" if snapshot.published is not None else "undated edition"
    return line(f"{dated}, {count(snapshot.listings, 'listing')}, {count(snapshot.names, 'name')}")
