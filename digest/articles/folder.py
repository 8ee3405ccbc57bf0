"""Which files lie below a folder, in one order: not those that are hidden, nor what editors and downloads left."""

import os
from dataclasses import dataclass
from pathlib import Path

from digest.tools.names import written_out

FEEDS = (".atom", ".json", ".rss", ".xml")  # have many articles and no front matter
_LEFTOVERS = ("~", ".swp", ".swx", ".tmp", ".bak", ".part", ".crdownload")  # of editors and downloads


@dataclass(frozen=True, slots=True)
class Files:
    """The paths of files, a folder's own in the place of its name; and why some folders could not be looked into."""

    paths: tuple[str, ...]
    closed: tuple[OSError, ...]


def files(folder: Path) -> Files:
    """Return the files below a folder; links to folders are not followed. Without a folder there are none."""
    closed: list[OSError] = []
    found = []
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        # A hundred thousand of them, and a Path takes ten times as long.
        found += [os.path.join(parent, name) for name in names if _is_ours(name)]  # noqa: PTH118
    # What is not there, or is gone by now, is nothing that anybody can mend.
    named = tuple(error for error in closed if not isinstance(error, FileNotFoundError))
    return Files(tuple(sorted(found, key=lambda path: path.split(os.sep))), named)  # noqa: PTH206


def shut_out(folder: Path) -> str | None:
    """Return why a folder that is there, if only as a link, cannot be looked into; None where it can, or is not."""
    if not folder.is_symlink() and not folder.exists():
        return None
    try:
        os.scandir(folder).close()
    except OSError as error:
        return error.strerror
    return None


def relative(path: str, root: Path) -> str:
    """Return a path as it is told from `root`, with what is no UTF-8 written out."""
    return written_out(path.removeprefix(f"{root}{os.sep}"))


def is_feed(path: str) -> bool:
    """Tell by its name whether a file is a feed."""
    return path.lower().endswith(FEEDS)


def _is_ours(name: str) -> bool:
    return not name.startswith((".", "#")) and not name.endswith(_LEFTOVERS)
