"""When two names mean one organisation, vessel or aircraft: words, translations, acronyms, numbers, legal forms."""

from collections.abc import Sequence

from watchlist.matching.comparing.alignment import Alignment, Bond, align
from watchlist.matching.comparing.names import initials, is_acronym, organization
from watchlist.matching.comparing.parts import Role, Unit
from watchlist.matching.comparing.persons import names_of, spell
from watchlist.matching.comparing.words import Likeness, Way
from watchlist.matching.weights import evidence
from watchlist.model import Evidence

ACRONYM = Likeness(0.9, Way.ACRONYM)
_SILENT = frozenset({Role.FILLER, Role.LEGAL})
# Words that only say that something is a company differ without contradicting.
LEAST_OPPOSED = 0.3
# The weight of words that leaves no doubt although none of them is a name.
MUCH = 2.0


def compare_organizations(query: str, candidate: str) -> tuple[Evidence, ...]:
    """The evidence for and against two names of organisations being one; empty when no word agrees."""
    left, right = organization(query), organization(candidate)
    found = _with_acronyms(left, right, align(left, right))
    said = [bond for bond in found.bonds if _weight(bond, left, right) > 0.0]
    rest = [left[at] for at in found.left if left[at].weight], [right[at] for at in found.right if right[at].weight]
    numbers = [unit for side in rest for unit in side if unit.role is Role.NUMBER]
    if numbers or not said:
        return (evidence("other-number", 1.0, names_of(numbers)),) if numbers else ()
    lines = [evidence("same-words", 1.0, spell(said, left, right)), *_spelling(said, left, right)]
    weights = [sum(unit.weight for unit in side) for side in rest]
    everything = sum(unit.weight for unit in left) + sum(unit.weight for unit in right)
    if min(weights) >= LEAST_OPPOSED:
        lines.append(evidence("opposed-words", 1.0, f"{names_of(rest[0])} / {names_of(rest[1])}"))
    known = sum(_weight(bond, left, right) for bond in said)
    if known < MUCH and not any(left[at].role is Role.WORD for bond in said for at in bond.left):
        lines.append(evidence("everyday-words", (MUCH - known) / MUCH))
    if max(weights) > 0.0:
        share = sum(weights) / everything
        lines.append(evidence("missing-words", share, names_of([*rest[0], *rest[1]])))
    return tuple(lines)


def _with_acronyms(left: Sequence[Unit], right: Sequence[Unit], found: Alignment) -> Alignment:
    """Acronyms that are left over bonded with the words whose initials they are."""
    bonds, rest, other = list(found.bonds), list(found.left), list(found.right)
    for place in found.left:
        if is_acronym(left[place]) and (run := _spelled(left[place], right, other)):
            bonds.append(Bond((place,), run, ACRONYM))
            rest.remove(place)
            other = [at for at in other if at not in run]
    for at in tuple(other):
        if is_acronym(right[at]) and (run := _spelled(right[at], left, rest)):
            bonds.append(Bond(run, (at,), ACRONYM))
            other.remove(at)
            rest = [place for place in rest if place not in run]
    return Alignment(tuple(bonds), tuple(rest), tuple(other))


def _spelled(acronym: Unit, units: Sequence[Unit], free: Sequence[int]) -> tuple[int, ...]:
    """The free units whose initials an acronym is; empty when there are none."""
    for start in range(len(free)):
        for end in range(start + 2, min(len(free), start + 10) + 1):
            if initials([units[at] for at in free[start:end]]) == acronym.folded:
                return tuple(free[start:end])
    return ()


def _weight(bond: Bond, left: Sequence[Unit], right: Sequence[Unit]) -> float:
    return max(sum(left[at].weight for at in bond.left), sum(right[at].weight for at in bond.right))


def _spelling(bonds: Sequence[Bond], left: Sequence[Unit], right: Sequence[Unit]) -> list[Evidence]:
    weights = [_weight(bond, left, right) for bond in bonds]
    lost = sum(weight * (1.0 - bond.likeness.quality) for weight, bond in zip(weights, bonds, strict=True))
    away = lost / (sum(weights) or 1.0)
    return [evidence("other-spelling", away)] if away > 0.0 else []
