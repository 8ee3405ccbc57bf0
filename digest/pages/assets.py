"""The files in the templates' assets/: style sheet, icon, scripts; each is published under a name made of its content.

A browser may then keep them for ever: another content is another address. A template says `asset("style.css")` and gets
the link. An asset that another asset names keeps its plain name, because a style sheet or a script that says
`url("face.woff2")` or `import "./words.js"` knows no other; what it names is not read any closer than that.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from digest.errors import DigestError, Fault
from digest.model import OutputFile
from digest.tools.files import read_whole
from digest.tools.text import fingerprint

Assets = Mapping[str, OutputFile]  # by their names below assets/

MAX_ASSET = 256 * 1024 * 1024  # bytes of a file, which is held in the memory; GitHub Pages takes 100 MB
_FOLDER = "assets"
_NAMING = frozenset({".css", ".js", ".mjs", ".svg", ".webmanifest"})  # the kinds that can name others
_BEFORE_A_NAME = ("(", '"', "'", "/")


def read_assets(templates: Sequence[Path]) -> Assets:
    """Return each asset by its name below assets/, in the order of names; the first folder that has it wins.

    Raises an ExceptionGroup of DigestError for what is no asset, though it seems to be one: the shipped one would be
    published, and nobody would be told.
    """
    found = {name: _content(path, shown) for name, path, shown in _places(templates)}
    if faults := [DigestError(content) for content in found.values() if isinstance(content, Fault)]:
        raise ExceptionGroup("templates", faults)
    contents = {name: content for name, content in found.items() if isinstance(content, bytes)}
    naming = [content for name, content in contents.items() if PurePosixPath(name).suffix.lower() in _NAMING]
    return {name: OutputFile(_path(name, contents[name], naming), contents[name]) for name in sorted(contents)}


def asset_url(assets: Mapping[str, str], name: str) -> str:
    """Return the URL of one of some assets, of which the paths are given by their names.

    Raises LookupError, with the name that may have been meant, where there is none.
    """
    if name not in assets:
        close = get_close_matches(str(name), assets, n=1)
        raise LookupError(f'there is no asset "{name}"' + (f' (did you mean "{close[0]}"?)' if close else ""))
    return quote(f"/{assets[name]}")


def _places(templates: Sequence[Path]) -> Iterator[tuple[str, Path, str]]:
    """Yield what lies below assets/, by its name, and how messages call it.

    A folder is yielded where it stands in an asset's place. A link that leads nowhere is not, where its name is hidden,
    as that of an editor's lock is.
    """
    known: set[str] = set()
    for folder in reversed(templates):
        for path in sorted((folder / _FOLDER).rglob("*")):
            name = path.relative_to(folder / _FOLDER).as_posix()
            # Both are False for what is shut.
            is_lock = path.name.startswith(".") and not os.path.exists(path)  # noqa: PTH110
            if name in known or not (is_lock or os.path.isdir(path)):  # noqa: PTH112
                known.add(name)
                yield name, path, f"{folder.name}/{_FOLDER}/{name}"


def _content(path: Path, shown: str) -> bytes | Fault:
    """Return what an asset holds, or why it cannot be read."""
    try:
        return read_whole(path, shown, limit=MAX_ASSET)
    except DigestError as error:
        return error.fault
    except OSError as error:
        what, mend = f"this file cannot be read: {error.strerror}", "Give yourself the right to read it"
        return Fault(shown, 1, what, mend, rule="unreadable")


def _path(name: str, content: bytes, naming: Iterable[bytes]) -> str:
    path = PurePosixPath(_FOLDER, name)
    if any(f"{sign}{path.name}".encode() in text for text in naming for sign in _BEFORE_A_NAME):
        return str(path)
    return str(path.with_name(f"{path.stem}.{fingerprint(content.decode('latin-1'))}{path.suffix}"))
