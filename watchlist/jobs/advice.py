"""What in a right configuration would select nothing, reach nothing, or is not active in this version."""

from collections.abc import Iterator
from datetime import datetime

from watchlist.config import Config
from watchlist.config.selection import selects
from watchlist.jobs.steps import Track, unseen
from watchlist.jobs.watch import configured_networks, joined, local_lists
from watchlist.model import Party
from watchlist.networks import unknown_members
from watchlist.store import Store


def advice(store: Store, config: Config, now: datetime, track: Track = unseen) -> tuple[str, ...]:
    """Warnings, each naming its key; lists are only read where watchlists or networks ask for them."""
    return (*_inactive(config), *_unreachable(config), *_expired(config, now), *_empty(store, config, now, track))


def _inactive(config: Config) -> Iterator[str]:
    given = config.model_fields_set
    if config.notify:
        yield "notify: not active in this version; no message is sent"
    if "html" in config.report.model_fields_set and config.report.html:
        yield "report.html: not active in this version; the report is CSV and JSON lines"
    yield from (f"{key}: not active in this version" for key in ("lookback", "retention") if key in given)


def _unreachable(config: Config) -> Iterator[str]:
    if not config.sources:
        yield "sources: none; run screens nothing"
    for number, source in enumerate(config.sources):
        if source.folder is not None and not source.folder.is_dir():
            yield f"sources.{number}.folder: {source.folder} does not exist"
    for number, entry in enumerate(config.lists):
        if entry.path is not None and not entry.path.exists():
            yield f"lists.{number}.path: {entry.path} does not exist"


def _expired(config: Config, now: datetime) -> Iterator[str]:
    for number, mute in enumerate(config.mute):
        if mute.until < now.date():
            yield f"mute.{number}: {mute.alias!r} is over since {mute.until}; its mentions are told"


def _empty(store: Store, config: Config, now: datetime, track: Track) -> Iterator[str]:
    if not config.watchlists and not config.networks:
        return
    known = local_lists(store, config, now, track)
    yield from (f"list {fault.where}: {fault.what}; watchlists were checked without it" for fault in known.missing)
    parties = joined(known, config)
    yield from _empty_watchlists(config, parties)
    yield from _strange_members(config, parties, [fault.where for fault in known.missing])


def _empty_watchlists(config: Config, parties: tuple[Party, ...]) -> Iterator[str]:
    for number, watchlist in enumerate(config.watchlists):
        if not any(selects(watchlist, party) for party in parties):
            yield f"watchlists.{number}: {watchlist.name!r} selects no party"


def _strange_members(config: Config, parties: tuple[Party, ...], missing: list[str]) -> Iterator[str]:
    for number, network in enumerate(configured_networks(config)):
        for member in unknown_members(parties, network):
            if member.split(":")[0] not in missing:
                at = network.members.index(member)
                yield f"networks.{number}.members.{at}: {member!r} is on no list"
