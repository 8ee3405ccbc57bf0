"""Files read as a curator means them, and written whole or not at all.

Whoever builds a project may have it from somebody else, so a name in it is no promise: behind it may be a pipe that
nobody writes to, a file as large as a disk, or a link to what is private. All that is read passes `read_regular`.
"""

import io
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from errno import EACCES, ELOOP, ENOENT, ENOTDIR, EPERM
from pathlib import Path
from stat import S_IMODE, S_ISREG
from typing import BinaryIO

from digest.errors import DigestError, Fault
from digest.tools.text import normalise

COARSEST = 2_000_000_000  # nanoseconds; no file system in use tells times less exactly
MAX_OWN = 16 * 1024 * 1024  # bytes of a file that a curator wrote; a novel has one million
_MEGABYTE = 1024 * 1024
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)  # a pipe to which nobody writes would be waited for
_BYTES = getattr(os, "O_BINARY", 0)  # Windows would change the ends of lines
# What to do about a folder that cannot be looked into: never to remove it, where it may be whole.
_MENDS = {
    EACCES: "Give yourself the right to read it", EPERM: "Give yourself the right to read it",
    ENOTDIR: "Move it elsewhere", ENOENT: "Remove it, or bring back what it leads to",
    ELOOP: "Remove it, or bring back what it leads to",
}  # fmt: skip
_AGAIN = "Build again; if it stays so, look after the disk that it lies on"


@dataclass(frozen=True, slots=True)
class Home:
    """Some folders, in one of which a file has to lie, and what it is a link to; and what messages call them."""

    called: str
    folders: tuple[Path, ...]


def content_home(*folders: Path) -> Home:
    """Return the home of the curator's files in `folders`, of which each may be a link as a whole."""
    return Home("the content folder", folders)


def is_there(path: Path) -> bool:
    """Return whether anything stands at `path`, if only a pipe or a link that leads nowhere."""
    return path.exists() or path.is_symlink()


def text_files(folder: Path, shown: str, suffix: str) -> list[Path]:
    """Return all in `folder` that bears `suffix`, by its name; what is hidden is an editor's own.

    What is no regular file is told by who reads it. Without a folder there is none; raises DigestError, which names it
    `shown`, for one that cannot be looked into: to go on would do as if the curator had said nothing.
    """
    try:
        places = [*folder.iterdir()] if is_there(folder) else []
    except OSError as error:
        what, mend = f"this folder cannot be read: {error.strerror}", _MENDS.get(error.errno or 0, _AGAIN)
        raise _refused(shown, what, mend) from error
    return sorted(place for place in places if place.name.endswith(suffix) and not place.name.startswith("."))


def read_regular(path: Path, shown: str, limit: int, home: Home | None = None) -> bytes:
    """Return a file's bytes, of one that is too long one more than `limit`, by which its reader knows it.

    Raises DigestError, which names the file `shown`, for what is no regular file and for a link that leads out of
    `home`; OSError where the file cannot be read.
    """
    if home and leads_out(path, home.folders):
        raise _refused(shown, f"this link leads out of {home.called}", "Copy the file itself here")
    with suppress(_NoFileError), open_regular(path) as file:
        return file.read(limit + 1)
    if path.is_dir():
        raise _refused(shown, "this is a folder", "Move it elsewhere")
    raise _refused(shown, "this is no regular file", "Remove it")


def read_whole(path: Path, shown: str, home: Home | None = None, limit: int = MAX_OWN) -> bytes:
    """Return a file's bytes as `read_regular` does; raise DigestError for one that has more than `limit`."""
    content = read_regular(path, shown, limit, home)
    if len(content) > limit:
        what = f"this file has more than {limit // _MEGABYTE} MB"
        raise _refused(shown, what, "Keep in it what is needed alone, or remove it")
    return content


class _NoFileError(OSError):
    """There is something, or nothing, that is no regular file."""


def open_regular(path: str | Path) -> BinaryIO:
    """Return a regular file, open to be read; raise OSError for anything else, which is never waited for."""
    if not os.path.isfile(path):  # noqa: PTH113 - a device may do something when it is opened
        raise _NoFileError
    handle = os.open(path, os.O_RDONLY | _AT_ONCE | _BYTES)
    if not S_ISREG(os.fstat(handle).st_mode):  # it has changed since
        os.close(handle)
        raise _NoFileError
    return os.fdopen(handle, "rb")


def leads_out(path: Path, folders: tuple[Path, ...]) -> bool:
    """Return whether `path` is a link to what lies in none of the folders."""
    if not path.is_symlink():
        return False
    # os.path.realpath, unlike Path.resolve, takes a link that leads to itself.
    end = Path(os.path.realpath(path))
    return not any(end.is_relative_to(os.path.realpath(folder)) for folder in folders)


def _refused(shown: str, what: str, mend: str) -> DigestError:
    return DigestError(Fault(shown, 1, what, mend, rule="unreadable"))


def decoded(content: bytes) -> str:
    """Return the text of a file as Python reads one: every end of a line is a newline, what is no UTF-8 a sign."""
    return io.TextIOWrapper(io.BytesIO(content), "utf-8-sig", errors="replace").read()


def read_text(path: Path, shown: str, home: Home | None = None) -> str:
    """Return the file's text, normalised; raise DigestError, which names it `shown`, where it cannot be read."""
    try:
        return normalise(decoded(read_whole(path, shown, home)))
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
    # One text takes half the memory of five numbers, and an archive has a stamp for each of its files.
    said = f"{found.st_dev} {found.st_ino} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"
    return said if is_at_rest else object()


def write_whole(path: Path, content: bytes) -> bool:
    """Make `path` hold `content`, and return whether it did not before; a reader sees old or new, never half.

    Who may read the file that was there may read the new one, and nobody else. Raises OSError where the folder cannot
    be written.
    """
    if holds(path, content):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = path.parent / f".digest-{secrets.token_hex(8)}"
    try:
        with os.fdopen(_created(whole, path), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())  # it may be the only place of a curator's word
        whole.replace(path)
    except BaseException:
        whole.unlink(missing_ok=True)
        raise
    settle(path.parent)
    return True


def holds(path: Path, content: bytes) -> bool:
    """Return whether a regular file stands at `path` that has this content; no more of it is read."""
    with suppress(_NoFileError), open_regular(path) as file:
        return os.fstat(file.fileno()).st_size == len(content) and file.read(len(content) + 1) == content
    return False


def _created(whole: Path, path: Path) -> int:
    """Return the handle of a new file with the rights of the one at `path`; of none, as the user's umask has it."""
    stands = S_IMODE(path.stat().st_mode) if path.is_file() else None
    handle = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BYTES, 0o644 if stands is None else stands & 0o666)
    if stands is not None:
        with suppress(OSError):  # a file system without rights
            whole.chmod(stands & 0o777)
    return handle


def settle(folder: Path) -> None:
    """Force the names in a folder to the disk, so that a new one outlasts a loss of power; not what the files hold."""
    with suppress(OSError):  # Windows opens no folder, and some file systems force none
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
