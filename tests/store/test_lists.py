"""Snapshots of lists, their files, and the log of refreshes."""

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest

from tests.store.samples import NOW, snapshot
from watchlist.errors import StateError
from watchlist.store import CheckOutcome, ListCheck, Store, Validators

RAW = {"sdn": b'1,"A"\r\n\x1a', "alt": b""}
DIGEST = hashlib.sha256(b"files").hexdigest()


def test_files_come_back_byte_for_byte(tmp_path: Path) -> None:
    """The active snapshot and its raw files read back equal, also after a restart."""
    with Store.open(tmp_path, exclusive=True) as store:
        store.lists.add_snapshot(snapshot(DIGEST), RAW)
    with Store.open(tmp_path, exclusive=False) as store:
        assert store.lists.active("us-ofac-sdn") == snapshot(DIGEST)
        assert store.lists.raw("us-ofac-sdn", DIGEST) == RAW


def test_adding_twice_keeps_one(tmp_path: Path) -> None:
    """The same snapshot again is the same row and the same files."""
    with Store.open(tmp_path, exclusive=True) as store:
        for _ in range(2):
            store.lists.add_snapshot(snapshot(DIGEST), RAW)
        assert store.lists.active_snapshots() == (snapshot(DIGEST),)
        assert len(list((tmp_path / "lists").iterdir())) == 2


def test_pointer_follows_the_newest(tmp_path: Path) -> None:
    """A later snapshot becomes active and the former stays readable; an older file that returns is active again."""
    with Store.open(tmp_path, exclusive=True) as store:
        store.lists.add_snapshot(snapshot("aa"), {"": b"old"})
        store.lists.add_snapshot(snapshot("bb"), {"": b"new"})
        assert [one.digest for one in store.lists.active_snapshots()] == ["bb"]
        assert store.lists.raw("us-ofac-sdn", "aa") == {"": b"old"}
        assert store.lists.snapshot("us-ofac-sdn", "aa") == snapshot("aa")
        store.lists.add_snapshot(snapshot("aa"), {"": b"old"})
        assert [one.digest for one in store.lists.active_snapshots()] == ["aa"]


def test_damaged_files_are_named(tmp_path: Path) -> None:
    """A raw file that was cut, changed or removed is an error that names it, never other bytes."""
    with Store.open(tmp_path, exclusive=True) as store:
        store.lists.add_snapshot(snapshot("aa"), {"": b"content" * 100})
        (path,) = (tmp_path / "lists").iterdir()
        whole = path.read_bytes()
        for damage in (whole[:-9], whole[:20], b"", whole[:30] + b"\x00" + whole[31:]):
            path.write_bytes(damage)
            with pytest.raises(StateError, match=path.name[:12]):
                store.lists.raw("us-ofac-sdn", "aa")
        path.unlink()
        with pytest.raises(StateError, match=path.name[:12]):
            store.lists.raw("us-ofac-sdn", "aa")


def test_half_written_files_are_swept(tmp_path: Path) -> None:
    """What a killed writer left is removed by the next one."""
    with Store.open(tmp_path, exclusive=True) as store:
        (tmp_path / "lists").mkdir()
        (tmp_path / "lists" / ".abc.gz.x1.tmp").write_bytes(b"half")
        store.lists.add_snapshot(snapshot("aa"), {"": b"whole"})
        assert [path.suffix for path in (tmp_path / "lists").iterdir()] == [".gz"]


def test_state_of_a_list_tells_the_last_good_and_the_last_reason(tmp_path: Path) -> None:
    """After a success and two failures: when it succeeded, why it fails, how often in a row."""
    with Store.open(tmp_path, exclusive=True) as store:
        assert store.lists.state("us-ofac-sdn").outcome == ""
        store.lists.add_snapshot(snapshot("aa"), {"": b"x"})
        checks = ((CheckOutcome.OK, ""), (CheckOutcome.REFUSED, "half the names"), (CheckOutcome.FAILED, "HTTP 503"))
        for hour, (outcome, reason) in enumerate(checks):
            store.lists.add_check(ListCheck("us-ofac-sdn", NOW + timedelta(hours=hour), outcome, reason))
        state = store.lists.state("us-ofac-sdn")
        assert (state.succeeded, state.checked) == (NOW, NOW + timedelta(hours=2))
        assert (state.outcome, state.reason, state.failures) == ("failed", "HTTP 503", 2)
        assert state.snapshot == snapshot("aa")


def test_validators_come_back_verbatim(tmp_path: Path) -> None:
    """What a server gave is sent back as it was, quotes and all."""
    given = Validators('W/"x"', "Sat, 28 Feb 2026 12:00:00 GMT", NOW)
    with Store.open(tmp_path, exclusive=True) as store:
        assert store.sources.validators("https://a.example/") == Validators()
        store.sources.set_validators("https://a.example/", given)
        assert store.sources.validators("https://a.example/") == given
