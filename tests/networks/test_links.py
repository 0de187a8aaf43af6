"""Links are what lists state, with their direction, and paths lead along them either way."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.networks.builders import MKRTYCHEV, VERSOR, VERUS, owned_by, parties, party
from watchlist.model import Link, Party, Relation, Tie
from watchlist.networks import links, neighbours, path, to_hub

IDS = [f"us-ofac-sdn:{number}" for number in range(6)]


@st.composite
def linked_parties(draw: st.DrawFn) -> tuple[Party, ...]:
    """Six parties with any relations between them, to themselves and to nobody."""
    targets = st.lists(st.sampled_from([*IDS, "us-ofac-sdn:99"]), max_size=4)
    return tuple(party(each, f"P {each}", *map(owned_by, draw(targets))) for each in IDS)


@given(linked_parties())
def test_links_keep_their_direction_and_are_told_once(some: tuple[Party, ...]) -> None:
    """Every relation to another listed party is one link from its own party; none leads to itself or to nobody."""
    found = links(some)
    stated = {(each.id, relation.target) for each in some for relation in each.listings[0].relations}
    pairs = [(link.source, link.target) for link in found]
    assert set(pairs) == {(source, target) for source, target in stated if source != target and target in IDS}
    assert len(pairs) == len(set(pairs))


@given(linked_parties(), st.sampled_from(IDS), st.sampled_from(IDS), st.integers(0, 6))
def test_a_path_is_a_shortest_chain_of_links(some: tuple[Party, ...], start: str, end: str, limit: int) -> None:
    """Each step is a link in either direction, the path is as long backwards, and no longer than allowed."""
    ties = links(some)
    pairs = {frozenset((link.source, link.target)) for link in ties}
    found = path(ties, start, end, limit)
    back = path(ties, end, start, limit)
    assert (found is None) == (back is None)
    if found is not None and back is not None:
        assert (found[0], found[-1]) == (start, end)
        assert all(frozenset(step) in pairs for step in pairwise(found))
        assert len(found) == len(back) <= limit + 1
        if len(found) > 2:
            assert path(ties, start, end, len(found) - 2) is None


def test_the_companies_point_at_their_owner() -> None:
    """Owned by: the company is the source."""
    ties = links(parties())
    assert Link(VERUS, MKRTYCHEV, "Owned or Controlled By", "us-ofac-sdn", Tie.OWNED_BY) in ties
    assert {link.target for link in ties} == {MKRTYCHEV}
    assert path(ties, VERUS, VERSOR, 2) == (VERUS, MKRTYCHEV, VERSOR)
    assert path(ties, VERUS, VERSOR, 1) is None


def test_a_member_leads_to_the_hub_of_its_network() -> None:
    """The hub is whom most members have links with, wherever the network names it; from there no path is needed."""
    around = neighbours(links(parties()))
    assert to_hub(around, (VERUS, VERSOR, MKRTYCHEV), VERSOR) == (VERSOR, MKRTYCHEV)
    assert to_hub(around, (VERUS, VERSOR, MKRTYCHEV), MKRTYCHEV) == ()
    assert to_hub(around, (VERUS, MKRTYCHEV, "us-ofac-sdn:35096"), "us-ofac-sdn:35096") == ()
    assert to_hub({}, (VERUS, VERSOR), VERSOR) == ()


def test_a_printed_name_is_the_one_party_of_its_list_that_bears_it() -> None:
    """A name of two parties, or of a party on another list, links nobody."""
    linked = Relation("Linked To", "", "Mkrtychev,  ASHOT")
    owner = party("us-ofac-sdn:1", "MKRTYCHEV, Ashot")
    company = party("us-ofac-sdn:2", "VERUS", linked)
    assert [(link.source, link.target) for link in links((owner, company))] == [("us-ofac-sdn:2", "us-ofac-sdn:1")]
    assert links((owner, company, party("us-ofac-sdn:3", "MKRTYCHEV, Ashot"))) == ()
    assert links((party("eu-fsf:1", "MKRTYCHEV, Ashot"), company)) == ()
