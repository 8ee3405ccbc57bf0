"""Who does what can be done side by side: a pure stage over many things, in chunks.

The results come in the order of the things, and are the same whoever did them, so no byte depends on how many there
are. A worker that dies takes nothing with it: what it was to do is done by the one who asked.
"""

import gc
import multiprocessing
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from typing import Any, TypeVar

from digest.tools.progress import SILENT, Progress

Thing = TypeVar("Thing")
Result = TypeVar("Result")
Work = Callable[[Sequence[Thing]], Sequence[Result]]

_CHUNKS = 8  # of each job: so the last of them keeps nobody waiting for long
_inherited: tuple[Any, Sequence[Any]] | None = None  # the work and the things that a forked process finds in its memory


class Pool:
    """One who does everything alone."""

    def shares(self, things: int, least: int) -> bool:
        """Tell whether so many things are done by several, where `least` of them are worth another process."""
        del things, least
        return False

    def map(
        self, work: Work[Thing, Result], things: Sequence[Thing], least: int, progress: Progress = SILENT
    ) -> list[Result]:
        """Return what `work`, a pure function that can be pickled, makes of all things, in their order.

        `least` is how many of them are worth another process.
        """
        del least
        made: list[Result] = []
        for span in spans(len(things), max(1, len(things) // 100)):
            made += work(things[span])
            progress.advance(len(made), len(things))
        return made


class Processes(Pool):
    """Some processes of this machine, started where there is enough to do."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs

    def shares(self, things: int, least: int) -> bool:
        """Tell whether so many things are done by several, where `least` of them are worth another process."""
        return self._jobs > 1 and things >= 2 * least

    def map(
        self, work: Work[Thing, Result], things: Sequence[Thing], least: int, progress: Progress = SILENT
    ) -> list[Result]:
        """Return what `work` makes of all things, in their order."""
        if not self.shares(len(things), least):
            return super().map(work, things, least, progress)
        each = max(least, -(-len(things) // (self._jobs * _CHUNKS)))
        return _forked(self._jobs, work, things, [*spans(len(things), each)], progress)


def spans(whole: int, each: int) -> Iterable[slice]:
    """Return the parts of a sequence of length `whole`, of length `each` but for the last."""
    return (slice(start, start + each) for start in range(0, whole, each))


def gathered(
    futures: Iterable[tuple[slice, Future[Sequence[Result]]]],
    work: Work[Thing, Result],
    things: Sequence[Thing],
    progress: Progress,
) -> list[Result]:
    """Return the results of all parts in order; what a worker left undone is done here."""
    made: list[Result] = []
    for span, future in futures:
        try:
            made += future.result()
        except BrokenExecutor:
            made += work(things[span])
        progress.advance(len(made), len(things))
    return made


def _forked(
    jobs: int, work: Work[Thing, Result], things: Sequence[Thing], parts: Sequence[slice], progress: Progress
) -> list[Result]:
    """Return the results of processes that find the things in their memory, where the system can fork, and safely."""
    global _inherited  # noqa: PLW0603 - it is how a forked process is given what is not pickled
    can_fork = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    _inherited = (work, things) if can_fork else None
    gc.freeze()  # a collection would touch, and so copy, the pages of memory that processes share
    executor = ProcessPoolExecutor(jobs, multiprocessing.get_context("fork" if can_fork else "spawn"))
    try:
        futures = [(part, _submitted(executor, work, things, part, inherits=can_fork)) for part in parts]
        return gathered(futures, work, things, progress)
    finally:
        executor.shutdown(cancel_futures=True)
        gc.unfreeze()
        _inherited = None


def _submitted(
    executor: Executor, work: Work[Thing, Result], things: Sequence[Thing], part: slice, *, inherits: bool
) -> Future[Sequence[Result]]:
    if inherits:
        return executor.submit(_part, part)
    return executor.submit(work, things[part])


def _part(part: slice) -> Sequence[Any]:
    """Do a part of what the process that forked this one has to do."""
    if _inherited is None:
        raise RuntimeError("nothing was inherited")
    work, things = _inherited
    found: Sequence[Any] = work(things[part])
    return found


ALONE = Pool()
