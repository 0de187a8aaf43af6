"""What guards a list beside its own content: canaries, hashes, official addresses, full fetches."""

import hashlib
from pathlib import Path

import pytest

from tests.jobs.samples import NOW
from tests.jobs.served import NAME, PATH, served
from tests.jobs.sized import DAY, un
from tests.lists.conftest import SHARED
from watchlist.config import ListEntry, load
from watchlist.jobs.canaries import look_for
from watchlist.jobs.editions import read_edition, stops
from watchlist.lists import parse, unpack
from watchlist.store import CheckOutcome

CANARIES = "canaries: [QDi.001, QDi.002, QDi.003, QDi.004, QDi.005, QDi.006, QDi.007, QDi.008, QDi.009, KPi.010]"
CONFIG = Path(__file__).parents[2] / "config" / "watchlist.yaml"
REAL = {
    "us-ofac-sdn": "ofac/RECONSTRUCTED_SDN_ENHANCED_2025-11-26.xml.gz",
    "us-ofac-cons": "ofac/cons_enhanced_2025-01/CONS_ENHANCED.ZIP",
    "un-sc": "un/consolidated_2026-02-27.xml",
    "eu-fsf": "eu/RECONSTRUCTED_xmlFullSanctionsList_1_1_2026-05-01.xml.gz",
    "uk-sanctions": "uk/RECONSTRUCTED_UK-Sanctions-List_2026-08-22.xml.gz",
    "ch-seco": "switzerland/RECONSTRUCTED_consolidated-list_2026-02-18.xml.gz",
    "ca-sema": "canada/sema-lmes_2025.xml",
    "us-csl": "us-csl/consolidated_2022-05.csv.gz",
}


def test_canaries_are_looked_for_by_name(tmp_path: Path) -> None:
    """All there: no word of it. One missing of ten: a warning. Two: the edition is refused."""
    with served(tmp_path, "un-xml", CANARIES) as world:
        world.publish(un(range(40)))
        assert world.refresh().reason == ""
        world.publish(un(number for number in range(41) if number != 3))
        warned = world.refresh(1)
        assert warned.good
        assert "1 of 10 canaries are not on it (QDi.003)" in warned.reason
        world.publish(un(number for number in range(42) if number not in {3, 4}))
        stopped = world.refresh(2)
        assert stopped.outcome is CheckOutcome.REFUSED
        assert "2 of 10 canaries are not on it (QDi.003, QDi.004)" in stopped.reason
        assert len(world.listings()) == 40


def test_a_canary_that_no_text_would_find_is_missing() -> None:
    """It stands on the list, but not under a name: a column that has moved, or a matcher that finds nothing."""
    text = un(range(3)).decode().replace(">Belun<", ">x<").replace(">Tembranoa<", "><")
    listings = parse("un-xml", {"": text.encode()}, NAME).listings
    fate = look_for(["KPi.000", "QDi.001", "QDi.002", "QDi.099"], listings)
    assert fate.absent == ("QDi.099",)
    assert "QDi.001" in fate.unfound
    assert fate.stops


@pytest.mark.shared
@pytest.mark.parametrize("name", REAL)
def test_the_canaries_of_the_shipped_configuration_live(name: str) -> None:
    """Twenty or more of each official list, on a real edition of it, all found by the matcher."""
    if not (SHARED / REAL[name]).is_file():
        pytest.skip(f"no data folder beside the project: {REAL[name]} is missing")
    entry = next(each for each in load(CONFIG).lists if each.name == name)
    assert len(entry.canaries) >= 20
    parsed = parse(entry.format, {"": unpack(name, (SHARED / REAL[name]).read_bytes())}, name)
    assert look_for(entry.canaries, parsed.listings).words == ""


def test_38_listings_at_an_official_address_are_no_list() -> None:
    """Nobody wrote bounds, nothing was fetched before: the address itself says how large its list is at least."""
    content = {"": un(range(38))}
    official = ListEntry(name=NAME, format="un-xml", url="https://scsanctions.un.org/resources/xml/en/consolidated.xml")
    edition = read_edition(official, content, url="", retrieved=NOW)
    (person, organization) = stops(official, edition, None, NOW)
    assert "38 listings of type person; at its address there were never below 290" in person.words
    assert person.approvable
    assert "0 listings of type organization" in organization.words


def test_a_list_of_the_users_own_may_be_small(tmp_path: Path) -> None:
    """A trimmed list by path or at an address of his own has no floor."""
    trimmed = ListEntry(name=NAME, format="un-xml", url="https://intranet.example/un.xml")
    edition = read_edition(trimmed, {"": un(range(3))}, url="", retrieved=NOW)
    assert stops(trimmed, edition, None, NOW) == ()


def test_the_sum_that_a_publisher_prints(tmp_path: Path) -> None:
    """The page names the file with its SHA-256, with another, not at all, or is away."""
    content = un(range(40))
    with served(tmp_path, "un-xml", "hashes: 'http://127.0.0.1:1/sums'") as world:
        world.publish(content)
        assert "page of hashes was not read" in world.refresh().reason
    (tmp_path / "second").mkdir()
    with served(tmp_path / "second", "un-xml") as world:
        entry = world.config.lists[0].model_copy(update={"hashes": world.server.url("/sums")})
        object.__setattr__(world, "config", world.config.model_copy(update={"lists": (entry,)}))
        world.publish(content)
        world.server.answer("/sums", b"list sha256 " + b"0" * 64)
        refused = world.refresh()
        assert refused.outcome is CheckOutcome.FAILED
        assert "is not the file whose SHA-256" in refused.reason
        world.server.answer("/sums", b"<td>list</td><td>" + hashlib.sha256(content).hexdigest().upper().encode())
        assert world.refresh(1).reason == ""
        world.publish(un(range(41)))
        world.server.answer("/sums", b"<td>another.xml</td>")
        assert "does not speak of list" in world.refresh(2).reason


def test_a_server_that_never_tells_of_a_change_is_asked_in_full_once_a_day(tmp_path: Path) -> None:
    """Its ETag stays the same for ever: within a day the new list is fetched all the same."""
    with served(tmp_path, "un-xml") as world:
        world.server.conditional(PATH, un(range(40)), '"frozen"')
        world.refresh()
        world.server.conditional(PATH, un(range(50)), '"frozen"')
        assert world.refresh(23).outcome is CheckOutcome.UNCHANGED
        assert world.refresh(24).outcome is CheckOutcome.OK
        assert len(world.listings()) == 50


def test_a_snapshot_says_how_it_came(tmp_path: Path) -> None:
    """Address, where redirects led without what is secret in it, ETag, digest, size, counts, dates, software."""
    content = un(range(40))
    with served(tmp_path, "un-xml") as world:
        world.server.answer("/file", content, headers={"ETag": '"7"'})
        world.server.redirect(PATH, "/file?signature=secret")
        snapshot = world.refresh().snapshot
        assert snapshot is not None
        assert snapshot.url == world.server.url(PATH)
        assert snapshot.final_url.endswith("/file")
        assert (snapshot.etag, snapshot.digest) == ('"7"', hashlib.sha256(content).hexdigest())
        assert (snapshot.bytes, snapshot.listings, snapshot.names) == (len(content), 40, 80)
        assert (snapshot.published, snapshot.retrieved) == (DAY, NOW)
        assert snapshot.software
