"""What lies in the site's folder and was made by no build, before all of that folder is published.

Whoever put a file there may have meant it to be published, so it is, and is told. A link is not: what it leads to may
be anything on this machine. Nor is what is hidden, since nobody sees it there: an editor's copy, a `.env`, a `.git`.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from digest.errors import UsageError, printable
from digest.pages.write import listed
from digest.tools.names import unlisted
from digest.tools.text import counted

_EXPECTED = frozenset({".digest", ".nojekyll"})
_OPEN = ".well-known"  # a folder that is hidden and meant to be published (RFC 8615)
_NAMED = 5  # files that a message names; of more it says how many


def check_strays(site: Path, shown: str) -> None:
    """Raise UsageError, a line for each, where links, hidden files or what is no file would be published."""
    made = frozenset(listed(site))
    refused = [
        printable(f"{shown}/{path} {why}")
        for path, mode in sorted(_entries(site, shown))
        if (why := _refusal(path, mode, is_made=path in made))
    ]
    if refused:
        more = [f"and {len(refused) - _NAMED} more like these."] if len(refused) > _NAMED else []
        raise UsageError("\n".join([*refused[:_NAMED], *more]))


def told_strays(site: Path, shown: str) -> str:
    """Return a line that tells which files no build made, "" where there are none, or no build tells what it made."""
    made = frozenset(listed(site))
    strays = sorted(path for path, mode in _entries(site, shown) if stat.S_ISREG(mode) and path not in made | _EXPECTED)
    if not made or not strays:
        return ""
    more = f" and {len(strays) - _NAMED} more" if len(strays) > _NAMED else ""
    what = f"{counted(len(strays), 'file')} in {shown}/ that no build made"
    return printable(f"Published too: {what}: {', '.join(strays[:_NAMED])}{more}")


def _entries(site: Path, shown: str) -> Iterator[tuple[str, int]]:
    """Yield all below the site but plain folders, by path, each with what kind it is.

    Raises UsageError where something cannot be looked into, since the site would be published without it.
    """
    site = site.resolve()
    try:
        yield from _walked(site)
    except OSError as error:
        place = "/".join((shown, *Path(error.filename).relative_to(site).parts))
        mend = "Give yourself the right to read it, or delete it."
        raise UsageError(printable(f"{place} cannot be read: {error.strerror}. {mend}")) from error


def _walked(site: Path) -> Iterator[tuple[str, int]]:
    for parent, folders, names in os.walk(site, onerror=_raise):
        for name in (*folders, *names):
            path = Path(parent, name)
            mode = path.lstat().st_mode
            if not stat.S_ISDIR(mode):
                yield path.relative_to(site).as_posix(), mode


def _raise(error: OSError) -> None:
    raise error


def _refusal(path: str, mode: int, *, is_made: bool) -> str:
    """Return why a file is not published, and how to mend it; "" where it is."""
    if odd := unlisted(path):
        return f"{odd}. Rename it, or delete it."
    if stat.S_ISLNK(mode):
        return "is a link, and what it leads to would be published. Put the file itself there, or delete the link."
    if not stat.S_ISREG(mode):
        return "is no file that can be published. Delete it."
    hidden = [part for place, part in enumerate(path.split("/")) if part.startswith(".") and (place or part != _OPEN)]
    if is_made or not hidden or path in _EXPECTED:
        return ""
    return "is hidden, and no build made it. Delete it, or put it into static/ if it is to be published."
