"""Additions at once, losses held: what is screened of a list while its editions change."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.jobs.samples import NOW, configured
from tests.jobs.sized import DAY, un
from watchlist.config import Config
from watchlist.errors import ListError
from watchlist.fetch import Fetcher
from watchlist.jobs.approval import approve, propose
from watchlist.jobs.cycle import current_watch, fetch_options
from watchlist.jobs.editions import effective_edition
from watchlist.jobs.refresh import Refreshed, refresh
from watchlist.lists import parse, suspicions
from watchlist.store import CheckOutcome, Store

HOUR = timedelta(hours=1)
LIST = "un-sc"


class World:
    """One list by path, whose file is replaced as time goes by."""

    def __init__(self, folder: Path, store: Store) -> None:
        self.folder = folder
        self.store = store
        self.config: Config = configured(folder)
        self.entry = self.config.lists[1]

    def publish(self, content: bytes, hours: float) -> Refreshed:
        """A new file, and a refresh so many hours after the first."""
        (self.folder / "un.xml").write_bytes(content)
        with Fetcher(fetch_options(self.config)) as fetcher:
            (outcome,) = refresh(self.store, [self.entry], fetcher, now=NOW + hours * HOUR)
        return outcome

    def screened(self) -> set[str]:
        """References of the listings that are screened."""
        edition = effective_edition(self.store, LIST)
        return set() if edition is None else {listing.reference for listing in edition.parsed.listings}

    def names(self) -> int:
        """How many names are screened."""
        edition = effective_edition(self.store, LIST)
        return 0 if edition is None else sum(len(listing.aliases) for listing in edition.parsed.listings)


@pytest.fixture
def world(tmp_path: Path) -> Iterable[World]:
    """A state and a list of its own."""
    with Store.open(tmp_path / "var", exclusive=True) as store:
        yield World(tmp_path, store)


def references(numbers: Iterable[int]) -> set[str]:
    """What the targets of these numbers are called."""
    return {f"{'KPi' if number % 10 == 0 else 'QDi'}.{number:03}" for number in numbers}


def test_a_few_removals_are_delistings(world: World) -> None:
    """Five of two hundred: gone at once, as their authority says."""
    world.publish(un(range(200)), 0)
    assert world.publish(un(range(5, 200)), 1).good
    assert world.screened() == references(range(5, 200))


def test_additions_at_once_and_losses_held_for_a_day(world: World) -> None:
    """Half the list is gone and ten are new: the new count now, the old until a fetch a day later lacks them too."""
    world.publish(un(range(200)), 0)
    assert world.publish(un(range(100, 210)), 1).good
    assert world.screened() == references(range(210))
    for hours in (2, 24.9):
        world.publish(un(range(100, 210)), hours)
        assert world.screened() == references(range(210))
    world.publish(un(range(100, 210)), 25)
    assert world.screened() == references(range(100, 210))
    assert world.store.lists.state(LIST).held == ()


def test_what_comes_back_is_held_no_longer(world: World) -> None:
    """A truncated edition that is mended within the day leaves no trace in what is screened."""
    world.publish(un(range(200)), 0)
    world.publish(un(range(20)), 1)
    world.publish(un(range(200)), 3)
    state = world.store.lists.state(LIST)
    assert state.held == ()
    assert state.snapshot is not None
    assert state.snapshot.version == state.snapshot.digest
    world.publish(un(range(200)), 30)
    assert world.screened() == references(range(200))


def test_each_loss_has_its_own_day(world: World) -> None:
    """Losses of a second bad edition wait for their own second fetch."""
    world.publish(un(range(300)), 0)
    world.publish(un(range(100, 300)), 1)
    world.publish(un(range(200, 300)), 13)
    world.publish(un(range(200, 300)), 25)
    assert world.screened() == references(range(100, 300))
    world.publish(un(range(200, 300)), 37)
    assert world.screened() == references(range(200, 300))


def test_lost_names_are_held_like_listings(world: World) -> None:
    """All aliases are gone: they are screened for a day; then their listings go on with the names that are left."""
    world.publish(un(range(200)), 0)
    world.publish(un(range(200), aliases=False), 1)
    assert world.names() == 400
    world.publish(un(range(200), aliases=False), 25)
    assert world.names() == 200


def test_a_held_listing_that_loses_more_keeps_all(world: World) -> None:
    """First the aliases go, then the listings: both are screened, each for its day."""
    world.publish(un(range(200)), 0)
    world.publish(un(range(200), aliases=False), 1)
    world.publish(un(range(100), aliases=False), 2)
    assert world.names() == 400
    world.publish(un(range(100), aliases=False), 25)
    assert world.names() == 200
    world.publish(un(range(100), aliases=False), 26)
    assert world.names() == 100


def test_a_held_listing_that_returns_thinner_keeps_its_names(world: World) -> None:
    """It comes back without its alias in an edition that is still suspicious: the alias stays."""
    world.publish(un(range(200)), 0)
    world.publish(un(range(50)), 1)
    world.publish(un(range(100), aliases=False), 2)
    assert world.names() == 400


def test_the_watch_follows_what_is_held(world: World) -> None:
    """Holding and releasing are different versions of the list; the report finds the snapshot of each."""
    world.publish(un(range(200)), 0)
    versions = []
    for hours in (1, 25):
        world.publish(un(range(100)), hours)
        watch = current_watch(world.store, world.config, NOW + hours * HOUR)
        versions.append(dict(watch.basis.lists)[LIST])
        assert len(watch.held) == (100 if hours == 1 else 0)
        found = world.store.lists.snapshot(LIST, versions[-1])
        assert found is not None
        assert found.listings == 100
    assert versions[0] != versions[1] == found.digest


def test_a_list_that_bleeds_is_noticed(world: World) -> None:
    """Twenty of three hundred every hour are no delistings: after fifty within a day the rest is held."""
    world.publish(un(range(300)), 0)
    for hour in range(1, 6):
        world.publish(un(range(20 * hour, 300)), hour)
    assert world.screened() == references(range(40, 300))
    world.publish(un(range(110, 300)), 27)
    assert world.screened() == references(range(60, 300))


@pytest.mark.parametrize("percent", range(1, 100, 7))
def test_no_share_of_a_list_is_lost_in_silence(world: World, percent: int) -> None:
    """One to 99 percent are gone: all stay screened, or they are few and told as delisted."""
    world.publish(un(range(100)), 0)
    outcome = world.publish(un(range(percent, 100)), 1)
    if world.screened() != references(range(100)):
        assert percent <= 10
        assert world.screened() == references(range(percent, 100))
        assert world.store.lists.delisted(LIST, NOW) == percent
        assert outcome.reason == ""


def test_every_share_beyond_the_rule_is_suspicious() -> None:
    """Of a thousand, taken evenly: more than fifty at once is too much."""
    whole = parse("un-xml", {"": un(range(1000))}, LIST).listings
    for percent in range(1, 100):
        left = [listing for number, listing in enumerate(whole) if (number * 37) % 100 >= percent]
        assert bool(suspicions(whole, left, (DAY, DAY))) == (percent > 5)


def test_a_sublist_that_is_gone_is_critical(world: World) -> None:
    """All twenty of the DPRK list of two hundred: few enough to be delistings, were it not the whole part."""
    world.publish(un(range(200)), 0)
    world.publish(un(number for number in range(200) if number % 10), 1)
    assert world.screened() == references(range(200))
    assert "CRITICAL: person, DPRK: 0 of 20 listings" in world.store.lists.state(LIST).suspicion


def test_missing_birth_dates_make_an_edition_suspicious(world: World) -> None:
    """A column that is suddenly empty is a broken export: the few that are gone with it are held."""
    world.publish(un(range(200)), 0)
    world.publish(un(range(5, 200), births=False), 1)
    assert world.screened() == references(range(200))
    assert "birth dates of persons fell from 100% to 0%" in world.store.lists.state(LIST).suspicion


def test_an_edition_without_its_date_is_suspicious(world: World) -> None:
    """Without a date an old file could not be told from a new one."""
    world.publish(un(range(200)), 0)
    world.publish(un(range(5, 200), None), 1)
    assert world.screened() == references(range(200))


def test_a_list_that_doubles_is_told(world: World) -> None:
    """Another file of the same format, perhaps: everything is screened, and somebody looks."""
    world.publish(un(range(100)), 0)
    assert "grown from 100 to 250" in world.publish(un(range(250)), 1).reason
    assert len(world.screened()) == 250


def test_an_older_edition_is_refused(world: World) -> None:
    """A mirror that lags behind must not bring back last week; the file is kept for a person to look at."""
    world.publish(un(range(200)), 0)
    refused = world.publish(un(range(190), DAY - timedelta(days=7)), 1)
    assert refused.outcome is CheckOutcome.REFUSED
    assert "older than the active edition" in refused.reason
    assert world.screened() == references(range(200))
    assert [each.approvable for each in world.store.candidates.of(LIST)] == [True]


def test_an_edition_of_the_future_is_refused(world: World) -> None:
    """It would make every later one look old."""
    world.publish(un(range(200)), 0)
    assert "in the future" in world.publish(un(range(201), DAY + timedelta(days=30)), 1).reason
    assert world.screened() == references(range(200))


def test_few_refused_files_are_kept(world: World) -> None:
    """The newest three, and nothing of the others stays on disk."""
    world.publish(un(range(20)), 0)
    for number in range(6):
        world.publish(b"<html>%d</html>" % number, 1 + number)
    assert len(world.store.candidates.of(LIST)) == 3
    assert len(list((world.folder / "var" / "lists").glob("*.gz"))) == 4
    newest = world.store.candidates.of(LIST)[0]
    assert world.store.candidates.raw(newest) == {"": b"<html>5</html>"}
    assert not newest.approvable


def test_approving_lets_go_at_once(world: World) -> None:
    """What is held is shown, then gone."""
    world.publish(un(range(200)), 0)
    world.publish(un(range(100)), 1)
    proposal = propose(world.store, world.entry)
    assert proposal is not None
    assert {listing.reference for listing in proposal.leaving} == references(range(100, 200))
    approve(world.store, proposal, NOW)
    assert world.screened() == references(range(100))
    assert propose(world.store, world.entry) is None


def test_approving_lets_a_refused_edition_in(world: World) -> None:
    """A rollback that a person wanted: its losses are his decision, and the next fetch of the same file is no news."""
    world.publish(un(range(200)), 0)
    old = un(range(50), DAY - timedelta(days=7))
    world.publish(old, 1)
    proposal = propose(world.store, world.entry)
    assert proposal is not None
    assert len(proposal.leaving) == 150
    approve(world.store, proposal, NOW)
    assert world.screened() == references(range(50))
    assert world.store.candidates.of(LIST) == ()
    assert world.publish(old, 2).outcome is CheckOutcome.UNCHANGED
    assert world.publish(un(range(200)), 3).good


def test_what_is_no_list_cannot_be_approved(world: World) -> None:
    """A person may judge what is unlikely, not what is broken."""
    world.publish(un(range(200)), 0)
    world.publish(un(range(200))[:-9], 1)
    with pytest.raises(ListError, match="cannot be approved"):
        propose(world.store, world.entry)


def of_sublist(edition: set[int], *, dprk: bool) -> int:
    """How many of an edition are on a sub-list."""
    return sum((number % 10 == 0) is dprk for number in edition)


def suspicious(before: set[int], after: set[int], lately: int) -> bool:
    """The rule in its numbers, for lists of at most sixty persons with two names each."""
    removed = len(before - after)
    if removed and removed + lately > 50:
        return True
    if len(after) < 0.9 * len(before):
        return True
    old, new = of_sublist(before, dprk=False), of_sublist(after, dprk=False)
    return old >= 20 and new < 0.85 * old


HISTORIES = st.lists(
    st.tuples(st.integers(1, 30), st.sets(st.integers(0, 59), max_size=20), st.booleans()), min_size=1, max_size=6
)


@settings(max_examples=25, deadline=None)
@given(HISTORIES)
def test_what_is_screened_is_what_the_rule_says(history: list[tuple[int, set[int], bool]]) -> None:
    """Any sequence of editions, hours apart, against the rule told another way: by listing and by fetch."""
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "var", exclusive=True) as store:
        world = World(Path(folder), store)
        world.publish(un(range(60)), 0)
        hour, screened, newest = 0, set(range(60)), set(range(60))
        lost: dict[int, int] = {}
        delisted: dict[int, int] = {}
        for hours, some, few in history:
            hour += hours
            edition = {0} | (set(range(60)) - some if few else some)
            lost = {number: since for number, since in lost.items() if number not in edition}
            over = {number for number, since in lost.items() if hour - since >= 24}
            lost = {number: since for number, since in lost.items() if number not in over}
            before = screened - over
            lately = sum(count for when, count in delisted.items() if hour - when < 24)
            if edition != newest and suspicious(before, edition, lately):
                lost |= dict.fromkeys(before - edition - set(lost), hour)
            screened, newest = edition | set(lost), edition
            delisted[hour] = len(before - screened)
            world.publish(un(sorted(edition)), hour)
            assert world.screened() == references(screened)
