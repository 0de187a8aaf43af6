"""Nine things that have happened to users of real lists, each replayed: caught, and nothing lost."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.jobs.served import PATH, Served, at, served
from tests.jobs.sized import DAY, csl, sdn, un
from watchlist.cli.show_lists import states
from watchlist.cli.show_party import whole_party
from watchlist.config import load
from watchlist.jobs.advice import advice
from watchlist.jobs.condition import condition
from watchlist.jobs.lookup import read_register
from watchlist.store import CheckOutcome, Store

HTML = b"<!DOCTYPE html><html><body>Please log in</body></html>"


def test_ofac_changes_its_namespace(tmp_path: Path) -> None:
    """7 May 2024: readers that were strict about the namespace saw an empty list. It is read, and told."""
    with served(tmp_path, "ofac-sdn-xml") as world:
        world.publish(sdn(range(60), namespace="http://tempuri.org/sdnList.xsd"))
        world.refresh()
        world.publish(sdn(range(61), namespace="https://ofac.example/2031"))
        assert world.refresh(1).good
        assert len(world.listings()) == 61
        assert "namespace https://ofac.example/2031" in world.status(1).message


@pytest.mark.parametrize(
    ("url", "successor"),
    [
        ("https://ofsistorage.blob.core.windows.net/publishlive/2022format/ConList.xml", "sanctionslist.fcdo.gov.uk"),
        ("https://webgate.ec.europa.eu/europeaid/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content", "/fsd/fsf/"),
        ("https://www.treasury.gov/ofac/downloads/sdn.xml", "sanctionslistservice.ofac.treas.gov"),
        ("https://www.dfat.gov.au/sites/default/files/regulation8_consolidated.xls", "Consolidated_List.xlsx"),
    ],
)
def test_an_address_that_is_over_is_named(tmp_path: Path, url: str, successor: str) -> None:
    """28 January 2026, the UK's OFSI list; the EU's old address: they go on for ever with the last file."""
    path = tmp_path / "watchlist.yaml"
    path.write_text(f"version: 1\nlists: [{{name: the-list, format: uk-xml, url: '{url}'}}]\n")
    config = load(path)
    with Store.open(config.state, exclusive=False) as store:
        said = {each.what for each in advice(store, config, at(0)) if "lists.0.url" in each.what}
        assert [successor in what for what in said] == [True]
        assert successor in states(condition(store, config, at(0)), at(0))


def test_a_file_that_never_changes_again_is_noticed_on_the_day(tmp_path: Path) -> None:
    """The EU's old address served the same file for months: checked every hour, good every time, and told."""
    with served(tmp_path, "ofac-sdn-xml") as world:
        world.publish(sdn(range(60), dated=DAY))
        world.refresh()
        last = 24 * 11 + 11  # 2026-12-04, fourteen days after the list's own date
        for hours in (last, last + 1):
            world.refresh(hours)
        assert world.status(last).outcome == "ok"
        assert at(last + 1).date() == DAY + timedelta(days=15)
        assert world.status(last + 1).outcome == "quiet"
        assert "15 days" in world.status(last + 1).message


def test_the_csl_lacks_its_whole_sdn_part(tmp_path: Path) -> None:
    """6 May 2024: the US Consolidated Screening List came without OFAC's list. Its parties stay screened."""
    with served(tmp_path, "us-csl-csv") as world:
        world.publish(csl(range(120), range(500, 620)))
        world.refresh()
        before = set(world.listings())
        world.publish(csl((), range(500, 621)))
        assert world.refresh(1).good
        assert before < set(world.listings())
        assert len(world.listings()) == 241
        status = world.status(1)
        assert status.outcome == "held"
        assert "CRITICAL: person" in status.message
        assert "120 listings that it lacks stay screened" in status.message
        register = read_register(world.store, world.config, at(1))
        party = register.parties[register.party_of["the-list:7"]]
        assert f"removal pending: its list lacks it since {at(1):%Y-%m-%d %H:%M} UTC" in whole_party(register, party)
        world.publish(csl(range(120), range(500, 621)))
        world.refresh(20)
        assert world.status(20).outcome == "ok"


def test_the_recent_changes_instead_of_the_full_list(tmp_path: Path) -> None:
    """The BIS list's address gave the changes of the week: what is new counts, nobody else is lost."""
    with served(tmp_path, "us-csl-csv") as world:
        world.publish(csl((), range(500, 700)))
        world.refresh()
        before = set(world.listings())
        world.publish(csl((), range(695, 705)))
        assert world.refresh(1).good
        assert before < set(world.listings())
        assert len(world.listings()) == 205


def test_five_entries_of_155(tmp_path: Path) -> None:
    """Latvia's list was read to its fifth entry."""
    with served(tmp_path, "un-xml") as world:
        world.publish(un(range(155)))
        world.refresh()
        world.publish(un(range(5)))
        assert world.refresh(1).good
        assert len(world.listings()) == 155
        assert "150 of 155 listings are gone" in world.status(1).message


def test_five_entries_of_155_at_the_first_download(tmp_path: Path) -> None:
    """There is nothing to compare with, but the configuration knows better; so do official addresses."""
    with served(tmp_path, "un-xml", "bounds: {person: [100, 300]}") as world:
        world.publish(un(range(5)))
        assert world.refresh().outcome is CheckOutcome.REFUSED
        assert world.listings() == {}
        assert world.status().outcome == "never"


def test_a_file_vanishes(tmp_path: Path) -> None:
    """24 July 2026: the Czech workbook was gone. Its last edition goes on, and the failure is told."""
    with served(tmp_path, "un-xml") as world:
        world.publish(un(range(60)))
        world.refresh()
        world.server.answer(PATH, b"not here", status=404)
        assert world.refresh(1).outcome is CheckOutcome.FAILED
        assert len(world.listings()) == 60
        assert world.status(1).outcome == "failed"
        assert "404" in world.status(1).message


def test_a_redirect_to_a_page(tmp_path: Path) -> None:
    """The EU's server sent to an HTML page on its own site, and to another site: neither is a list."""
    with served(tmp_path, "un-xml") as world:
        world.publish(un(range(60)))
        world.refresh()
        world.server.answer("/login", HTML)
        world.server.redirect(PATH, "/login")
        assert world.refresh(1).outcome is CheckOutcome.REFUSED
        world.server.answer("/other", un(range(3)))
        world.server.redirect(PATH, world.server.url("/other", host="localhost"))
        elsewhere = world.refresh(2)
        assert elsewhere.outcome is CheckOutcome.FAILED
        assert "another site" in elsewhere.reason
        assert world.server.asked("/other") == []
        assert len(world.listings()) == 60


def test_a_redirect_to_a_signed_address_that_ends(tmp_path: Path) -> None:
    """OFAC sends to an address that is good for minutes: the way there is walked anew at every refresh."""
    with served(tmp_path, "un-xml") as world:
        _sign(world, 1, un(range(60)))
        assert world.refresh().good
        world.server.answer("/signed-1", b"<Error>Request has expired</Error>", status=403)
        _sign(world, 2, un(range(61)))
        assert world.refresh(1).good
        assert len(world.listings()) == 61
        active = world.store.lists.active("the-list")
        assert active is not None
        assert active.url == world.server.url(PATH)
        assert active.final_url.endswith("/signed-2")
        world.server.answer("/signed-2", b"<Error>Request has expired</Error>", status=403)
        assert world.refresh(2).outcome is CheckOutcome.FAILED
        assert len(world.listings()) == 61


def _sign(world: Served, number: int, body: bytes) -> None:
    world.server.answer(f"/signed-{number}", body)
    world.server.redirect(PATH, f"/signed-{number}?X-Amz-Signature=secret")
