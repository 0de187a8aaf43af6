"""Whether everything was checked: every list and source with its age and outcome, and what a report lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from watchlist.coverage import Coverage, ListState, SourceState

_GOOD = frozenset({"ok", "unchanged"})
_WANTING = frozenset({"failed", "stale", "never", "unbalanced"})


@dataclass(frozen=True, slots=True)
class Limits:
    """How old a success may be; ``silent`` is how long a source may go without a new article before that is said."""

    list_age: timedelta = timedelta(hours=24)
    source_age: timedelta = timedelta(hours=24)
    silent: timedelta = timedelta(days=7)
    published_age: timedelta = timedelta(days=60)


LIMITS = Limits()
"""A day, because lists must be checked at least once every calendar day (Regulation (EU) 2024/886, Art. 5d)."""


def coverage(
    lists: Sequence[ListState], sources: Sequence[SourceState], *, now: datetime, limits: Limits = LIMITS
) -> tuple[Coverage, ...]:
    """One line per list and per source, in the order given.

    Outcomes: ``ok``; ``failed`` (the last check failed or was refused, the last good version stays in force); ``stale``
    (no good check for a day); ``never`` (nothing was ever fetched); ``unbalanced`` (fetched articles are unaccounted
    for); ``silent`` (a source works but brings nothing new), which alone does not make a report incomplete.
    """
    return (
        *(_list_line(state, now, limits) for state in lists),
        *(_source_line(state, now, limits) for state in sources),
    )


def incomplete(lines: Sequence[Coverage]) -> tuple[str, ...]:
    """Why "nothing was found" would prove nothing; empty when everything was checked."""
    return tuple(
        f"{line.kind} {line.name} {line.outcome}" + (f" ({line.message})" if line.message else "")
        for line in lines
        if line.outcome in _WANTING
    )


def _list_line(state: ListState, now: datetime, limits: Limits) -> Coverage:
    snapshot = state.snapshot
    outcome, message = _list_outcome(state, now, limits)
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


def _list_outcome(state: ListState, now: datetime, limits: Limits) -> tuple[str, str]:
    snapshot = state.snapshot
    if snapshot is None:
        return "never", state.reason or "never fetched; run `watchlist lists update`"
    if state.outcome not in _GOOD:
        return "failed", f"{state.reason or 'not checked'}; the version of {snapshot.retrieved:%Y-%m-%d %H:%M} stays"
    if state.succeeded is None or now - state.succeeded > limits.list_age:
        return "stale", f"last good check {_hours(state.succeeded, now) or 0:.0f} hours ago"
    if snapshot.published is not None and now.date() - snapshot.published > limits.published_age:
        return "ok", f"published {(now.date() - snapshot.published).days} days ago; is the address still the right one?"
    return "ok", ""


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
    if state.last_new is None or now - state.last_new > limits.silent:
        return "silent", "no new article " + (
            "yet" if state.last_new is None else f"for {(now - state.last_new).days} days"
        )
    return "ok", ""


def _hours(moment: datetime | None, now: datetime) -> float | None:
    return None if moment is None else round((now - moment).total_seconds() / 3600, 2)
