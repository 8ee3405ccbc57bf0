"""Keys by which results are found again: equal records have equal ones, and other code has others."""

import os
import sys
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

from digest.ghost import Ghost, keyed, known_key
from digest.tools.records import encoder, pack, pack_parts, plain

_CODE = (".py", ".json", ".po")


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
    return _digest(_digestible(parts))


def key_of(record: Ghost) -> str:
    """Return the key of a record: the one that it was given, or the digest of all that it holds."""
    return known_key(record) or parts(record)[1] or ""


def _plain(value: object) -> object:
    return key_of(value) if isinstance(value, Ghost) else plain(value)


_digestible = encoder(_plain)  # with the key of each ghost in its place


def _digest(*parts: str) -> str:
    return blake2b("\0".join(parts).encode(errors="surrogatepass"), digest_size=16).hexdigest()


def parts(record: object) -> tuple[str, str | None, str | None]:
    """Return the parts of a record, and between them its key; from now on the record knows it."""
    if not isinstance(record, Ghost):
        return pack(record), None, None
    shallow, deep = pack_parts(record)
    own = known_key(record) or _digest(shallow, deep)
    keyed(record, own)
    return shallow, own, deep
