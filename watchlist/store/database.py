"""The connection: opened, locked, migrated, and every change in one transaction."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from threading import RLock

from watchlist.errors import StateError, StateLockedError

_BATCH = 5000
FILE_NAME = "watchlist.sqlite"
Value = str | int | float | bytes | None
Row = tuple[Value, ...]


class Database:
    """One connection, shared by threads of one process, that speaks in values and typed errors."""

    def __init__(self, connection: sqlite3.Connection, where: str) -> None:
        self._connection = connection
        self._where = where
        self._lock = RLock()
        self._depth = 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside happens, or nothing; an inner transaction joins the outer one."""
        with self._lock:
            if self._depth == 0:
                self._run("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
            except BaseException:
                self._depth -= 1
                if self._depth == 0 and self._connection.in_transaction:
                    self._connection.rollback()
                raise
            self._depth -= 1
            if self._depth == 0:
                self._run("COMMIT")

    def write(self, sql: str, values: Sequence[Value] = ()) -> int:
        """How many rows one statement changed."""
        with self._lock:
            return self._run(sql, values).rowcount

    def write_many(self, sql: str, rows: Sequence[Sequence[Value]]) -> None:
        """One statement for each of many rows."""
        with self._lock:
            try:
                self._connection.executemany(sql, [[_storable(value) for value in row] for row in rows])
            except sqlite3.OperationalError as error:
                raise _unusable(self._where, error) from error

    def insert(self, sql: str, values: Sequence[Value]) -> int:
        """Row number that one INSERT made."""
        with self._lock:
            number = self._run(sql, values).lastrowid
        if number is None:
            msg = f"statement inserted nothing: {sql}"
            raise ValueError(msg)
        return number

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows of a query."""
        with self._lock:
            return self._run(sql, values).fetchall()

    def each(self, sql: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        """The rows of a query too long for memory, one by one; what is read must not be written in between."""
        with self._lock:
            cursor = self._run(sql, values)
        while True:
            with self._lock:
                rows: list[Row] = cursor.fetchmany(_BATCH)
            if not rows:
                return
            yield from rows

    def row(self, sql: str, values: Sequence[Value] = ()) -> Row | None:
        """The first row of a query, or None."""
        with self._lock:
            first: Row | None = self._run(sql, values).fetchone()
        return first

    def _run(self, sql: str, values: Sequence[Value] = ()) -> sqlite3.Cursor:
        try:
            return self._connection.execute(sql, [_storable(value) for value in values])
        except (sqlite3.OperationalError, sqlite3.DatabaseError) as error:
            if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
                raise
            raise _unusable(self._where, error) from error


def _storable(value: Value) -> Value:
    """Lone surrogates, which JSON escapes can smuggle in, cannot be written as UTF-8: they become U+FFFD."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    return value


def _unusable(where: str, error: sqlite3.Error) -> StateError:
    return StateError(
        f"{where}: {error}; check free space and permissions, or restore the file from a backup and run again"
    )


@contextmanager
def exclusive(folder: Path) -> Iterator[Database]:
    """The state for writing, held by this process alone until the end of the block."""
    path = folder / FILE_NAME
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StateError(f"{folder}: the state cannot be written ({error.strerror})") from error
    try:
        _hold(lock, folder)
        # SQLite gives -wal and -shm the mode of the main file (https://www.sqlite.org/src/doc/trunk/src/os_unix.c).
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        with _connected(str(path), uri=False) as connection:
            _prepare(connection, path)
            yield Database(connection, str(path))
    finally:
        os.close(lock)  # the kernel releases the lock, also when the process is killed


@contextmanager
def read_only(folder: Path) -> Iterator[Database]:
    """The state as it is, without creating a file; an empty one in memory where there is none."""
    path = folder / FILE_NAME
    if not path.is_file():
        with _connected(":memory:", uri=False) as connection:
            _migrate(connection, "memory")
            yield Database(connection, str(path))
        return
    # Opening a WAL database read-only creates -wal and -shm, unless it is declared immutable; that is right when no
    # process has it open, which a missing -wal shows (https://www.sqlite.org/wal.html#read_only_databases).
    mode = "mode=ro" if path.with_name(path.name + "-wal").exists() else "immutable=1"
    with _connected(f"{path.absolute().as_uri()}?{mode}", uri=True) as connection:
        if _check_version(connection, path) < _migrations()[-1][0]:
            raise StateError(f"{path}: written by an earlier version; bring it up with: watchlist lists update")
        yield Database(connection, str(path))


@contextmanager
def _connected(target: str, *, uri: bool) -> Iterator[sqlite3.Connection]:
    try:
        connection = sqlite3.connect(target, timeout=30, isolation_level=None, check_same_thread=False, uri=uri)
    except sqlite3.Error as error:
        raise _unusable(target, error) from error
    try:
        yield connection
    finally:
        connection.close()


def _hold(lock: int, folder: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = os.pread(lock, 20, 0).decode("ascii", "replace").strip() or "unknown"
        raise StateLockedError(
            f"{folder}: another instance holds the state (pid {holder}); stop it, or wait for it to finish"
        ) from error
    os.ftruncate(lock, 0)
    os.pwrite(lock, f"{os.getpid()}\n".encode("ascii"), 0)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        _check_version(connection, path)
        _migrate(connection, str(path))
    except sqlite3.Error as error:
        raise _unusable(str(path), error) from error


def _migrations() -> tuple[tuple[int, str], ...]:
    """Number and text of every migration, in order: ``001_initial.sql`` is number 1."""
    files = resources.files("watchlist.store").joinpath("migrations").iterdir()
    named = sorted((file.name, file) for file in files if file.name.endswith(".sql"))
    return tuple((int(name[:3]), file.read_text(encoding="utf-8")) for name, file in named)


def _check_version(connection: sqlite3.Connection, path: Path) -> int:
    """The schema's number; ``StateError`` for one that this version does not know."""
    try:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.Error as error:
        raise _unusable(str(path), error) from error
    newest = _migrations()[-1][0]
    if version > newest:
        raise StateError(f"{path}: written by a newer version (schema {version}, this one knows {newest}); upgrade")
    return version


def _migrate(connection: sqlite3.Connection, where: str) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    for number, text in _migrations():
        if number <= version:
            continue
        try:
            connection.executescript(f"BEGIN IMMEDIATE;\n{text}\nPRAGMA user_version = {number};\nCOMMIT;")
        except sqlite3.Error as error:
            if connection.in_transaction:
                connection.rollback()
            raise _unusable(f"{where}, migration {number}", error) from error
