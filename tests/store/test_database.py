"""Opening, locking, migrating and surviving."""

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.samples import NOW, article, screening, snapshot
from tests.store.test_articles import add
from watchlist.errors import StateError, StateLockedError
from watchlist.store import CheckOutcome, ListCheck, Store, database

MIGRATIONS = sorted((Path(database.__file__).parent / "migrations").glob("*.sql"))


def everything_in(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_read_only_creates_nothing_where_there_is_nothing(tmp_path: Path) -> None:
    """A command that only looks finds an empty state and leaves no folder behind."""
    with Store.open(tmp_path / "state", exclusive=False) as store:
        assert store.lists.active_snapshots() == ()
        assert store.reports.last() is None
    assert list(tmp_path.iterdir()) == []


def test_read_only_creates_nothing_beside_a_state(tmp_path: Path) -> None:
    """A command that only looks leaves a closed state as it was, byte for byte."""
    with Store.open(tmp_path, exclusive=True) as store:
        add(store)
    before = everything_in(tmp_path)
    with Store.open(tmp_path, exclusive=False) as store:
        assert store.sightings.newest() == 1
        assert everything_in(tmp_path) == before
    assert everything_in(tmp_path) == before


def test_read_only_sees_what_a_running_instance_wrote(tmp_path: Path) -> None:
    """While another instance holds the state, what it committed can be read."""
    with Store.open(tmp_path, exclusive=True) as writer:
        add(writer)
        with Store.open(tmp_path, exclusive=False) as reader:
            assert reader.sightings.newest() == 1
            add(writer, screening=screening(article(number=2, text="Other.")))
            assert reader.sightings.newest() == 2


def test_read_only_refuses_to_write(tmp_path: Path) -> None:
    """Writing through a read-only opening is refused in words."""
    with Store.open(tmp_path, exclusive=True):
        pass
    with Store.open(tmp_path, exclusive=False) as store, pytest.raises(StateError, match="readonly"):
        add(store)


def test_files_are_private(tmp_path: Path) -> None:
    """Folder 0700, files 0600, whatever the umask."""
    previous = os.umask(0)
    try:
        with Store.open(tmp_path / "state", exclusive=True) as store:
            store.lists.add_snapshot(snapshot("ab"), {"": b"x"})
            modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "state").rglob("*")}
    finally:
        os.umask(previous)
    assert (tmp_path / "state").stat().st_mode & 0o777 == 0o700
    assert modes.pop("lists") == 0o700
    assert set(modes.values()) == {0o600}


def hold(folder: Path, held: "multiprocessing.synchronize.Event") -> None:
    """Hold the state inside an unfinished transaction until killed."""
    with Store.open(folder, exclusive=True) as store:
        add(store)
        with store.transaction():
            add(store, screening=screening(article(number=2, text="Not committed.")))
            held.set()
            signal.pause()


def test_second_instance_is_refused_and_a_killed_one_leaves_no_lock(tmp_path: Path) -> None:
    """The error names the pid of the holder; after SIGKILL the state opens at once with whole transactions only."""
    context = multiprocessing.get_context("spawn")
    held = context.Event()
    process = context.Process(target=hold, args=(tmp_path, held))
    process.start()
    assert held.wait(30)
    with pytest.raises(StateLockedError, match=str(process.pid)), Store.open(tmp_path, exclusive=True):
        pass
    process.kill()
    process.join()
    with Store.open(tmp_path, exclusive=True) as store:
        assert store.sightings.newest() == 1


def test_newer_schema_is_refused(tmp_path: Path) -> None:
    """A file written by a newer version is left alone, for writing and for reading."""
    with Store.open(tmp_path, exclusive=True):
        pass
    connection = sqlite3.connect(tmp_path / "watchlist.sqlite")
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    for exclusive in (True, False):
        with pytest.raises(StateError, match="newer version"), Store.open(tmp_path, exclusive=exclusive):
            pass


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    """Garbage in place of the database is named, not overwritten."""
    (tmp_path / "watchlist.sqlite").write_bytes(b"not a database " * 100)
    for exclusive in (True, False):
        with pytest.raises(StateError, match=r"watchlist\.sqlite"), Store.open(tmp_path, exclusive=exclusive):
            pass
    assert (tmp_path / "watchlist.sqlite").read_bytes().startswith(b"not a database")


def test_transactions_nest(tmp_path: Path) -> None:
    """What happened inside an outer transaction that fails did not happen."""
    with Store.open(tmp_path, exclusive=True) as store:
        with pytest.raises(ZeroDivisionError), store.transaction():
            assert add(store) / 0
        assert store.sightings.newest() == 0
        store.lists.add_check(ListCheck("x", NOW, CheckOutcome.FAILED, "down"))
        assert store.lists.state("x").failures == 1


def test_the_state_is_strict_and_durable(tmp_path: Path) -> None:
    """Every table is STRICT, the journal is a WAL, and the schema is numbered."""
    with Store.open(tmp_path, exclusive=True):
        connection = sqlite3.connect(tmp_path / "watchlist.sqlite")
        tables = connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
        assert all(strict for name, strict in tables if not name.startswith("sqlite_"))
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA user_version").fetchone() == (int(MIGRATIONS[-1].name[:3]),)
        connection.close()


def test_an_older_state_is_brought_up_by_a_writer_and_named_by_a_reader(tmp_path: Path) -> None:
    """What an earlier version wrote goes on; reading alone changes no file, so it says who brings it up."""
    path = tmp_path / "watchlist.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript(MIGRATIONS[0].read_text(encoding="utf-8"))
    values = ("un-sc", "aa", "un-xml", NOW.isoformat(timespec="microseconds"), None, "", 1, 2, 3, 4, "[]")
    connection.execute("INSERT INTO list_snapshots VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
    connection.execute("INSERT INTO active_lists VALUES ('un-sc', 'aa')")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    with pytest.raises(StateError, match="earlier version"), Store.open(tmp_path, exclusive=False):
        pass
    with Store.open(tmp_path, exclusive=True) as store:
        active = store.lists.active("un-sc")
        assert active is not None
        assert (active.digest, active.version, active.held) == ("aa", "aa", "")


def test_opening_does_not_change_the_umask(tmp_path: Path) -> None:
    """Reports of the same process keep the permissions that the user wants."""
    program = (
        "import os, sys, pathlib; os.umask(0o022)\n"
        "from watchlist.store import Store\n"
        "with Store.open(pathlib.Path(sys.argv[1]), exclusive=True): print(os.umask(0))"
    )
    done = subprocess.run([sys.executable, "-c", program, tmp_path], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(0o022)
