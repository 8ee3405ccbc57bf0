"""Take shipped templates into a project, where they can be changed.

A copy never stands in for work that is there already, and says in its first line what it was taken from: a curator who
comes back to it after some versions can then see what has changed since.
"""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from os.path import lexists
from pathlib import Path, PurePosixPath

from digest import __version__
from digest.errors import UsageError
from digest.pages.theme import shipped_templates

_COMMENTS = {".css": "/* {} */\n", ".js": "// {}\n", ".mjs": "// {}\n"}
_JINJA = "{{# {} #}}\n"  # Jinja drops the line with its end, so that nothing of it reaches a page
_TAKEN = f"Taken from digest {__version__}. Delete this file to have the shipped one again."


def listed(own: Path) -> Mapping[str, bool]:
    """Return each shipped template by its name, in order, and whether the project's folder `own` replaces it."""
    shipped = shipped_templates()
    return {name: path != own / name and (own / name).is_file() for name, path in shipped.items()}


def eject(names: Sequence[str], own: Path) -> tuple[Path, ...]:
    """Copy the shipped templates of these names into the project's folder `own`, and return the copies.

    Raises UsageError, with nothing written, where there is no such template or a file of its name is there already.
    """
    shipped = shipped_templates()
    for name in names:
        if name not in shipped:
            raise UsageError(f'There is no shipped template "{name}". {_hint(name, shipped)}')
        if lexists(own / name):
            place = f"{own.name}/{name}"
            raise UsageError(f"{place} is there already. Rename or delete it to take the shipped one anew.")
    return tuple(_copied(shipped[name], own / name, name) for name in dict.fromkeys(names))


def eject_all(own: Path) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Copy all shipped templates that `own` has no file for; return the copies, and the names of the others."""
    there = tuple(name for name in shipped_templates() if lexists(own / name))
    return eject([name for name in shipped_templates() if name not in there], own), there


def _hint(name: str, shipped: Iterable[str]) -> str:
    close = get_close_matches(name.removeprefix("templates/"), shipped, n=1)
    return f'Did you mean "{close[0]}"?' if close else "`digest theme list` names them all."


def _copied(shipped: Path, copy: Path, name: str) -> Path:
    copy.parent.mkdir(parents=True, exist_ok=True)
    with copy.open("xb") as file:
        file.write(_first_line(name).encode() + shipped.read_bytes())
    return copy


def _first_line(name: str) -> str:
    """Return the comment that an ejected file begins with; "" where its format has none that is harmless."""
    path = PurePosixPath(name)
    return (_COMMENTS.get(path.suffix, "") if path.parts[0] == "assets" else _JINJA).format(_TAKEN)
