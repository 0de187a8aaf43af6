"""What keeps two listings apart, however much else speaks for one party."""

from watchlist.model import PartyType
from watchlist.parties.profile import Profile, overlap


def contradict(left: Profile, right: Profile) -> bool:
    """Whether the lists say of two listings what cannot be true of one party."""
    return (
        left.type is not right.type
        or _other_gender(left, right)
        or _born_apart(left, right)
        or _other_number(left, right)
        or (left.list_name == right.list_name and not proven(left, right))
    )


def proven(left: Profile, right: Profile) -> bool:
    """Whether an official number or a deciding identifier is common: one list that gives two ids means two targets."""
    return bool(left.references & right.references) or shares_identifier(left, right)


def shares_identifier(left: Profile, right: Profile) -> bool:
    """Whether one identifier of both is the same number and their names do not speak against it.

    Families travel on one passport, so persons must share a word of their names. Shops of one owner and banks of one
    group stand on one list with one number, so there organisations must share a whole name.
    """
    if not any(mine.same(theirs) for mine in left.proofs for theirs in right.proofs):
        return False
    if left.type is PartyType.PERSON:
        return not left.words().isdisjoint(right.words())
    return left.list_name != right.list_name or not left.names.keys().isdisjoint(right.names)


def _other_gender(left: Profile, right: Profile) -> bool:
    return bool(left.gender and right.gender) and left.gender != right.gender


def _born_apart(left: Profile, right: Profile) -> bool:
    return left.birth_is_exact and right.birth_is_exact and overlap(left, right) is None


def _other_number(left: Profile, right: Profile) -> bool:
    """Whether both state a number of one register and none is common."""
    if not left.numbers or not right.numbers:
        return False
    return any(
        not left.numbers[register] & right.numbers[register] for register in left.numbers.keys() & right.numbers.keys()
    )
