"""The files in the templates' assets/: style sheet, icon, scripts; each is published under a name made of its content.

A browser may then keep them for ever: another content is another address. A template says `asset("style.css")` and gets
the link. An asset that another asset names keeps its plain name, because a style sheet or a script that says
`url("face.woff2")` or `import "./words.js"` knows no other; what it names is not read any closer than that.
"""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from digest.model import OutputFile
from digest.tools.files import read_whole
from digest.tools.text import fingerprint

Assets = Mapping[str, OutputFile]  # by their names below assets/

MAX_ASSET = 256 * 1024 * 1024  # bytes of a file, which is held in the memory; GitHub Pages takes 100 MB
_FOLDER = "assets"
_NAMING = frozenset({".css", ".js", ".mjs", ".svg", ".webmanifest"})  # the kinds that can name others
_BEFORE_A_NAME = ("(", '"', "'", "/")


def read_assets(templates: Sequence[Path]) -> Assets:
    """Return each asset by its name below assets/, in the order of names; the first folder that has it wins."""
    contents = dict(_contents(templates))
    naming = [content for name, content in contents.items() if PurePosixPath(name).suffix.lower() in _NAMING]
    return {name: OutputFile(_path(name, contents[name], naming), contents[name]) for name in sorted(contents)}


def asset_url(assets: Assets, name: str) -> str:
    """Return the URL of an asset. Raises LookupError, with the name that may have been meant, where there is none."""
    if name not in assets:
        close = get_close_matches(str(name), assets, n=1)
        raise LookupError(f'there is no asset "{name}"' + (f' (did you mean "{close[0]}"?)' if close else ""))
    return quote(f"/{assets[name].path}")


def _contents(templates: Sequence[Path]) -> Iterable[tuple[str, bytes]]:
    for folder in reversed(templates):
        for path in sorted((folder / _FOLDER).rglob("*")):
            if path.is_file():
                name = path.relative_to(folder / _FOLDER).as_posix()
                yield name, read_whole(path, f"{folder.name}/{_FOLDER}/{name}", limit=MAX_ASSET)


def _path(name: str, content: bytes, naming: Iterable[bytes]) -> str:
    path = PurePosixPath(_FOLDER, name)
    if any(f"{sign}{path.name}".encode() in text for text in naming for sign in _BEFORE_A_NAME):
        return str(path)
    return str(path.with_name(f"{path.stem}.{fingerprint(content.decode('latin-1'))}{path.suffix}"))
