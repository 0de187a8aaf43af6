"""What holds for every test: nothing outside its own folders is written; and the folder commands are typed in."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True, scope="session")
def _cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the offline configuration and its samples, where commands are typed."""
    for part in ("config", "seeds"):
        shutil.copytree(ROOT / part, tmp_path / part)
    (tmp_path / "config" / "offline.yaml").replace(tmp_path / "config" / "watchlist.yaml")
    monkeypatch.chdir(tmp_path)
    return tmp_path
