"""Reasons to join two listings, each with its strength and in words."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from itertools import combinations
from typing import NamedTuple

from watchlist.model import PartyType
from watchlist.parties.contradictions import contradict, shares_identifier
from watchlist.parties.names import Name, is_distinctive
from watchlist.parties.profile import Profile, overlap

_FAMOUS = 40
"""A name or number of more listings than this says nothing about who bears it."""

_ABBREVIATION = 3
"""Letters up to which a name is an abbreviation that a dozen plants share (SMZ, UMZ): their other names must agree."""

_LONGEST_SPAN_DAYS = 1100
"""A birth between years further apart than three says too little to support a name."""


class Strength(IntEnum):
    """Edges in the order in which they are tried: an authority's word first, circumstances last.

    Names by which both lists head their entries come before further names, which an entry may share with its parts:
    OFAC gives Hamas the names of its brigades, the EU lists the brigades by themselves.
    """

    REFERENCE = 0
    IDENTIFIER = 1
    BIRTH_DAY = 2
    BIRTH_SPAN = 3
    HEADING = 4
    HEADING_AND_REGIME = 5
    FULL_NAME = 6
    REGIME = 7


_OF_HEADINGS = {Strength.FULL_NAME: Strength.HEADING, Strength.REGIME: Strength.HEADING_AND_REGIME}
_Reason = tuple[Strength, str]


class Edge(NamedTuple):
    """Why the listings of rank ``left`` and ``right`` may be one party; ``lone`` when no regime is common."""

    strength: Strength
    lone: bool
    left: int
    right: int
    reason: str


def proof_edges(profiles: Sequence[Profile]) -> list[Edge]:
    """What authorities and numbers prove, strongest first."""
    return sorted({*_reference_edges(profiles), *_identifier_edges(profiles)})


def name_edges(profiles: Sequence[Profile], settled: Sequence[int]) -> list[Edge]:
    """What names with births, regimes and countries suggest, strongest first.

    ``settled`` gives for each rank the party that proofs have made of it: a list that names one target twice, as the UK
    does under two regimes, still names one.
    """
    return sorted(set(_name_edges(profiles, settled)))


def _pairs(group: Iterable[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Every two of a group that nothing keeps apart, lower rank first."""
    members = sorted(group, key=lambda one: one.rank)
    if len(members) <= _FAMOUS:
        yield from ((left, right) for left, right in combinations(members, 2) if not contradict(left, right))


def _edge(strength: Strength, left: Profile, right: Profile, reason: str) -> Edge:
    return Edge(strength, left.regimes.isdisjoint(right.regimes), left.rank, right.rank, reason)


def _reference_edges(profiles: Sequence[Profile]) -> Iterator[Edge]:
    by_reference: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    for one in profiles:
        for reference in one.references:
            by_reference[reference].append(one)
    for (scheme, number), group in by_reference.items():
        for left, right in _pairs(group):
            yield _edge(Strength.REFERENCE, left, right, f"same {scheme.upper()} reference {number}")


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
    for type_, rule in _RULES.items():
        bearers: dict[str, list[Profile]] = defaultdict(list)
        for one in profiles:
            if one.type is type_:
                for key in one.names:
                    bearers[key].append(one)
        for key, group in bearers.items():
            if len(group) > 1:
                yield from _edges_of_name(key, group, _borne(group, settled), rule)


def _edges_of_name(key: str, group: Sequence[Profile], borne: "_Borne", rule: "_Rule") -> Iterator[Edge]:
    for left, right in _pairs(group):
        name = left.names[key]
        found = rule(left, right, name, borne) if left.list_name != right.list_name else None
        if found is not None:
            strength, reason = found
            if key == left.heading == right.heading:
                strength = _OF_HEADINGS.get(strength, strength)
            yield _edge(strength, left, right, f"same name {name.text!r}{reason}")


@dataclass(frozen=True, slots=True)
class _Borne:
    """How many targets each list gives one name to: in all, and within each regime."""

    by_list: Counter[str]
    by_regime: Counter[tuple[str, str]]

    @property
    def one_each(self) -> bool:
        return max(self.by_list.values()) == 1

    def one_of(self, regime: str, left: Profile, right: Profile) -> bool:
        """Whether only one target on each of two lists bears the name within a regime."""
        return self.by_regime[left.list_name, regime] == 1 == self.by_regime[right.list_name, regime]


def _borne(group: Sequence[Profile], settled: Sequence[int]) -> _Borne:
    targets = {(one.list_name, settled[one.rank]) for one in group}
    in_regimes = {(one.list_name, regime, settled[one.rank]) for one in group for regime in one.regimes}
    return _Borne(
        by_list=Counter(list_name for list_name, _ in targets),
        by_regime=Counter((list_name, regime) for list_name, regime, _ in in_regimes),
    )


def _person(left: Profile, right: Profile, name: Name, borne: _Borne) -> _Reason | None:
    if name.weight < 2:
        return None
    if left.births and right.births:
        return _born_together(left, right, name, borne)
    if name.weight >= 3 and borne.one_each and not left.disagrees(right):
        return Strength.FULL_NAME, f" of {name.weight} words, and nothing against it"
    return _supported(left, right, borne) if name.weight >= 3 or borne.one_each else None


def _born_together(left: Profile, right: Profile, name: Name, borne: _Borne) -> _Reason | None:
    span = overlap(left, right)
    if span is None or (span[1] - span[0]).days > _LONGEST_SPAN_DAYS:
        return None
    if span[0] == span[1]:
        return Strength.BIRTH_DAY, f" and birth date {span[0]}"
    if borne.one_each and (name.weight >= 3 or not left.disagrees(right)):
        return Strength.BIRTH_SPAN, f" and birth {_years(span)}"
    return None


def _years(span: tuple[date, date]) -> str:
    first, last = span[0].year, span[1].year
    return f"in {first}" if first == last else f"between {first} and {last}"


def _organization(left: Profile, right: Profile, name: Name, borne: _Borne) -> _Reason | None:
    if len(name.key) <= _ABBREVIATION and not (
        name.key == left.heading == right.heading or _share_word(left, right, name)
    ):
        return None
    if name.weight >= 2 and borne.one_each and not left.disagrees(right):
        return Strength.FULL_NAME, ", legal forms aside, and nothing against it"
    return _supported(left, right, borne)


def _share_word(left: Profile, right: Profile, beside: Name) -> bool:
    """Whether a telling word is common to names of both, beside one name."""
    return any(word != beside.key and is_distinctive(word) for word in left.words() & right.words())


def _supported(left: Profile, right: Profile, borne: _Borne) -> _Reason | None:
    """A common regime or country, where no other target of the same name is in it."""
    for regime in sorted(left.regimes & right.regimes):
        if borne.one_of(regime, left, right):
            return Strength.REGIME, f" and regime {regime}"
    countries = sorted(left.countries & right.countries)
    if countries and borne.one_each:
        return Strength.REGIME, f" and country {countries[0]}"
    return None


_Rule = Callable[[Profile, Profile, Name, _Borne], _Reason | None]
_RULES: dict[PartyType, _Rule] = {PartyType.PERSON: _person, PartyType.ORGANIZATION: _organization}
"""Ships and aircraft change and share their names; only their numbers say which they are."""
