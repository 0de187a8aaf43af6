"""What holds for every set of listings."""

from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.parties.builders import ORDER, listing
from watchlist.model import Listing, PartyType
from watchlist.parties import join
from watchlist.parties.contradictions import contradict
from watchlist.parties.profile import profile

NAMES = st.sampled_from(
    [
        "PESKOV, Dmitry",
        "Dmitry PESKOV",
        "PESKOV, Dmitry Sergeyevich",
        "Kim Un",
        "HAMAS",
        "Verus Alpina LLC",
        "OOO Verus Alpina",
    ]
)
REFERENCES = st.sampled_from([(), (("un", "QDe.138"),), (("un", "TAi.010"),), (("ofsi", "13918"),)])
IDENTIFIERS = st.sampled_from(
    [(), (("IMO", "9187629", ""),), (("Tax ID No.", "7701170663", "RU"),), (("Tax ID No.", "7701170664", "RU"),)]
)


@st.composite
def some_listings(draw: st.DrawFn) -> list[Listing]:
    """Up to a dozen listings of a small world in which names, births and numbers collide."""
    keys = draw(st.lists(st.tuples(st.sampled_from(ORDER), st.integers(1, 30)), max_size=12, unique=True))
    return [
        listing(
            f"{list_name}:{number}",
            *draw(st.lists(NAMES, min_size=1, max_size=2, unique=True)),
            type_=draw(st.sampled_from([PartyType.PERSON, PartyType.ORGANIZATION])),
            born=draw(st.sampled_from(["", "1967", "1967-10-17", "1975-12-26"])),
            gender=draw(st.sampled_from(["", "male", "F"])),
            programme=draw(st.sampled_from(["", "RUSSIA-EO14024", "UKR", "SDGT"])),
            references=draw(REFERENCES),
            identifiers=draw(IDENTIFIERS),
        )
        for list_name, number in keys
    ]


@given(some_listings(), st.randoms(use_true_random=False))
def test_the_order_of_listings_changes_nothing(listings: list[Listing], random: Random) -> None:
    """Shuffled listings give the same parties, with the same reasons, in the same order."""
    shuffled = list(listings)
    random.shuffle(shuffled)
    assert join(shuffled, ORDER) == join(listings, ORDER)


@given(some_listings())
def test_every_listing_is_in_exactly_one_party(listings: list[Listing]) -> None:
    """Nothing is lost, nothing is doubled."""
    found = [each for party in join(listings, ORDER) for each in party.listing_ids]
    assert sorted(found) == sorted(each.id for each in listings)


@given(some_listings())
def test_no_party_holds_a_contradiction(listings: list[Listing]) -> None:
    """No two members differ in type, gender, full birth date or number, nor are two ids of one list without proof."""
    for party in join(listings, ORDER):
        profiles = [profile(rank, each) for rank, each in enumerate(party.listings)]
        assert not any(contradict(left, right) for left, right in combinations(profiles, 2))


@given(some_listings())
def test_joins_connect_all_members_and_each_says_why(listings: list[Listing]) -> None:
    """A party of n listings has n - 1 joins between its own members, which reach all of them."""
    for party in join(listings, ORDER):
        reached = {party.id}
        for _ in party.joins:
            reached |= {
                end for each in party.joins if {each.left, each.right} & reached for end in (each.left, each.right)
            }
        assert reached == set(party.listing_ids)
        assert len(party.joins) == len(party.listings) - 1
        assert all(each.reason for each in party.joins)


@given(some_listings())
def test_a_party_is_named_by_its_first_member(listings: list[Listing]) -> None:
    """Id, type and name are those of one member listing, whose list comes first."""
    for party in join(listings, ORDER):
        first = party.listings[0]
        assert (party.id, party.type, party.name) == (first.id, first.type, first.name)
        assert min(ORDER.index(each.list_name) for each in party.listings) == ORDER.index(first.list_name)
