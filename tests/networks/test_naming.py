"""Names without an id: who is certain is linked, who is not is counted."""

import pytest

from tests.networks.builders import party
from watchlist.model import Alias, AliasKind, Listing, Party, PartyType, Relation
from watchlist.networks import links, unresolved

PEOPLE = (
    party("uk-sanctions:1", "Hamsho International"),
    party("uk-sanctions:2", "Defence Industries Organisation"),
    party("uk-sanctions:3", "Ministry of Defence Armed Forces Logistics"),
    party("uk-sanctions:4", "TAMAS"),
    party("uk-sanctions:5", "Novin Energy"),
    party("uk-sanctions:6", "Myawaddy Trading Co., Ltd"),
    party("uk-sanctions:7", "Same Name"),
    party("uk-sanctions:8", "Same Name"),
    party("uk-sanctions:9", "LI"),
    party("uk-sanctions:10", "M-Finans"),
)


def named(cell: str, *others: Party, list_name: str = "uk-sanctions") -> list[str]:
    """The targets of one company whose list prints a cell."""
    company = party(f"{list_name}:99", "Company", Relation("Parent company", "", cell))
    return [link.target.split(":")[1] for link in links((*PEOPLE, *others, company))]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("HAMSHO  international.", ["1"]),
        ("Hamsho International, Baghdad Street, PO Box 8254 Damascus", ["1"]),
        ("Defence Industries Organisation (DIO), Ministry of Defence Armed Forces Logistics (MODAFL)", ["2", "3"]),
        ("Novin Energy, TAMAS", ["4", "5"]),
        ("Novin Energy / Hamsho International", ["1", "5"]),
        ("Myawaddy Trading Co., Ltd, Yangon", ["6"]),
        ("Hamsho International (also subject to sanctions)", ["1"]),
        ("Owned/controlled by Hamsho International", ["1"]),
        ("owned by M-Finans", ["10"]),
        ("Libyan subsidiary of Hamsho International", []),
        ("Hamsho Internationals", []),
        ("Same Name", []),
        ("LI, Zhenyu", []),
        ("LI, Xiaolong, 12 TAMAS Street", []),
    ],
)
def test_a_cell_names_those_who_are_certain(cell: str, found: list[str]) -> None:
    """Whole cells, several companies in one, addresses behind; nothing that is only like a name."""
    assert sorted(named(cell), key=int) == found


def test_a_name_is_looked_for_on_the_other_lists_of_the_authority() -> None:
    """OFAC's other list may name somebody of the SDN list; another authority's party of that name is a guess."""
    company = party("us-ofac-cons:2", "COMPANY", Relation("Linked To", "", "HAMAS"))
    assert [link.target for link in links((company, party("us-ofac-sdn:1", "HAMAS")))] == ["us-ofac-sdn:1"]
    assert links((company, party("eu-fsf:1", "HAMAS"))) == ()
    both = (company, party("us-ofac-sdn:1", "HAMAS"), party("us-ofac-cons:1", "HAMAS"))
    assert [link.target for link in links(both)] == ["us-ofac-cons:1"]


def test_an_id_is_of_the_authority_and_nobody_else() -> None:
    """OFAC numbers the targets of all its lists together; an id that is on none is not replaced by a name."""
    company = party("us-ofac-sdn:2", "COMPANY", Relation("Owned or Controlled By", "us-ofac-sdn:7", "BANK"))
    assert [link.target for link in links((company, party("us-ofac-cons:7", "BANK")))] == ["us-ofac-cons:7"]
    assert links((company, party("us-ofac-sdn:8", "BANK"))) == ()


def test_given_and_family_name_stand_in_either_order() -> None:
    """The printed "MKRTYCHEV, Ashot" and "Ashot Mkrtychev" are one name of him."""
    aliases = (Alias("MKRTYCHEV, Ashot", AliasKind.PRIMARY, "MKRTYCHEV", "Ashot"),)
    listing = Listing("uk-sanctions:50", "uk-sanctions", "50", PartyType.PERSON, aliases)
    person = Party(listing.id, listing.type, listing.name, (listing,))
    assert named("Ashot Mkrtychev", person) == named("Mkrtychev, Ashot", person) == ["50"]


def test_who_stays_open_is_counted() -> None:
    """Nobody, or more than one: each is told with the relation as printed."""
    company = party(
        "uk-sanctions:99",
        "Company",
        *(Relation("Parent company", "", name) for name in ("Same Name", "Nobody At All", "Hamsho International")),
    )
    found = unresolved((*PEOPLE, company))
    assert [(each.relation.target_name, each.open) for each in found] == [("Same Name", 2), ("Nobody At All", 0)]
    assert {each.listing for each in found} == {"uk-sanctions:99"}
