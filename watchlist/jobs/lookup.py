"""Looking into the lists by hand: parties by name or listing, their links, programme codes."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from watchlist.config import Config
from watchlist.jobs import shelf
from watchlist.jobs.cache import key_of, known_digests
from watchlist.jobs.packing import pack, unpack
from watchlist.jobs.steps import Track, unseen
from watchlist.jobs.watch import configured_networks, joined, local_lists
from watchlist.matching import NameSearch, Near, compare
from watchlist.model import AliasKind, Fault, Link, Listing, Network, Party, PartyType
from watchlist.networks import Owned, Unresolved, links, networks, outside, owned, unresolved
from watchlist.store import Store
from watchlist.text.normalize import fold
from watchlist.text.regimes import regimes
from watchlist.text.tokens import tokenize

_LEAST = 0.5
"""Names less like the one searched are not shown."""
_COMPARED = 80
_COMPARED_EACH = 3
"""Names that are compared: at least so many, and so many for each party to be shown."""
_REGISTERS_KEPT = 2


@dataclass(frozen=True, slots=True)
class ProgrammeCount:
    """How many listings of a list bear a code, and the regimes that it belongs to."""

    list_name: str
    code: str
    listings: int
    regimes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """All parties of the lists that can be read, with their links, networks and codes; ``editions`` counts these lists.

    ``party_of`` gives the party of a listing; ``unresolved`` are relations that link nobody; ``owned`` are those, also
    on no list, of whom parties on the authorities' lists own 50 percent or more. ``held`` are listings that the newest
    edition of their list lacks and that are screened all the same, with the first fetch that lacked them.
    """

    parties: Mapping[str, Party]
    party_of: Mapping[str, str]
    names: NameSearch
    links: tuple[Link, ...]
    unresolved: tuple[Unresolved, ...]
    owned: tuple[Owned, ...]
    networks: tuple[Network, ...]
    programmes: tuple[ProgrammeCount, ...]
    missing: tuple[Fault, ...]
    editions: int
    held: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Likeness:
    """A party, and which of its names is how much like the one searched."""

    party: Party
    alias: str
    score: float


def read_register(store: Store, config: Config, now: datetime, track: Track = unseen) -> Register:
    """The parties of lists by path as they are on disk, and of lists by address as they are in the state.

    Kept in the cache folder until lists, configuration or program change: who looks twice waits once.
    """
    key = key_of(known_digests(store, config), config, None, "register")
    path = config.cache / f"{key}.register"
    read = shelf.read(path, key, unpack)
    if read is not None:
        shelf.use(path)
        register, parties = read
        made: Register = replace(register, parties=parties)
        return made
    register = _built(store, config, now, track)
    content, parties = pack(replace(register, parties={}), register.parties)
    shelf.write(path, key, content)
    with suppress(OSError):
        for older in shelf.last_used(config.cache, "*.register")[_REGISTERS_KEPT:]:
            older.unlink()
    return replace(register, parties=parties)


def _built(store: Store, config: Config, now: datetime, track: Track) -> Register:
    known = local_lists(store, config, now, track)
    parties = joined(known, config)
    ties, open_ended = links(parties), unresolved(parties)
    party_of = {listing: party.id for party in parties for listing in party.listing_ids}
    return Register(
        parties=MappingProxyType({party.id: party for party in parties}),
        party_of=MappingProxyType(party_of),
        names=NameSearch.build((party.id, name) for party in parties for name in _names(party)),
        links=ties,
        unresolved=open_ended,
        owned=owned((*ties, *outside(open_ended, party_of)), _on_lists(parties, config)),
        networks=networks(parties, ties, configured_networks(config)),
        programmes=tuple(_programmes(known.listings)),
        missing=known.missing,
        editions=len(known.snapshots),
        held=known.held,
    )


def search_parties(register: Register, name: str, limit: int) -> list[Likeness]:
    """The parties whose names are most like ``name``, best first."""
    near: dict[str, list[Near]] = defaultdict(list)
    for each in register.names.nearest(name, max(_COMPARED, _COMPARED_EACH * limit)):
        near[each.party].append(each)
    found = [(_likeness(register.parties[party], name, names), names[0].share) for party, names in near.items()]
    found.sort(key=lambda each: (-each[0].score, -each[1], each[0].party.id))
    return [each for each, _ in found[:limit] if each.score >= _LEAST]


def _likeness(party: Party, name: str, near: Sequence[Near]) -> Likeness:
    compared = compare(name, [each.name for each in near], party.type)
    return Likeness(party, compared.alias, compared.score)


def party_of(register: Register, listing: str) -> Party | None:
    """The party that a listing belongs to."""
    party = register.party_of.get(listing)
    return None if party is None else register.parties[party]


def _on_lists(parties: Iterable[Party], config: Config) -> frozenset[str]:
    """The parties that an authority has listed, and not only the user."""
    published = {entry.name for entry in config.lists}
    return frozenset(party.id for party in parties if any(one.list_name in published for one in party.listings))


def links_of(register: Register, party: Party) -> tuple[Link, ...]:
    """Links from and to a party."""
    return tuple(link for link in register.links if party.id in {link.source, link.target})


def _programmes(listings: Iterable[Listing]) -> Iterator[ProgrammeCount]:
    """Every code of every list, those borne most first within a list."""
    counts = Counter((listing.list_name, code) for listing in listings for code in listing.programmes)
    for (list_name, code), borne in sorted(counts.items(), key=lambda each: (each[0][0], -each[1], each[0][1])):
        yield ProgrammeCount(list_name, code, borne, tuple(sorted(regimes(code))))


def _names(party: Party) -> Iterable[str]:
    return dict.fromkeys(alias.text for listing in party.listings for alias in listing.aliases)


def networks_called(register: Register, part: str) -> list[Network]:
    """Networks whose name, or a name of whose members, holds ``part``, whatever case, accents and order of words.

    The one called exactly so comes alone; those that are called so come before those with a member who is.
    """
    exact = [network for network in register.networks if fold(network.name) == fold(part).strip()]
    called = [network for network in register.networks if _holds(network.name, part)]
    members = {member for network in register.networks for member in network.members}
    borne = {member for member in members if member in register.parties and _bears(register.parties[member], part)}
    others = [network for network in register.networks if not borne.isdisjoint(network.members)]
    return exact or [*called, *(network for network in others if network not in called)]


def namesakes(register: Register, members: Collection[str]) -> list[tuple[str, str]]:
    """Members, each with another party of its type that bears its name, of two words or more in any order.

    Weak aliases are nobody's name.
    """
    parties = [register.parties[member] for member in members if member in register.parties]
    bearers = {_words(party.name): party for party in parties}
    found: dict[tuple[str, str], None] = {}
    for other, name in register.names.all():
        member = bearers.get(words) if len(words := _words(name)) > 1 else None
        if member is not None and other not in members and _strongly(register.parties[other], name, member.type):
            found[member.id, other] = None
    return list(found)


def _strongly(party: Party, name: str, kind: PartyType) -> bool:
    aliases = (alias for listing in party.listings for alias in listing.aliases)
    return party.type is kind and any(one.text == name and one.kind is not AliasKind.WEAK for one in aliases)


def _bears(party: Party, part: str) -> bool:
    return any(_holds(name, part) for name in _names(party))


def _holds(name: str, part: str) -> bool:
    return fold(part).strip() in fold(name) or _words(part) <= _words(name)


def _words(text: str) -> frozenset[str]:
    return frozenset(token.surface for token in tokenize(fold(text)))
