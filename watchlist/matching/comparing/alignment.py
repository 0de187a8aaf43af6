"""Words of two names held against each other one to one, the surest first; joined and split words after them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from watchlist.matching.comparing.parts import Role, Unit
from watchlist.matching.comparing.words import DIFFERENT, SAME, Likeness, Way, begins, likeness

LONGEST_RUN = 4
LEAST_JOINED = 0.85
SHORTEST_JOINED = 4
MOST_LONGER = 1.6
JOINED_QUALITY = 0.98


class Bond(NamedTuple):
    """Units of the left and of the right name (by number) that stand for each other."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Alignment:
    """What agrees between two names, and the numbers of the units that are left over on each side."""

    bonds: tuple[Bond, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]


def align(left: Sequence[Unit], right: Sequence[Unit]) -> Alignment:
    """Bond the units of two names, each used once."""
    bonds = list(_one_to_one(left, right))
    rest, other = _rest(left, right, bonds)
    if rest and other:
        bonds.extend(_joined(left, right, rest, other))
        rest, other = _rest(left, right, bonds)
    return Alignment(tuple(bonds), tuple(rest), tuple(other))


def _rest(left: Sequence[Unit], right: Sequence[Unit], bonds: Sequence[Bond]) -> tuple[list[int], list[int]]:
    used = {at for bond in bonds for at in bond.left}, {at for bond in bonds for at in bond.right}
    return (
        [at for at in range(len(left)) if at not in used[0]],
        [at for at in range(len(right)) if at not in used[1]],
    )


def _one_to_one(left: Sequence[Unit], right: Sequence[Unit]) -> Iterator[Bond]:
    found = [
        (-alike.quality, abs(place - at), place, at, alike)
        for place, one in enumerate(left)
        for at, other in enumerate(right)
        if (alike := unit_likeness(one, other)).quality
    ]
    taken: tuple[set[int], set[int]] = (set(), set())
    for *_, place, at, alike in sorted(found, key=lambda entry: entry[:4]):
        if place not in taken[0] and at not in taken[1]:
            taken[0].add(place)
            taken[1].add(at)
            yield Bond((place,), (at,), alike)


def unit_likeness(one: Unit, other: Unit) -> Likeness:
    """How well two units agree; initials, numbers and particles only agree with their like."""
    if one.concepts & other.concepts:
        same = one.folded == other.folded
        return Likeness(1.0, Way.SAME) if same else Likeness(0.97, Way.TRANSLATED)
    if one.concepts and other.concepts and one.folded[:3] != other.folded[:3]:
        return DIFFERENT
    if (one.role in _APART or other.role in _APART) and one.role is not other.role:
        return DIFFERENT
    if one.role is Role.INITIAL:
        return SAME if begins(one.folded, other.folded) else DIFFERENT
    if one.role in _APART:
        return SAME if one.folded == other.folded else DIFFERENT
    return likeness(one.spelled, other.spelled)


_APART = frozenset({Role.INITIAL, Role.NUMBER, Role.FILLER})


def _joined(left: Sequence[Unit], right: Sequence[Unit], rest: list[int], other: list[int]) -> Iterator[Bond]:
    """Words that one name writes together and the other apart, longest runs first."""
    free = set(rest), set(other)
    runs = list(_runs(left, free[0])), list(_runs(right, free[1]))
    found = []
    for one, name in runs[0]:
        for two, title in runs[1]:
            if (len(one) > 1) != (len(two) > 1) and _could_be_one(name, title):
                alike = likeness(name, title)
                if alike.quality >= LEAST_JOINED:
                    found.append((-alike.quality, -len(one) - len(two), one, two, alike))
    for _, _, one, two, alike in sorted(found, key=lambda entry: entry[:4]):
        if free[0].issuperset(one) and free[1].issuperset(two):
            free[0].difference_update(one)
            free[1].difference_update(two)
            way = Way.JOINED if alike.way is Way.SAME else alike.way
            yield Bond(one, two, Likeness(round(alike.quality * JOINED_QUALITY, 3), way))


def _could_be_one(name: str, title: str) -> bool:
    """Whether two words are long enough, and of about one length."""
    shorter, longer = sorted((len(name), len(title)))
    return shorter >= SHORTEST_JOINED and longer <= MOST_LONGER * shorter


def _runs(units: Sequence[Unit], free: set[int]) -> Iterator[tuple[tuple[int, ...], str]]:
    for start in range(len(units)):
        name = ""
        for end in range(start, min(start + LONGEST_RUN, len(units))):
            if end not in free or units[end].role is Role.NUMBER:
                break
            name += units[end].spelled
            yield tuple(range(start, end + 1)), name
