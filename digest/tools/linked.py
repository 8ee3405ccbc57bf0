"""A second folder that holds what a first one does, by links to its files: nothing is copied.

What cannot be seen cannot be linked, and would be missing from the second folder: then there is none.
"""

import os
import shutil
from collections.abc import Collection, Sequence
from errno import EPERM, EXDEV
from pathlib import Path
from stat import S_IMODE
from typing import NoReturn


def link_all(old: Path, new: Path, without: Collection[str]) -> list[str]:
    """Link all that is in a folder into another, but for some files; return the paths of its folders, itself as "".

    Folders that were empty stay so. Raises OSError where one cannot be looked into or taken away, or a file not linked.
    """
    device, seen = old.stat().st_dev, []
    for parent, folders, names in os.walk(old, onerror=_refuse):
        # Of a hundred thousand files: to make a Path takes longer than to make a link.
        below = parent[len(str(old)) + 1 :]
        start, there = f"{below}/" if below else "", f"{new}/{below}" if below else str(new)
        _check_ours(parent, device)
        seen.append(below)
        links = [name for name in folders if os.path.islink(f"{parent}/{name}")]  # noqa: PTH114
        kept = [name for name in (*names, *links) if start + name not in without]
        if kept or not (folders or names):
            os.makedirs(there, exist_ok=True)  # noqa: PTH103
        for name in kept:
            os.link(f"{parent}/{name}", f"{there}/{name}", follow_symlinks=False)
    return seen


def keep_folders(folders: Sequence[str], old: Path, new: Path, changed: Collection[str]) -> None:
    """Give the folders that are in `new` too the owners and rights of those in `old`; times, where not `changed`.

    Raises OSError where it cannot be done.
    """
    for path in reversed(folders):  # what is within first, since a folder's time changes with what comes into it
        if os.path.lexists(f"{new}/{path}"):
            keep(f"{old}/{path}", f"{new}/{path}", timed=path not in changed)


def keep(old: str, new: str, *, timed: bool = True) -> None:
    """Give a folder the owner, the rights and the times of another; raise OSError where it cannot be done."""
    its, here = os.stat(old), os.stat(new)  # noqa: PTH116 - of a hundred thousand, as all here
    if (its.st_uid, its.st_gid) != (here.st_uid, here.st_gid):
        os.chown(new, its.st_uid, its.st_gid)
    if _has_more(old):
        shutil.copystat(old, new)
    if its.st_mode != here.st_mode:
        os.chmod(new, S_IMODE(its.st_mode))  # noqa: PTH101
        if os.stat(new).st_mode != its.st_mode:  # noqa: PTH116 - a group that is not ours is passed over in silence
            raise PermissionError(EPERM, os.strerror(EPERM), old)
    if timed:
        os.utime(new, ns=(its.st_atime_ns, its.st_mtime_ns))


def _refuse(error: OSError) -> NoReturn:
    raise error


def _check_ours(folder: str, device: int) -> None:
    """Raise OSError for a folder whose files could not be removed with it, and for another disk's."""
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise PermissionError(EPERM, os.strerror(EPERM), folder)
    if os.stat(folder).st_dev != device:  # noqa: PTH116
        raise OSError(EXDEV, os.strerror(EXDEV), folder)


def _has_more(folder: str) -> bool:
    """Return whether a folder has more than the common rights, such as a list of who else may read it."""
    try:
        return hasattr(os, "listxattr") and bool(os.listxattr(folder))
    except OSError:  # a file system without any
        return False
