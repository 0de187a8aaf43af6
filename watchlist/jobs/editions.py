"""One configured list → its files → an edition: what the files hold, checked, and the snapshot that names it."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from watchlist import __version__, lists
from watchlist.config import ListEntry
from watchlist.errors import ListError
from watchlist.lists import Expected, ParsedList, Stop, count, gate, losses, official
from watchlist.model import Listing, Loss, Snapshot
from watchlist.store import Store

Files = Mapping[str, bytes]
"""Bytes as they came, by part of the format; the only part of most formats is called ""."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A list as it is screened: as read from its files, and the losses held beside them, which ``parsed`` includes."""

    snapshot: Snapshot
    parsed: ParsedList
    losses: tuple[Loss, ...] = ()


def addresses(entry: ListEntry) -> Mapping[str, str]:
    """Where the files of a list are fetched, by part of its format."""
    if entry.url is not None:
        return {"": entry.url}
    return entry.urls or {}


def local_files(entry: ListEntry) -> dict[str, bytes]:
    """The files of a list that is given by path; ``ListError`` when one is missing or cannot be read."""
    if entry.path is None:
        raise ListError(entry.name, "has no path; run: watchlist lists update")
    parts = lists.FORMATS[entry.format].files
    try:
        if entry.path.is_dir():
            return {part: _bytes(entry.name, _member(entry.name, entry.path, part, parts)) for part in parts}
    except OSError as fault:
        raise ListError(entry.name, f"{entry.path} cannot be opened ({fault.strerror}); check its path") from fault
    return {parts[0]: _bytes(entry.name, entry.path)}


def _member(name: str, folder: Path, part: str, parts: tuple[str, ...]) -> Path:
    """The one file of a folder that holds a part: ``alt.csv``, ``sdn_comments.csv``, ``CONS_ALT.CSV``, ``sdn.csv.gz``.

    All parts must be there: a folder without its aliases would silently shrink what is screened. OFAC calls the first
    part ``prim`` in its other lists.
    """
    wanted = {part, "prim"} if part == parts[0] else {part}
    stems = {path: path.name.casefold().split(".")[0] for path in sorted(folder.iterdir()) if path.is_file()}
    found = [path for path, stem in stems.items() if stem in wanted or stem.rpartition("_")[2] in wanted or part == ""]
    if len(found) != 1:
        what = f"{folder} has {len(found)} files for {part or 'the list'!r}, not one"
        raise ListError(name, f"{what}; expected {', '.join(parts) if part else 'one file'}")
    return found[0]


def digest(files: Files) -> str:
    """Hex SHA-256 of the bytes as they came; of the parts' own digests where there are several."""
    own = {part: hashlib.sha256(raw).hexdigest() for part, raw in files.items()}
    if list(own) == [""]:
        return own[""]
    return hashlib.sha256("".join(f"{part}:{own[part]}\n" for part in sorted(own)).encode()).hexdigest()


def read_edition(entry: ListEntry, files: Files, *, url: str, retrieved: datetime) -> Edition:
    """The list in the files; ``ListError`` when they are not what the format says."""
    plain = {part: lists.unpack(entry.name, raw) for part, raw in files.items()}
    parsed = lists.parse(entry.format, plain, entry.name)
    counts = count(parsed)
    snapshot = Snapshot(
        list_name=entry.name,
        format=entry.format,
        digest=digest(files),
        retrieved=retrieved,
        published=parsed.published,
        url=url,
        bytes=sum(map(len, files.values())),
        listings=counts.listings,
        names=counts.names,
        relations=counts.relations,
        unknown=parsed.unknown,
        software=__version__,
    )
    return Edition(snapshot, parsed)


def effective_edition(store: Store, name: str) -> Edition | None:
    """What is screened of a list: its active snapshot, with what is held beside it; None where it has none.

    A pure function of raw files and losses. ``ListError`` or ``StateError`` when a file cannot be read again.
    """
    active = store.lists.active(name)
    if active is None:
        return None
    plain = stored_edition(store, active)
    return holding(store, plain, store.lists.held(active)[0])


def stored_edition(store: Store, snapshot: Snapshot) -> Edition:
    """A snapshot as its files have it, without what was held beside it."""
    files = store.lists.raw(snapshot.list_name, snapshot.digest)
    plain = {part: lists.unpack(snapshot.list_name, raw) for part, raw in files.items()}
    return Edition(replace(snapshot, held=""), lists.parse(snapshot.format, plain, snapshot.list_name))


def holding(store: Store, plain: Edition, held: Sequence[Loss]) -> Edition:
    """A plain edition with losses held beside it, each as it stood in the snapshot that is its origin."""
    if not held:
        return plain
    name = plain.snapshot.list_name
    origins: dict[str, dict[str, Listing]] = {}
    for origin in {loss.origin for loss in held}:
        snapshot = store.lists.snapshot(name, origin)
        if snapshot is None:
            raise ListError(name, f"the snapshot {origin[:12]}, of which names are held, is not in the state")
        origins[origin] = {listing.id: listing for listing in stored_edition(store, snapshot).parsed.listings}
    return Edition(
        replace(plain.snapshot, held=_held_digest(plain.snapshot.digest, held)),
        replace(plain.parsed, listings=losses.with_held(plain.parsed.listings, held, origins)),
        tuple(held),
    )


def _held_digest(digest: str, held: Sequence[Loss]) -> str:
    lines = sorted(f"{loss.listing}\t{loss.alias}\t{loss.origin}\t{loss.since.isoformat()}\n" for loss in held)
    return hashlib.sha256("".join((f"{digest}\n", *lines)).encode()).hexdigest()


def stops(entry: ListEntry, edition: Edition, last: date | None, now: datetime) -> tuple[Stop, ...]:
    """Why an edition may not be screened; ``last`` is the date of the active one. Empty when it may."""
    floors = official(addresses(entry).values()).floors
    return gate(edition.parsed, Expected(entry.bounds, floors, last), now)


def _bytes(name: str, path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise ListError(name, f"{path} cannot be read ({fault.strerror}); check its path") from fault
