"""Whether any list has a name: in any order, script and inflection, short of words that say little."""

import pytest

from watchlist.designations import KnownNames
from watchlist.model import Alias, AliasKind, Listing, Party, PartyType


def party(number: int, name: str, kind: PartyType = PartyType.PERSON) -> Party:
    """A party of one listing with one name."""
    id_ = f"un-sc:{number}"
    return Party(id_, kind, name, (Listing(id_, "un-sc", str(number), kind, (Alias(name, AliasKind.PRIMARY),)),))


KNOWN = KnownNames.of(
    [
        party(1, "SECHIN, Igor Ivanovich"),
        party(2, "Joint Stock Company Northern Harbour Bank", PartyType.ORGANIZATION),
        party(3, "Kim Jong Il"),
    ]
)


@pytest.mark.parametrize(
    "name",
    [
        *("Igor Sechin", "Sechin Igor", "Igor Ivanovich Sechin", "Игорь Сечин", "Игоря Сечина", "Igor Setchine"),
        *("Northern Harbour Bank", "Northern Harbour Bank JSC", "Kim Jong-il", "Sechin", "Сечину"),
    ],
)
def test_a_listed_name_is_known(name: str) -> None:
    """As lists print it, as news does, in another script, declined, without a patronymic, by the surname."""
    assert KNOWN.knows(name)


@pytest.mark.parametrize(
    "name",
    ["Igor Sidorov", "Sechin Trading", "Northern Harbour Shipping", "Harbour Bank", "Kim Jong Nam", "Harbour", ""],
)
def test_another_name_is_not(name: str) -> None:
    """One word in common makes nobody the same."""
    assert not KNOWN.knows(name)


def test_without_lists_nothing_is_known() -> None:
    """An empty table answers."""
    assert not KnownNames.of([]).knows("Igor Sechin")
