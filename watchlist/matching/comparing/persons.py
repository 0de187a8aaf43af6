"""When two names of persons mean one person: what agrees, what is left out, what contradicts."""

from collections.abc import Sequence

from watchlist.matching.comparing.alignment import Alignment, Bond, align
from watchlist.matching.comparing.parts import Role, Unit, person
from watchlist.matching.comparing.words import Likeness, Way, begins, likeness
from watchlist.matching.weights import evidence
from watchlist.model import Evidence

# A word that a name says twice, in one spelling or another.
REPEATED = 0.97
# What is left out matters more where the words that agree are those of many people.
COMMON_NAMES = 1.5
INITIAL = Likeness(0.72, Way.INITIAL)
_SILENT = frozenset({Role.FILLER, Role.TITLE})


def compare_persons(query: str, candidate: str) -> tuple[Evidence, ...]:
    """The evidence for and against two names of persons being one; empty when no word agrees."""
    left, right = person(query), person(candidate)
    found = _with_initials(left, right, align(left, right))
    said = [bond for bond in found.bonds if any(left[at].role is not Role.FILLER for at in bond.left)]
    said = said or list(found.bonds)
    full = [bond for bond in said if bond.likeness.way is not Way.INITIAL]
    if not full:
        return ()
    rest = _unexplained(left, found.left, found.bonds, 0), _unexplained(right, found.right, found.bonds, 1)
    lines = [evidence("same-words", 1.0, spell(said, left, right))]
    lines.extend(_spelling(said, left, right))
    if rest[0] and rest[1]:
        lines.append(evidence("opposed-words", 1.0, f"{names_of(rest[0])} / {names_of(rest[1])}"))
    elif rest[0] or rest[1]:
        side = 0 if rest[0] else 1
        lines.extend(_left_out(rest[side], (left, right)[side], full, side))
    if _reversed_parentage(left, right, said):
        lines.append(evidence("reversed-parentage"))
    return tuple(lines)


def spell(bonds: Sequence[Bond], left: Sequence[Unit], right: Sequence[Unit]) -> str:
    """Which word stands for which."""
    return ", ".join(_spell(bond, left, right) for bond in sorted(bonds))


def _spell(bond: Bond, left: Sequence[Unit], right: Sequence[Unit]) -> str:
    one = " ".join(left[at].surface for at in bond.left)
    other = " ".join(right[at].surface for at in bond.right)
    if bond.likeness.way is Way.SAME:
        return one if one.casefold() == other.casefold() else f"{one} = {other}"
    return f"{one} = {other}: {bond.likeness.way}"


def names_of(units: Sequence[Unit]) -> str:
    """Units as printed."""
    return " ".join(unit.surface for unit in units)


def _with_initials(left: Sequence[Unit], right: Sequence[Unit], found: Alignment) -> Alignment:
    """Initials that are left over bonded with words that are left over and begin with them."""
    bonds = list(found.bonds)
    rest, other = list(found.left), list(found.right)
    for place in found.left:
        for at in tuple(other):
            one, two = left[place], right[at]
            if (one.role is Role.INITIAL) != (two.role is Role.INITIAL) and begins(one.folded, two.folded):
                bonds.append(Bond((place,), (at,), INITIAL))
                rest.remove(place)
                other.remove(at)
                break
    return Alignment(tuple(bonds), tuple(rest), tuple(other))


def _spelling(bonds: Sequence[Bond], left: Sequence[Unit], right: Sequence[Unit]) -> list[Evidence]:
    weights = [_weight(bond, left, right) for bond in bonds]
    lost = sum(weight * (1.0 - bond.likeness.quality) for weight, bond in zip(weights, bonds, strict=True))
    away = lost / (sum(weights) or 1.0)
    return [evidence("other-spelling", away)] if away > 0.0 else []


def _weight(bond: Bond, left: Sequence[Unit], right: Sequence[Unit]) -> float:
    return max(sum(left[at].weight for at in bond.left), sum(right[at].weight for at in bond.right))


def _unexplained(units: Sequence[Unit], rest: Sequence[int], bonds: Sequence[Bond], side: int) -> list[Unit]:
    """Words that are left over, without particles and titles, and without words that the name says twice."""
    bonded = [units[at] for bond in bonds for at in (bond.left, bond.right)[side]]
    return [
        units[at]
        for at in rest
        if units[at].role not in _SILENT
        and not any(
            likeness(units[at].spelled, unit.spelled).quality >= REPEATED for unit in bonded if len(unit.folded) > 1
        )
    ]


def _left_out(rest: Sequence[Unit], units: Sequence[Unit], full: Sequence[Bond], side: int) -> list[Evidence]:
    everything = sum(unit.weight for unit in units)
    share = sum(unit.weight for unit in rest) / (everything or 1.0)
    common = any(units[at].weight < 1.0 for bond in full for at in (bond.left, bond.right)[side])
    lines = [evidence("left-out-words", round(share * (COMMON_NAMES if common else 1.0), 3), names_of(rest))]
    if sum(max(len(bond.left), len(bond.right)) for bond in full) < 2 and any(unit.weight > 0.2 for unit in rest):
        lines.append(evidence("only-one-word"))
    return lines


def _reversed_parentage(left: Sequence[Unit], right: Sequence[Unit], bonds: Sequence[Bond]) -> bool:
    """Salman bin Muhammad is the son, Muhammad bin Salman the father."""
    ours, theirs = _sons(left), _sons(right)
    other = {at: place for bond in bonds for at in bond.left for place in bond.right}
    return any((other.get(father), other.get(son)) in theirs for son, father in ours)


def _sons(units: Sequence[Unit]) -> set[tuple[int, int]]:
    return {
        (at - 1, at + 1)
        for at, unit in enumerate(units)
        if unit.folded in _SON and 0 < at < len(units) - 1 and units[at - 1].role is Role.WORD
    }


_SON = frozenset({"bin", "ben", "ibn", "bint", "بن", "ابن", "بنت"})
