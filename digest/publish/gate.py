"""Decide who may ask the preview, and which file a request names.

A preview server listens on the curator's own machine, yet every page of the web can make the curator's browser speak
to it. Two things stop that, before any file is looked at. A page of another site is known by its Origin. A name that
was pointed at 127.0.0.1 after its page had loaded (DNS rebinding) is known by its Host. Both are compared exactly:
every rule by prefix, suffix or pattern has been got around in some server.

A path is taken apart before it is decoded, so that no encoded slash or dot becomes a step; then the file is resolved,
so that no symbolic link leads out of the site. Dotfiles are no part of what a reader sees.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

HTTP_PORT = 80  # the one port that a browser leaves out of Host and Origin


@dataclass(frozen=True, slots=True)
class Redirect:
    """The request names a folder without its last slash, so the links of its page would lead astray."""

    location: str


def names(host: str, port: int) -> frozenset[str]:
    """Return every Host under which the preview is rightly asked.

    >>> sorted(names("127.0.0.1", 8000))
    ['127.0.0.1:8000', '[::1]:8000', 'localhost:8000']
    """
    hosts = {"127.0.0.1", "localhost", "[::1]", bracketed(host)}
    bare = hosts if port == HTTP_PORT else set()
    return frozenset({f"{name}:{port}" for name in hosts} | bare)


def bracketed(host: str) -> str:
    """Return `host` as it is written in a URL."""
    return f"[{host}]" if ":" in host else host


def admits(allowed: frozenset[str], hosts: Sequence[str], origins: Sequence[str]) -> bool:
    """Tell whether a request with these Host and Origin headers may be answered; a browser sends no header twice."""
    if len(hosts) != 1 or hosts[0] not in allowed:
        return False
    return not origins or (len(origins) == 1 and origins[0] in {f"http://{name}" for name in allowed})


def locate(site: Path, target: str) -> Path | Redirect | None:
    """Return the file of `site` that the request target names; None where there is none that may be shown."""
    steps = _steps(target)
    if steps is None:
        return None
    try:
        root = site.resolve(strict=True)  # at each request: a build may swap the whole folder
        place = root.joinpath(*steps).resolve(strict=True)
        return _shown(root, place, target)
    except (OSError, RuntimeError):  # not there, a name too long, a link that leads to itself
        return None


def below(mount: str, target: str) -> str:
    """Return a request target as it is below the path at which the site will lie; other targets stay as they are.

    The links of 404.html begin with that path, since a server sends the page for any address.

    >>> below("/news/", "/news/sources/?all"), below("/news/", "/sources/"), below("/", "/sources/")
    ('/sources/?all', '/sources/', '/sources/')
    """
    return target[len(mount) - 1 :] if target.startswith(mount) else target


def split(target: str) -> tuple[str, str]:
    """Return the path and the query of a request target, as they were sent; none is too odd for it."""
    path, _, query = target.partition("#")[0].partition("?")
    return path, query


def _steps(target: str) -> tuple[str, ...] | None:
    """Return the decoded names of the path, from the site down; None where one of them is no plain name."""
    path, _ = split(target)
    if not path.startswith("/"):
        return None
    try:
        steps = tuple(unquote(step, errors="strict") for step in path.removeprefix("/").removesuffix("/").split("/"))
    except UnicodeDecodeError:
        return None
    return () if steps == ("",) and path == "/" else steps if all(map(_plain, steps)) else None


def _plain(step: str) -> bool:
    return bool(step) and step.isprintable() and not step.startswith(".") and not set(step) & set("/\\")


def _shown(root: Path, place: Path, target: str) -> Path | Redirect | None:
    """Return what is shown for a resolved place: itself, the index of a folder, or where that is."""
    if not place.is_relative_to(root) or any(step.startswith(".") for step in place.relative_to(root).parts):
        return None
    as_folder = split(target)[0].endswith("/")
    if place.is_dir():
        index = _shown(root, (place / "index.html").resolve(strict=True), "/index.html")
        return index if as_folder or index is None else Redirect(_with_slash(target))
    return place if place.is_file() and not as_folder else None


def _with_slash(target: str) -> str:
    """Return the folder's own URL; made anew of plain names, it cannot lead to another host.

    >>> _with_slash("/a%20b?c=d")
    '/a%20b/?c=d'
    """
    path, query = split(target)
    steps = "/".join(quote(step, safe="") for step in _steps(path) or ())
    return f"/{steps}/?{quote(query, safe='=&%+')}" if query else f"/{steps}/"
