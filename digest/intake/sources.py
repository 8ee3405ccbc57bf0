"""The files that a curator names: one, all of a folder, or what is written to the standard input."""

import os
from collections.abc import Iterator
from pathlib import Path

from digest.articles.feeds import MAX_FEED
from digest.articles.folder import FEEDS
from digest.articles.read import SYNTAXES
from digest.intake.outcomes import Refused

STANDARD_INPUT = "standard input"
_LEFTOVERS = ("~", ".tmp", ".bak", ".part", ".crdownload", ".swp")


def article_files(folder: Path) -> list[Path]:
    """Return the files below a folder that may be articles or feeds, in the order of their paths."""
    return [path for path in sorted(_walked(folder)) if path.suffix.lower() in {*SYNTAXES, *FEEDS}]


def content_of(path: Path) -> bytes:
    """Return the bytes of a file; raise Refused where it is none that can be read, or a very long one."""
    if not path.is_file():
        raise Refused("this is no regular file", "Name a file, a folder or an address")
    try:
        with path.open("rb") as file:
            return bounded(file.read(MAX_FEED + 1))
    except OSError as error:
        raise Refused(f"this file cannot be read: {error.strerror}", "Give yourself the right to read it") from error


def bounded(content: bytes) -> bytes:
    """Return `content`; raise Refused where it is longer than any feed or list."""
    if len(content) > MAX_FEED:
        raise Refused(f"it has more than {MAX_FEED // 1_000_000} MB", "Keep the article's text alone")
    return content


def _walked(folder: Path) -> Iterator[Path]:
    """Yield what lies below a folder, as a build sees it; a link may lead to what nobody means to publish."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(parent, name)
            if not name.startswith((".", "#")) and not name.endswith(_LEFTOVERS) and not path.is_symlink():
                yield path
