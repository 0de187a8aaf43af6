"""The 50 percent rule: OFAC's own examples, and the laws that hold for any shares."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.model import Link, Tie
from watchlist.networks import Owned, Stake, owned, tiers, unstated

IDS = "ABCXY"


def stake(owner: str, share: float | None, party: str, list_name: str = "a-b") -> Link:
    """An owner's share of a party."""
    return Link(party, owner, "Owned by", list_name, Tie.OWNED_BY, share)


def reached(blocked: str, *stakes: tuple[str, float, str]) -> str:
    """The parties that are owned, in one word."""
    return "".join(each.party for each in owned([stake(*each) for each in stakes], frozenset(blocked)))


@pytest.mark.parametrize(
    ("blocked", "stakes", "parties"),
    [
        ("X", [("X", 50, "A"), ("A", 50, "B")], "AB"),
        ("X", [("X", 50, "A"), ("X", 50, "B"), ("A", 25, "C"), ("B", 25, "C")], "ABC"),
        ("X", [("X", 50, "A"), ("X", 10, "B"), ("A", 40, "B")], "AB"),
        ("X", [("X", 50, "A"), ("X", 25, "B"), ("A", 25, "C"), ("B", 25, "C")], "A"),
        ("X", [("X", 25, "A"), ("X", 25, "B"), ("A", 50, "C"), ("B", 50, "C")], ""),
        ("XY", [("X", 25, "A"), ("Y", 25, "A")], "A"),
        ("X", [("X", 25, "A"), ("Y", 25, "A")], ""),
        ("X", [("X", 49.99, "A")], ""),
    ],
)
def test_ofac_s_examples(blocked: str, stakes: list[tuple[str, float, str]], parties: str) -> None:
    """FAQ 401 (indirect), FAQ 399 (in the aggregate): exactly those that OFAC considers blocked, in any order."""
    for order in permutations(stakes):
        assert reached(blocked, *order) == parties


def test_every_tier_is_explained() -> None:
    """Percent, owner, and whether he is blocked himself or only through his owners."""
    found = owned([stake("X", 60, "A"), stake("A", 40, "B"), stake("X", 10, "B"), stake("Y", 50, "B")], {"X"})
    chain = tiers({each.party: each for each in found}, "B")
    assert chain == (
        Owned("B", 50.0, (Stake("A", 40, blocked=False), Stake("X", 10, blocked=True))),
        Owned("A", 60.0, (Stake("X", 60, blocked=True),)),
    )
    assert tiers({}, "B") == ()


def test_control_is_no_share() -> None:
    """FAQ 398: "owned or controlled by" without a percentage counts nothing, and is named."""
    links = [stake("X", None, "A"), stake("Y", 30, "A")]
    assert owned(links, {"X", "Y"}) == ()
    assert unstated(links, "A") == ("X",)
    assert unstated([*links, stake("X", 20, "A", "c-d")], "A") == ()


def test_lists_that_agree_are_not_added_up() -> None:
    """Two lists that state the same thirty percent state thirty."""
    assert owned([stake("X", 30, "A"), stake("X", 30, "A", "c-d")], {"X"}) == ()
    assert owned([stake("X", 30, "A"), stake("X", 55, "A", "c-d")], {"X"})[0].share == 55


def test_three_thirds_are_a_whole() -> None:
    """And no sum is more than a hundred percent."""
    links = [stake(owner, 100 / 3 / 2, "A") for owner in "XYB"]
    assert owned(links, set("XYB"))[0].share == pytest.approx(50)
    assert owned([stake("X", 100, "A"), stake("Y", 100, "A")], {"X", "Y"})[0].share == 100


STAKES = st.lists(
    st.builds(
        stake, st.sampled_from(IDS), st.sampled_from([None, 10.0, 25.0, 40.0, 50.0, 100.0]), st.sampled_from(IDS)
    ),
    max_size=12,
)
BLOCKED = st.frozensets(st.sampled_from(IDS))


def reach(links: list[Link], blocked: frozenset[str]) -> frozenset[str]:
    """All whose property is blocked: by name or by ownership."""
    return blocked | {each.party for each in owned(links, blocked)}


@given(STAKES, STAKES, BLOCKED, BLOCKED)
def test_more_stakes_or_more_blocked_never_free_anybody(
    some: list[Link], more: list[Link], blocked: frozenset[str], others: frozenset[str]
) -> None:
    """Monotone in both, whatever circles the owners make."""
    assert reach(some, blocked) <= reach([*some, *more], blocked | others)


@given(STAKES, BLOCKED)
def test_the_order_of_links_means_nothing(some: list[Link], blocked: frozenset[str]) -> None:
    """The same explanation, too."""
    assert owned(some, blocked) == owned(list(reversed(some)), blocked) == owned(sorted(some, key=str), blocked)


@given(STAKES, BLOCKED)
def test_who_is_owned_is_owned_by_blocked_ones_in_the_end(some: list[Link], blocked: frozenset[str]) -> None:
    """Stakes add up, are half or more, and lead to somebody blocked by name: no circle owns itself into the list."""
    found = {each.party: each for each in owned(some, blocked)}
    for each in found.values():
        assert each.share >= 50
        assert min(100, sum(one.share for one in each.stakes)) == each.share
        ends = {one.owner for tier in tiers(found, each.party) for one in tier.stakes if one.blocked}
        assert ends
        assert ends <= blocked
