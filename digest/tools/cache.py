"""A store for the results of pure stages, found again by content.

A key is the digest of all that a result depends on: our own code, the settings, the input; or it names a thing, and the
record tells of what state of it. So nothing is ever stale, and deleting the file may change the time that a build
takes, never a byte of what it makes. A file that cannot be opened, read or written is no fault of the curator's: the
build goes on without it, and begins a damaged one anew.

The file may have come with somebody's repository, so each row bears a seal that only this user's builds can make; a row
without it is none.

Of a record that can be a ghost, only the first part is read; the rest when somebody asks for it.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from digest.ghost import Ghost, keyed, restorable
from digest.tools.database import Connection, Fault, begin_anew, is_damaged, opened, writing
from digest.tools.keys import code_stamp, key_of, parts
from digest.tools.names import is_utf8
from digest.tools.records import unpack, unpack_ghost, unpack_rest
from digest.tools.secret import seal, secret

Record = TypeVar("Record")
Thing = TypeVar("Thing")
_Row = tuple[str, str, str | None, bytes]

_BATCH = 1_000
_PARAMETERS = 500  # of one query; SQLite takes at least 999


class Cache:
    """Results by key, in a file; without a file, nothing is kept."""

    def __init__(self, path: Path | None = None) -> None:
        self._secret = (secret(os.environ) if path else None) or b""
        # Whom nobody can know again keeps nothing, nor does anybody in a folder that is a link to elsewhere.
        self._path = path if path and self._secret and not path.parent.is_symlink() else None
        self._opened: tuple[int, Connection] | None = None
        self._used: set[int] = set()  # hashes of names: two that share one both stay

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
        with suppress(Fault, OSError), closing(opened(self._path, "rw")) as database:
            for start in range(0, len(wanted), _PARAMETERS):
                some = dict(wanted[start : start + _PARAMETERS])
                query = f"SELECT key, record, own, seal FROM records WHERE key IN ({','.join('?' * len(some))})"  # noqa: S608 - marks only
                for row in database.execute(query, tuple(some)):
                    with suppress(ValueError, TypeError):  # it is no record of ours, and made anew
                        key = some[row[0]]
                        found[key] = self._read(kind, key, row, anew)
        self._used.update(hash(_name(kind, key)) for key in found)
        return found

    def _read(self, kind: type[Record], key: str, row: _Row, anew: Callable[[str], Record] | None) -> Record:
        name, record, own, sealed = row
        if sealed != seal(self._secret, "record", name, own or "", record):
            raise ValueError(name)
        if not issubclass(kind, Ghost):
            return unpack(kind, record)
        if not own or anew is None:
            raise ValueError(name)
        return keyed(unpack_ghost(kind, record, partial(self._rest, kind, key, own, anew)), own)

    def _rest(self, kind: type, key: str, own: str, anew: Callable[[str], object]) -> object:
        """Return what has the fields of a ghost that are read late.

        What another process has kept under the name since is of another record, so this one is made anew.
        """
        query, name = "SELECT rest, rest_seal FROM records WHERE key = ? AND own = ?", _name(kind, key)
        with suppress(Fault, OSError, ValueError, TypeError):
            rest, sealed = self._reader(os.getpid()).execute(query, (name, own)).fetchone()
            if sealed == seal(self._secret, "rest", name, own, rest):
                return unpack_rest(kind, rest)
        return anew(key)

    def _reader(self, process: int) -> Connection:
        """Return a connection that stays, for the thousands of times that one record is asked for.

        It is of no use to a process that was forked off the one which opened it.
        """
        if self._opened is None or self._opened[0] != process:
            self._opened = process, opened(self._path or Path(), "ro")
        return self._opened[1]

    def keep(self, records: Mapping[str, object], anew: Callable[[str], object] | None = None) -> None:
        """Keep records under their keys, in the place of what was kept there.

        With `anew`, as in `recall`, those that can be ghosts may fade from now on.
        """
        if self._path is None or not records:
            return
        with suppress(Fault, OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._write(self._path, records)
            except Fault as fault:
                if not is_damaged(fault):
                    raise
                begin_anew(self._path)
                self._write(self._path, records)
            self._used.update(hash(_name(type(record), key)) for key, record in records.items())
            if anew:
                self._let_fade(records, anew)

    def _write(self, path: Path, records: Mapping[str, object]) -> None:
        names = sorted((_name(type(record), key), key) for key, record in records.items())
        rows = (self._row(name, records[key]) for name, key in names)  # one at a time: all would fill the memory
        with writing(path) as database:
            # What other code made is of no use to ours; "." comes next after "-".
            ours = f"{code_stamp()}-", f"{code_stamp()}."
            database.execute("DELETE FROM records WHERE key < ? OR key >= ?", ours)
            database.executemany("INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?, ?)", rows)

    def _row(self, name: str, record: object) -> tuple[object, ...]:
        """Return a row with its seals; the rest has one of its own, since it is read by itself."""
        shallow, own, deep = parts(record)
        sealed = seal(self._secret, "record", name, own or "", shallow)
        return name, shallow, own, deep, sealed, deep and seal(self._secret, "rest", name, own or "", deep)

    def _let_fade(self, records: Mapping[str, object], anew: Callable[[str], object]) -> None:
        for key, record in records.items():
            if isinstance(record, Ghost):
                restorable(record, partial(self._rest, type(record), key, key_of(record), anew))

    def drop(self, kind: type, key: str) -> None:
        """Forget a record that turned out to be wrong."""
        if self._path is not None and self._path.exists():
            with suppress(Fault, OSError), writing(self._path) as database:
                database.execute("DELETE FROM records WHERE key = ?", (_name(kind, key),))

    def sweep(self) -> None:
        """Forget what was neither asked for nor kept since this was opened, where the file has doubled since last."""
        if self._path is None or not self._path.exists():
            return
        with suppress(Fault, OSError), writing(self._path) as database:
            before, now = _ask(database, "user_version"), _pages(database)
            if before and now > 2 * before:
                names = [row for row in database.execute("SELECT key FROM records") if hash(row[0]) not in self._used]
                database.executemany("DELETE FROM records WHERE key = ?", names)
            if not before or now > 2 * before:
                database.execute(f"PRAGMA user_version = {_pages(database)}")


def _pages(database: Connection) -> int:
    """Return how many pages of its file a database uses."""
    return _ask(database, "page_count") - _ask(database, "freelist_count")


def _ask(database: Connection, pragma: str) -> int:
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


def batches(things: Iterable[Thing]) -> Iterator[list[Thing]]:
    """Yield many things in lists of some, so that those which were kept may fade before the last is made."""
    rest = iter(things)
    while some := [*islice(rest, _BATCH)]:
        yield some


def _name(kind: type, key: str) -> str:
    """Return what a record is called; SQLite takes UTF-8 only, which a file's name need not be. No kind has a ":"."""
    said = f"-{key}" if is_utf8(key) else f":{key.encode(errors='surrogatepass').hex()}"
    return f"{code_stamp()}-{kind.__name__}{said}"
