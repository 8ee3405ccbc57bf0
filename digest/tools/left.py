"""What an earlier build left in the output folder: of which version each file is, and whether it still stands so.

A version is the digest of all that a file is made of, so a file whose version stands need not be made to tell that it
is the same. That it was touched by nobody is believed of its stamp, as git's index does, and of the time of its last
change of any kind, which no program sets: that is not after the build which left it.
"""

import math
import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from digest.tools.cache import NO_CACHE, Cache, batches


@dataclass(frozen=True, slots=True)
class Answers:
    """What a page asked of the addresses of its site: which of them are there, which are not."""

    there: tuple[str, ...]
    missing: tuple[str, ...]
    listed: str | None  # the digest of all of them, where all were listed


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it was left."""

    version: str
    stamp: tuple[int, ...]
    answers: Answers


@dataclass(frozen=True, slots=True)
class _AtRest:
    """When an output was at rest: nothing in it was changed later by the build that left it."""

    since: int  # nanoseconds


class Left:
    """The files that earlier builds left in an output folder, and those that this one makes."""

    def __init__(self, output: Path, cache: Cache = NO_CACHE) -> None:
        self._output = os.path.realpath(output)
        self._cache = cache
        self._made: dict[str, tuple[str, Answers]] = {}
        self._found: set[str] = set()

    @property
    def is_kept(self) -> bool:
        """Tell whether it is known from one build to the next what was left."""
        return self._cache.is_kept

    def standing(self, versions: Mapping[str, str], still: Callable[[Answers], bool]) -> dict[str, Answers]:
        """Return, of the files with these versions, those that stand in the output so, and whose answers hold still."""
        self._made = {}  # by a build that began anew, since a file that it read was changed
        places = {self._place(path): path for path in versions}
        rest = self._cache.recall(_AtRest, [self._output]).get(self._output, _AtRest(0))
        found: dict[str, Answers] = {}
        for place, file in self._cache.recall(_File, places).items():
            path = places[place]
            if file.version == versions[path] and still(file.answers) and file.stamp == self._stamp(path, rest.since):
                found[path] = file.answers
        self._found.update(found)
        return found

    def found(self, path: str) -> bool:
        """Tell whether a file was found to stand as it is to be."""
        return path in self._found

    def made(self, path: str, version: str, answers: Answers) -> None:
        """Take note of a file that this build has made."""
        self._made[path] = version, answers

    def keep(self, *, moved: bool = True) -> None:
        """Keep what this build has made, now that it stands; `moved` tells whether any file of the output did."""
        if not self._made and not moved:
            return
        for some in batches(self._made.items()):
            files = {
                self._place(path): _File(version, stamp, answers)
                for path, (version, answers) in some if (stamp := self._stamp(path))
            }  # fmt: skip
            self._cache.keep(files)
        self._cache.keep({self._output: _AtRest(time.time_ns())})
        self._made = {}

    def _place(self, path: str) -> str:
        return f"{self._output}/{path}"

    def _stamp(self, path: str, rest: float = math.inf) -> tuple[int, ...]:
        """Return the stamp of a regular file, which stays when it is linked into the folder that takes its place.

        One that was changed in any way since the `rest` has none.
        """
        with suppress(OSError):
            its = os.lstat(self._place(path))
            if its.st_ctime_ns <= rest:
                return its.st_dev, its.st_ino, its.st_mode, its.st_size, its.st_mtime_ns
        return ()


NOTHING = Left(Path())
