"""Lists are brought up to date, and a bad edition never takes the place of a good one."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.jobs.samples import NOW, UN, configured
from tests.servers import LoopbackServer, serving
from watchlist.config import Config, load
from watchlist.fetch import Fetcher
from watchlist.jobs.cycle import fetch_options, keeper
from watchlist.jobs.editions import Edition
from watchlist.jobs.refresh import Refreshed, refresh
from watchlist.jobs.watch import stored_lists
from watchlist.store import CheckOutcome, Store

HTML = b"<!DOCTYPE html><html><body>Please log in</body></html>"


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    """A server on loopback."""
    with serving() as running:
        yield running


def refreshed(store: Store, config: Config, after: timedelta = timedelta()) -> dict[str, Refreshed]:
    """How every list came out, by name."""
    with Fetcher(fetch_options(config)) as fetcher:
        return {each.list_name: each for each in refresh(store, config.lists, fetcher, now=NOW + after)}


def test_lists_by_path_become_active_once(tmp_path: Path) -> None:
    """The first refresh makes snapshots; the second finds the same bytes and makes none."""
    config = configured(tmp_path)
    with Store.open(config.state, exclusive=True) as store:
        first = refreshed(store, config)
        assert {each.outcome for each in first.values()} == {CheckOutcome.OK}
        again = refreshed(store, config, timedelta(hours=1))
        assert {each.outcome for each in again.values()} == {CheckOutcome.UNCHANGED}
        active = store.lists.active("un-sc")
        assert active is not None
        assert active.retrieved == NOW


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (UN[: len(UN) // 2], "breaks off"),
        (HTML, "HTML page"),
        (None, "cannot be read"),
    ],
)
def test_a_bad_edition_is_refused_and_the_last_good_one_stays(
    tmp_path: Path, content: bytes | None, reason: str
) -> None:
    """Empty, cut short, an HTML page, gone: each is refused with its reason, and what was good goes on."""
    config = configured(tmp_path)
    with Store.open(config.state, exclusive=True) as store:
        good = refreshed(store, config)["un-sc"].snapshot
        if content is None:
            (tmp_path / "un.xml").unlink()
        else:
            (tmp_path / "un.xml").write_bytes(content)
        bad = refreshed(store, config, timedelta(hours=1))["un-sc"]
        assert not bad.good
        assert reason in bad.reason
        assert bad.snapshot == good
        assert store.lists.state("un-sc").reason == bad.reason


def test_a_shrunken_list_is_refused_by_its_bounds(tmp_path: Path) -> None:
    """Fewer persons than the configuration believes is no update."""
    config = configured(tmp_path, un="path: un.xml, bounds: {person: [500, 900]}")
    with Store.open(config.state, exclusive=True) as store:
        outcome = refreshed(store, config)["un-sc"]
        assert outcome.outcome is CheckOutcome.REFUSED
        assert "outside the bounds" in outcome.reason
        assert outcome.snapshot is None


def test_a_fetched_list_is_asked_for_conditionally(tmp_path: Path, server: LoopbackServer) -> None:
    """Once a list is active, its ETag goes back; 304 is success and changes nothing."""
    url = server.conditional("/un.xml", UN, '"one"')
    config = configured(tmp_path, un=f"url: '{url}'")
    with Store.open(config.state, exclusive=True) as store:
        assert refreshed(store, config)["un-sc"].outcome is CheckOutcome.OK
        assert refreshed(store, config)["un-sc"].outcome is CheckOutcome.UNCHANGED
    first, second = server.asked("/un.xml")
    assert "if-none-match" not in first.headers
    assert second.headers["if-none-match"] == '"one"'


def test_a_refused_download_is_asked_for_again_in_full(tmp_path: Path, server: LoopbackServer) -> None:
    """The ETag of what was refused is never sent, else a 304 would hide the refusal."""
    url = server.answer("/un.xml", HTML, headers={"ETag": '"page"'})
    config = configured(tmp_path, un=f"url: '{url}'")
    with Store.open(config.state, exclusive=True) as store:
        assert refreshed(store, config)["un-sc"].outcome is CheckOutcome.REFUSED
        assert refreshed(store, config)["un-sc"].outcome is CheckOutcome.REFUSED
    assert "if-none-match" not in server.asked("/un.xml")[1].headers


def test_a_server_that_fails_is_a_failure(tmp_path: Path, server: LoopbackServer) -> None:
    """404 is told with its address; lists by path do not suffer."""
    config = configured(tmp_path, un=f"url: '{server.url('/gone.xml')}'")
    with Store.open(config.state, exclusive=True) as store:
        outcomes = refreshed(store, config)
        assert outcomes["un-sc"].outcome is CheckOutcome.FAILED
        assert "404" in outcomes["un-sc"].reason
        assert outcomes["us-ofac-sdn"].good


def test_a_list_of_several_files(tmp_path: Path) -> None:
    """A folder gives all files of ofac-csv, whatever their case; a folder without the aliases is refused."""
    samples = Path(__file__).parents[2] / "seeds" / "lists" / "ofac-csv"
    folder = tmp_path / "csv"
    folder.mkdir()
    for file in samples.iterdir():
        (folder / file.name.upper()).write_bytes(file.read_bytes())
    path = tmp_path / "watchlist.yaml"
    path.write_text("version: 1\nlists: [{name: us-ofac-sdn, format: ofac-csv, path: csv}]\n")

    config = load(path)
    with Store.open(config.state, exclusive=True) as store:
        assert refreshed(store, config)["us-ofac-sdn"].good
        next(file for file in folder.iterdir() if "ALT" in file.name).unlink()
        assert "'alt'" in refreshed(store, config)["us-ofac-sdn"].reason


def test_a_part_with_names_that_is_gone_is_told(tmp_path: Path) -> None:
    """An edition in which a part that held names stands nowhere any more says so in its reason."""
    config = configured(tmp_path)
    with Store.open(config.state, exclusive=True) as store:
        refreshed(store, config)
        (tmp_path / "un.xml").write_bytes(re.sub(rb"<THIRD_NAME>[^<]*</THIRD_NAME>", b"", UN))
        outcome = refreshed(store, config, timedelta(hours=1))["un-sc"]
        assert outcome.good
        assert "there is no INDIVIDUAL/THIRD_NAME anywhere in it" in outcome.reason


def test_what_a_refresh_hands_on_is_what_the_state_would_give(tmp_path: Path) -> None:
    """A watch built from editions at hand is that built from the files again; an edition that is not active is none."""
    config = configured(tmp_path)
    at_hand: dict[str, Edition] = {}
    with Store.open(config.state, exclusive=True) as store:
        with Fetcher(fetch_options(config)) as fetcher:
            refresh(store, config.lists, fetcher, now=NOW, keep=keeper(at_hand))
        assert set(at_hand) == {entry.name for entry in config.lists}
        again = stored_lists(store, config)
        assert stored_lists(store, config, at_hand=at_hand).listings == again.listings
        (tmp_path / "un.xml").write_bytes(UN.replace(b"KIM JONG", b"KIM YONG"))
        refreshed(store, config, timedelta(hours=1))
        now_active = stored_lists(store, config)
        assert stored_lists(store, config, at_hand=at_hand).listings == now_active.listings
