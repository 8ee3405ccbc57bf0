"""What somebody put into a site while the next one was put together comes over before the old one goes.

When two folders have exchanged their places, the old one lies in the stage, and a command that is killed then leaves it
there. A mark in the stage tells it from one that is half made: it says which folder was the old one, and which of its
files digest wrote.
"""

import os
from collections.abc import Collection, Iterator
from contextlib import suppress
from errno import ENOTDIR
from pathlib import Path
from stat import S_ISDIR

from digest.tools.files import read_whole
from digest.tools.linked import keep

TREE = "site"  # within the stage: the folder that is put together, and after the exchange the old one
_MARK = "old"
_MAX_MARK = 64 * 1024 * 1024  # bytes, of a million paths


def mark(stage: Path, output: Path, ours: bytes) -> None:
    """Say in the stage that what stands at `output` is about to be the old one; `ours` are the lines of our paths."""
    (stage / _MARK).write_bytes(b"%d\n" % output.stat().st_ino + ours)


def rescue(stage: Path, output: Path) -> None:
    """Link into the output what is in the old one alone, and not ours; raise OSError where it cannot be done."""
    if (stage / _MARK).is_file() and not stage.is_symlink():
        inode, *ours = (
            read_whole(stage / _MARK, str(stage / _MARK), limit=_MAX_MARK).decode(errors="replace").split("\n")
        )
        with suppress(FileNotFoundError):  # it was gone already
            its = (stage / TREE).lstat()
            if S_ISDIR(its.st_mode) and inode == str(its.st_ino):
                _bring_over(stage / TREE, output, {*ours})
        (stage / _MARK).unlink()


def _bring_over(old: Path, new: Path, ours: Collection[str]) -> None:
    for path in [*_left(old, new, ours)]:
        if path.endswith("/"):
            _make(old, new, path[:-1])
        else:
            _make(old, new, path.rpartition("/")[0])
            _link(old / path, new / path)


def _left(old: Path, new: Path, ours: Collection[str]) -> Iterator[str]:
    """Yield what is not in the new folder as it is in the old one, and not ours; of an empty folder, with "/"."""
    folders = [""]
    while folders:
        start = folders.pop()
        there = _inodes(f"{new}/{start}"[:-1])
        with os.scandir(f"{old}/{start}"[:-1]) as entries:
            here = [*entries]
        if not here and there is None:
            yield start
        for entry in here:
            if entry.is_dir(follow_symlinks=False):
                folders.append(f"{start}{entry.name}/")
            elif entry.inode() != (there or {}).get(entry.name) and start + entry.name not in ours:
                yield start + entry.name


def _inodes(folder: str) -> dict[str, int] | None:
    """Return which file bears which name in a folder; None without one."""
    try:
        with os.scandir(folder) as entries:
            return {entry.name: entry.inode() for entry in entries}
    except (FileNotFoundError, NotADirectoryError):
        return None


def _make(old: Path, new: Path, path: str) -> None:
    """Make a folder, and those that it lies in, as they are in the old one; never through a link."""
    for part in (*reversed(Path(path).parents), Path(path)):
        place = new / part
        if not os.path.lexists(place):
            place.mkdir()
            keep(str(old / part), str(place))
        elif not S_ISDIR(place.lstat().st_mode):
            raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR), str(place))


def _link(old: Path, new: Path) -> None:
    """Link a file into the place of the one that was there, unless that one came later."""
    if not os.path.lexists(new):
        os.link(old, new, follow_symlinks=False)
    elif new.lstat().st_ctime_ns <= old.lstat().st_ctime_ns:
        beside = new.with_name(".digest-rescued")
        beside.unlink(missing_ok=True)
        os.link(old, beside, follow_symlinks=False)
        beside.replace(new)
