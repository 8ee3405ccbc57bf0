"""What a process that builds again and again need not make again.

Each result has a slot, with what it was made of. As long as that is equal, the result of the last build is given back,
and it is the same object: so what is made of it in its turn is found equal by a look at where it lies in memory, and a
build after one save costs what the save changed. A result that was made anew and is what it was before changes nothing
further on ("early cutoff": Mokhov, Mitchell, Peyton Jones, Build systems à la carte, 2018).

It holds values of pure functions only, so it may change the time that a build takes, never a byte of what it makes.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeVar, cast

Name = TypeVar("Name", bound=Hashable)
Result = TypeVar("Result")


class Memo:
    """The results of the last build of this process, by stage and name."""

    def __init__(self) -> None:
        self._slots: dict[tuple[str, Hashable], tuple[object, Any]] = {}
        self._asked: set[tuple[str, Hashable]] = set()

    def again(self, stage: str, name: Hashable, inputs: object, make: Callable[[], Result]) -> Result:
        """Return what `make()` returned last for this name, if the inputs are equal to those it had; else ask it."""
        return next(iter(self.each(stage, {name: inputs}, lambda _: [make()])))

    def each(
        self, stage: str, inputs: Mapping[Name, object], make: Callable[[Sequence[Name]], Iterable[Result]]
    ) -> Iterable[Result]:
        """Return a result for each name, in order; `make` is asked once, for all whose inputs are not what they were.

        Whatever raises leaves the results of all other names as they were.
        """
        stale = [name for name, its in inputs.items() if not self._holds((stage, name), its)]
        if stale:
            for name, result in zip(stale, make(stale), strict=True):
                self._put((stage, name), inputs[name], result)
        self._asked.update((stage, name) for name in inputs)
        return [cast("Result", self._slots[stage, name][1]) for name in inputs]

    def same(self, stage: str, name: Hashable, value: Result) -> Result:
        """Return the value of the last build under this name if it is equal to `value`, else `value`."""
        return self.again(stage, name, value, lambda: value)

    def last(self, stage: str, name: Hashable) -> object:
        """Return the result that is kept under a name, whatever it was made of; None without one."""
        return self._slots.get((stage, name), (None, None))[1]

    def turn(self) -> None:
        """End a build: what it did not ask for is forgotten."""
        self._slots = {slot: kept for slot, kept in self._slots.items() if slot in self._asked}
        self._asked = set()

    def _holds(self, slot: tuple[str, Hashable], inputs: object) -> bool:
        kept = self._slots.get(slot)
        return kept is not None and (kept[0] is inputs or kept[0] == inputs)

    def _put(self, slot: tuple[str, Hashable], inputs: object, result: object) -> None:
        before = self._slots.get(slot)
        unchanged = before is not None and before[1] == result
        self._slots[slot] = inputs, before[1] if before is not None and unchanged else result


class Forgetful(Memo):
    """A memo of a process that builds once: it keeps nothing, since nobody would ask for it again."""

    def each(
        self, stage: str, inputs: Mapping[Name, object], make: Callable[[Sequence[Name]], Iterable[Result]]
    ) -> Iterable[Result]:
        """Return what `make` makes for all names: one after another, if it makes them so, and none of them is held."""
        del stage
        return make([*inputs]) if inputs else ()


ONCE = Forgetful()
