"""Frozen dataclasses to JSON and back, so that what is cached can be read again and can never run.

A pickle would be shorter, and would run whatever stands in a cache file that came with somebody's repository.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Record = TypeVar("Record")
_Decode = Callable[[Any], Any]


def pack(record: object) -> str:
    """Return a record of dataclasses, tuples, mappings, dates and JSON's own scalars as one line of JSON."""
    return json.dumps(_plain(record), separators=(",", ":"))


def unpack(kind: type[Record], text: str) -> Record:
    """Return the record of the dataclass `kind` that `pack` made; ValueError where `text` is none of this kind."""
    try:
        record: Record = _decoder(cast("Any", kind))(json.loads(text))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"no {kind.__name__}: {error}") from error
    return record


def _plain(value: object) -> object:
    """Return what JSON can hold; the kinds that most values are of are looked for first."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if names := _names(cast("Any", type(value))):
        return [_plain(getattr(value, name)) for name in names]
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return value.isoformat() if isinstance(value, date) else value


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
        each = _decoder(arguments[0])
        return lambda data: tuple([each(value) for value in data])
    return _scalar_decoder(kind, origin)


def _dataclass_decoder(kind: type) -> _Decode:
    hints = get_type_hints(kind)
    decoders = [_decoder(hints[name]) for name in _names(kind)]
    return lambda data: kind(*[decode(value) for decode, value in zip(decoders, data, strict=True)])


def _scalar_decoder(kind: Any, origin: object) -> _Decode:
    if kind in {date, datetime}:
        decode: _Decode = kind.fromisoformat
        return decode
    if origin is Literal or kind in {str, int, float, bool} or origin is not None:
        return lambda data: data
    raise TypeError(f"records know no {kind}")
