"""The file of the cache, opened as one that may have come with somebody's repository: the only door of sqlite3.

SQLite runs what a file's schema says, follows links, waits for pipes, and at the word of a journal deletes a file that
lies anywhere. So only plain files are opened, only with the one table that is ours, word by word, and no question
takes longer than a bound. What the rows say is for the one who reads them to believe or not.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from stat import S_ISREG

Connection = sqlite3.Connection
Fault = sqlite3.Error
TABLE = (
    "CREATE TABLE records (key TEXT PRIMARY KEY, record TEXT NOT NULL, own TEXT, rest TEXT,"
    " seal BLOB NOT NULL, rest_seal BLOB) WITHOUT ROWID"
)
_BESIDE = ("-journal", "-wal", "-shm")  # files that SQLite opens with the one it is told to
_SUPER = bytes.fromhex("d9d505f920a163d7")  # ends a journal that names another one, which SQLite may delete
_STEPS = 1_000_000  # of SQLite's machine, between two looks at how many there were
_LOOKS = 500  # that a connection lives for; a record takes some twenty steps


class Foreign(sqlite3.DatabaseError):
    """The file is none that this program wrote."""


def opened(path: Path, mode: str) -> Connection:
    """Return a connection to the file: "ro", "rw", or "rwc" to begin it. Raises Foreign where it is none of ours."""
    _check_files(path)
    address = f"{path.absolute().as_uri()}?mode={mode}"
    database = sqlite3.connect(address, uri=True, check_same_thread=False)
    try:
        _bound(database)
        _check_table(database, begins=mode == "rwc")
    except BaseException:
        database.close()
        raise
    return database


@contextmanager
def writing(path: Path) -> Iterator[Connection]:
    """Give a connection whose changes are kept together, or not at all."""
    with closing(opened(path, "rwc")) as database, database:
        yield database


def begin_anew(path: Path) -> None:
    """Take away the file, and what belongs to it. Raises OSError where that cannot be."""
    for suffix in (*_BESIDE, ""):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def is_damaged(fault: Fault) -> bool:
    """Tell whether a file is to be begun anew; one that is locked, or not ours to write, is not."""
    return isinstance(fault, sqlite3.DatabaseError) and not isinstance(fault, sqlite3.OperationalError)


def _check_files(path: Path) -> None:
    for suffix in ("", *_BESIDE):
        file = path.with_name(path.name + suffix)
        with suppress(FileNotFoundError):
            if not S_ISREG(os.lstat(file).st_mode) or (suffix and _ends_super(file)):
                raise Foreign(f"{file} is no file of ours")


def _ends_super(file: Path) -> bool:
    with file.open("rb") as content:
        content.seek(max(0, content.seek(0, os.SEEK_END) - len(_SUPER)))
        return content.read() == _SUPER


def _bound(database: Connection) -> None:
    """Let nothing in the file name what can be run, and nothing run without end."""
    looks = iter(range(_LOOKS))
    database.set_progress_handler(lambda: next(looks, None) is None, _STEPS)
    database.execute("PRAGMA trusted_schema = OFF")


def _check_table(database: Connection, *, begins: bool) -> None:
    found = database.execute("SELECT type, name, sql FROM sqlite_master LIMIT 2").fetchall()
    if found != [("table", "records", TABLE)] and not (begins and not found):
        raise Foreign("it has another schema")
    if not found:
        database.execute(TABLE.replace("TABLE", "TABLE IF NOT EXISTS", 1))
