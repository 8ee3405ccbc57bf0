"""Notice that the curator's files changed, and when they have come to rest.

The operating system tells of every event, also of plain reads, and a build reads everything: only what creates,
changes, moves or removes a file counts, or one build would call for the next for ever. For the same reason the output
folder does not count, nor the lock that a build writes among the curator's files, nor that a folder's list of names
changed (its files say so themselves).

One save is many events, and a checkout is thousands: a change is told once nothing more has happened for a moment. One
that comes while a build runs is told after it, so the last content always wins.
"""

import os
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from digest.errors import UsageError

QUIET = 0.05  # seconds without an event until files are at rest; one save's events come within a few milliseconds
PATIENCE = 2.0  # seconds until we build all the same, though something keeps writing
BREATH = 1.0  # seconds; a wait without end cannot be interrupted on every system
KINDS = frozenset({"created", "modified", "moved", "deleted"})
EDITORS_ENDINGS = ("~", ".swp", ".swx", ".tmp")
EDITORS_NAME = "4913"  # Vim tries whether it may write here
LOCK = "threads.lock"


class Watch(FileSystemEventHandler):
    """A watch over files and folders, some of which may not exist yet, while its context lasts."""

    def __init__(self, watched: Sequence[Path], output: Path) -> None:
        self._watched = tuple(path.resolve() for path in watched)
        self._output = output.resolve()
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
        latest = time.monotonic() + PATIENCE
        self._stirred.clear()
        while self._stirred.wait(QUIET) and time.monotonic() < latest:
            self._stirred.clear()
        if self._uprooted.is_set():
            self._settle()
        return self._noted()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note of what the operating system tells; called in the observer's thread."""
        if not matters(event, self._watched, self._output):
            return
        if any(root.is_relative_to(path) for root in self._watched for path in _paths(event)):
            self._uprooted.set()
        with self._noting:
            self._changed.update(path for path in _paths(event) if any(_curated(path, root) for root in self._watched))
        self._stirred.set()

    def _noted(self) -> tuple[Path, ...]:
        """Return what changed since it was asked last."""
        with self._noting:
            changed, self._changed = self._changed, set()
        return tuple(sorted(changed))

    def _settle(self) -> None:
        """Watch each folder with all below it, and from above what may come, go or be exchanged whole."""
        self._uprooted.clear()
        self._observer.unschedule_all()
        try:
            for path in self._watched:
                if path.is_dir():
                    self._observer.schedule(self, str(path), recursive=True)
                above = next(parent for parent in path.parents if parent.is_dir())
                self._observer.schedule(self, str(above), recursive=False)
        except OSError as error:
            raise UsageError(f"Cannot watch the files: {error.strerror}. Run `digest build` instead.") from error


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
    return path.is_relative_to(root) and not any(_by_machine(name) for name in path.relative_to(root).parts)


def _by_machine(name: str) -> bool:
    hidden_or_autosave = name.startswith((".", "#", LOCK))
    return hidden_or_autosave or name.endswith(EDITORS_ENDINGS) or name == EDITORS_NAME
