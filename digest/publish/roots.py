"""Where the curator's files lie in truth: the places that are watched, and the folders that links in them lead to.

The system tells of a change by the place where a file lies, and follows no link. So each place is kept with the path by
which the curator knows it. A link to a place that is watched already, or to a folder above one, is passed over: else
changes would be told twice, links could lead in a circle for ever, and one to the root of a disk would watch it all.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

EDITORS_ENDINGS = ("~", ".swp", ".swx", ".tmp")
EDITORS_NAME = "4913"  # Vim tries whether it may write here
LOCK = "threads.lock"


def roots(watched: Iterable[Path], output: Path) -> Mapping[Path, Path]:
    """Return the places of what is watched, some of which may not exist, each with the path by which it is known."""
    known = [path.parent.resolve() / path.name for path in watched]
    found = {path.resolve(): path for path in known}
    waiting = [*found]
    while waiting:
        folder = waiting.pop()
        for link in _links(folder):
            place = Path(os.path.realpath(link))
            if place.is_dir() and not any(_overlap(place, other) for other in (output, *found)):
                found[place] = found[folder] / link.relative_to(folder)
                waiting.append(place)
    return found


def by_machine(name: str) -> bool:
    """Tell whether a file or folder of this name is none of the curator's."""
    hidden_or_autosave = name.startswith((".", "#", LOCK))
    return hidden_or_autosave or name.endswith(EDITORS_ENDINGS) or name == EDITORS_NAME


def _links(folder: Path) -> Iterator[Path]:
    """Yield the links to folders below `folder`, in a fixed order."""
    for parent, names, _ in os.walk(folder):
        names[:] = sorted(name for name in names if not by_machine(name))
        yield from (path for name in names if (path := Path(parent, name)).is_symlink())


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)
