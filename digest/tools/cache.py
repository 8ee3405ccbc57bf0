"""A store for the results of pure stages, found again by content: the only door of sqlite3.

A key is the digest of all that a result depends on: our own code, the settings, the input; or it names a thing, and the
record tells of what state of it. So nothing is ever stale, and deleting the file may change the time that a build
takes, never a byte of what it makes. A file that cannot be opened, read or written is no fault of the curator's: the
build goes on without it, and begins a damaged one anew.

Of a record that can be a ghost, only the first part is read; the rest when somebody asks for it.
"""

import os
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from functools import cache, partial
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from digest.ghost import Ghost, name_of, named, restorable
from digest.tools.records import encoder, pack, pack_parts, plain, unpack, unpack_ghost, unpack_rest

Record = TypeVar("Record")

_CODE = (".py", ".json", ".po")
_PARAMETERS = 500  # of one query; SQLite takes at least 999
_TABLE = (
    "CREATE TABLE IF NOT EXISTS records (key TEXT PRIMARY KEY, record TEXT NOT NULL, own TEXT, rest TEXT) WITHOUT ROWID"
)


class Cache:
    """Results by key, in a file; without a file, nothing is kept."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._opened: tuple[int, sqlite3.Connection] | None = None
        self._used: set[str] = set()

    @property
    def is_kept(self) -> bool:
        """Tell whether what is kept is there for another build."""
        return self._path is not None

    def recall(
        self, kind: type[Record], keys: Iterable[str], anew: Callable[[str], Record] | None = None
    ) -> dict[str, Record]:
        """Return those records that are kept under some keys, by key.

        With `anew`, which makes the record of a key, they may be ghosts: it is asked where the rest is gone by then.
        """
        found: dict[str, Record] = {}
        if self._path is None or not self._path.exists():
            return found
        wanted = sorted({_name(kind, key): key for key in keys}.items())
        with suppress(sqlite3.Error), closing(sqlite3.connect(self._path)) as database:
            for start in range(0, len(wanted), _PARAMETERS):
                some = dict(wanted[start : start + _PARAMETERS])
                query = f"SELECT key, record, own FROM records WHERE key IN ({','.join('?' * len(some))})"  # noqa: S608 - marks only
                for name, record, own in database.execute(query, tuple(some)):
                    with suppress(ValueError):  # it is no record of ours, and made anew
                        found[some[name]] = self._read(kind, name, record, own, anew and partial(anew, some[name]))
        self._used.update(_name(kind, key) for key in found)
        return found

    def _read(
        self, kind: type[Record], name: str, record: str, own: str | None, anew: Callable[[], Record] | None
    ) -> Record:
        if not issubclass(kind, Ghost):
            return unpack(kind, record)
        if not own or anew is None:
            raise ValueError(name)
        return named(unpack_ghost(kind, record, partial(self._rest, kind, name, own, anew)), own)

    def _rest(self, kind: type, name: str, own: str, anew: Callable[[], object]) -> object:
        """Return what has the fields of a ghost that are read late.

        What another process has kept under the name since is of another record, so this one is made anew.
        """
        query = "SELECT rest FROM records WHERE key = ? AND own = ?"
        with suppress(sqlite3.Error, ValueError, TypeError):
            (rest,) = self._reader(os.getpid()).execute(query, (name, own)).fetchone()
            return unpack_rest(kind, rest)
        return anew()

    def _reader(self, process: int) -> sqlite3.Connection:
        """Return a connection that stays, for the thousands of times that one record is asked for.

        It is of no use to a process that was forked off the one which opened it.
        """
        if self._opened is None or self._opened[0] != process:
            address = f"{(self._path or Path()).absolute().as_uri()}?mode=ro"
            self._opened = process, sqlite3.connect(address, uri=True, check_same_thread=False)
        return self._opened[1]

    def keep(self, records: Mapping[str, object], anew: Callable[[str], object] | None = None) -> None:
        """Keep records under their keys, in the place of what was kept there.

        With `anew`, as in `recall`, those that can be ghosts may fade from now on.
        """
        if self._path is None or not records:
            return
        with suppress(sqlite3.Error, OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._write(records)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):  # it is locked, or not ours to write
                    raise
                self._path.unlink()
                self._write(records)
            self._used.update(_name(type(record), key) for key, record in records.items())
            if anew:
                self._let_fade(records, anew)

    def _write(self, records: Mapping[str, object]) -> None:
        names = sorted((_name(type(record), key), key) for key, record in records.items())
        rows = ((name, *_row(records[key])) for name, key in names)  # one at a time: all would fill the memory
        with self._writing() as database:
            database.execute(_TABLE)
            # What other code made is of no use to ours; "." comes next after "-".
            ours = f"{code_stamp()}-", f"{code_stamp()}."
            database.execute("DELETE FROM records WHERE key < ? OR key >= ?", ours)
            database.executemany("INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?)", rows)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path or "")) as database, database:
            yield database

    def _let_fade(self, records: Mapping[str, object], anew: Callable[[str], object]) -> None:
        for key, record in records.items():
            if isinstance(record, Ghost):
                kind = type(record)
                restorable(record, partial(self._rest, kind, _name(kind, key), key_of(record), partial(anew, key)))

    def drop(self, kind: type, key: str) -> None:
        """Forget a record that turned out to be wrong."""
        if self._path is not None and self._path.exists():
            with suppress(sqlite3.Error), self._writing() as database:
                database.execute("DELETE FROM records WHERE key = ?", (_name(kind, key),))

    def sweep(self) -> None:
        """Forget what was neither asked for nor kept since this was opened, where the file has doubled since last."""
        if self._path is None or not self._path.exists():
            return
        with suppress(sqlite3.Error), self._writing() as database:
            before, now = _ask(database, "user_version"), _pages(database)
            if before and now > 2 * before:
                database.execute("CREATE TEMP TABLE used (key TEXT PRIMARY KEY) WITHOUT ROWID")
                database.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((name,) for name in self._used))
                database.execute("DELETE FROM records WHERE key NOT IN (SELECT key FROM used)")
            if not before or now > 2 * before:
                database.execute(f"PRAGMA user_version = {_pages(database)}")


def _pages(database: sqlite3.Connection) -> int:
    """Return how many pages of its file a database uses."""
    return _ask(database, "page_count") - _ask(database, "freelist_count")


def _ask(database: sqlite3.Connection, pragma: str) -> int:
    return int(database.execute(f"PRAGMA {pragma}").fetchone()[0])


class Notes(Cache):
    """What somebody would have kept who has no file: whoever asked for the work keeps it."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[str, object] = {}

    def keep(self, records: Mapping[str, object], anew: Callable[[str], object] | None = None) -> None:
        """Note records by their keys; there are no two kinds under one."""
        del anew
        self.kept.update(records)


NO_CACHE = Cache()


def _row(record: object) -> tuple[str, str | None, str | None]:
    """Return the parts of a record, and between them its key; from now on the record knows it."""
    if not isinstance(record, Ghost):
        return pack(record), None, None
    shallow, deep = pack_parts(record)
    own = name_of(record) or _digest(shallow, deep)
    named(record, own)
    return shallow, own, deep


def _name(kind: type, key: str) -> str:
    return f"{code_stamp()}-{kind.__name__}-{key}"


@cache
def code_stamp() -> str:
    """Return what stands for our own code and tables, Python and the libraries: a change to any makes other keys."""
    stamp = blake2b(sys.version.encode(), digest_size=8)
    for name in sorted({name for folder in sys.path for name in _installed(folder)}):
        stamp.update(f"{name}\n".encode(errors="surrogatepass"))
    package = Path(__file__).parent.parent
    for path in sorted(each for suffix in _CODE for each in package.rglob(f"*{suffix}")):
        stamp.update(path.read_bytes())
    return stamp.hexdigest()


def _installed(folder: str) -> list[str]:
    """Return the names and versions of the libraries in a folder of Python's."""
    with suppress(OSError):
        return [name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info"))]  # noqa: PTH208
    return []


def content_key(*parts: object) -> str:
    """Return the digest (BLAKE2b) of records, as a key: equal records have equal keys."""
    return _digest(_keyed(parts))


def key_of(record: Ghost) -> str:
    """Return the key of a record: the one that it was given, or the digest of all that it holds."""
    return name_of(record) or _row(record)[1] or ""


def _plain(value: object) -> object:
    return key_of(value) if isinstance(value, Ghost) else plain(value)


_keyed = encoder(_plain)  # with the key of each ghost in its place


def _digest(*parts: str) -> str:
    return blake2b("\0".join(parts).encode(errors="surrogatepass"), digest_size=16).hexdigest()
