"""What `watchlist init` writes is the configuration that the project ships."""

from pathlib import Path

import pytest

from watchlist.config import load, write_template
from watchlist.errors import WatchlistError

ROOT = Path(__file__).parents[2]


def test_the_template_is_the_shipped_configuration(tmp_path: Path) -> None:
    """Byte for byte config/watchlist.yaml, and right as it stands."""
    path = write_template(tmp_path / "new")
    assert path == tmp_path / "new" / "config" / "watchlist.yaml"
    assert path.read_bytes() == (ROOT / "config" / "watchlist.yaml").read_bytes()
    assert len(load(path).lists) >= 5


def test_the_offline_configuration_is_right() -> None:
    """It loads, and asks for nothing that needs a network."""
    config = load(ROOT / "config" / "offline.yaml")
    assert all(entry.path is not None for entry in config.lists)
    assert all(source.folder is not None for source in config.sources)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A second init leaves the file as its user made it."""
    path = write_template(tmp_path)
    path.write_text("mine")
    with pytest.raises(WatchlistError, match="there already"):
        write_template(tmp_path)
    assert path.read_text() == "mine"
