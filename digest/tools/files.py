"""Files read as a curator means them, and written whole or not at all."""

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from digest.errors import DigestError, Fault
from digest.tools.text import normalise

COARSEST = 2_000_000_000  # nanoseconds; no file system in use tells times less exactly


def text_files(folder: Path, suffix: str) -> list[Path]:
    """Return the regular files of `folder` with `suffix`, by their names; what is hidden is an editor's own.

    Without a folder there are none.
    """
    return sorted(path for path in folder.glob(f"*{suffix}") if path.is_file() and not path.name.startswith("."))


def read_text(path: Path, shown: str) -> str:
    """Return the file's text, normalised; raise DigestError, which names it `shown`, where it cannot be read."""
    try:
        return normalise(path.read_text("utf-8-sig", errors="replace"))
    except OSError as error:
        what = f"this file cannot be read: {error.strerror}"
        raise DigestError(Fault(shown, 1, what, "Give yourself the right to read it", rule="unreadable")) from error


def below(folder: str | Path, deep: int = 99) -> Iterator[os.DirEntry[str]]:
    """Yield each file below a folder, in one order, and in none of its folders twice.

    A link to a folder is followed where it lies less than `deep` folders below. What cannot be looked into has no
    files; nor has a folder that is not there.
    """
    yield from _below(str(folder), set(), deep)


def _below(folder: str, seen: set[tuple[int, int]], deep: int) -> Iterator[os.DirEntry[str]]:
    try:
        here = os.stat(folder)  # noqa: PTH116 - of a hundred thousand files, as all here
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    if (here.st_dev, here.st_ino) not in seen:
        seen.add((here.st_dev, here.st_ino))
        for entry in entries:
            if not _is_folder(entry):
                yield entry
            elif not entry.is_symlink() or (deep > 0 and not _leads_up(entry.path, folder)):
                yield from _below(entry.path, seen, deep - 1)


def _leads_up(link: str, folder: str) -> bool:
    """Return whether a link leads to a folder that this one lies in, such as "/": all of the disk would be below it."""
    return Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(link))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def stamp(path: str | Path) -> object:
    """Return what tells a file from the one that stood at `path` before, without a look into it, as git's index does.

    Of a file that was changed a moment ago it is equal to no other: the next change may bear the same time.
    """
    try:
        found = os.stat(path)  # noqa: PTH116 - of a hundred thousand files
    except OSError:
        return object()
    changed = max(found.st_mtime_ns, found.st_ctime_ns)
    is_at_rest = time.time_ns() - changed > COARSEST
    return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns) if is_at_rest else object()


def write_whole(path: Path, content: bytes) -> bool:
    """Make `path` hold `content`, and return whether it did not before; a reader sees old or new, never half.

    Raises OSError where the folder cannot be written.
    """
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".digest-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())  # it may be the only place of a curator's word
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return True
