"""The folders that a site's look comes from: the project's templates, then the shipped ones; and its static files."""

from collections.abc import Iterable
from pathlib import Path

from digest.model import OutputFile

_PACKAGE = Path(__file__).parent.parent


def template_folders(project: Path) -> tuple[Path, ...]:
    """Return the folders of templates; in an installed package the shipped ones lie within, in a checkout beside it."""
    shipped = next(folder for folder in (_PACKAGE / "templates", _PACKAGE.parent / "templates") if folder.is_dir())
    return (project, shipped) if project.is_dir() and project != shipped else (shipped,)


def read_static(folder: Path) -> tuple[OutputFile, ...]:
    """Return the files of static/, as they are; hidden ones, such as .well-known, too."""
    return tuple(
        OutputFile(path.relative_to(folder).as_posix(), path.read_bytes())
        for path in _regular(folder)
    )  # fmt: skip


def _regular(folder: Path) -> Iterable[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
