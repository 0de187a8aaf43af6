"""Every list up to date: fetched or read, unpacked, parsed, held against the gate, and only then made active."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from watchlist import fetch
from watchlist.config import ListEntry
from watchlist.errors import ListError, StateError
from watchlist.fetch import LIST_LIMITS, Fetched, Fetcher, NotModified
from watchlist.jobs.activation import activate, arrival, seen_again
from watchlist.jobs.editions import Edition, Files, digest, effective_edition, local_files, read_edition, refusals
from watchlist.jobs.fetching import Answer, Request, fetch_all
from watchlist.jobs.steps import Stopped, Track, never, unseen
from watchlist.model import Fault, Snapshot
from watchlist.store import CheckOutcome, ListCheck, Store, Validators

log = logging.getLogger(__name__)


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
) -> tuple[Refreshed, ...]:
    """Bring lists up to date; one that cannot be keeps its last good edition, and the reason is kept with it."""
    outcomes = track(_outcomes(store, entries, fetcher, now, stopped), "lists", len(entries))
    return tuple(outcomes)


def _outcomes(
    store: Store, entries: Sequence[ListEntry], fetcher: Fetcher, now: datetime, stopped: Stopped
) -> Iterator[Refreshed]:
    for entry in entries:
        if stopped():
            return
        if entry.path is not None:
            yield _settle(store, entry, _Local(entry), now)
    remote = {entry.name: entry for entry in entries if entry.path is None}
    requests = [request for entry in remote.values() for request in _requests(store, entry)]
    answers: dict[str, dict[str, Answer]] = {name: {} for name in remote}
    for request, answer in fetch_all(fetcher, requests, stopped):
        name, _, part = request.key.partition("/")
        answers[name][part] = answer
        if len(answers[name]) == len(addresses(remote[name])):
            yield _settle(store, remote[name], _Remote(store, remote[name], answers.pop(name)), now)


def addresses(entry: ListEntry) -> Mapping[str, str]:
    """Where the files of a list are fetched, by part of its format."""
    if entry.url is not None:
        return {"": entry.url}
    return entry.urls or {}


def _requests(store: Store, entry: ListEntry) -> Iterator[Request]:
    """Conditional only while the active edition came from the same format, else a 304 would hide that it is missing."""
    active = store.lists.active(entry.name)
    usable = active is not None and active.format == entry.format
    for part, url in addresses(entry).items():
        known = store.sources.validators(url) if usable else Validators()
        validators = fetch.Validators(known.etag, known.last_modified)
        yield Request(f"{entry.name}/{part}", url, validators, LIST_LIMITS)


class _Local:
    """A list from a path."""

    def __init__(self, entry: ListEntry) -> None:
        self._entry = entry
        self.url = ""

    def files(self) -> Files | None:
        """The files as they are now."""
        return local_files(self._entry)

    def keep(self, now: datetime) -> None:
        """Nothing is to be remembered of a path."""


class _Remote:
    """A list from one or several addresses, all of which have answered."""

    def __init__(self, store: Store, entry: ListEntry, answers: Mapping[str, Answer]) -> None:
        self._store = store
        self._entry = entry
        self._answers = answers
        self.url = next(iter(addresses(entry).values()))

    def files(self) -> Files | None:
        """The files as they are now, those that did not change from the state; None when none did."""
        faults = [answer for answer in self._answers.values() if isinstance(answer, Fault)]
        if faults:
            raise ListError(self._entry.name, "; ".join(each.what for each in faults))
        if all(isinstance(answer, NotModified) for answer in self._answers.values()):
            return None
        active = self._store.lists.active(self._entry.name)
        kept = self._store.lists.raw(self._entry.name, active.digest) if active is not None else {}
        return {
            part: answer.body if isinstance(answer, Fetched) else kept[part] for part, answer in self._answers.items()
        }

    def keep(self, now: datetime) -> None:
        """Remember what the servers said, once their bodies are safe."""
        for part, answer in self._answers.items():
            if isinstance(answer, Fetched):
                said = answer.validators
                validators = Validators(said.etag, said.last_modified, now)
                self._store.sources.set_validators(addresses(self._entry)[part], validators)


def _settle(store: Store, entry: ListEntry, origin: _Local | _Remote, now: datetime) -> Refreshed:
    check = _check(store, entry, origin, now)
    store.lists.add_check(check)
    active = store.lists.active(entry.name)
    if check.reason:
        kept = "its last good edition stays" if active is not None else "it has no edition yet"
        log.warning("list %s: %s: %s; %s", entry.name, check.outcome, check.reason, kept)
    return Refreshed(entry.name, check.outcome, check.reason, active)


def _check(store: Store, entry: ListEntry, origin: _Local | _Remote, now: datetime) -> ListCheck:
    active = store.lists.active(entry.name)
    check = ListCheck(entry.name, now, CheckOutcome.UNCHANGED, "", active.digest if active is not None else "")
    try:
        files = origin.files()
    except ListError as error:
        return replace(check, outcome=CheckOutcome.FAILED, reason=error.what)
    if files is None or (active is not None and (active.digest, active.format) == (digest(files), entry.format)):
        _seen_again(store, entry, origin, now)
        return check
    try:
        edition = read_edition(entry, files, url=origin.url, retrieved=now)
    except ListError as error:
        return replace(check, outcome=CheckOutcome.REFUSED, reason=error.what)
    reasons = refusals(entry, edition, active)
    if reasons:
        return replace(check, outcome=CheckOutcome.REFUSED, reason="; ".join(reasons))
    change = arrival(store, edition, _screened(store, entry.name), now)
    with store.transaction():
        activate(store, change, files)
        origin.keep(now)
    return replace(check, outcome=CheckOutcome.OK, digest=edition.snapshot.digest)


def _screened(store: Store, name: str) -> Edition | None:
    """What is screened until now; nothing can be held against an edition that cannot be read again."""
    try:
        return effective_edition(store, name)
    except (ListError, StateError) as error:
        log.warning("%s; the new edition is not compared with it", error)
        return None


def _seen_again(store: Store, entry: ListEntry, origin: _Local | _Remote, now: datetime) -> None:
    """Note that the active edition is still the newest: what it lacks for a day is gone."""
    change = seen_again(store, entry.name, now)
    with store.transaction():
        if change is not None:
            activate(store, change, {})
        origin.keep(now)
