"""The five real lists, where they lie beside the project."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from watchlist.config import load
from watchlist.jobs.watch import joined, local_lists
from watchlist.model import Party
from watchlist.store import Store

LISTS = Path(__file__).parents[3] / "../shared/bench/lists.yaml"


def real_parties(state: Path) -> list[Party]:
    """The parties behind all listings; skips the test where the lists are absent."""
    if not LISTS.is_file():
        pytest.skip("the real lists are not beside this project")
    config = load(LISTS)
    with Store.open(state, exclusive=False) as store:
        return list(joined(local_lists(store, config, datetime.now(UTC)), config))
