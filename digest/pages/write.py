"""Make the output folder equal to the files: all or nothing, and nothing that we did not write is touched.

Everything waits beside its place before anything moves (`stage.py`), so that what can fail (a full disk, a missing
right, the template of the last page) fails while the old site still stands. What stands in the folder's own list,
`.digest`, is ours to remove; all else is somebody's.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from digest.errors import DigestError, Fault
from digest.ghost import is_ghost
from digest.model import OutputFile
from digest.pages.obstacles import check_obstacles, still_ours
from digest.pages.stage import Stage
from digest.tools.files import holds, read_whole, stamp
from digest.tools.left import Left
from digest.tools.leftovers import WITHIN
from digest.tools.means import PLAIN, Means
from digest.tools.memo import ONCE

_LIST = ".digest"
_MAX_LIST = 64 * 1024 * 1024  # bytes, of a million paths
# A part that is empty or of dots alone, or a sign that is none of a name or ends a line of the list; on Windows there
# are more that end a part.
_STRAYING = re.compile(r"(?:\A|/)\.{0,2}(?:/|\Z)|[\0\n]" + (r"|[\\:]" if os.sep == "\\" else ""))


@dataclass(frozen=True, slots=True)
class Written:
    """What a build changed in the output folder, as paths below it."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def write(
    files: Iterable[OutputFile], output: Path, means: Means = PLAIN, *, ready: Callable[[], object] = bool
) -> Written:
    """Write the files that differ, remove those of an earlier build that are no more, and return what was done.

    Each file is asked for once, and let go. All come into the folder in one step; where the means or the system say
    otherwise, each in one of its own. `ready` is called before any does; what it raises keeps the old site. Raises
    DigestError, with the old site as it was, where the folder cannot be written, or a path leads out of it; in an
    ExceptionGroup, where files would have one path, or digest's own.
    """
    output = Path(os.path.realpath(output))
    try:
        with Stage(output, at_once=means.at_once) as stage:
            paths, changed = _staged(files, output, stage, means)
            check_paths(paths)
            ours = set(listed(output))
            gone = still_ours(ours.difference(paths), output)
            check_obstacles([*changed, _LIST], set(gone), {*ours, _LIST}, output)
            ready()
            if changed or gone or {*paths} != ours:
                # Whatever happens from here on, what was moved and what was not removed yet is known to be ours.
                stage.bring(gone, OutputFile(_LIST, _list({*ours, *changed})), OutputFile(_LIST, _list({*paths})))
    except (OSError, UnicodeEncodeError) as error:
        raise DigestError(_fault(error, output)) from error
    return Written(tuple(sorted(changed)), tuple(gone), len(paths) - len(changed))


def _staged(files: Iterable[OutputFile], output: Path, stage: Stage, means: Means) -> tuple[list[str], list[str]]:
    """Return the paths of all files, and of those that do not stand yet, which wait in the stage from now on.

    What neither we nor anybody has touched since it stood stands.
    """
    paths, changed = [], []
    for file in files:
        _check_path(file.path, output)
        paths.append(file.path)
        if means.memo is ONCE and is_ghost(file) and means.left.found(file.path):
            continue
        place = output / file.path
        inputs = (file, stamp(place)) if means.memo is not ONCE else None
        if not means.memo.again("write", file.path, inputs, partial(_stands, place, file, means.left)):
            stage.put(file.path, file.content)
            changed.append(file.path)
    return paths, changed


def _list(paths: set[str]) -> bytes:
    return "".join(f"{path}\n" for path in sorted(paths)).encode()


def _check_path(path: str, output: Path) -> None:
    """Raise DigestError where a path would lead out of the output, which is no curator's fault."""
    if _STRAYING.search(path):
        what = f"a file of the site is to be {path!r}, which is no path in it"
        mend = "Delete .digest-cache/ and build again; if it is told again, it is a fault of digest's: report it"
        raise DigestError(Fault(str(output), 1, what, mend, rule="unwritable-site"))


def check_paths(paths: Iterable[str]) -> None:
    """Raise an ExceptionGroup of DigestError where files would have one path, on some disks or all, or digest's own."""
    places: dict[str, list[str]] = {}  # paths by what a disk makes of them that does not tell capitals
    for path in sorted(paths):
        places.setdefault(path.casefold(), []).append(path)
    mend = "Rename the one in static/; what is shipped is replaced in templates/"
    faults = [DigestError(Fault(path, 1, what, mend, rule="path-clash")) for path, what in _clashes(places)]
    if faults:
        raise ExceptionGroup("paths", faults)


def _clashes(places: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Return the paths that cannot be written beside the others, each with the reason."""
    folders: dict[str, str] = {}  # each with the first file in it
    for place, [path, *others] in places.items():
        if place.partition("/")[0] in {_LIST, WITHIN}:
            yield path, "digest keeps a file of its own here"
        if path in others:
            yield path, f"two files of the site are to be {path}"
        elif others:
            yield path, f"{path} and {others[0]} are two files that many disks take for one"
        folder = place.rpartition("/")[0]
        while folder and folder not in folders:
            folders[folder] = path
            folder = folder.rpartition("/")[0]
    for place in sorted(places.keys() & folders.keys()):
        yield places[place][0], f"a file and the folder of {folders[place]} are both to be {places[place][0]}"


def _stands(path: Path, file: OutputFile, left: Left) -> bool:
    """Tell whether a file stands as it is to be; of one that was left so, this build has asked already."""
    if not path.is_file() or path.is_symlink():
        return False
    if is_ghost(file) and left.found(file.path):
        return True
    return holds(path, file.content)


def listed(output: Path) -> Iterable[str]:
    """Return the files that an earlier build wrote; a line that leads out of the folder is none of them."""
    kept = output / _LIST
    if kept.is_symlink() or not kept.is_file():
        return []
    text = read_whole(kept, str(kept), limit=_MAX_LIST).decode(errors="replace")
    return [line for line in text.split("\n") if not _STRAYING.search(line)]


def _fault(error: OSError | UnicodeEncodeError, output: Path) -> Fault:
    if isinstance(error, UnicodeEncodeError):
        what = f"the file system takes no {error.object[error.start : error.end]!r} in a file's name"
        return Fault(str(output), 1, what, "Set LC_ALL to a locale with UTF-8, such as C.UTF-8", rule="unwritable-site")
    mend = "Free the disk, give yourself the right to write, or move away what stands there"
    return Fault(
        str(error.filename or output), 1, f"the site cannot be written: {error.strerror}", mend, rule="unwritable-site"
    )
