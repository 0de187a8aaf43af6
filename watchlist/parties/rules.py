"""What an equal name says of two listings, together with births, regimes and countries."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from types import MappingProxyType

from watchlist.model import PartyType
from watchlist.parties.contradictions import FULL, LONGEST_SPAN_DAYS, named_twice
from watchlist.parties.names import Name, is_distinctive, is_place
from watchlist.parties.profile import Profile, nearly, overlap

_ABBREVIATION = 3
"""Letters up to which a name is an abbreviation that a dozen plants share (SMZ, UMZ): it must head both entries."""


class Strength(IntEnum):
    """Edges in the order in which they are tried: an authority's word first, circumstances last.

    Names by which both lists head their entries come before further names, which an entry may share with its parts:
    OFAC gives Hamas the names of its brigades, the EU lists the brigades by themselves.
    """

    REFERENCE = 0
    IDENTIFIER = 1
    TWICE = 2
    BIRTH_DAY = 3
    BIRTH_SPAN = 4
    HEADING = 5
    HEADING_AND_REGIME = 6
    BIRTH_NEAR = 7
    FULL_NAME = 8
    REGIME = 9


OF_HEADINGS = {Strength.FULL_NAME: Strength.HEADING, Strength.REGIME: Strength.HEADING_AND_REGIME}
Reason = tuple[Strength, str]


@dataclass(frozen=True, slots=True)
class Borne:
    """How many targets each list gives one name to: in all, and within each regime."""

    by_list: Counter[str]
    by_regime: Counter[tuple[str, str]]

    @classmethod
    def of(cls, group: Sequence[Profile], settled: Sequence[int]) -> "Borne":
        """Of the bearers of one name; ``settled`` gives for each rank the party that is known so far."""
        targets = {(one.list_name, settled[one.rank]) for one in group}
        in_regimes = {(one.list_name, regime, settled[one.rank]) for one in group for regime in one.regimes}
        return cls(
            by_list=Counter(list_name for list_name, _ in targets),
            by_regime=Counter((list_name, regime) for list_name, regime, _ in in_regimes),
        )

    @property
    def one_each(self) -> bool:
        """Whether no list gives the name to two targets."""
        return max(self.by_list.values()) == 1

    def one_of(self, regime: str, left: Profile, right: Profile) -> bool:
        """Whether only one target on each of two lists bears the name within a regime."""
        return self.by_regime[left.list_name, regime] == 1 == self.by_regime[right.list_name, regime]


def twice(left: Profile, right: Profile) -> Reason | None:
    """Of two listings of one list under one heading."""
    if not named_twice(left, right):
        return None
    span = overlap(left, right)
    born = "" if span is None else f" and birth {_days(span)}"
    return Strength.TWICE, f"{born}, named twice by {left.list_name}"


def person(left: Profile, right: Profile, name: Name, borne: Borne) -> Reason | None:
    """Of two persons on two lists."""
    if name.weight < 2:
        return None
    if left.births and right.births:
        return _born_together(left, right, name, borne)
    if name.weight >= FULL and borne.one_each and not left.disagrees(right):
        return Strength.FULL_NAME, f" of {name.weight} words, and nothing against it"
    return _supported(left, right, borne) if name.weight >= FULL or borne.one_each else None


def _born_together(left: Profile, right: Profile, name: Name, borne: Borne) -> Reason | None:
    span = overlap(left, right)
    if span is None:
        return _born_nearly_together(left, right, name, borne)
    if (span[1] - span[0]).days > LONGEST_SPAN_DAYS:
        return None
    if span[0] == span[1]:
        return Strength.BIRTH_DAY, f" and birth {_days(span)}"
    if borne.one_each and (name.weight >= FULL or not left.disagrees(right)):
        return Strength.BIRTH_SPAN, f" and birth {_days(span)}"
    return None


def _born_nearly_together(left: Profile, right: Profile, name: Name, borne: Borne) -> Reason | None:
    """A full name by which both are headed, and a slip in one of the dates."""
    near = nearly(left, right)
    headed = name.key == left.heading == right.heading and name.weight >= FULL
    if near is None or not headed or not borne.one_each or left.disagrees(right):
        return None
    return (
        Strength.BIRTH_NEAR,
        f" of {name.weight} words and birth dates that differ by a slip, {near[0]} and {near[1]}",
    )


def _days(span: tuple[date, date]) -> str:
    if span[0] == span[1]:
        return f"date {span[0]}"
    first, last = span[0].year, span[1].year
    return f"in {first}" if first == last else f"between {first} and {last}"


def organization(left: Profile, right: Profile, name: Name, borne: Borne) -> Reason | None:
    """Of two organisations on two lists."""
    headed = name.key == left.heading == right.heading
    if not headed and (len(name.key) <= _ABBREVIATION or _other_places(left, right)):
        return None
    whole = name.weight >= 2 or (headed and _is_whole(name))
    if whole and borne.one_each and not left.disagrees(right):
        return Strength.FULL_NAME, ", legal forms aside, and nothing against it"
    return _supported(left, right, borne)


def _is_whole(name: Name) -> bool:
    """Whether a name of everyday words is long enough, with a telling word or a place: Russian Imperial Movement."""
    words = name.key.split()
    return len(words) >= FULL and any(is_distinctive(word) or is_place(word) for word in words)


def _other_places(left: Profile, right: Profile) -> bool:
    """Whether both are headed by places, and by other ones, as branches are, which share the name of their house."""
    mine, theirs = (set(filter(is_place, one.heading.split())) for one in (left, right))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _supported(left: Profile, right: Profile, borne: Borne) -> Reason | None:
    """A common regime or country, where no other target of the same name is in it."""
    for regime in sorted(left.regimes & right.regimes):
        if borne.one_of(regime, left, right):
            return Strength.REGIME, f" and regime {regime}"
    countries = sorted(left.countries & right.countries)
    if countries and borne.one_each:
        return Strength.REGIME, f" and country {countries[0]}"
    return None


Rule = Callable[[Profile, Profile, Name, Borne], Reason | None]
RULES: Mapping[PartyType, Rule] = MappingProxyType({PartyType.PERSON: person, PartyType.ORGANIZATION: organization})
"""Ships and aircraft change and share their names; only their numbers say which they are."""
