"""What stands in the output where the files of a site are to be, found before any of them moves.

A link to a folder is never written or removed through: it may have come with somebody's repository, and what it leads
to may be anything on this machine. Each folder is looked at once, however many files are to be in it.
"""

import os
from collections.abc import Collection, Iterable, Iterator
from errno import EEXIST, EISDIR, ENOTDIR
from os import strerror
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG

from digest.errors import DigestError, Fault


def still_ours(paths: Iterable[str], output: Path) -> list[str]:
    """Return, in order, which paths of our list are files that stand there; what is behind a link is not ours."""
    standing = [path for path in paths if (mode := _mode(output, path)) and not S_ISDIR(mode)]
    links = {folder for folder in _folders(standing) if S_ISLNK(_mode(output, folder))}
    return sorted(path for path in standing if links.isdisjoint(_above(path)))


def check_obstacles(paths: Collection[str], gone: Collection[str], ours: Collection[str], output: Path) -> None:
    """Raise where what digest did not write stands in the way of a file or of its folder.

    What is `gone` makes way, and of what is `ours` a file takes the place. Raises DigestError for a link, and OSError.
    """
    _check_folders(paths, gone, output)
    for path in paths:
        mode = _mode(output, path)
        if S_ISDIR(mode) and not _holds_only(output / path, gone, output):
            raise IsADirectoryError(EISDIR, strerror(EISDIR), str(output / path))
        if S_ISREG(mode) and path not in ours:
            raise FileExistsError(EEXIST, "a file that digest did not write is in the way", str(output / path))


def _check_folders(paths: Iterable[str], gone: Collection[str], output: Path) -> None:
    for folder, path in sorted(_folders(paths).items()):
        mode = _mode(output, folder)
        if S_ISLNK(mode):
            what = f"the site cannot be written: a link stands in the way of {path}"
            mend = "Remove the link; what it leads to stays as it is"
            raise DigestError(Fault(str(output / folder), 1, what, mend, rule="unwritable-site"))
        if mode and not S_ISDIR(mode) and folder not in gone:
            raise NotADirectoryError(ENOTDIR, strerror(ENOTDIR), str(output / folder))


def _folders(paths: Iterable[str]) -> dict[str, str]:
    """Return all folders that the paths lie in, each with a path in it."""
    return {folder: path for path in paths for folder in _above(path)}


def _above(path: str) -> Iterator[str]:
    """Yield the folders that a path lies in, the outermost first."""
    end = path.find("/")
    while end >= 0:
        yield path[:end]
        end = path.find("/", end + 1)


def _mode(output: Path, path: str) -> int:
    """Return what kind of file stands there, of a link that it is one; 0 for none, and for what cannot be a name."""
    try:
        return os.lstat(f"{output}/{path}").st_mode  # a hundred thousand paths would take longer to be made a Path
    except (OSError, ValueError):
        return 0


def _holds_only(folder: Path, gone: Collection[str], output: Path) -> bool:
    """Return whether the folder goes when the files that are gone go, because nothing else is in it."""
    leaves = [path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir() or not any(path.iterdir())]
    return bool(leaves) and all(path.relative_to(output).as_posix() in gone for path in leaves)
