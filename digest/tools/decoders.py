"""What makes values of JSON's into those of records, and believes nothing that it reads.

Whoever holds values looks at the types of all of them at once, by those that JSON has for their kinds: a look at each
by itself would take several times as long. So what makes one value is given one of the right type.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Decode = Callable[[Any], Any]

_SCALARS = frozenset({str, int, float, bool})
_PLAIN = _SCALARS | {NoneType}  # kinds that are their own types in JSON
_UNIONS = frozenset({Union, UnionType})


# Of the kinds that were so declared, what makes them: the same one of equal values.
_SHARED: dict[type, Any] = {}


def share(kind: type, most: int) -> None:
    """From now on let equal records of a kind, whose fields can all be hashed, be one when they are read.

    It holds for the `most` last ones, until they are forgotten. To be said before the first is read.
    """
    _SHARED[kind] = lru_cache(most)(kind)


def forget_shared() -> None:
    """Forget which records were read: those that nobody uses any more may go."""
    for make in _SHARED.values():
        make.cache_clear()


@cache
def names_of(kind: type) -> tuple[str, ...]:
    """Return the names of the fields of a record, none for another kind."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else getattr(kind, "_fields", ())


@cache
def decoder(kind: Any) -> Decode:
    """Return what makes a value of JSON's, which has one of the kind's `_types`, one of the kind."""
    if isinstance(kind, type) and names_of(kind):
        return _record_decoder(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in _UNIONS:
        return _optional_decoder([each for each in arguments if each is not NoneType])
    if origin is tuple:
        return _tuple_decoder(arguments)
    if origin is Literal:
        return {each: each for each in arguments}.__getitem__
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping_decoder(arguments[1])
    return _scalar_decoder(kind)


@cache
def _types(kind: Any) -> frozenset[type]:
    """Return the types that JSON has for the values of a kind."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in _UNIONS:
        return frozenset().union(*map(_types, arguments))
    if origin is Literal:
        return frozenset(map(type, arguments))
    if origin is tuple or (isinstance(kind, type) and names_of(kind)):
        return frozenset({list})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return frozenset(type(each.value) for each in kind)
    if kind is float:
        return frozenset({float, int})
    return frozenset({kind if kind in _PLAIN else str if kind in {date, datetime} else dict})


def _optional_decoder(kinds: Sequence[Any]) -> Decode:
    """Return what decodes one kind or None; of several, which are scalars all, it lets each be."""
    inner = decoder(kinds[0])
    if all(decoder(each) is _as_it_is for each in kinds):
        return _as_it_is
    return lambda data: None if data is None else inner(data)


def _tuple_decoder(kinds: Sequence[Any]) -> Decode:
    if kinds[-1] is not Ellipsis:
        row = row_decoder(tuple, kinds)
        return lambda data: tuple(row(data))
    each, are_fit = decoder(kinds[0]), _types(kinds[0]).issuperset

    def decode(data: list[Any]) -> tuple[Any, ...]:
        if not are_fit(map(type, data)):
            raise ValueError("another type")
        return tuple(data) if each is _as_it_is else tuple([each(value) for value in data])

    return decode


def _mapping_decoder(kind: Any) -> Decode:
    each, are_fit = decoder(kind), _types(kind).issuperset

    def decode(data: dict[str, Any]) -> dict[str, Any]:
        if not are_fit(map(type, data.values())):
            raise ValueError("another type")
        return data if each is _as_it_is else {key: each(value) for key, value in data.items()}

    return decode


def _record_decoder(kind: type) -> Decode:
    """Return what makes a record of a row."""
    hints = get_type_hints(kind)
    decode = row_decoder(kind, [hints[name] for name in names_of(kind)])
    make = _SHARED.get(kind, kind)
    return lambda data: make(*decode(data))


def row_decoder(kind: type, kinds: Sequence[Any]) -> Callable[[list[Any]], list[Any]]:
    """Return what makes the values of a record's fields of a list of JSON's, in their place.

    Few rows differ in their types, so those that were found to fit are remembered; there are no more than kinds allow.
    """
    wanted, decoders = [_types(each) for each in kinds], [decoder(each) for each in kinds]
    other = [(place, decode) for place, decode in enumerate(decoders) if decode is not _as_it_is]
    fitting: set[tuple[type, ...]] = set()

    def decode(data: list[Any]) -> list[Any]:
        types = tuple(map(type, data))
        if types not in fitting:
            if len(types) != len(wanted) or not all(map(frozenset.__contains__, wanted, types)):
                raise ValueError(f"no {kind.__name__}")
            fitting.add(types)
        for place, each in other:
            data[place] = each(data[place])
        return data

    return decode


def _as_it_is(data: Any) -> Any:
    return data


def _scalar_decoder(kind: Any) -> Decode:
    if kind in _SCALARS:
        return _as_it_is
    if kind in {date, datetime}:
        decode: Decode = kind.fromisoformat
        return decode
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    raise TypeError(f"records know no {kind}")
