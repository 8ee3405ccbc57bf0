"""Who does what can be done side by side: a pure stage over many things, in chunks.

The results come in the order of the things, and are the same whoever did them, so no byte depends on how many there
are. A worker that dies takes nothing with it: what it was to do is done by the one who asked.
"""

import gc
import multiprocessing
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, TypeVar

from digest.tools.progress import SILENT, Progress

Thing = TypeVar("Thing")
Result = TypeVar("Result")
Work = Callable[[Sequence[Thing]], Sequence[Result]]

_CHUNKS = 8  # of each job: so the last of them keeps nobody waiting for long
_MOST = 100  # things of a chunk, which bounds the memory too
_AHEAD = 3  # chunks of each job that may be done before the first is asked for: it bounds the memory
_STEPS = 100  # in which one who works alone tells how far it is
_inherited: "Chunks[Any, Any] | None" = None  # what a forked process finds in its memory


@dataclass(frozen=True)
class Chunks(Generic[Thing, Result]):
    """What is to be done: a pure function that can be pickled, and the things, so many of which are a chunk."""

    work: Work[Thing, Result]
    things: Sequence[Thing]
    each: int
    progress: Progress = SILENT

    @property
    def parts(self) -> list[slice]:
        """Return the parts of the things, in order."""
        whole = len(self.things)
        return [slice(start, min(whole, start + self.each)) for start in range(0, whole, self.each)]

    def alone(self) -> Iterator[Result]:
        """Yield all results, each chunk done when it is asked for."""
        for part in self.parts:
            yield from self._here(part)

    def gathered(self, submit: Callable[[slice], Future[Sequence[Result]]], ahead: int) -> Iterator[Result]:
        """Yield the results of all parts in order; so many are asked for ahead of the one that is needed.

        What a worker left undone is done here.
        """
        parts = iter(self.parts)
        waiting = deque((part, _asked(submit, part)) for part in islice(parts, ahead))
        while waiting:
            part, future = waiting.popleft()
            waiting.extend((later, _asked(submit, later)) for later in islice(parts, 1))
            try:
                made = future.result() if future else self.work(self.things[part])
            except BrokenExecutor:
                made = self.work(self.things[part])
            yield from made
            self.progress.advance(part.stop, len(self.things))

    def _here(self, part: slice) -> Sequence[Result]:
        made = self.work(self.things[part])
        self.progress.advance(part.stop, len(self.things))
        return made


def _asked(submit: Callable[[slice], Future[Result]], part: slice) -> Future[Result] | None:
    """Return the answer to come; None where nobody is left to give it."""
    try:
        return submit(part)
    except BrokenExecutor:
        return None


class Pool:
    """One who does everything alone."""

    def shares(self, things: int, least: int) -> bool:
        """Tell whether so many things are done by several, where `least` of them are worth another process."""
        del things, least
        return False

    def map(
        self, work: Work[Thing, Result], things: Sequence[Thing], least: int, progress: Progress = SILENT
    ) -> Iterator[Result]:
        """Yield what `work`, a pure function that can be pickled, makes of all things, in their order.

        `least` is how many of them are worth another process.
        """
        del least
        return Chunks(work, things, max(1, len(things) // _STEPS), progress).alone()


class Processes(Pool):
    """Some processes of this machine, started where there is enough to do."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs

    def shares(self, things: int, least: int) -> bool:
        """Tell whether so many things are done by several, where `least` of them are worth another process."""
        return self._jobs > 1 and things >= 2 * least

    def map(
        self, work: Work[Thing, Result], things: Sequence[Thing], least: int, progress: Progress = SILENT
    ) -> Iterator[Result]:
        """Yield what `work` makes of all things, in their order."""
        if not self.shares(len(things), least):
            return super().map(work, things, least, progress)
        each = max(least // 4, min(_MOST, -(-len(things) // (self._jobs * _CHUNKS))))
        return _forked(self._jobs, Chunks(work, things, each, progress))


def _forked(jobs: int, chunks: Chunks[Thing, Result]) -> Iterator[Result]:
    """Yield the results of processes that find the things in their memory, where the system can fork, and safely."""
    global _inherited  # noqa: PLW0603 - it is how a forked process is given what is not pickled
    can_fork = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    _inherited = chunks if can_fork else None
    gc.freeze()  # a collection would touch, and so copy, the pages of memory that processes share
    executor = ProcessPoolExecutor(jobs, multiprocessing.get_context("fork" if can_fork else "spawn"))

    def submit(part: slice) -> Future[Sequence[Result]]:
        if can_fork:
            return executor.submit(_part, part)
        return executor.submit(chunks.work, chunks.things[part])

    try:
        yield from chunks.gathered(submit, jobs * _AHEAD)
    finally:
        executor.shutdown(cancel_futures=True)
        gc.unfreeze()
        _inherited = None


def _part(part: slice) -> Sequence[Any]:
    """Do a part of what the process that forked this one has to do."""
    if _inherited is None:
        raise RuntimeError("nothing was inherited")
    return _inherited.work(_inherited.things[part])


ALONE = Pool()
