"""Networks are hubs with those linked to them, and what the user has put together."""

from dataclasses import replace
from datetime import date

from hypothesis import given

from tests.networks.builders import ARMS_TRADE, ENGINEERING, MKRTYCHEV, VERSOR, VERUS, owned_by, parties, party
from tests.networks.test_links import linked_parties
from watchlist.model import Network, Party
from watchlist.networks import links, networks, unknown_members


def grouped(some: tuple[Party, ...], *configured: Network) -> tuple[Network, ...]:
    """Networks over the links of these parties."""
    return networks(some, links(some), configured)


def test_a_stated_network_is_called_after_its_hub_and_programme() -> None:
    """Those whom the lists link to one party are its network, the hub first."""
    assert grouped(parties()) == (Network("MKRTYCHEV, Ashot (DPRK)", (MKRTYCHEV, VERUS, ENGINEERING, VERSOR)),)


def listed(one: Party, *others: str, day: date | None = None) -> Party:
    """The same party, on other lists too and since a day."""
    (own,) = one.listings
    more = [replace(own, id=f"{name}:1", list_name=name, relations=()) for name in others]
    return replace(one, listings=(replace(own, listed_on=day), *more))


def test_the_day_of_the_first_listing_stands_in_the_name() -> None:
    """An investigator knows a network by who, why and since when."""
    some = [listed(one, day=date(2023, 3, 30)) if one.id == MKRTYCHEV else one for one in parties()]
    assert [each.name for each in grouped(tuple(some))] == ["MKRTYCHEV, Ashot (DPRK, 2023-03-30)"]


def test_a_network_is_called_after_its_best_known_member() -> None:
    """On more lists and linked with more parties than the hub; then both are named, so that no two names are equal."""
    famous = listed(party("a-b:1", "FAMOUS"), "c-d")
    shell = party("a-b:2", "SHELL", owned_by("a-b:1"), programme="The Russia (Sanctions) (EU Exit) Regulations 2019")
    ships = [party(f"a-b:{number}", f"SHIP {number}", owned_by("a-b:2")) for number in (3, 4)]
    others = [party(f"a-b:{number}", f"BANK {number}", owned_by("a-b:1")) for number in (5, 6, 7)]
    names = [each.name for each in grouped((famous, shell, *ships, *others))]
    assert names == ["FAMOUS (DPRK)", "FAMOUS – SHELL (russia)"]
    assert [each.name for each in grouped((famous, shell, *ships))] == ["SHELL (russia)"]


@given(linked_parties(), linked_parties())
def test_names_do_not_change_with_what_is_outside(some: tuple[Party, ...], others: tuple[Party, ...]) -> None:
    """Listings that are not linked with a network leave its name and members alone."""
    strange = tuple(
        party(f"x-y:{number}", f"Q {number}", *(replace(one, target=f"x-y:{one.target[-1]}") for one in stated))
        for number, stated in enumerate(each.listings[0].relations for each in others)
    )
    assert set(grouped(some)) <= set(grouped((*some, *strange))) >= set(grouped((*strange, *some)))


def test_a_configured_network_stands_for_the_stated_one_inside_it() -> None:
    """The same members under the user's name, not twice."""
    assert grouped(parties(), ARMS_TRADE) == (ARMS_TRADE,)


def test_a_stated_network_with_more_members_is_told_beside_the_configured_one() -> None:
    """The user's network hides only what it holds whole."""
    names = [each.name for each in grouped(parties(), Network("two of them", (VERUS, VERSOR)))]
    assert names == ["two of them", "MKRTYCHEV, Ashot (DPRK)"]


def test_members_that_are_on_no_list_are_named() -> None:
    """They are left out of the network, and whoever asks is told which they are."""
    wanted = Network("N", (VERUS, "us-ofac-sdn:99999"))
    assert grouped(parties(), wanted)[0].members == (VERUS,)
    assert unknown_members(parties(), wanted) == ("us-ofac-sdn:99999",)


def test_hubs_of_one_name_get_their_ids() -> None:
    """Network names are unique, also beside configured ones."""
    hubs = [party(f"us-ofac-sdn:{number}", "BANK") for number in (1, 2)]
    rest = [
        party(f"us-ofac-sdn:{hub}{number}", "X", owned_by(f"us-ofac-sdn:{hub}")) for hub in (1, 2) for number in (3, 4)
    ]
    names = [each.name for each in grouped((*hubs, *rest))]
    assert names == ["BANK (DPRK) us-ofac-sdn:1", "BANK (DPRK) us-ofac-sdn:2"]


def test_a_long_chain_never_becomes_one_network() -> None:
    """Fifty owners of owners make networks of three."""
    chain = tuple(
        party(f"us-ofac-sdn:{number}", f"N{number}", owned_by(f"us-ofac-sdn:{number + 1}")) for number in range(50)
    )
    assert {len(each.members) for each in grouped(chain)} == {3}


@given(linked_parties())
def test_every_stated_network_is_a_hub_with_all_its_neighbours_and_none_lies_inside_another(
    some: tuple[Party, ...],
) -> None:
    """The hub comes first, at least two others follow, each linked to the hub; names differ."""
    ties = links(some)
    found = networks(some, ties, ())
    for each in found:
        hub, *others = each.members
        around = {link.source for link in ties if link.target == hub} | {
            link.target for link in ties if link.source == hub
        }
        assert set(others) == around
        assert len(others) >= 2
        assert not any(set(each.members) < set(other.members) for other in found)
    assert len({each.name for each in found}) == len(found)
