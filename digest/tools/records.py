"""Frozen dataclasses to JSON and back, so that what is cached can be read again and can never run.

A pickle would be shorter, and would run whatever stands in a cache file that came with somebody's repository.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Record = TypeVar("Record")
_Decode = Callable[[Any], Any]


def pack(record: object) -> str:
    """Return a record of dataclasses, tuples, mappings, dates and JSON's own scalars as one line of JSON."""
    return json.dumps(record, default=_plain, separators=(",", ":"), check_circular=False)  # frozen: there are none


def unpack(kind: type[Record], text: str) -> Record:
    """Return the record of the dataclass `kind` that `pack` made; ValueError where `text` is none of this kind."""
    try:
        record: Record = _decoder(cast("Any", kind))(json.loads(text))
    except (TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(f"no {kind.__name__}: {error}") from error
    return record


def _plain(value: object) -> object:
    """Return, for a value that is unknown to JSON, one that is not; what stands in it is asked for in its turn."""
    if read := _reader(cast("Any", type(value))):
        return read(value)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"records know no {type(value)}")


@cache
def _reader(kind: type) -> Callable[[object], object] | None:
    """Return what reads all fields of a dataclass at once; None for another kind."""
    names = _names(kind)
    if len(names) == 1:  # of one name attrgetter gives the bare value
        return lambda value: (getattr(value, names[0]),)
    return attrgetter(*names) if names else None


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


@cache
def _decoder(kind: Any) -> _Decode:
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass_decoder(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        inner = _decoder(next(each for each in arguments if each is not NoneType))
        return lambda data: None if data is None else inner(data)
    if origin is tuple:
        if arguments[0] in {str, int, float, bool}:
            return tuple
        each = _decoder(arguments[0])
        return lambda data: tuple([each(value) for value in data])
    return _scalar_decoder(kind, origin)


def _dataclass_decoder(kind: type) -> _Decode:
    hints = get_type_hints(kind)
    decoders = [_decoder(hints[name]) for name in _names(kind)]
    other = [(place, decode) for place, decode in enumerate(decoders) if decode is not _as_it_is]

    def decode(data: list[Any]) -> object:
        if len(data) != len(decoders):
            raise ValueError(f"no {kind.__name__}")
        for place, each in other:
            data[place] = each(data[place])
        return kind(*data)

    return decode


def _as_it_is(data: Any) -> Any:
    return data


def _scalar_decoder(kind: Any, origin: object) -> _Decode:
    if kind in {date, datetime}:
        decode: _Decode = kind.fromisoformat
        return decode
    if origin is Literal or kind in {str, int, float, bool} or origin is not None:
        return _as_it_is
    raise TypeError(f"records know no {kind}")
