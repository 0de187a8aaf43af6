"""Whether everything was checked: every list and source with its age and outcome, and what a report lacks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from watchlist.coverage import Coverage, ListState, SourceState, held_words

_GOOD = frozenset({"ok", "unchanged"})
_WANTING = frozenset({"failed", "stale", "never", "unbalanced"})


@dataclass(frozen=True, slots=True)
class Limits:
    """How old a success may be; ``silent`` is how long a source may go without a new article before that is said,
    or ``silent_gaps`` times what usually passes between two of its articles, if that is longer.

    ``late`` is when a list is said to be behind, ``list_age`` when it makes a report incomplete; ``quiet`` is how long
    a list may go without a new date, where nothing more is known of its authority.
    """

    late: timedelta = timedelta(hours=6)
    list_age: timedelta = timedelta(hours=24)
    source_age: timedelta = timedelta(hours=24)
    silent: timedelta = timedelta(days=7)
    silent_gaps: int = 5
    quiet: timedelta = timedelta(days=45)


LIMITS = Limits()
"""A day, because lists must be checked at least once every calendar day (Regulation (EU) 2024/886, Art. 5d)."""

Quiet = Mapping[str, timedelta]
"""How long a list may go without a new date, by name of list, as its authority is used to publish."""


def coverage(
    lists: Sequence[ListState],
    sources: Sequence[SourceState],
    *,
    now: datetime,
    limits: Limits = LIMITS,
    quiet: Quiet | None = None,
) -> tuple[Coverage, ...]:
    """One line per list and per source, in the order given.

    Outcomes: ``ok``; ``failed`` (the last check failed or was refused, the last good version stays in force); ``stale``
    (no good check for a day); ``never`` (nothing was ever fetched); ``unbalanced`` (fetched articles are unaccounted
    for). Not all well, but nothing unscreened: ``held`` (what the newest edition lacks stays screened), ``late`` (no
    good check for hours), ``quiet`` (no new edition for weeks), ``silent`` (a source works but brings nothing new).
    """
    return (
        *(_list_line(state, now, limits, (quiet or {}).get(state.name, limits.quiet)) for state in lists),
        *(_source_line(state, now, limits) for state in sources),
    )


def incomplete(lines: Sequence[Coverage]) -> tuple[str, ...]:
    """Why "nothing was found" would prove nothing; empty when everything was checked."""
    return tuple(
        f"{line.kind} {line.name} {line.outcome}" + (f" ({line.message})" if line.message else "")
        for line in lines
        if line.outcome in _WANTING
    )


def _list_line(state: ListState, now: datetime, limits: Limits, quiet: timedelta) -> Coverage:
    snapshot = state.snapshot
    outcome, message = _list_outcome(state, now, limits, quiet)
    return Coverage(
        kind="list",
        name=state.name,
        outcome=outcome,
        message=message,
        version="" if snapshot is None else f"sha256:{snapshot.version}",
        published="" if snapshot is None or snapshot.published is None else snapshot.published.isoformat(),
        checked=state.checked,
        age=_hours(state.succeeded, now),
        listings=None if snapshot is None else snapshot.listings,
        names=None if snapshot is None else snapshot.names,
        failures=state.failures,
    )


def _list_outcome(state: ListState, now: datetime, limits: Limits, quiet: timedelta) -> tuple[str, str]:
    """The gravest of what is to be said first, the rest behind it."""
    said = tuple(_list_says(state, now, limits, quiet))
    return (said[0][0] if said else "ok"), "; ".join(filter(None, (words for _, words in said)))


def _list_says(state: ListState, now: datetime, limits: Limits, quiet: timedelta) -> Iterator[tuple[str, str]]:
    snapshot = state.snapshot
    if snapshot is None:
        yield "never", state.reason or "never fetched; run `watchlist lists update`"
        return
    age = None if state.succeeded is None else now - state.succeeded
    if state.outcome not in _GOOD:
        yield "failed", f"{state.reason or 'not checked'}; the version of {snapshot.retrieved:%Y-%m-%d %H:%M} stays"
    if age is None or age > limits.list_age:
        yield "stale", f"last good check {_hours(state.succeeded, now) or 0:.0f} hours ago"
    elif age > limits.late:
        yield "late", f"last good check {_hours(state.succeeded, now) or 0:.0f} hours ago"
    if state.held:
        yield "held", "; ".join(filter(None, (state.suspicion, held_words(state.held))))
    since = snapshot.published or snapshot.retrieved.date()
    if now.date() - since > quiet:
        what = "dated" if snapshot.published else "unchanged for"
        yield "quiet", f"{what} {(now.date() - since).days} days{' ago' if snapshot.published else ''}; has it moved?"
    yield from (("ok", words) for words in snapshot.warnings)


def _source_line(state: SourceState, now: datetime, limits: Limits) -> Coverage:
    outcome, message = _source_outcome(state, now, limits)
    return Coverage(
        kind="source",
        name=state.name,
        outcome=outcome,
        message=message,
        checked=state.checked,
        age=_hours(state.succeeded, now),
        failures=state.failures,
        funnel=state.funnel,
    )


def _source_outcome(state: SourceState, now: datetime, limits: Limits) -> tuple[str, str]:
    funnel = state.funnel
    if state.checked is None:
        return "never", "never fetched"
    if state.outcome not in _GOOD:
        return "failed", state.reason
    if state.succeeded is None or now - state.succeeded > limits.source_age:
        return "stale", f"last good check {_hours(state.succeeded, now) or 0:.0f} hours ago"
    if not funnel.balanced:
        known = funnel.screened + funnel.duplicate + funnel.unchanged + funnel.quarantined + funnel.dropped
        return "unbalanced", f"{funnel.fetched} articles fetched, {known} accounted for"
    return _silence(state, now, limits)


def _silence(state: SourceState, now: datetime, limits: Limits) -> tuple[str, str]:
    """A feed that dies goes on answering with the same old articles (faults.md, F1)."""
    if state.last_new is None:
        return "silent", "no new article yet"
    if now - state.last_new <= max(limits.silent, limits.silent_gaps * (state.gap or timedelta())):
        return "ok", ""
    usual = "" if state.gap is None else f"; usually one every {_roughly(state.gap)}"
    return (
        "silent",
        f"no new article for {(now - state.last_new).days} days{usual}; is the address still the right one?",
    )


def _roughly(time: timedelta) -> str:
    hours = time / timedelta(hours=1)
    return f"{hours / 24:.0f} days" if hours >= 48 else f"{hours:.0f} hours" if hours >= 2 else "hour or so"


def _hours(moment: datetime | None, now: datetime) -> float | None:
    return None if moment is None else round((now - moment).total_seconds() / 3600, 2)
