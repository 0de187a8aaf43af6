"""What in a right configuration would select nothing, reach nothing, or is not active in this version."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from watchlist.config import Config
from watchlist.config.reading import Location
from watchlist.config.selection import selects
from watchlist.errors import Mistake
from watchlist.jobs.editions import addresses
from watchlist.jobs.steps import Track, unseen
from watchlist.jobs.watch import configured_networks, joined, local_lists
from watchlist.lists import FORMATS, retired
from watchlist.model import Party
from watchlist.networks import unknown_members
from watchlist.store import Store

Remark = tuple[Location, str]
"""Where in the configuration, and what."""


def advice(store: Store, config: Config, now: datetime, track: Track = unseen) -> tuple[Mistake, ...]:
    """Warnings in the order of the file; lists are only read where watchlists or networks ask for them."""
    found = (
        *(*_inactive(config), *_unreachable(config), *_licensed(config)),
        *(*_expired(config, now), *_empty(store, config, now, track)),
    )
    noted = (config.noted(*each) for each in found)
    return tuple(sorted(noted, key=lambda each: (each.line, each.column)))


def _inactive(config: Config) -> Iterator[Remark]:
    given = config.model_fields_set
    if config.notify:
        yield ("notify",), "not active in this version; no message is sent"
    if "html" in config.report.model_fields_set and config.report.html:
        yield ("report", "html"), "not active in this version; the report is CSV and JSON lines"
    yield from (((key,), "not active in this version") for key in ("lookback", "retention") if key in given)
    tagged = next((number for number, source in enumerate(config.sources) if source.tags), None)
    if tagged is not None:
        yield ("sources", tagged, "tags"), "not active in this version; tags only stand in this file"


def _unreachable(config: Config) -> Iterator[Remark]:
    if not config.sources:
        yield ("sources",), "none; run screens nothing"
    for number, source in enumerate(config.sources):
        if not source.kind.web and not Path(source.address).exists():
            yield ("sources", number, source.kind.name), f"{source.address} does not exist"
    for number, entry in enumerate(config.lists):
        words = retired(addresses(entry).values())
        if words:
            yield ("lists", number, "url" if entry.url is not None else "urls"), words
        if entry.path is not None and not entry.path.exists():
            yield ("lists", number, "path"), f"{entry.path} does not exist"


def _licensed(config: Config) -> Iterator[Remark]:
    """Each notice of a licence once, at the first list that it holds for."""
    told: set[str] = set()
    for number, entry in enumerate(config.lists):
        notice = FORMATS[entry.format].notice
        if notice and notice not in told:
            told.add(notice)
            yield ("lists", number, "format"), notice


def _expired(config: Config, now: datetime) -> Iterator[Remark]:
    for number, mute in enumerate(config.mute):
        if mute.until < now.date():
            yield ("mute", number), f"{mute.alias!r} is over since {mute.until}; its mentions are told"


def _empty(store: Store, config: Config, now: datetime, track: Track) -> Iterator[Remark]:
    if not config.watchlists and not config.networks:
        return
    known = local_lists(store, config, now, track)
    numbers = {entry.name: number for number, entry in enumerate(config.lists)}
    for fault in known.missing:
        yield ("lists", numbers[fault.where]), f"{fault.where}: {fault.what}; watchlists were checked without it"
    parties = joined(known, config)
    yield from _empty_watchlists(config, parties)
    yield from _strange_members(config, parties, [fault.where for fault in known.missing])


def _empty_watchlists(config: Config, parties: tuple[Party, ...]) -> Iterator[Remark]:
    for number, watchlist in enumerate(config.watchlists):
        if not any(selects(watchlist, party) for party in parties):
            yield ("watchlists", number), f"{watchlist.name!r} selects no party"


def _strange_members(config: Config, parties: tuple[Party, ...], missing: list[str]) -> Iterator[Remark]:
    for number, network in enumerate(configured_networks(config)):
        for member in unknown_members(parties, network):
            if member.split(":")[0] not in missing:
                at = network.members.index(member)
                yield ("networks", number, "members", at), f"{member!r} is on no list"
