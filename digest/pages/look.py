"""What the look of a site is made of: the templates of some folders, each read once, and the addresses of the assets.

Pages are made of these texts and of no file, so that a template which is saved while a build runs changes either all
that is made of it and said of it, or nothing. A process elsewhere is sent them with its work, and needs no folder: what
it would find there may be older, or another's.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from digest.errors import DigestError, Fault
from digest.pages.assets import Assets
from digest.pages.templatefaults import called
from digest.tools.files import below, is_there, read_whole, stamp


@dataclass(frozen=True, slots=True)
class Look:
    """The templates of some folders, the first of which wins and the last of which is the shipped one."""

    folders: tuple[Path, ...]
    templates: tuple[tuple[str, str | Fault], ...]  # by their paths: a text, or why there is none
    assets: tuple[tuple[str, str], ...]  # by their names: their paths in the site


def read_look(folders: Sequence[Path], assets: Assets) -> Look:
    """Return the look of some folders; what is wrong with a file of these is told where it is asked for."""
    read = [(path, _text(path, called(path, folders))) for path in _places(folders)]
    # One that has gone meanwhile is none.
    there = tuple((path, text) for path, text in read if isinstance(text, str) or is_there(Path(path)))
    return Look(tuple(folders), there, tuple((name, file.path) for name, file in assets.items()))


def stamps(folders: Sequence[Path]) -> object:
    """Return what equals what it returned before as long as the files in the folders are the same."""
    return [(path, stamp(path)) for path in _places(folders)]


def _places(folders: Sequence[Path]) -> list[str]:
    """Return the paths of all files in the folders, and of folders that stand where a template would."""
    *own, shipped = folders
    ours = [file.path for file in below(shipped)]
    theirs = [file.path for folder in own for file in below(folder)]
    blocked = [str(folder / Path(path).relative_to(shipped)) for folder in own for path in ours]
    return [*theirs, *(path for path in blocked if os.path.isdir(path)), *ours]  # noqa: PTH112 - False for what is shut


def _text(path: str, shown: str) -> str | Fault:
    """Return the text of a template, each line of which ends as Python has it; or why there is none."""
    content = b""
    try:
        content = read_whole(Path(path), shown)
        return content.decode().replace("\r\n", "\n").replace("\r", "\n")
    except DigestError as error:
        return error.fault
    except OSError as error:
        what, mend = f"this file cannot be read: {error.strerror}", "Give yourself the right to read it"
        return Fault(shown, 1, what, mend, rule="unreadable")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Fault(shown, line, "this is no UTF-8", "Save it as UTF-8", rule="bad-template")
