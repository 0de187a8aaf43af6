"""The lists of one moment, made ready to be held against articles: parties, links, networks, index."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType

from watchlist import __version__
from watchlist.config import Config, ListEntry, Selection, select
from watchlist.designations import DesignationFinder, KnownNames
from watchlist.errors import ListError
from watchlist.jobs.editions import Edition, effective_edition, local_files, read_edition, stops
from watchlist.jobs.steps import Track, unseen
from watchlist.lists import OwnParty, own_listings
from watchlist.matching import Index, MatchingOptions, Mute, Screener
from watchlist.model import Article, Fault, Link, Listing, Network, Party, Screening, Signals, Snapshot
from watchlist.networks import NetworkFinder, TopicFinder, links, networks
from watchlist.parties import join
from watchlist.store import Basis, Store

log = logging.getLogger(__name__)

AtHand = Mapping[str, Edition]
"""Editions that were read a moment ago, by list."""
NOTHING: AtHand = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Lists:
    """The editions to screen against, and the configured lists that have none.

    ``held`` are listings that are screened although the newest edition lacks them, with the first fetch that did.
    """

    snapshots: tuple[Snapshot, ...]
    listings: tuple[Listing, ...]
    missing: tuple[Fault, ...]
    held: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Watch:
    """Everything that one article is held against; equal lists and an equal configuration find the same.

    ``key`` is its name in the cache, empty where it is not kept.
    """

    snapshots: tuple[Snapshot, ...]
    missing: tuple[Fault, ...]
    parties: Mapping[str, Party]
    links: tuple[Link, ...]
    networks: tuple[Network, ...]
    selection: Selection
    basis: Basis
    screener: Screener
    finder: NetworkFinder
    topics: TopicFinder
    known: KnownNames
    held: Mapping[str, datetime] = field(default_factory=dict)
    key: str = ""

    def screen(self, article: Article) -> Screening:
        """What the article holds: mentions at the levels of the watchlists, networks, topics."""
        every = self.screener.screen(article)
        levelled = map(self.selection.level, every)
        matches = tuple(match for match in levelled if match is not None)
        found = self.finder.find(article, matches)
        unlisted = DesignationFinder(self.known.knows).find(article, every)
        return Screening(article, matches, found, self.topics.find(f"{article.title}\n{article.text}"), unlisted)


def stored_lists(store: Store, config: Config, track: Track = unseen, at_hand: AtHand = NOTHING) -> Lists:
    """The active editions of the configured lists, out of the state; those ``at_hand`` need not be read again."""
    editions: list[Edition] = []
    missing: list[Fault] = []
    for entry in track(config.lists, "reading lists", len(config.lists)):
        edition = _active(store, entry.name, at_hand)
        if edition is None:
            missing.append(Fault(entry.name, "was never fetched", "run: watchlist lists update"))
        else:
            editions.append(edition)
    return _lists(editions, missing, config)


def _active(store: Store, name: str, at_hand: AtHand) -> Edition | None:
    active, known = store.lists.active(name), at_hand.get(name)
    if active is not None and known is not None and known.snapshot.version == active.version:
        return known
    return effective_edition(store, name)


def local_lists(store: Store, config: Config, now: datetime, track: Track = unseen) -> Lists:
    """Lists by path as they are on disk, lists by address out of the state; what is refused counts as missing."""
    editions: list[Edition] = []
    missing: list[Fault] = []
    for entry in track(config.lists, "reading lists", len(config.lists)):
        try:
            edition = _local(entry, now) if entry.path is not None else effective_edition(store, entry.name)
        except ListError as error:
            missing.append(Fault(entry.name, error.what))
            continue
        if edition is None:
            missing.append(Fault(entry.name, "was never fetched", "run: watchlist lists update"))
        else:
            editions.append(edition)
    return _lists(editions, missing, config)


def build(of: Lists, config: Config, today: date) -> Watch:
    """The watch over these lists; mutes whose last day is over do not count."""
    parties = joined(of, config)
    chosen = select(parties, config.watchlists)
    options = MatchingOptions(
        chosen.lowest.alert,
        chosen.lowest.review,
        mutes(config, today),
        frozenset(one.name for one in config.watchlists),
    )
    ties = links(parties)
    groups = networks(parties, ties, configured_networks(config))
    versions = tuple(sorted((each.list_name, each.version) for each in of.snapshots))
    return Watch(
        snapshots=of.snapshots,
        missing=of.missing,
        parties=MappingProxyType({party.id: party for party in parties}),
        links=ties,
        networks=groups,
        selection=chosen,
        basis=Basis(versions, config.hash, __version__),
        screener=Screener(Index.build([party for party in parties if party.id in chosen.watchlists], options)),
        finder=NetworkFinder(groups, parties, ties, config.topics),
        topics=TopicFinder(config.topics),
        known=KnownNames.of(parties),
        held=of.held,
    )


def joined(of: Lists, config: Config) -> tuple[Party, ...]:
    """The parties behind all listings; the configured order of lists decides which listing lends name and id."""
    return join(of.listings, [entry.name for entry in config.lists] + [each.name for each in config.watchlists])


def mutes(config: Config, today: date) -> tuple[Mute, ...]:
    """Names that are quiet today."""
    return tuple(Mute(each.alias, each.reason, each.until) for each in config.mute if each.until >= today)


def configured_networks(config: Config) -> tuple[Network, ...]:
    """The user's own networks; members are listing ids."""
    return tuple(
        Network(
            name=each.name,
            members=each.members,
            signals=None if each.signals is None else Signals(each.signals.all, each.signals.any, each.signals.within),
            configured=True,
        )
        for each in config.networks
    )


def _local(entry: ListEntry, now: datetime) -> Edition:
    edition = read_edition(entry, local_files(entry), url="", retrieved=now)
    reasons = stops(entry, edition, None, now)
    if reasons:
        raise ListError(entry.name, "; ".join(each.words for each in reasons))
    return edition


def _lists(editions: Sequence[Edition], missing: Sequence[Fault], config: Config) -> Lists:
    own = [
        listing
        for watchlist in config.watchlists
        for listing in own_listings(
            watchlist.name, [OwnParty(each.name, each.aliases, each.type) for each in watchlist.parties]
        )
    ]
    published = [listing for edition in editions for listing in edition.parsed.listings]
    return Lists(
        snapshots=tuple(edition.snapshot for edition in editions),
        listings=tuple(_once([*published, *own])),
        missing=tuple(missing),
        held=MappingProxyType(
            {loss.listing: loss.since for edition in editions for loss in edition.losses if not loss.alias}
        ),
    )


def _once(listings: Iterable[Listing]) -> list[Listing]:
    """One listing per id: authorities have printed a reference twice, and none of the names may be lost."""
    kept: dict[str, Listing] = {}
    for listing in listings:
        first = kept.get(listing.id)
        if first is not None:
            log.warning("list %s: the reference %s is printed twice", listing.list_name, listing.reference)
            names = tuple(dict.fromkeys((*first.aliases, *listing.aliases)))
            listing = replace(first, aliases=names)  # noqa: PLW2901 - the two become one
        kept[listing.id] = listing
    return list(kept.values())
