"""What keeps two listings apart, however much else speaks for one party."""

from watchlist.model import PartyType
from watchlist.parties.kinship import akin, common_name
from watchlist.parties.profile import Profile, nearly, overlap

FULL = 3
"""Words from which on a personal name is one person's: given name, patronymic, family name."""

LONGEST_SPAN_DAYS = 1100
"""A birth between years further apart than three says too little to support a name."""


def contradict(left: Profile, right: Profile) -> bool:
    """Whether the lists say of two listings what cannot be true of one party."""
    return (
        left.type is not right.type
        or _other_gender(left, right)
        or _born_apart(left, right)
        or _other_number(left, right)
        or (left.list_name == right.list_name and not proven(left, right) and not named_twice(left, right))
    )


def proven(left: Profile, right: Profile) -> bool:
    """Whether a list that gives two ids still means one target: an official number or a deciding identifier is common.

    A list that quotes one number for two targets of other names has mistyped one of them.
    """
    return bool(left.references & right.references and akin(left, right)) or shares_identifier(left, right)


def named_twice(left: Profile, right: Profile) -> bool:
    """Whether one list names a target twice, as it does under two legal acts: the very same heading, legal form too.

    Authorities that number targets, and not acts, name nobody twice: two of their numbers are two targets.
    """
    if left.published != right.published or _other_authority_number(left, right):
        return False
    name = left.names.get(left.heading)
    telling = 0 if name is None else name.weight
    if left.type is PartyType.ORGANIZATION:
        return telling >= 2 or (telling == 1 and len(left.published.split()) >= FULL)
    if left.type is not PartyType.PERSON or telling < 2:
        return False
    other_acts = bool(left.acts and right.acts) and left.acts.isdisjoint(right.acts)
    if not left.births or not right.births:
        return telling >= FULL and other_acts
    span = overlap(left, right)
    if span is None or (span[1] - span[0]).days > LONGEST_SPAN_DAYS:
        return False
    return span[0] == span[1] or telling >= FULL or (other_acts and left.supports(right))


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
    """Whether all days that both state differ, and not by a slip in a date beside a full name or a number in common."""
    if not (left.birth_is_exact and right.birth_is_exact) or overlap(left, right) is not None:
        return False
    if nearly(left, right) is None:
        return True
    return common_name(left, right, FULL) is None and not shares_identifier(left, right)


def _other_number(left: Profile, right: Profile) -> bool:
    """Whether both state a number of one register and none is common."""
    if not left.numbers or not right.numbers:
        return False
    return any(
        not left.numbers[register] & right.numbers[register] for register in left.numbers.keys() & right.numbers.keys()
    )


def _other_authority_number(left: Profile, right: Profile) -> bool:
    """OFAC numbers targets; so does each committee of the Security Council."""
    return any(
        scheme == "ofac" or (scheme == "un" and number[:3] == theirs[:3])
        for scheme, number in left.references - right.references
        for other, theirs in right.references - left.references
        if scheme == other
    )
