"""Pagefind's files made the same for the same texts: it writes filters in the order of a hash that changes every run.

All its files are named after their content. So of each filter the values are put into order and the file gets the name
of what it then holds; then the same is done with the meta file, which lists the filters, and with the entry that names
the meta file. Both are CBOR (RFC 8949) behind a signature, compressed: it is enough to know where each value ends.
"""

import gzip
import json
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import PurePosixPath

ENTRY = "pagefind-entry.json"
_SIGNATURE = b"pagefind_dcd"
_FILTERS = 3  # the place of the filters among the values of a meta file
_ARRAY = 4  # CBOR's major type
_STRINGS = (2, 3)
_WHOLE = (0, 1, 7)  # numbers and the like: all is in the head
_LENGTHS = {24: 1, 25: 2, 26: 4, 27: 8}  # bytes of a head that follow its first


def ordered(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of an index in the one order that they have, under the names that go with it.

    Raises ValueError where they are not as this version of Pagefind writes them.
    """
    made: dict[str, bytes] = {}
    names: dict[bytes, bytes] = {}  # of filters, old and new
    for path, content in files.items():
        place = PurePosixPath(path)
        if place.suffix == ".pf_filter":
            body = _sorted_filter(_body(content))
            name = _named(place.stem, body)
            names[place.stem.encode()] = name.encode()
            made[f"{place.parent}/{name}{place.suffix}"] = _packed(body)
    entry = json.loads(files[ENTRY])
    for language in entry["languages"].values():
        body = _sorted_meta(_body(files[_meta(language["hash"])]), names)
        language["hash"] = _named(language["hash"], body)
        made[_meta(language["hash"])] = _packed(body)
    made[ENTRY] = json.dumps(entry, ensure_ascii=False, sort_keys=True).encode()
    others = {path: each for path, each in files.items() if not path.endswith((".pf_filter", ".pf_meta", ENTRY))}
    return dict(sorted({**others, **made}.items()))


def _meta(name: str) -> str:
    return f"pagefind.{name}.pf_meta"


def _body(content: bytes) -> bytes:
    body = gzip.decompress(content)
    if not body.startswith(_SIGNATURE):
        raise ValueError("a file of the index has no signature")
    return body.removeprefix(_SIGNATURE)


def _packed(body: bytes) -> bytes:
    return gzip.compress(_SIGNATURE + body, mtime=0)


def _named(name: str, body: bytes) -> str:
    """Return the name of a file, such as "en_4034349", with a fingerprint of what it holds in place of the old one."""
    language, mark, old = name.rpartition("_")
    return language + mark + blake2b(body).hexdigest()[: len(old)]


def _sorted_filter(body: bytes) -> bytes:
    """Return a filter, [name, [[value, pages] ...]], with its values in order."""
    name, values = _values(body)
    return _array((name, _array(sorted(_values(values)))))


def _sorted_meta(body: bytes, names: Mapping[bytes, bytes]) -> bytes:
    """Return the meta file with its filters, [[name, file] ...], in order, by their new names."""
    parts = _values(body)
    for old, new in names.items():
        parts[_FILTERS] = parts[_FILTERS].replace(old, new)
    parts[_FILTERS] = _array(sorted(_values(parts[_FILTERS])))
    return _array(parts)


def _values(array: bytes) -> list[bytes]:
    """Return the values of an array, each as it is written."""
    kind, count, at = _head(array, 0)
    if kind != _ARRAY:
        raise ValueError("a value of the index is no array")
    values = []
    for _ in range(count):
        end = _end(array, at)
        values.append(array[at:end])
        at = end
    return values


def _array(values: Iterable[bytes]) -> bytes:
    values = tuple(values)
    count = len(values)
    short = bytes([_ARRAY << 5 | count]) if count < min(_LENGTHS) else b""
    sizes = ((mark, size) for mark, size in _LENGTHS.items() if count < 1 << 8 * size)
    mark, size = next(sizes)
    return (short or bytes([_ARRAY << 5 | mark]) + count.to_bytes(size)) + b"".join(values)


def _end(data: bytes, at: int) -> int:
    """Return where the value that begins at `at` ends."""
    open_values = 1
    while open_values:
        kind, number, at = _head(data, at)
        open_values -= 1
        if kind == _ARRAY:
            open_values += number
        elif kind in _STRINGS:
            at += number
        elif kind not in _WHOLE:
            raise ValueError(f"the index holds a value of the kind {kind}")
    return at


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """Return the kind of a value, its number or length, and where its content begins."""
    if at >= len(data):
        raise ValueError("the index ends too early")
    kind, small = data[at] >> 5, data[at] & 31
    if small < min(_LENGTHS):
        return kind, small, at + 1
    if small not in _LENGTHS:
        raise ValueError("the index holds a value without a length")
    end = at + 1 + _LENGTHS[small]
    return kind, int.from_bytes(data[at + 1 : end]), end
