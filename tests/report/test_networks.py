"""What a report says of networks: who is in the news today, in which stories, and how they are linked."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.report.world import (
    ARMS,
    FACTS,
    NOW,
    PUTIN,
    SENTENCE,
    TEXT,
    VERUS,
    article,
    begin,
    described,
    learn,
    match,
    report,
)
from watchlist.jobs.findings import WatchFacts
from watchlist.model import Link, Listing, Network, Party, PartyType, Tie
from watchlist.store import Store

OTHER = (
    "Prosecutors in Seoul named the trading house of a dealer on Monday. Nobody there answered the phone, and the "
    "offices were empty when reporters came to look at them in the afternoon."
)
OWNED = Link(VERUS.id, PUTIN.id, "Owned by", "us-ofac-sdn", Tie.OWNED_BY, 60.0)
LINKED = replace(FACTS, links=(OWNED,), networks={ARMS.name: replace(ARMS, members=(VERUS.id, PUTIN.id))})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A state in which one article describes the network."""
    with Store.open(tmp_path / "var", exclusive=True) as opened:
        begin(opened)
        yield opened


def table(store: Store, folder: Path, name: str, facts: WatchFacts = LINKED) -> list[dict[str, str]]:
    """The rows of one file of a report of now."""
    report(store, folder, facts=facts)
    return list(csv.DictReader(io.StringIO((folder / name).read_bytes().decode("utf-8-sig"), newline="")))


def test_rows_of_a_network_know_of_each_other(store: Store, tmp_path: Path) -> None:
    """One row per story; each has the members and stories of the day, the first row the members of its own story."""
    named = replace(described(TEXT), how="named", named=(VERUS.id, PUTIN.id))
    learn(store, article(2, TEXT + " " + SENTENCE), NOW - timedelta(minutes=20), networks=(named,))
    story = replace(named, named=(VERUS.id,), mention=replace(named.mention, surface=OTHER))
    learn(
        store,
        article(3, OTHER, title="Offices"),
        NOW - timedelta(minutes=10),
        match(OTHER, "dealer", VERUS),
        networks=(story,),
    )
    first, second = table(store, tmp_path / "reports", "2026-03-01-networks.csv")
    both = f"2: {VERUS.name} ({VERUS.id}); {PUTIN.name} ({PUTIN.id})"
    assert (first["members_today"], second["members_today"]) == (both, both)
    assert second["members_in_news"] == f"{VERUS.name} ({VERUS.id})"
    assert first["stories_today"] == second["stories_today"] == f"2: {first['story_id']}; {second['story_id']}"
    assert (first["path"], first["hops"]) == (f"{VERUS.name} → owned 60 % by → {PUTIN.name}", "1")
    assert (second["path"], second["hops"]) == ("", "")


def test_a_mention_leads_to_the_hub_of_its_network(store: Store, tmp_path: Path) -> None:
    """Also where the story is not about the network; from the hub there is no way to go."""
    (mention,) = table(store, tmp_path / "reports", "2026-03-01.csv")
    hub = {"network_path": f"{PUTIN.name} ← owned 60 % by ← {VERUS.name}", "network_hops": "1"}
    assert {name: mention[name] for name in hub} == hub
    assert mention["networks"] == ARMS.name


def test_from_the_hub_of_a_network_no_way_leads_on(store: Store, tmp_path: Path) -> None:
    """Though he is a member of another's network, too: the others lead to him."""
    boss, clerk = Link(PUTIN.id, "a:boss", "Linked To", "a"), Link("a:clerk", PUTIN.id, "Linked To", "a")
    his = Network("his", (PUTIN.id, VERUS.id, "a:clerk"))
    other = Network("other", ("a:boss", PUTIN.id, "a:x", "a:y"))
    facts = replace(LINKED, links=(OWNED, boss, clerk), networks={"his": his, "other": other})
    (mention,) = table(store, tmp_path / "reports", "2026-03-01.csv", facts)
    assert (mention["network_path"], mention["networks"]) == ("", "his; other")


def test_a_mention_leads_to_whom_the_user_has_written_down(store: Store, tmp_path: Path) -> None:
    """The user's own party, two links away, is nearer to his heart than the hub of a network."""
    listing = Listing("mine:dealer", "mine", "dealer", PartyType.PERSON, VERUS.listings[0].aliases)
    own = Party("mine:dealer", PartyType.PERSON, "Dealer", (listing,))
    facts = replace(
        LINKED,
        parties={**LINKED.parties, own.id: own},
        watchlists={own.id: ("mine",), PUTIN.id: ("mine",)},
        links=(OWNED, Link(own.id, VERUS.id, "Linked To", "us-ofac-sdn")),
    )
    (mention,) = table(store, tmp_path / "reports", "2026-03-01.csv", facts)
    assert mention["network_path"] == f"{PUTIN.name} ← owned 60 % by ← {VERUS.name} ← linked to ← Dealer"
    assert mention["network_hops"] == "2"
