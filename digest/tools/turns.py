"""One process after another: a lock that the system lets go when its holder ends, however that happens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows, where builds that meet take turns file by file
    fcntl = None  # type: ignore[assignment]


@contextmanager
def in_turn(path: Path, wait: Callable[[], object]) -> Iterator[None]:
    """Hold the lock at `path`, a file that stays; `wait` is called once where another process holds it.

    Where the file cannot be written there is no lock, as there is none on a system without them.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("ab")
    except OSError:
        yield
        return
    with file:
        with suppress(OSError):  # a file system without locks
            _take(file.fileno(), wait)
        yield


def _take(file: int, wait: Callable[[], object]) -> None:
    if fcntl is None:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        wait()
        fcntl.flock(file, fcntl.LOCK_EX)
