"""Which names are planted: as many of every list, types and scripts as the list has them, the same for a seed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from watchlist.selftest.changes import Spelling
from watchlist.selftest.dice import Dice, digest
from watchlist.selftest.subjects import Subject
from watchlist.selftest.variations import Group, Variation, fits, kinds

CONTROL_TIMES = 5
"""Exact names are planted so many times as often as each manipulated kind."""

SMALLEST_SHARE = 0.05
"""Of each kind, names of a type and script that a list has few of get at least this share."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is planted: names of each kind from each list, and the seed of every choice."""

    per_kind: int = 20
    seed: int = 1


class Choice(NamedTuple):
    """A name, the kind it stands for, and how it is written for that."""

    variation: Variation
    subject: Subject
    spelling: Spelling


def choose(subjects: Sequence[Subject], plan: Plan) -> Iterator[Choice]:
    """The names to plant, in the order of kinds and lists.

    The order in which names are tried hangs on each name alone, so that a list that has grown a little gives nearly the
    same names, and two runs can be compared.
    """
    lists: dict[str, list[Subject]] = {}
    for subject in subjects:
        lists.setdefault(subject.listing.list_name, []).append(subject)
    for variation in kinds():
        for of_list in lists.values():
            yield from _of_list(variation, of_list, plan)


def _of_list(variation: Variation, subjects: Sequence[Subject], plan: Plan) -> Iterator[Choice]:
    """Names of one list for one kind, at most one of a listing."""
    wanted = plan.per_kind * (CONTROL_TIMES if variation.group is Group.CONTROL else 1)
    seen: set[str] = set()
    for choice in _mixed(_strata(variation, subjects, plan)):
        if len(seen) == wanted:
            return
        if choice.subject.listing.id not in seen:
            seen.add(choice.subject.listing.id)
            yield choice


def _strata(variation: Variation, subjects: Sequence[Subject], plan: Plan) -> list[tuple[float, Iterator[Choice]]]:
    """The names of each type and script that can stand for a kind, with the share that they are to have."""
    strata: dict[tuple[str, str], list[tuple[int, Subject]]] = {}
    for subject in subjects:
        if fits(variation, subject):
            rank = digest(plan.seed, variation.name, subject.listing.id, subject.alias.text)
            strata.setdefault((subject.listing.type, subject.script), []).append((rank, subject))
    total = sum(map(len, strata.values()))
    return [
        (max(len(stratum) / total, SMALLEST_SHARE), _varied(variation, stratum, plan))
        for _, stratum in sorted(strata.items())
    ]


def _varied(variation: Variation, stratum: list[tuple[int, Subject]], plan: Plan) -> Iterator[Choice]:
    for _, subject in sorted(stratum, key=lambda ranked: ranked[0]):
        dice = Dice(plan.seed, variation.name, subject.listing.id, subject.alias.text)
        spelling = variation.vary(subject, dice)
        if spelling is not None:
            yield Choice(variation, subject, spelling)


def _mixed(strata: Sequence[tuple[float, Iterator[Choice]]]) -> Iterator[Choice]:
    """Choices of all strata in proportion to their shares; who has no more makes room for the others."""
    taken = [0.0] * len(strata)
    left = set(range(len(strata)))
    while left:
        stratum = min(left, key=lambda number: ((taken[number] + 0.5) / strata[number][0], number))
        taken[stratum] += 1
        choice = next(strata[stratum][1], None)
        if choice is None:
            left.discard(stratum)
        else:
            yield choice
