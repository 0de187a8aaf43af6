"""What comes out of the cache is what would have been made, or it is made."""

import os
from pathlib import Path

import pytest

from tests.matching.world import PARTIES
from watchlist.jobs.cache import DIGEST, cached
from watchlist.matching import Index, Screener
from watchlist.model import Article

TEXTS = (
    "President Vladimir Putin met Sergei Shoigu in Moscow. Путину доложили. Later Putin left.",
    "Wagner Group and Hamas; the vessel Angara (IMO 9179842); 김정은 위원장; 弗拉基米尔·普京",
    "Владимиру Путину и Сергею Шойгу",
)


def _matches(index: Index, texts: tuple[str, ...] = TEXTS) -> list[object]:
    screener = Screener(index)
    return [screener.screen(Article(text, "test", "", text, language="")) for text in texts]


def test_a_reloaded_index_finds_the_same(tmp_path: Path) -> None:
    """The same matches with all evidence: from a made index, from the file, and in any order."""
    path = tmp_path / "index"
    made = cached(path, ["lists"], lambda: Index.build(PARTIES))
    loaded = cached(path, ["lists"], lambda: pytest.fail("the file was not taken"))
    assert _matches(loaded, TEXTS[::-1])[::-1] == _matches(made) == _matches(Index.build(PARTIES))
    assert any(_matches(loaded))


def test_what_was_made_from_something_else_is_made_again(tmp_path: Path) -> None:
    """Other lists, other values."""
    path = tmp_path / "kept"
    assert cached(path, ["one"], lambda: (1,)) == (1,)
    assert cached(path, ["two"], lambda: (2,)) == (2,)
    assert cached(path, ["two"], lambda: (3,)) == (2,)


@pytest.mark.parametrize("keep", [0, 10, DIGEST, 2 * DIGEST, -1])
def test_a_damaged_file_is_made_again(tmp_path: Path, keep: int) -> None:
    """Cut off anywhere, or with a byte changed."""
    path = tmp_path / "kept"
    cached(path, ["one"], lambda: PARTIES[:3])
    whole = path.read_bytes()
    path.write_bytes(whole[:keep])
    assert cached(path, ["one"], lambda: "again") == "again"
    path.write_bytes(whole[:-5] + bytes([whole[-5] ^ 1]) + whole[-4:])
    assert cached(path, ["one"], lambda: "anew") == "anew"


def test_a_file_cannot_call_anything(tmp_path: Path) -> None:
    """A file that somebody else put there, with the right digests, is no program."""

    class Evil:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "owned"),)

    path = tmp_path / "kept"
    cached(path, ["one"], Evil)
    assert cached(path, ["one"], lambda: "made") == "made"
    assert not (tmp_path / "owned").exists()


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    """The value is made every time."""
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    assert cached(blocked / "kept", ["one"], lambda: 1) == 1
