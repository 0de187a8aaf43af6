"""Every list up to date: fetched or read, unpacked, parsed, held against the gate, and only then made active."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from watchlist.config import ListEntry
from watchlist.errors import ListError, StateError
from watchlist.fetch import Fetcher
from watchlist.jobs.activation import Change, activate, arrival, seen_again
from watchlist.jobs.canaries import look_for
from watchlist.jobs.editions import Edition, addresses, digest, effective_edition, read_edition, stops
from watchlist.jobs.fetching import Answer, fetch_all
from watchlist.jobs.origins import Arrived, Local, Origin, Remote, requests
from watchlist.jobs.steps import Stopped, Track, never, unseen
from watchlist.lists import Stop, growth
from watchlist.model import Snapshot
from watchlist.store import Candidate, CheckOutcome, ListCheck, Store

log = logging.getLogger(__name__)

Keep = Callable[[Edition], None]


def forget(edition: Edition) -> None:
    """For a refresh after which no watch is built."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """How one list came out of a refresh; ``snapshot`` is the one that is active afterwards."""

    list_name: str
    outcome: CheckOutcome
    reason: str
    snapshot: Snapshot | None

    @property
    def good(self) -> bool:
        """Whether the list is as its authority publishes it now."""
        return self.outcome in {CheckOutcome.OK, CheckOutcome.UNCHANGED}


def refresh(
    store: Store,
    entries: Sequence[ListEntry],
    fetcher: Fetcher,
    *,
    now: datetime,
    stopped: Stopped = never,
    track: Track = unseen,
    keep: Keep = forget,
) -> tuple[Refreshed, ...]:
    """Bring lists up to date; one that cannot be keeps its last good edition, and the reason is kept with it.

    ``keep`` is given what is screened of each list that changed, so that a watch built next need not read it again.
    """
    settle = partial(_settle, store, now=now, keep=keep)
    outcomes = track(_outcomes(store, entries, fetcher, now, stopped, settle), "lists", len(entries))
    return tuple(outcomes)


def _outcomes(
    store: Store,
    entries: Sequence[ListEntry],
    fetcher: Fetcher,
    now: datetime,
    stopped: Stopped,
    settle: Callable[[ListEntry, Origin], Refreshed],
) -> Iterator[Refreshed]:
    for entry in entries:
        if stopped():
            return
        if entry.path is not None:
            yield settle(entry, Local(entry))
    remote = {entry.name: entry for entry in entries if entry.path is None}
    wanted = [request for entry in remote.values() for request in requests(store, entry, now)]
    answers: dict[str, dict[str, Answer]] = {name: {} for name in remote}
    for request, answer in fetch_all(fetcher, wanted, stopped):
        name, _, part = request.key.partition("/")
        answers[name][part] = answer
        if len(answers[name]) == len(addresses(remote[name])):
            yield settle(remote[name], Remote(store, remote[name], answers.pop(name), fetcher))


def _settle(store: Store, entry: ListEntry, origin: Origin, now: datetime, keep: Keep) -> Refreshed:
    check = _check(store, entry, origin, now, keep)
    active = store.lists.active(entry.name)
    outcome = Refreshed(entry.name, check.outcome, check.reason, active)
    if check.reason and outcome.good:
        log.warning("list %s: %s", entry.name, check.reason)
    elif check.reason:
        kept = "its last good edition stays" if active is not None else "it has no edition yet"
        log.warning("list %s: %s: %s; %s", entry.name, check.outcome, check.reason, kept)
    return outcome


def _check(store: Store, entry: ListEntry, origin: Origin, now: datetime, keep: Keep) -> ListCheck:
    """The check as it was kept, in one transaction with what it changed."""
    active = store.lists.active(entry.name)
    check = ListCheck(entry.name, now, CheckOutcome.UNCHANGED, "", active.digest if active is not None else "")
    try:
        arrived = origin.files()
    except ListError as error:
        return _noted(store, replace(check, outcome=CheckOutcome.FAILED, reason=error.what))
    if arrived is None or _is_active(active, entry, arrived):
        return _seen_again(store, origin, check)
    try:
        edition = read_edition(entry, arrived.files, url=arrived.url, retrieved=now)
    except ListError as error:
        return _refused(store, entry, arrived, (Stop(error.what),), check)
    canaries = look_for(entry.canaries, edition.parsed.listings)
    last = active.published if active is not None else None
    reasons = (*stops(entry, edition, last, now), *canaries.stops)
    if reasons:
        return _refused(store, entry, arrived, reasons, check)
    before = _screened(store, entry.name)
    warnings = (*arrived.warnings, *filter(None, (canaries.words, *_oddities(edition, before))))
    change = arrival(store, _signed(edition, arrived, warnings), before, now)
    good = replace(check, outcome=CheckOutcome.OK, reason=_told(change), digest=edition.snapshot.digest)
    with store.transaction():
        activate(store, change, arrived.files, now)
        origin.keep(now)
        noted = _noted(store, replace(good, delisted=change.delisted))
    keep(change.after)
    return noted


def _noted(store: Store, check: ListCheck) -> ListCheck:
    store.lists.add_check(check)
    return check


def _is_active(active: Snapshot | None, entry: ListEntry, arrived: Arrived) -> bool:
    return active is not None and (active.digest, active.format) == (digest(arrived.files), entry.format)


def _signed(edition: Edition, arrived: Arrived, warnings: tuple[str, ...]) -> Edition:
    """The edition with what is known of how it came."""
    snapshot = replace(edition.snapshot, warnings=warnings, final_url=arrived.final_url, etag=arrived.etag)
    return replace(edition, snapshot=snapshot)


def _oddities(edition: Edition, before: Edition | None) -> Iterator[str]:
    """What a person should look at although it stops nothing."""
    if edition.parsed.unknown:
        yield f"parts that no table knows: {_some(edition.parsed.unknown)}"
    if before is not None:
        known = {_uncounted(words) for words in before.parsed.warnings}
        new = [words for words in edition.parsed.warnings if _uncounted(words) not in known]
        if new:
            yield f"not seen in it before: {_some(new)}"
        yield growth(before.parsed.listings, edition.parsed.listings)


def _some(words: Sequence[str]) -> str:
    return ", ".join(words[:3]) + (f" and {len(words) - 3} more" if len(words) > 3 else "")


def _uncounted(words: str) -> str:
    """A warning without its count ("there is no alias ×1")."""
    return words.rpartition(" ×")[0]


def _told(change: Change) -> str:
    """What a person should know of an edition that became active."""
    return "; ".join(filter(None, (change.suspicion, change.held, *change.after.snapshot.warnings)))


def _refused(store: Store, entry: ListEntry, arrived: Arrived, reasons: Sequence[Stop], check: ListCheck) -> ListCheck:
    """Keep a refused edition aside, for a person to look at."""
    approvable = all(each.approvable for each in reasons)
    words = "; ".join(each.words for each in reasons)
    candidate = Candidate(
        entry.name, digest(arrived.files), entry.format, arrived.url, check.checked, words, approvable
    )
    store.candidates.add(candidate, arrived.files)
    return _noted(store, replace(check, outcome=CheckOutcome.REFUSED, reason=words))


def _screened(store: Store, name: str) -> Edition | None:
    """What is screened until now; nothing can be held against an edition that cannot be read again."""
    try:
        return effective_edition(store, name)
    except (ListError, StateError) as error:
        log.warning("%s; the new edition is not compared with it", error)
        return None


def _seen_again(store: Store, origin: Origin, check: ListCheck) -> ListCheck:
    """Note that the active edition is still the newest: what it has lacked for a day is gone."""
    try:
        change = seen_again(store, check.list_name, check.checked)
    except (ListError, StateError) as error:
        log.warning("%s; what is held stays held", error)
        change = None
    with store.transaction():
        if change is not None:
            activate(store, change, {}, check.checked)
        origin.keep(check.checked)
        return _noted(store, check)
