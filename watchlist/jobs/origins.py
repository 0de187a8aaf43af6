"""Where the files of a list come from: a path, or addresses whose answers are held against what is known of them."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from urllib.parse import urlsplit

from watchlist import fetch, lists
from watchlist.config import ListEntry
from watchlist.errors import ListError
from watchlist.fetch import LIST_LIMITS, PAGE_LIMITS, Fetched, Fetcher, NotModified
from watchlist.jobs.asking import conditions
from watchlist.jobs.editions import Files, addresses, local_files
from watchlist.jobs.fetching import Answer, Request
from watchlist.model import Fault
from watchlist.store import Store, Validators


@dataclass(frozen=True, slots=True)
class Arrived:
    """Files as they are now, where they came from, and what is to be said of it."""

    files: Files
    url: str = ""
    final_url: str = ""
    etag: str = ""
    warnings: tuple[str, ...] = ()


class Origin(Protocol):
    """A configured list, asked for its files."""

    def files(self) -> Arrived | None:
        """The files as they are now; None when they did not change. ``ListError`` where they cannot be had."""
        ...

    def keep(self, now: datetime) -> None:
        """Remember what servers said, once their bodies are safe."""
        ...


class Local:
    """A list from a path."""

    def __init__(self, entry: ListEntry) -> None:
        self._entry = entry

    def files(self) -> Arrived:
        """The files as they are now."""
        return Arrived(local_files(self._entry))

    def keep(self, now: datetime) -> None:
        """Nothing is to be remembered of a path."""


class Remote:
    """A list from one or several addresses, all of which have answered."""

    def __init__(self, store: Store, entry: ListEntry, answers: Mapping[str, Answer], fetcher: Fetcher) -> None:
        self._store = store
        self._entry = entry
        self._answers = answers
        self._fetcher = fetcher

    def files(self) -> Arrived | None:
        """The files as they are now, those that did not change from the state; None when none did."""
        faults = [answer for answer in self._answers.values() if isinstance(answer, Fault)]
        if faults:
            raise ListError(self._entry.name, "; ".join(each.what for each in faults))
        if all(isinstance(answer, NotModified) for answer in self._answers.values()):
            return None
        fresh = {part: answer for part, answer in self._answers.items() if isinstance(answer, Fetched)}
        for answer in fresh.values():
            _refuse_endless(self._entry, answer)
        active = self._store.lists.active(self._entry.name)
        kept = self._store.lists.raw(self._entry.name, active.digest) if active is not None else {}
        first = next(iter(fresh.values()))
        return Arrived(
            files={part: fresh[part].body if part in fresh else kept[part] for part in self._answers},
            url=next(iter(addresses(self._entry).values())),
            final_url=_without_secrets(first.url),
            etag=first.validators.etag,
            warnings=tuple(self._unproven(fresh)),
        )

    def keep(self, now: datetime) -> None:
        """Remember what the servers said, once their bodies are safe."""
        for part, answer in self._answers.items():
            if isinstance(answer, Fetched):
                said = answer.validators
                validators = Validators(said.etag, said.last_modified, now)
                self._store.sources.set_validators(addresses(self._entry)[part], validators)

    def _unproven(self, fresh: Mapping[str, Fetched]) -> Iterator[str]:
        """Hold files against the page on which their publisher prints SHA-256 sums (faults.md G3).

        A page that names a file and not its sum is a ``ListError``: one of the two is just being replaced, or somebody
        changed it on its way, and the next refresh looks again. A page that says nothing of the file is a warning.
        """
        if self._entry.hashes is None:
            return
        page = self._fetcher.get(self._entry.hashes, None, PAGE_LIMITS)
        if not isinstance(page, Fetched):
            yield f"the page of hashes was not read: {page.what if isinstance(page, Fault) else 'no answer'}"
            return
        printed = page.body.decode("utf-8", "replace").casefold()
        for part, answer in fresh.items():
            file = urlsplit(addresses(self._entry)[part]).path.rpartition("/")[2]
            bodies = (answer.body, lists.unpack(self._entry.name, answer.body))
            if any(hashlib.sha256(body).hexdigest() in printed for body in bodies):
                continue
            if file.casefold() in printed:
                raise ListError(self._entry.name, f"{file} is not the file whose SHA-256 {self._entry.hashes} prints")
            yield f"{self._entry.hashes} does not speak of {file or 'the file'}"


def requests(store: Store, entry: ListEntry, now: datetime) -> Iterator[Request]:
    """Conditional only while the active edition came from the same format, else a 304 would hide that it is missing."""
    active = store.lists.active(entry.name)
    usable = active is not None and active.format == entry.format
    places = addresses(entry)
    hosts = (*entry.redirects, *lists.official(places.values()).redirects)
    for part, url in places.items():
        validators = conditions(store.sources.validators(url), now) if usable else fetch.Validators()
        yield Request(f"{entry.name}/{part}", url, validators, LIST_LIMITS, hosts)


def _refuse_endless(entry: ListEntry, answer: Fetched) -> None:
    """A file that does not show its own end is taken only from a server that says how long it is."""
    if not (answer.framed or lists.FORMATS[entry.format].closed or lists.packed(answer.body)):
        what = "the server does not say how long the file is, and its format does not show where it ends"
        raise ListError(entry.name, f"{what}; it may be cut short. Give the address of a .gz or .zip of it")


def _without_secrets(url: str) -> str:
    """The address without its query, which may hold a signature that opens the file for everyone."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.hostname or ''}{parts.path}"
