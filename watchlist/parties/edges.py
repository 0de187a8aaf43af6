"""Reasons to join two listings, each with its strength and in words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from watchlist.parties.contradictions import contradict, shares_identifier
from watchlist.parties.kinship import akin
from watchlist.parties.profile import Profile
from watchlist.parties.rules import OF_HEADINGS, RULES, Borne, Reason, Strength, twice

_FAMOUS = 40
"""A name or number of more listings than this says nothing about who bears it."""


class Edge(NamedTuple):
    """Why the listings of rank ``left`` and ``right`` may be one party; ``lone`` when no regime or name is common."""

    strength: Strength
    lone: bool
    left: int
    right: int
    reason: str


def proof_edges(profiles: Sequence[Profile]) -> list[Edge]:
    """What authorities and numbers prove, strongest first."""
    return sorted({*_reference_edges(profiles), *_identifier_edges(profiles)})


def twin_edges(profiles: Sequence[Profile]) -> list[Edge]:
    """Where one list names one target twice."""
    by_heading: dict[tuple[str, str, str], list[Profile]] = defaultdict(list)
    for one in profiles:
        if one.heading in one.names:
            by_heading[one.list_name, one.type, one.published].append(one)
    return sorted(
        _edge(strength, left, right, f"same name {left.names[left.heading].text!r}{reason}")
        for group in by_heading.values()
        for left, right in _pairs(group)
        for strength, reason in filter(None, [twice(left, right)])
    )


def name_edges(profiles: Sequence[Profile], settled: Sequence[int]) -> list[Edge]:
    """What names with births, regimes and countries suggest, strongest first.

    ``settled`` gives for each rank the party that is known so far: a list that names one target twice still names one.
    """
    return sorted(set(_name_edges(profiles, settled)))


def _pairs(group: Iterable[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Every two of a group that nothing keeps apart, lower rank first."""
    members = sorted(group, key=lambda one: one.rank)
    if 1 < len(members) <= _FAMOUS:
        yield from ((left, right) for left, right in combinations(members, 2) if not contradict(left, right))


def _edge(strength: Strength, left: Profile, right: Profile, reason: str) -> Edge:
    return Edge(strength, left.regimes.isdisjoint(right.regimes), left.rank, right.rank, reason)


def _reference_edges(profiles: Sequence[Profile]) -> Iterator[Edge]:
    """Of listings that quote one number those with a common word come first: one of the others may be a slip."""
    by_reference: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    for one in profiles:
        for reference in one.references:
            by_reference[reference].append(one)
    for (scheme, number), group in by_reference.items():
        for left, right in _pairs(group):
            reason = f"same {scheme.upper()} reference {number}"
            yield Edge(Strength.REFERENCE, not akin(left, right), left.rank, right.rank, reason)


def _identifier_edges(profiles: Sequence[Profile]) -> Iterator[Edge]:
    by_number: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    for one in profiles:
        for number in {(str(proof.kind), proof.value) for proof in one.proofs}:
            by_number[number].append(one)
    for (kind, value), group in by_number.items():
        for left, right in _pairs(group):
            if shares_identifier(left, right):
                yield _edge(Strength.IDENTIFIER, left, right, f"same {kind} {value}")


def _name_edges(profiles: Sequence[Profile], settled: Sequence[int]) -> Iterator[Edge]:
    for type_, rule in RULES.items():
        for key, group in _bearers(one for one in profiles if one.type is type_).items():
            if len(group) <= _FAMOUS and len({settled[one.rank] for one in group}) > 1:
                borne = Borne.of(group, settled)
                for left, right in combinations(group, 2):
                    if left.list_name != right.list_name and settled[left.rank] != settled[right.rank]:
                        yield from _edges_of_name(key, left, right, rule(left, right, left.names[key], borne))


def _edges_of_name(key: str, left: Profile, right: Profile, found: Reason | None) -> Iterator[Edge]:
    if found is not None and not contradict(left, right):
        strength, reason = found
        if key == left.heading == right.heading:
            strength = OF_HEADINGS.get(strength, strength)
        yield _edge(strength, left, right, f"same name {left.names[key].text!r}{reason}")


def _bearers(profiles: Iterable[Profile]) -> Mapping[str, list[Profile]]:
    """Who bears each name that more than one bears, in the order of their ranks."""
    found: dict[str, list[Profile]] = defaultdict(list)
    for one in profiles:
        for key in one.names:
            found[key].append(one)
    return {key: group for key, group in found.items() if len(group) > 1}
