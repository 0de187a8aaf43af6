"""What is printed of networks and owners: who, how, by which list, in which stories, and what is missing."""

from datetime import UTC, datetime

import pytest

from tests.networks.builders import MKRTYCHEV, VERSOR, VERUS, parties, party
from watchlist.cli.show_network import one_network
from watchlist.cli.show_networks import MOST_NETWORKS, all_networks
from watchlist.cli.show_party import whole_party
from watchlist.jobs.lookup import Register
from watchlist.jobs.network_news import Headline, News
from watchlist.matching import NameSearch
from watchlist.model import Party, Relation
from watchlist.networks import links, networks, outside, owned, unresolved

QUIET = News(90, {}, {})
NEWS = News(
    days=90,
    of_party={VERUS: frozenset({"s1", "s2"}), VERSOR: frozenset({"s2"})},
    of_network={"MKRTYCHEV, Ashot (DPRK)": frozenset({"s3"})},
    today=frozenset({VERUS, VERSOR}),
    new=frozenset({VERSOR}),
)


def register(*some: Party) -> Register:
    """A register of these parties, all of them blocked but those on a list called "own"."""
    ties, open_ended = links(some), unresolved(some)
    party_of = {each.id: each.id for each in some}
    listed = {each.id for each in some if not each.id.startswith("own:")}
    return Register(
        parties={each.id: each for each in some},
        party_of=party_of,
        names=NameSearch.build((each.id, each.name) for each in some),
        links=ties,
        unresolved=open_ended,
        owned=owned((*ties, *outside(open_ended, party_of)), listed),
        networks=networks(some, ties, ()),
        programmes=(),
        missing=(),
        editions=1,
    )


def stake(owner: str, share: float | None) -> Relation:
    """A relation to an owner."""
    return Relation("Owned by", owner, "", share)


@pytest.fixture(scope="module")
def arms() -> Register:
    """The sample network, a relation to nobody, and more networks than fit a screen."""
    stranger = party(
        "us-ofac-sdn:1", "SHIP", Relation("Linked To", MKRTYCHEV, ""), Relation("Linked To", "", "GONE LLC")
    )
    hubs = [party(f"a-b:{number}", f"HUB {number:02}") for number in range(MOST_NETWORKS)]
    rest = [
        party(f"a-b:{number}{end}", f"X {number}{end}", stake(f"a-b:{number}", None))
        for number in range(MOST_NETWORKS)
        for end in "89"
    ]
    return register(*parties(), stranger, *hubs, *rest)


def test_networks_in_the_news_come_first(arms: Register) -> None:
    """By stories, then by members; what does not fit is counted, and so is what links nobody."""
    first, *_, more, foot = all_networks(arms, arms.networks, NEWS, whole=False).splitlines()
    assert first.split("  ")[1:] == [
        "5 members",
        "on the lists",
        "2 in the news (2 today, 1 new), 3 stories",
        "MKRTYCHEV, Ashot (DPRK)",
    ]
    assert more.strip().startswith("… and 1 more")
    assert "1 relation with somebody on no list, 0 with a name that several parties bear; news of 90 days" in foot
    whole = all_networks(arms, arms.networks, NEWS, whole=True)
    assert all(each.name in whole for each in arms.networks)


def test_a_network_says_how_each_member_is_linked(arms: Register) -> None:
    """What they are, the way to the hub and who says so, the stories, and whom a list names that nobody knows."""
    (network,) = (each for each in arms.networks if each.name.startswith("MKRTYCHEV"))
    told = (Headline("s2", datetime(2026, 3, 1, tzinfo=UTC), "reuters", "Two companies"),)
    shown = one_network(arms, network, told, NEWS, phrases=False)
    assert shown.startswith(
        "MKRTYCHEV, Ashot (DPRK): 5 members, 2 in the news (2 today, 1 new), 3 stories\n  are    organization 5\n"
    )
    members = shown[shown.index("Members") :].splitlines()[1:6]
    rows = {row.split()[0]: row.strip() for row in members}
    assert rows[VERUS].endswith("2 stories, today    → owned or controlled by → MKRTYCHEV, Ashot (us-ofac-sdn)")
    assert "  1 story, new today  → " in rows[VERSOR]
    assert rows[MKRTYCHEV].endswith("hub")
    assert rows["us-ofac-sdn:1"].endswith("→ linked to → MKRTYCHEV, Ashot (us-ofac-sdn)")
    assert "Linked To: GONE LLC  on no list" in shown
    assert "2026-03-01  s2          reuters  Two companies" in shown
    assert "…           and 2 more" in shown
    assert "not in the news" in one_network(arms, network, (), QUIET, phrases=False)


def test_a_network_leads_on() -> None:
    """Links of its members with each other and with others, and parties that bear a member's name on another list."""
    some = register(
        *parties(),
        party("us-ofac-sdn:1", "AGENT", Relation("Acting for or on behalf of", VERSOR, "")),
        party("us-ofac-sdn:2", "SON", Relation("Family member of", MKRTYCHEV, ""), Relation("Owns", VERUS, "", 30.0)),
        party("uk-sanctions:RUS1965", "Ashot MKRTYCHEV"),
    )
    (network,) = (each for each in some.networks if each.name.startswith("MKRTYCHEV"))
    shown = one_network(some, network, (), QUIET, phrases=False)
    assert "Other links among them\n  LIMITED LIABILITY COMPANY VERUS  owned 30 % by  SON  us-ofac-sdn: Owns" in shown
    assert "Linked with others\n  AGENT  acting for  VERSOR S.R.O.  us-ofac-sdn: Acting for or on behalf of" in shown
    assert "MKRTYCHEV, Ashot  and  Ashot MKRTYCHEV (uk-sanctions:RUS1965)" in shown


def test_a_party_is_owned_tier_by_tier() -> None:
    """The sum, each stake with its owner, and the owners behind an owner who is not listed himself."""
    some = register(
        party("a-b:1", "MAGNATE"),
        party("own:2", "HOLDING", stake("a-b:1", 60.0)),
        party("own:3", "SHOP", stake("own:2", 40.0), stake("a-b:1", 10.5), stake("a-b:4", None)),
        party("a-b:4", "CONTROLLER"),
    )
    shop = whole_party(some, some.parties["own:3"])
    assert "SHOP (own:3): 50.5 %   40 % HOLDING (through its owners) + 10.5 % MAGNATE (listed)" in shop
    assert "HOLDING (own:2): 60 %  60 % MAGNATE (listed)" in shop
    assert "No list states a share for CONTROLLER: control alone is no ownership" in shop
    assert "owned 40 % by →" in shop
    assert "Counts as an owner, by the same rule, of" in whole_party(some, some.parties["a-b:1"])
    assert "50 Percent Rule" not in whole_party(some, some.parties["a-b:4"])
    foot = all_networks(some, some.networks, QUIET, whole=True).splitlines()[-1]
    assert foot.startswith("2 parties owned 50 percent or more by listed ones, 0 of them on no list")


def test_somebody_on_no_list_is_owned_too() -> None:
    """Shares of several listed owners in a company that only a graph of relations knows add up by its id."""
    shell = Relation("Ownership", "graph:NK-1", "SHELL LTD", 25.0)
    nameless = Relation("Ownership", "", "OTHER LTD", 30.0)
    some = register(party("graph:1", "FATHER", shell, nameless), party("graph:2", "SON", shell, nameless))
    assert [(each.party, each.share) for each in some.owned] == [("graph:NK-1", 50.0)]
    shown = whole_party(some, some.parties["graph:1"])
    assert "SHELL LTD (graph:NK-1, on no list): 50 %  25 % FATHER (listed) + 25 % SON (listed)" in shown
    assert "OTHER LTD (" not in shown
