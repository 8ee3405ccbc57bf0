"""What a command that was killed leaves behind: the folder in which a site waited, and files that were half written.

They are found by their names, which nothing else bears, and removed by who holds the turn, so nobody is at work on
them. No link is followed on the way to one: who sends a repository could aim it at anything on this machine.
"""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISREG

WITHIN = ".digest-new"  # the stage of files that come one after another
_HALF = re.compile(r"\.digest-(?:[0-9a-f]{16}|[a-z0-9_]{8})")  # names of `files.write_whole`; of `tempfile`
_HOUR = 3600  # seconds; what is as old is written by nobody, not even where the system has no locks


def stages_of(output: Path) -> tuple[Path, Path]:
    """Return the folders in which the next output waits: beside this one as a whole, or in it file by file."""
    return output.parent / f".{output.name}{WITHIN}", output / WITHIN


def sweep_stage(output: Path) -> None:
    """Remove the stage of a build or a preview that was killed; where there is none, it costs two looks.

    What it holds of somebody else's comes over first; raises OSError, and removes nothing, where that cannot be done.
    """
    output = Path(os.path.realpath(output))
    for stage in stages_of(output):
        if os.path.lexists(stage):
            from digest.tools.rescue import rescue  # noqa: PLC0415 - as rmtree

            rescue(stage, output)
            remove(stage)


def sweep_halves(folder: Path, now: float) -> None:
    """Remove the files below a folder that were half written an hour before `now`, in seconds since 1970."""
    for place in _halves(folder):
        with suppress(OSError):
            its = place.lstat()
            if S_ISREG(its.st_mode) and its.st_mtime < now - _HOUR:
                place.unlink()


def _halves(folder: Path) -> Iterator[Path]:
    for parent, _, names in os.walk(folder):
        yield from (Path(parent, name) for name in names if _HALF.fullmatch(name))


def remove(place: Path) -> None:
    """Remove a folder with all in it, or a link and not what it leads to; what cannot be removed stays."""
    with suppress(OSError):
        if S_ISDIR(place.lstat().st_mode):
            from shutil import rmtree  # noqa: PLC0415 - where a site stands, nothing is removed, and a build is quick

            rmtree(place, ignore_errors=True)
        else:
            place.unlink()
