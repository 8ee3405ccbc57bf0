"""One process after another: a lock that the system lets go when its holder ends, however that happens."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG

from digest.errors import DigestError, Fault

try:
    import fcntl
except ImportError:  # Windows, where builds that meet take turns file by file
    fcntl = None  # type: ignore[assignment]

_WARY = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)  # of a pipe, and of a link


@contextmanager
def in_turn(path: Path, wait: Callable[[], object]) -> Iterator[None]:
    """Hold the lock at `path`, a file that stays; `wait` is called once where another process holds it.

    Where the file cannot be written there is no lock, as there is none on a system without them. Raises DigestError
    where there is something else than a file, which may keep whoever opens it waiting, or lie elsewhere.
    """
    if path.parent.is_symlink():  # it came with somebody's repository, and would be written through
        raise DigestError(Fault(path.parent.name, 1, "this is a link", "Remove it", rule="unreadable"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | _WARY, 0o666)
    except OSError as error:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise _no_file(path) from error
        yield
        return
    with os.fdopen(handle, "ab") as file:
        if not S_ISREG(os.fstat(handle).st_mode):
            raise _no_file(path)
        with suppress(OSError):  # a file system without locks
            _take(file.fileno(), wait)
        yield


def _no_file(path: Path) -> DigestError:
    shown = f"{path.parent.name}/{path.name}"
    return DigestError(Fault(shown, 1, "this is no regular file", "Remove it", rule="unreadable"))


def _take(file: int, wait: Callable[[], object]) -> None:
    if fcntl is None:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        wait()
        fcntl.flock(file, fcntl.LOCK_EX)
