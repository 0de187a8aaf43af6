"""Stored articles follow the lists: what a change touches is screened again, and nothing else is."""

from pathlib import Path
from random import Random

import pytest

from tests.jobs.histories import LISTS, History, found, recomputed
from tests.jobs.samples import configured
from watchlist.store import Store

STEPS = 6


def walk(folder: Path, seed: int) -> None:
    """One random history; at every step what is stored equals what screening everything from nothing gives."""
    config = configured(folder)
    with Store.open(folder / "var", exclusive=True) as store:
        history = History(store, config, Random(seed), dict.fromkeys(LISTS, ()))  # noqa: S311 - a history, no secret
        for _ in range(STEPS):
            history.step()
        watch = history.watch()
        history.rescreen(watch)
        assert found(store) == recomputed(store, watch), seed


@pytest.mark.parametrize("seed", range(100))
def test_rescreening_equals_recomputing(tmp_path: Path, seed: int) -> None:
    """Lists that add, change, join and drop parties in any order, articles in between, interruptions."""
    walk(tmp_path, seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 500))
def test_rescreening_equals_recomputing_at_length(tmp_path: Path, seed: int) -> None:
    """The same, to five hundred histories in all."""
    walk(tmp_path, seed)
