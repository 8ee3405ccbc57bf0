"""The folders that a site's look comes from: the project's templates, then the shipped ones; and its static files."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from digest.errors import DigestError, Fault
from digest.model import OutputFile
from digest.pages.assets import MAX_ASSET
from digest.tools.files import leads_out, read_whole
from digest.tools.names import unlisted

_PACKAGE = Path(__file__).parent.parent


def template_folders(project: Path) -> tuple[Path, ...]:
    """Return the folders of templates, the shipped one the last, and alone where the project has no other."""
    shipped = shipped_folder()
    return (project, shipped) if project.is_dir() and project != shipped else (shipped,)


def checked_templates(own: Path) -> Path:
    """Return the folder of a project's own templates, which need not be there.

    Raises an ExceptionGroup of DigestError where something else is there, or what cannot be looked into: the site would
    have the shipped look, and nobody would be told.
    """
    assets = own / "assets"
    places = [place for place in (own, assets) if os.path.lexists(place) and not os.path.isdir(place)]  # noqa: PTH112 - or shut
    blocked = [_unreadable(_shown(place, own), "this is no folder", "Remove it") for place in places]
    linked = [assets] if os.path.islink(assets) else []  # noqa: PTH114 - False in what is shut
    if faults := blocked or _shut(own, *linked):
        raise ExceptionGroup("templates", faults)
    return own


def shipped_folder() -> Path:
    """Return the folder of the shipped templates; in an installed package it lies within, in a checkout beside it."""
    return next(folder for folder in (_PACKAGE / "templates", _PACKAGE.parent / "templates") if folder.is_dir())


def shipped_templates() -> Mapping[str, Path]:
    """Return each shipped template and asset by its name, such as base.html or assets/style.css, in order."""
    folder = shipped_folder()
    return {path.relative_to(folder).as_posix(): path for path in _regular(folder) if not path.name.startswith(".")}


def read_static(folder: Path) -> Iterator[OutputFile]:
    """Return the files of static/, as they are; hidden ones, such as .well-known, too.

    Raises an ExceptionGroup of DigestError where the folder is a link, or links in it lead out of it: what they lead to
    may be private, and all of it would be published; for what is no file, such as a pipe; for a name that the list of
    the site's files cannot hold; and for what is shut, since what was published of it would vanish from the site.
    """
    paths = sorted(folder.rglob("*")) if not folder.is_symlink() else []
    if faults := [*_links(folder, paths), *_no_files(folder, paths), *_odd(folder, paths), *_shut(folder)]:
        raise ExceptionGroup("static", faults)
    return (_static(path, folder) for path in paths if os.path.isfile(path))  # noqa: PTH113 - False for what is shut


def _static(path: Path, folder: Path) -> OutputFile:
    name = path.relative_to(folder).as_posix()
    return OutputFile(name, read_whole(path, f"{folder.name}/{name}", limit=MAX_ASSET))


def _links(folder: Path, paths: Iterable[Path]) -> Iterator[DigestError]:
    """Yield what is wrong with links; one that leads nowhere, as an editor's lock does, is none that is copied."""
    if folder.is_symlink():
        what, mend = "this folder is a link", "Copy the folder itself here"
        yield _unreadable(folder.name, what, mend)
    for path in paths:
        if leads_out(path, (folder,)) and os.path.exists(path):  # noqa: PTH110 - False for what is shut
            what = f"this link leads out of {folder.name}/"
            mend = "Copy what it leads to here, or remove it"
            yield _unreadable(_shown(path, folder), what, mend)


def _no_files(folder: Path, paths: Iterable[Path]) -> Iterator[DigestError]:
    """Yield what is neither a file nor a folder, and no link that leads out or nowhere; nothing is opened for that."""
    if folder.exists() and not folder.is_dir():
        yield _unreadable(folder.name, "this is no folder", "Remove it")
    for path in paths:
        # Each is False for what is shut.
        is_special = os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)  # noqa: PTH110,PTH112,PTH113
        if is_special and not leads_out(path, (folder,)):
            yield _unreadable(_shown(path, folder), "this is no regular file", "Remove it")


def _odd(folder: Path, paths: Iterable[Path]) -> Iterator[DigestError]:
    """Yield what is wrong with names."""
    for path in paths:
        if odd := unlisted(path.name):
            yield _unreadable(_shown(path, folder), f"this {odd}", "Rename it")


def _shut(folder: Path, *linked: Path) -> list[DigestError]:
    """Return what is wrong with folders that cannot be looked into, below one and some links in it."""
    errors: list[OSError] = []
    for top in (folder, *linked):
        for place, _, _ in os.walk(top, onerror=errors.append):
            try:
                os.stat(f"{place}{os.sep}.")  # noqa: PTH116 - Path leaves out the dot, which asks for the right to go in
            except OSError as error:
                errors.append(error)
    shut = [error for error in errors if not isinstance(error, FileNotFoundError | NotADirectoryError)]
    mend = "Give yourself the right to read it"
    return [
        _unreadable(_shown(Path(error.filename), folder), f"this folder cannot be read: {error.strerror}", mend)
        for error in shut
    ]


def _unreadable(shown: str, what: str, mend: str) -> DigestError:
    return DigestError(Fault(shown, 1, what, mend, rule="unreadable"))


def _shown(path: Path, folder: Path) -> str:
    return Path(folder.name, path.relative_to(folder)).as_posix()


def _regular(folder: Path) -> Iterable[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
