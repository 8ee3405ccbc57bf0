"""Run a program, and tell what it cost: CPU, time, memory, files.

The figures are those that the system keeps of a process and of those that it waited for, so a program that starts
others is charged for them. A process inherits the peak memory of whoever starts it, so this one stays small: articles
are made in a process of their own, and no list of files is kept.
"""

import os
import resource
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

_LIMIT = 3_600  # seconds, after which a run is ended
_CLOCK = 20_000_000  # nanoseconds by which a file's time may lag behind the clock
_TOLD = 300  # characters of a failure


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost: seconds of CPU (user and system) and of the clock, peak megabytes, and files written."""

    cpu: float
    wall: float
    peak: float
    files: int


class RunError(Exception):
    """A program failed; the text is the end of what it said."""


def run(command: Sequence[str], folder: Path, output: Path) -> Cost:
    """Return the cost of a command, run in a folder; files are those in `output` that it wrote."""
    begun, begin = time.time_ns(), time.perf_counter()
    with TemporaryFile() as said:
        child = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=environment(folder)
        )
        usage = _waited(child)
        wall = time.perf_counter() - begin
        if child.returncode:
            raise RunError(tail(said) or f"status {child.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, _written(output, begun - _CLOCK))


def _waited(child: subprocess.Popen[bytes]) -> resource.struct_rusage:
    alarm = threading.Timer(_LIMIT, child.kill)
    alarm.start()
    try:
        _, status, usage = os.wait4(child.pid, 0)
    except BaseException:
        child.kill()
        raise
    finally:
        alarm.cancel()
    child.returncode = os.waitstatus_to_exitcode(status)
    return usage


def tail(said: IO[bytes]) -> str:
    """Return the end of what a program wrote."""
    said.seek(0)
    return said.read().decode(errors="replace").strip()[-_TOLD:]


def environment(folder: Path) -> dict[str, str]:
    """Return an environment in which what Hugo keeps is kept in the project, so that a cold run is cold."""
    return {**os.environ, "HUGO_CACHEDIR": str(folder / ".hugo-cache"), "NO_COLOR": "1"}


def _written(folder: Path, since: int) -> int:
    return sum(
        (Path(parent) / name).stat().st_ctime_ns >= since for parent, _, names in os.walk(folder) for name in names
    )
