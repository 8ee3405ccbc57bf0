"""Make a new digest project, ready to build.

The starter is a folder of this package, to be read as it will be written. Its articles overlap on purpose (a sentence
that both carry, a figure that changes), so that the first build shows what digest is for. They tell of an invented
town, and say so, because a starter is published more often than one would think.
"""

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from digest import __version__
from digest.errors import UsageError

RENAMED = {"gitignore": ".gitignore"}  # under its own name it would hide files of this package from git


def new_project(folder: Path) -> tuple[Path, ...]:
    """Write a new project into `folder`, which must be empty or not there yet; return the files, in order of path."""
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise UsageError(f"{folder.name} is there already and is not an empty folder. Choose another name.")
    try:
        written = tuple(_written(folder / name, text) for name, text in _starter())
    except OSError as error:
        raise UsageError(f"{folder} cannot be made: {error.strerror}. Choose another place.") from error
    return tuple(sorted(written))


def _starter() -> Iterator[tuple[str, str]]:
    for name, file in _files(resources.files("digest.publish").joinpath("starter"), ""):
        yield RENAMED.get(name, name), file.read_text(encoding="utf-8").replace("VERSION", __version__)


def _files(folder: Traversable, above: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry, f"{above}{entry.name}/")
        else:
            yield f"{above}{entry.name}", entry


def _written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
