"""Frozen dataclasses and named tuples to JSON and back, so that what is cached can be read again and can never run.

A pickle would be shorter, and would run whatever stands in a cache file that came with somebody's repository. A record
that can be a ghost comes in two parts, and the second is read when somebody asks for it.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from operator import attrgetter
from types import SimpleNamespace
from typing import Any, TypeVar, cast, get_type_hints

from digest.ghost import Ghost, ghost
from digest.tools.decoders import decoder, names_of, row_decoder

Record = TypeVar("Record")
_MISFITS = (TypeError, KeyError, AttributeError, RecursionError)  # what reading a record of another kind may raise


def pack(record: object) -> str:
    """Return a record of dataclasses, tuples, mappings, dates and JSON's own scalars as one line of JSON."""
    return _pack(record)


def encoder(default: Callable[[object], object]) -> Callable[[object], str]:
    """Return what makes one line of JSON; `default` gives a plain value for one that JSON does not know."""
    return json.JSONEncoder(default=default, separators=(",", ":"), check_circular=False).encode  # frozen: no circles


def unpack(kind: type[Record], text: str) -> Record:
    """Return the record of the dataclass `kind` that `pack` made; ValueError where `text` is none of this kind."""
    try:
        record: Record = _row_of(decoder(cast("Any", kind)), json.loads(text))
    except _MISFITS as error:
        raise ValueError(f"no {kind.__name__}: {error}") from error
    return record


def pack_parts(record: Ghost) -> tuple[str, str]:
    """Return the two parts of a record, each as `pack` would: what is asked of all, and the rest."""
    names = _parts(cast("Any", type(record)))
    shallow, deep = ([getattr(record, name) for name in some] for some in names)
    return pack(shallow), pack(deep)


def unpack_ghost(kind: type[Record], text: str, rest: Callable[[], object]) -> Record:
    """Return a record of which the first part has been read; ValueError where `text` is none of this kind."""
    return cast("Record", ghost(cast("Any", kind), _unpack_part(kind, text, late=False), rest))


def unpack_rest(kind: type, text: str) -> SimpleNamespace:
    """Return the fields of a record that are read late; ValueError where `text` is none of this kind."""
    return SimpleNamespace(**_unpack_part(kind, text, late=True))


def _unpack_part(kind: type, text: str, *, late: bool) -> dict[str, object]:
    names, decode = _part_decoder(cast("Any", kind), late)
    try:
        return dict(zip(names, _row_of(decode, json.loads(text)), strict=True))
    except _MISFITS as error:
        raise ValueError(f"no {kind.__name__}: {error}") from error


@cache
def _part_decoder(kind: type, late: bool) -> tuple[tuple[str, ...], Callable[[list[Any]], list[Any]]]:  # noqa: FBT001
    """Return the names of the fields of one part of a kind, and what makes their values of JSON's."""
    names, hints = _parts(kind)[late], get_type_hints(kind)
    return names, row_decoder(kind, [hints[name] for name in names])


@cache
def _parts(kind: type) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of the fields of a kind that are read at once, and of those that are read late."""
    deep = kind.DEEP if issubclass(kind, Ghost) else ()
    return tuple(name for name in names_of(kind) if name not in deep), tuple(deep)


def plain(value: object) -> object:
    """Return, for a value that is unknown to JSON, one that is not; what stands in it is asked for in its turn."""
    kind: Any = type(value)
    if read := _reader(kind):
        return read(value)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"records know no {type(value)}")


_pack = encoder(plain)


@cache
def _reader(kind: type) -> Callable[[object], object] | None:
    """Return what reads all fields of a dataclass at once; None for another kind."""
    names = names_of(kind)
    if len(names) == 1:  # of one name attrgetter gives the bare value
        return lambda value: (getattr(value, names[0]),)
    return attrgetter(*names) if names else None


def _row_of(decode: Callable[[Any], Any], data: object) -> Any:
    if type(data) is not list:
        raise TypeError(f"{type(data).__name__} instead of a row")
    return decode(data)
