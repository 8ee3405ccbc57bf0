"""How far a build is, and what each stage took."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from time import perf_counter


class Progress:
    """Who is told how far a build is; this one tells nobody."""

    def step(self, stage: str) -> None:
        """Take note that a stage begins; "" ends the last one."""

    def advance(self, done: int, whole: int) -> None:
        """Take note that so many things of the stage are done, of so many in all."""

    def count(self, things: int, known: int = 0) -> None:
        """Take note that the stage had so many things to do, so many of which an earlier build did."""


@dataclass(frozen=True, slots=True)
class Took:
    """What a stage took."""

    stage: str
    seconds: float  # by the clock
    cpu: float  # seconds, user and system, those of other processes of ours too
    things: int = 0
    known: int = 0  # of the things, from the cache
    peak: int = 0  # megabytes that this process had at once, since it began


class Timings(Progress):
    """Times each stage, and passes on what it is told."""

    def __init__(self, inner: Progress) -> None:
        self._inner = inner
        self._began = perf_counter(), _cpu()
        self._now = Took("start", 0, 0)
        self.stages: list[Took] = []

    def step(self, stage: str) -> None:
        """Take note that a stage begins, and what the last one took."""
        clock, cpu = perf_counter(), _cpu()
        if self._now.stage:
            seconds, spent = clock - self._began[0], cpu - self._began[1]
            self.stages.append(replace(self._now, seconds=seconds, cpu=spent, peak=_peak()))
        self._began, self._now = (clock, cpu), Took(stage, 0, 0)
        self._inner.step(stage)

    def advance(self, done: int, whole: int) -> None:
        """Pass it on."""
        self._inner.advance(done, whole)

    def count(self, things: int, known: int = 0) -> None:
        """Take note of what the stage had to do."""
        self._now = replace(self._now, things=self._now.things + things, known=self._now.known + known)
        self._inner.count(things, known)


def table(stages: Iterable[Took]) -> Iterator[str]:
    r"""Yield the lines of a table of stages, the sum last.

    >>> print(*table([Took("read", 0.25, 0.2, 1000, 0, 45), Took("clean", 1, 1.8, 1000, 990, 80)]), sep="\n")
    stage                  things   from cache   seconds   CPU seconds   peak MB
    read                     1000            0      0.25          0.20        45
    clean                    1000          990      1.00          1.80        80
    all                                             1.25          2.00        80
    """
    stages = tuple(stages)
    yield f"{'stage':<18}{'things':>11}{'from cache':>13}{'seconds':>10}{'CPU seconds':>14}{'peak MB':>10}"
    for each in stages:
        numbers = f"{each.things:>11}{each.known:>13}{each.seconds:>10.2f}{each.cpu:>14.2f}{each.peak:>10}"
        yield f"{each.stage:<18}{numbers}"
    clock, cpu = sum(each.seconds for each in stages), sum(each.cpu for each in stages)
    yield f"{'all':<42}{clock:>10.2f}{cpu:>14.2f}{max((each.peak for each in stages), default=0):>10}"


def _peak() -> int:
    """Return the most megabytes that this process had at once; 0 where the system does not tell."""
    try:
        from resource import RUSAGE_SELF, getrusage  # noqa: PLC0415 - Windows has none
    except ImportError:
        return 0
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    return getrusage(RUSAGE_SELF).ru_maxrss // unit


def _cpu() -> float:
    return sum(os.times()[:4])


SILENT = Progress()
