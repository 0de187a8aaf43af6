"""Additions at once, losses held: what is screened of a list while its editions change."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.jobs.samples import NOW, configured
from tests.jobs.sized import un
from watchlist.config import Config
from watchlist.fetch import Fetcher
from watchlist.jobs.cycle import current_watch, fetch_options
from watchlist.jobs.editions import effective_edition
from watchlist.jobs.refresh import Refreshed, refresh
from watchlist.store import Store

HOUR = timedelta(hours=1)
LIST = "un-sc"


class World:
    """One list by path, whose file is replaced as time goes by."""

    def __init__(self, folder: Path, store: Store) -> None:
        self.folder = folder
        self.store = store
        self.config: Config = configured(folder)

    def publish(self, content: bytes, hours: float) -> Refreshed:
        """A new file, and a refresh so many hours after the first."""
        (self.folder / "un.xml").write_bytes(content)
        with Fetcher(fetch_options(self.config)) as fetcher:
            (outcome,) = refresh(self.store, self.config.lists[1:], fetcher, now=NOW + hours * HOUR)
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
