"""The folders that a site's look comes from: the project's templates, then the shipped ones; and its static files."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from digest.model import OutputFile

_PACKAGE = Path(__file__).parent.parent


def template_folders(project: Path) -> tuple[Path, ...]:
    """Return the folders of templates, the shipped one the last, and alone where the project has no other."""
    shipped = shipped_folder()
    return (project, shipped) if project.is_dir() and project != shipped else (shipped,)


def shipped_folder() -> Path:
    """Return the folder of the shipped templates; in an installed package it lies within, in a checkout beside it."""
    return next(folder for folder in (_PACKAGE / "templates", _PACKAGE.parent / "templates") if folder.is_dir())


def shipped_templates() -> Mapping[str, Path]:
    """Return each shipped template and asset by its name, such as base.html or assets/style.css, in order."""
    folder = shipped_folder()
    return {path.relative_to(folder).as_posix(): path for path in _regular(folder) if not path.name.startswith(".")}


def read_static(folder: Path) -> Iterator[OutputFile]:
    """Yield the files of static/, as they are; hidden ones, such as .well-known, too."""
    for path in _regular(folder):
        yield OutputFile(path.relative_to(folder).as_posix(), path.read_bytes())


def _regular(folder: Path) -> Iterable[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
