"""Who is owned 50 percent or more in the aggregate by blocked parties, over as many tiers as it takes.

The rule is OFAC's 50 Percent Rule (guidance of 13 August 2014, FAQ 398 to 402): the shares of all blocked persons add
up, and a share that is held through another entity counts whole when that entity is itself owned 50 percent or more by
blocked persons, and not at all when it is not. Ownership counts, control does not, so "owned or controlled by" without
a percentage is no share. The EU asks for more than 50 percent (or control) and adds up, too; the UK asks for more than
50 percent (or control) and adds up only what is held jointly.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from watchlist.model import Link, Tie
from watchlist.networks.linking import Unresolved
from watchlist.networks.relations import reading

HALF = 50.0
_ROUNDING = 1e-6
"""Three stakes of a third and the like may miss the sum by less than anybody states."""


@dataclass(frozen=True, slots=True)
class Stake:
    """A counted share of a party; ``blocked`` when its owner is blocked himself and not only through his owners."""

    owner: str
    share: float
    blocked: bool


@dataclass(frozen=True, slots=True)
class Owned:
    """A party owned by blocked ones: ``share`` in percent is the sum of ``stakes``, the largest first."""

    party: str
    share: float
    stakes: tuple[Stake, ...]


def owned(links: Iterable[Link], blocked: Collection[str]) -> tuple[Owned, ...]:
    """The parties that blocked ones own 50 percent or more of in the aggregate, directly or indirectly, sorted by id.

    Of several lists that state a share of the same owner in the same party the largest is taken. A blocked party is
    among them, too, when others own it; nobody counts as his own owner.
    """
    stakes = _stakes(links)
    counted = set(blocked)
    waiting = set(stakes)
    while reached := {party for party in waiting if _sum(stakes[party], counted) >= HALF - _ROUNDING}:
        counted |= reached
        waiting -= reached
    return tuple(
        Owned(party, min(100.0, _sum(stakes[party], counted)), _counted(stakes[party], counted, frozenset(blocked)))
        for party in sorted(stakes.keys() - waiting)
    )


def outside(stated: Iterable[Unresolved], party_of: Mapping[str, str]) -> tuple[Link, ...]:
    """Shares that listed parties hold in, or that are held in them by, somebody who is on no list, as links.

    The other end is called by its id, or by its list and name where it has none: two owners of one printed name own the
    same company only if their list says so by an id.
    """
    found = []
    for one in stated:
        tie, backwards = reading(one.relation.kind)
        other = called(one)
        if tie is Tie.OWNED_BY and one.relation.share is not None and not one.open:
            ends = (other, party_of[one.listing]) if backwards else (party_of[one.listing], other)
            list_name = one.listing.partition(":")[0]
            found.append(Link(*ends, one.relation.kind, list_name, tie, one.relation.share))
    return tuple(found)


def called(one: Unresolved) -> str:
    """How somebody who is on no list is called among parties."""
    return one.relation.target or f"{one.listing} {one.relation.target_name}"


def tiers(found: Mapping[str, Owned], party: str) -> tuple[Owned, ...]:
    """How a party comes to be owned: itself, then every owner that counts only through his own owners, each once."""
    chain: dict[str, Owned] = {}
    queue = [party]
    while queue:
        each = queue.pop(0)
        if each in found and each not in chain:
            chain[each] = found[each]
            queue += [stake.owner for stake in found[each].stakes if not stake.blocked]
    return tuple(chain.values())


def unstated(links: Iterable[Link], party: str) -> tuple[str, ...]:
    """The owners or controllers of a party for whom no list states a share, sorted."""
    own = [link for link in links if link.source == party and link.tie is Tie.OWNED_BY]
    stated = {link.target for link in own if link.share is not None}
    return tuple(sorted({link.target for link in own} - stated))


def _stakes(links: Iterable[Link]) -> dict[str, dict[str, float]]:
    """The largest stated share of every owner in every party."""
    found: dict[str, dict[str, float]] = {}
    for link in links:
        if link.tie is Tie.OWNED_BY and link.share is not None and link.source != link.target:
            of = found.setdefault(link.source, {})
            of[link.target] = max(link.share, of.get(link.target, 0.0))
    return found


def _sum(stakes: Mapping[str, float], counted: Collection[str]) -> float:
    return sum(share for owner, share in sorted(stakes.items()) if owner in counted)


def _counted(stakes: Mapping[str, float], counted: Collection[str], blocked: Collection[str]) -> tuple[Stake, ...]:
    own = (Stake(owner, share, owner in blocked) for owner, share in stakes.items() if owner in counted)
    return tuple(sorted(own, key=lambda stake: (-stake.share, stake.owner)))
