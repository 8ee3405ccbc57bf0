"""A store for the results of pure stages, found again by content: the only door of sqlite3.

A key is the digest of all that a result depends on: our own code, the settings, the input. So nothing is ever stale,
and deleting the file may change the time that a build takes, never a byte of what it makes. A file that cannot be
opened, read or written is no fault of the curator's: the build goes on without it.
"""

import sqlite3
import sys
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from digest.tools.records import pack, unpack

Record = TypeVar("Record")

_LIBRARIES = ("lxml", "markdown-it-py", "numpy", "trafilatura")  # whose results are kept
_PARAMETERS = 500  # of one query; SQLite takes at least 999
_TABLE = "CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID"


class Cache:
    """Results by key, in a file; without a file, nothing is kept."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path

    def recall(self, kind: type[Record], keys: Iterable[str]) -> dict[str, Record]:
        """Return those records that are kept under some keys, by key."""
        found: dict[str, Record] = {}
        if self._path is None or not self._path.exists():
            return found
        wanted = sorted({_name(kind, key): key for key in keys}.items())
        with suppress(sqlite3.Error, ValueError), closing(sqlite3.connect(self._path)) as database:
            for start in range(0, len(wanted), _PARAMETERS):
                some = dict(wanted[start : start + _PARAMETERS])
                query = f"SELECT key, record FROM results WHERE key IN ({','.join('?' * len(some))})"  # noqa: S608 - marks only
                rows = database.execute(query, tuple(some))
                found.update({some[name]: unpack(kind, record) for name, record in rows})
        return found

    def keep(self, records: Mapping[str, object]) -> None:
        """Keep records under their keys, in the place of what was kept there."""
        if self._path is None or not records:
            return
        names = sorted((_name(type(record), key), key) for key, record in records.items())
        rows = ((name, pack(records[key])) for name, key in names)  # one at a time: together they would fill the memory
        with suppress(sqlite3.Error, OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path)) as database, database:
                database.execute(_TABLE)
                # What other code made is of no use to ours; "." comes next after "-".
                ours = f"{code_stamp()}-", f"{code_stamp()}."
                database.execute("DELETE FROM results WHERE key < ? OR key >= ?", ours)
                database.executemany("INSERT OR REPLACE INTO results VALUES (?, ?)", rows)


class Notes(Cache):
    """What somebody would have kept who has no file: whoever asked for the work keeps it."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[str, object] = {}

    def keep(self, records: Mapping[str, object]) -> None:
        """Note records by their keys; there are no two kinds under one."""
        self.kept.update(records)


NO_CACHE = Cache()


def _name(kind: type, key: str) -> str:
    return f"{code_stamp()}-{kind.__name__}-{key}"


@cache
def code_stamp() -> str:
    """Return what stands for our own code and tables, Python and the libraries: a change to any makes other keys."""
    stamp = blake2b(sys.version.encode(), digest_size=8)
    for name in _LIBRARIES:
        stamp.update(f"{name} {version(name)}\n".encode())
    package = Path(__file__).parent.parent
    for path in sorted([*package.rglob("*.py"), *package.rglob("*.json")]):
        stamp.update(path.read_bytes())
    return stamp.hexdigest()


def content_key(*parts: object) -> str:
    """Return the digest (BLAKE2b) of records, as a key: equal records have equal keys."""
    return blake2b("\0".join(pack(part) for part in parts).encode(errors="surrogatepass"), digest_size=16).hexdigest()
