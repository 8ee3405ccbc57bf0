"""Notice that the curator's files changed, and when they have come to rest.

The operating system tells of every event, also of plain reads, and a build reads everything: only what creates,
changes, moves or removes a file counts, or one build would call for the next for ever. For the same reason the output
folder does not count, nor the lock that a build writes among the curator's files, nor that a folder's list of names
changed (its files say so themselves). What links lead to is watched too, where it lies (`roots.py`).

One save is many events, and a checkout is thousands: a change is told once nothing more has happened for a moment. One
that comes while a build runs is told after it, so the last content always wins.
"""

import errno
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from digest.errors import UsageError
from digest.publish.roots import by_machine, roots

QUIET = 0.05  # seconds without an event until files are at rest; one save's events come within a few milliseconds
PATIENCE = 2.0  # seconds until we build all the same, though something keeps writing
BREATH = 1.0  # seconds; a wait without end cannot be interrupted on every system
KINDS = frozenset({"created", "modified", "moved", "deleted"})
TRIES = 3  # to watch folders that come and go meanwhile; then the next change is waited for
LIMITS = frozenset({errno.ENOSPC, errno.EMFILE})  # of what the system watches for one user


class Watch(FileSystemEventHandler):
    """A watch over files and folders, some of which may not exist yet, while its context lasts."""

    def __init__(self, watched: Sequence[Path], output: Path) -> None:
        self._watched, self._output = tuple(watched), output.resolve()
        self._roots = roots(self._watched, self._output)
        self._observer = Observer()
        self._stirred = threading.Event()
        self._uprooted = threading.Event()
        self._changed: set[Path] = set()
        self._noting = threading.Lock()

    def __enter__(self) -> Self:
        self._observer.start()
        self._settle()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._observer.stop()
        self._observer.join()

    def wait(self) -> tuple[Path, ...]:
        """Return the files and folders that changed, once some have and all is quiet again."""
        while not self._stirred.wait(BREATH):
            pass
        rest(self._stirred)
        if self._uprooted.is_set():
            self._settle()
        return self._noted()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note of what the operating system tells; called in the observer's thread."""
        places = {*self._roots, *self._roots.values()}
        if not matters(event, tuple(places), self._output):
            return
        if any(path.is_symlink() or any(place.is_relative_to(path) for place in places) for path in _paths(event)):
            self._uprooted.set()
        with self._noting:
            self._changed.update(known for path in _paths(event) for known in self._known(path))
        self._stirred.set()

    def _known(self, path: Path) -> Iterator[Path]:
        """Yield the paths by which the curator knows what lies at `path`, if any."""
        for place, known in self._roots.items():
            if _curated(path, place):
                yield known / path.relative_to(place)
            elif _curated(path, known):
                yield path

    def _noted(self) -> tuple[Path, ...]:
        """Return what changed since it was asked last."""
        with self._noting:
            changed, self._changed = self._changed, set()
        return tuple(sorted(changed))

    def _settle(self) -> None:
        """Watch each folder with all below it, and from above what may come, go or be exchanged whole."""
        for _ in range(TRIES):
            self._uprooted.clear()
            self._observer.unschedule_all()
            self._roots = roots(self._watched, self._output)
            places = {*self._roots, *self._roots.values()}
            above = {next(parent for parent in path.parents if parent.is_dir()) for path in places}
            # From above first: what comes into being meanwhile is told.
            told = [self._schedule(folder, recursive=False) for folder in sorted(above)]
            if all(told + [self._schedule(place, recursive=True) for place in self._roots if place.is_dir()]):
                return
        self._uprooted.set()

    def _schedule(self, folder: Path, *, recursive: bool) -> bool:
        """Watch a folder, and tell whether it stood still for that."""
        try:
            self._observer.schedule(self, str(folder), recursive=recursive)
        except OSError as error:
            if error.errno in LIMITS:
                raise UsageError(f"Cannot watch the files: {error.strerror}. Run `digest build` instead.") from error
            return False
        return True


def rest(stirred: threading.Event, clock: Callable[[], float] = time.monotonic) -> None:
    """Return once nothing has stirred for a moment, or something does not cease to."""
    latest = clock() + PATIENCE
    stirred.clear()
    while stirred.wait(QUIET) and clock() < latest:
        stirred.clear()


def matters(event: FileSystemEvent, watched: Sequence[Path], output: Path) -> bool:
    """Tell whether an event may change the site."""
    if event.event_type not in KINDS or (event.is_directory and event.event_type == "modified"):
        return False
    return any(_counts(path, watched, output, whole=event.is_directory) for path in _paths(event))


def _paths(event: FileSystemEvent) -> tuple[Path, ...]:
    return tuple(Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path)


def _counts(path: Path, watched: Sequence[Path], output: Path, *, whole: bool) -> bool:
    if path.is_relative_to(output):
        return False
    below = any(_curated(path, root) for root in watched)
    return below or (whole and any(root.is_relative_to(path) for root in watched))


def _curated(path: Path, root: Path) -> bool:
    """Tell whether `path` is `root`, or stands below it under names that a curator gives."""
    return path.is_relative_to(root) and not any(by_machine(name) for name in path.relative_to(root).parts)
