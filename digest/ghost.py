"""Records of which the rest is read when somebody asks for it, so that a build need not read what it does not touch.

Lazy load by a ghost (Fowler, Patterns of Enterprise Application Architecture, 2002): it has a few fields from the
beginning, and the first look at one of the others brings in all of them. Whoever uses it sees an ordinary record. Of
each kind no more than so many are whole at a time, the last ones: so an archive of any size fits into the memory.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, ClassVar, TypeVar, cast

Record = TypeVar("Record", bound="Ghost")

_whole: "defaultdict[type, deque[Ghost]]" = defaultdict(deque)  # of each kind, those that became so last at the end


class Ghost:
    """A dataclass that derives from this one can be kept in two parts: what is asked of all, and the rest.

    With `eq=False` the dataclass compares as it is told here.
    """

    __slots__ = ("_key", "_rest")

    DEEP: ClassVar[tuple[str, ...]] = ()  # the fields that are read late
    MOST: ClassVar[int] = 2_000  # records that are whole at a time, of those that can be read again

    def __getattr__(self, name: str) -> Any:
        """Bring in what is not there yet; Python asks here for nothing else."""
        if name not in type(self).DEEP:
            raise AttributeError(f"{type(self).__name__} has no {name}")
        whole = self._rest()
        for each in type(self).DEEP:
            object.__setattr__(self, each, getattr(whole, each))
        found = getattr(self, name)
        _note(self)
        return found

    def __eq__(self, other: object) -> bool:
        """Tell whether two records have one key or, where one of them knows none, the same in all fields.

        Nothing is read to tell it, so what is not there yet is equal to nothing else.
        """
        if self is other or type(self) is not type(other):
            return self is other
        if None not in {known_key(self), known_key(other)}:
            return known_key(self) == known_key(other)
        if is_ghost(self) or is_ghost(other):
            return False
        return all(getattr(self, each.name) == getattr(other, each.name) for each in fields(cast("Any", self)))

    def __hash__(self) -> int:
        """Return a hash of the first field, which is there from the beginning."""
        return hash(getattr(self, fields(cast("Any", self))[0].name))


def ghost(kind: type[Record], shallow: Mapping[str, object], rest: Callable[[], object]) -> Record:
    """Return a record with some fields; `rest` gives what has the others, when it is asked for one of them."""
    made = object.__new__(kind)
    for name, value in shallow.items():
        object.__setattr__(made, name, value)
    object.__setattr__(made, "_rest", rest)
    return made


def restorable(record: Record, rest: Callable[[], object]) -> Record:
    """Return the record, which from now on can fade, since `rest` gives what has its deep fields."""
    object.__setattr__(record, "_rest", rest)
    _note(record)
    return record


def _note(record: Ghost) -> None:
    """Take note that a record is whole, and let the one fade that has been so for longest, where they are too many."""
    whole = _whole[type(record)]
    whole.append(record)
    if len(whole) > type(record).MOST:
        fade(whole.popleft())


def forget() -> None:
    """Forget which records are whole: those that nobody uses any more may go."""
    _whole.clear()


def fade(record: Ghost) -> None:
    """Let go of the deep fields of a record, for the memory's sake, where they can be read again."""
    if getattr(record, "_rest", None) is not None and not is_ghost(record):
        for name in type(record).DEEP:
            object.__delattr__(record, name)


def keyed(record: Record, key: str) -> Record:
    """Return the record, which from now on knows its key: the digest of all that it is made of."""
    object.__setattr__(record, "_key", key)
    return record


def known_key(record: Ghost) -> str | None:
    """Return the key that a record was given; None where it has none yet."""
    return getattr(record, "_key", None)


def is_ghost(record: Ghost) -> bool:
    """Tell whether the rest of a record is to be read yet."""
    try:
        object.__getattribute__(record, type(record).DEEP[0])
    except AttributeError:
        return True
    return False
