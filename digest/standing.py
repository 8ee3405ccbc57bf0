"""Whether the site stands already as a build would make it: then nothing is read and nothing is made.

A build is a pure function of files, so if no file was touched that it read or wrote, it would write what is there. As
git's index does, this asks the file system for each file's stamp (device, inode, size, times) and not for its content;
of a file that was changed within two seconds before the build began, whose next change might bear the same time, it
compares the content ("racy git").
"""

import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from stat import S_ISREG
from typing import Any

from digest.errors import Fault, Level
from digest.project import Project
from digest.tools.files import COARSEST, below, open_regular, write_whole
from digest.tools.records import pack

_PACKAGE = Path(__file__).parent
_PROGRAM = (_PACKAGE, _PACKAGE.parent / "templates")  # our own code and templates
_CODE = frozenset(map(str, _PROGRAM))
_NAME = "standing.json"  # beside the cache
_LARGEST = 32 * 1024 * 1024  # bytes; of a larger file nobody looks at the content
_CHUNK = 1024 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Standing:
    """What the build said that made the site which stands."""

    articles: int
    threads: int
    pages: int
    files: int
    lock: str  # the digest of what it left in threads.lock
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Seal:
    """Some files by their stamps, and the contents of those that were changed a moment before.

    Of a file that is too large to be looked at the content is None, and equal to no other.
    """

    stamps: str
    young: tuple[tuple[str, str | None], ...] = ()

    def holds(self, before: "Seal") -> bool:
        """Tell whether all files are what they were when `before` was taken."""
        return self.stamps == before.stamps and all(
            was is not None and _content(path) == was for path, was in before.young
        )


def seal(project: Project, options: object) -> Seal:
    """Return the seal of all that a build of the project with these options reads, taken before it does."""
    left_out = (str(project.lock), str(project.cache.parent))
    recent = time.time_ns() - COARSEST  # before the first look: what is changed from then on is told by its time
    is_linked = project.static.is_symlink()  # then it is refused, and all of a disk may lie behind it
    # As those who read them do: templates may lie behind any link; of content/, only articles/ and the like may be one.
    found = [
        *_stamps((project.templates, project.root / "digest.yaml", *_PROGRAM), left_out),
        *_stamps((project.content,) if is_linked else (project.content, project.static), left_out, deep=1),
    ]
    young = [path for path, its in found if S_ISREG(its.st_mode) and max(its.st_mtime_ns, its.st_ctime_ns) > recent]
    stamps = _digest((options, sys.version, _user(), _libraries(), is_linked), found)
    return Seal(stamps, tuple((path, _content(path)) for path in young))


def standing(project: Project, now: Seal) -> Standing | None:
    """Return what was said of the site that stands, if a build of what is sealed would make it again; else None."""
    with suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
        kept = _kept(project.cache.parent / _NAME)
        read, written = (Seal(stamps, tuple(map(tuple, young))) for stamps, young in (kept["read"], kept["written"]))
        stands = _standing(kept["standing"])
        if now.holds(read) and _written(project).stamps == written.stamps and _content(project.lock) == stands.lock:
            if len(now.young) < len(read.young):  # their times tell them by now, and need no look into them
                _keep(project, now, written, stands)
            return stands
    return None


def remember(project: Project, before: Seal, made: Standing) -> None:
    """Keep what a build said that has just ended, of what was sealed before it began.

    Where it cannot be kept, the next build makes all anew.
    """
    _keep(project, before, _written(project), made)


def _keep(project: Project, read: Seal, written: Seal, made: Standing) -> None:
    kept = pack({"read": read, "written": written, "standing": made})
    with suppress(OSError):
        write_whole(project.cache.parent / _NAME, f"{kept}\n".encode())


def _kept(path: Path) -> Any:
    """Return what was kept; of a file that is too long not all is read, and it makes no sense."""
    with open_regular(path) as file:
        return json.loads(file.read(_LARGEST))


def _standing(row: list[Any]) -> Standing:
    articles, threads, pages, files, lock, faults = row
    told = (Fault(path, line, what, mend, Level(level), rule=rule) for path, line, what, mend, level, rule in faults)
    return Standing(articles, threads, pages, files, lock, tuple(told))


def _written(project: Project) -> Seal:
    """Return the seal of all that a build writes; it is ours, so a change within a moment is not looked for."""
    return Seal(_digest((), _stamps([project.output], deep=0)))


def _digest(facts: object, found: Iterable[tuple[str, os.stat_result]]) -> str:
    stamps = blake2b(repr(facts).encode(errors="surrogatepass"), digest_size=16)
    for path, its in found:
        each = (its.st_dev, its.st_ino, its.st_mode, its.st_size, its.st_mtime_ns, its.st_ctime_ns)
        stamps.update(f"{path}\0{each}\n".encode(errors="surrogatepass"))
    return stamps.hexdigest()


def _user() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0


def _libraries() -> int:
    """Return when a library was put in or taken away last: an upgrade does both."""
    found = find_spec("click")
    return Path(found.origin).parent.parent.stat().st_mtime_ns if found and found.origin else 0


def _stamps(
    places: Iterable[Path], left_out: Sequence[str] = (), deep: int = 99
) -> Iterator[tuple[str, os.stat_result]]:
    """Yield each file at or below some places, in one order."""
    for place in places:
        if place.is_file():
            yield str(place), place.stat()
        for entry in below(place, deep):
            if not _is_left_out(entry.path, str(place), left_out) and (found := _stat(entry)):
                yield entry.path, found


def _is_left_out(path: str, place: str, left_out: Sequence[str]) -> bool:
    """Return whether a path is one of those, or lies below it; or in what Python keeps beside our own code."""
    if path in left_out or path.startswith(tuple(f"{each}{os.sep}" for each in left_out)):
        return True
    return place in _CODE and f"{os.sep}__pycache__{os.sep}" in path[len(place) :]


def _stat(entry: "os.DirEntry[str]") -> os.stat_result | None:
    """Return what is known of a file; of a link that leads nowhere, of the link; None for what is gone by now."""
    for follow in (True, False):
        with suppress(OSError):
            return entry.stat(follow_symlinks=follow)
    return None


def _content(path: str | Path) -> str | None:
    """Return the digest of a file's content; "" for no regular file, None for one that is too large to be looked at."""
    with suppress(OSError), open_regular(path) as file:
        content, left = blake2b(digest_size=16), _LARGEST
        while part := file.read(_CHUNK):
            content.update(part)
            left -= len(part)
            if left < 0:
                return None
        return content.hexdigest()
    return ""


def fingerprint(content: bytes | None) -> str:
    """Return the digest of a file's content; "" for no file."""
    return "" if content is None else blake2b(content, digest_size=16).hexdigest()
