"""Paths in words: every step says how, and which way the list says it."""

from hypothesis import given
from hypothesis import strategies as st

from tests.networks.builders import MKRTYCHEV, VERSOR, VERUS, parties
from watchlist.model import Link, Tie
from watchlist.networks import connection, links, neighbours, path_words, shortest, tie_words, ties

NAMES = {MKRTYCHEV: "MKRTYCHEV", VERUS: "VERUS", VERSOR: "VERSOR"}
LINKS = st.lists(
    st.builds(
        Link, st.sampled_from("ABCDEF"), st.sampled_from("ABCDEF"), st.just("x"), st.just("l"), st.sampled_from(Tie)
    ),
    max_size=12,
)


def test_arrows_point_as_the_list_does() -> None:
    """Both companies are owned by the man between them."""
    some = links(parties())
    words = path_words((VERUS, MKRTYCHEV, VERSOR), ties(some), NAMES)
    assert words == "VERUS → owned or controlled by → MKRTYCHEV ← owned or controlled by ← VERSOR"
    assert path_words((VERUS,), ties(some), NAMES) == ""
    assert path_words((VERUS, "gone"), ties(some), NAMES) == "VERUS → gone"


def test_a_share_and_a_word_that_nobody_knows_are_told() -> None:
    """Percentages as stated; the list's own words where no tie says them."""
    assert tie_words(Link("a", "b", "Owned by", "l", Tie.OWNED_BY, 50.01)) == "owned 50.01 % by"
    assert tie_words(Link("a", "b", "Chartered by", "l")) == "chartered by"
    assert tie_words(Link("a", "b", "Linked To", "l")) == "linked to"
    assert tie_words(Link("b", "a", "Subsidiary", "l", Tie.OWNED_BY)) == "owned or controlled by"


def test_of_several_links_the_one_is_told_that_says_most() -> None:
    """How before that, with a share before without."""
    some = [
        Link("a", "b", "Linked To", "k"),
        Link("a", "b", "Parent company", "l", Tie.OWNED_BY),
        Link("b", "a", "Ownership", "m", Tie.OWNED_BY, 60.0),
    ]
    assert path_words(("a", "b"), ties(some), {}) == "a ← owned 60 % by ← b"
    assert path_words(("b", "a"), ties(some), {}) == "b → owned 60 % by → a"


@given(LINKS, st.sampled_from("ABCDEF"), st.frozensets(st.sampled_from("ABCDEF")))
def test_the_nearest_of_several_ends_is_reached(some: list[Link], start: str, ends: frozenset[str]) -> None:
    """No other end is nearer, whatever the order of the links."""
    around = neighbours(some)
    found = shortest(around, start, ends, 9)
    each = [one for one in (shortest(around, start, (end,), 9) for end in ends) if one is not None]
    assert (found is None) == (not each)
    if found is not None:
        assert len(found) == min(map(len, each))
        assert found == shortest(neighbours(reversed(some)), start, ends, 9)


@given(LINKS)
def test_words_of_a_path_do_not_depend_on_the_order_of_links(some: list[Link]) -> None:
    """Deterministic down to the arrow."""
    assert ties(some) == ties(list(reversed(some)))


def test_members_named_together_are_connected() -> None:
    """The first with the nearest other; one alone with the hub; the hub alone with nobody."""
    around = neighbours(links(parties()))
    members = (MKRTYCHEV, VERUS, VERSOR)
    assert connection(around, members, (VERUS, VERSOR)) == (VERUS, MKRTYCHEV, VERSOR)
    assert connection(around, members, (VERUS, MKRTYCHEV, VERSOR)) == (VERUS, MKRTYCHEV)
    assert connection(around, members, (VERUS,)) == (VERUS, MKRTYCHEV)
    assert connection(around, members, (MKRTYCHEV,)) == ()
    assert connection(around, members, ()) == ()
