"""Looking into the lists by hand: parties by name or listing, their links, programme codes."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from watchlist.config import Config
from watchlist.jobs.steps import Track, unseen
from watchlist.jobs.watch import configured_networks, joined, local_lists
from watchlist.matching import compare
from watchlist.model import Fault, Link, Network, Party
from watchlist.networks import links, networks
from watchlist.store import Store
from watchlist.text.normalize import fold
from watchlist.text.regimes import regimes
from watchlist.text.sounds import sound_keys
from watchlist.text.tokens import tokenize

_LEAST = 0.5
"""Names less like the one searched are not shown."""
_PREFIX = 3
"""Sounds or letters with which a word of a name must begin like one of the name searched, before they are compared."""


@dataclass(frozen=True, slots=True)
class Register:
    """All parties of the lists that can be read, with their links and networks; ``editions`` counts these lists."""

    parties: Mapping[str, Party]
    links: tuple[Link, ...]
    networks: tuple[Network, ...]
    missing: tuple[Fault, ...]
    editions: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """A party, and which of its names is how much like the one searched."""

    party: Party
    alias: str
    score: float


@dataclass(frozen=True, slots=True)
class ProgrammeCount:
    """How many listings of a list bear a code, and the regimes that it belongs to."""

    list_name: str
    code: str
    listings: int
    regimes: tuple[str, ...]


def read_register(store: Store, config: Config, now: datetime, track: Track = unseen) -> Register:
    """The parties of lists by path as they are on disk, and of lists by address as they are in the state."""
    known = local_lists(store, config, now, track)
    parties = joined(known, config)
    ties = links(parties)
    return Register(
        parties=MappingProxyType({party.id: party for party in parties}),
        links=ties,
        networks=networks(parties, ties, configured_networks(config)),
        missing=known.missing,
        editions=len(known.snapshots),
    )


def search_parties(register: Register, name: str, limit: int) -> list[Likeness]:
    """The parties whose names are most like ``name``, best first."""
    starts = _starts(name)
    found: list[Likeness] = []
    for party in register.parties.values():
        names = [alias.text for listing in party.listings for alias in listing.aliases]
        near = [each for each in dict.fromkeys(names) if not starts.isdisjoint(_starts(each))]
        if near:
            compared = compare(name, near, party.type)
            found.append(Likeness(party, compared.alias, compared.score))
    found.sort(key=lambda each: (-each.score, each.party.id))
    return [each for each in found[:limit] if each.score >= _LEAST]


def party_of(register: Register, listing: str) -> Party | None:
    """The party that a listing belongs to."""
    return next((party for party in register.parties.values() if listing in party.listing_ids), None)


def links_of(register: Register, party: Party) -> tuple[Link, ...]:
    """Links from and to a party."""
    return tuple(link for link in register.links if party.id in {link.source, link.target})


def count_programmes(register: Register) -> Iterator[ProgrammeCount]:
    """Every code of every list, those borne most first within a list."""
    counts = Counter(
        (listing.list_name, code)
        for party in register.parties.values()
        for listing in party.listings
        for code in listing.programmes
    )
    for (list_name, code), listings in sorted(counts.items(), key=lambda each: (each[0][0], -each[1], each[0][1])):
        yield ProgrammeCount(list_name, code, listings, tuple(sorted(regimes(code))))


def _starts(name: str) -> frozenset[str]:
    words = fold(name).split()
    return frozenset(key[:_PREFIX] for word in words for key in sound_keys(word) or (word,))


def networks_called(register: Register, part: str) -> list[Network]:
    """Networks whose name, or a name of whose members, holds ``part``, whatever case, accents and order of words.

    The one called exactly so comes alone.
    """
    exact = [network for network in register.networks if fold(network.name) == fold(part).strip()]
    return exact or [network for network in register.networks if _speaks_of(register, network, part)]


def _speaks_of(register: Register, network: Network, part: str) -> bool:
    members = (register.parties[member] for member in network.members if member in register.parties)
    names = (alias.text for party in members for listing in party.listings for alias in listing.aliases)
    return any(_holds(name, part) for name in (network.name, *names))


def _holds(name: str, part: str) -> bool:
    return fold(part).strip() in fold(name) or _words(part) <= _words(name)


def _words(text: str) -> frozenset[str]:
    return frozenset(token.surface for token in tokenize(fold(text)))
