"""What `digest check` finds in the site itself: its size, the names of its files, pages with nothing to read.

The site is looked at as a build would make it now, before anything is written: an old one on the disk says nothing
about what will be published.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from digest.errors import Fault, faults_of
from digest.model import Story
from digest.pages.views import Page, ProseView
from digest.pages.write import check_paths

SITE_LIMIT = 1_000_000_000  # bytes of a site that GitHub Pages takes
_NEAR = 800_000_000  # bytes; time enough to move pictures elsewhere
_FILE_LIMIT = 100 * 1024 * 1024  # bytes of a file that GitHub takes in a push
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$')


def check_size(sizes: Mapping[str, int], site: str) -> Iterator[Fault]:
    """Yield what is too large for its host; `sizes` are the bytes of each file of the folder `site`."""
    total = sum(sizes.values())
    largest = max(sorted(sizes), key=lambda path: sizes[path], default="")
    mend = f"Take out what is large; the largest file is {largest} with {megabytes(sizes.get(largest, 0))}"
    if total > SITE_LIMIT:
        what = f"the site has {megabytes(total)}, and GitHub Pages takes {megabytes(SITE_LIMIT)}"
        yield Fault(site, 1, what, mend, rule="large-site")
    elif total > _NEAR:
        what = f"the site has {megabytes(total)} of the {megabytes(SITE_LIMIT)} that GitHub Pages takes"
        yield Fault(site, 1, what, mend, rule="near-limit")
    for path in sorted(path for path, size in sizes.items() if size > _FILE_LIMIT):
        what = f"this file has {megabytes(sizes[path])}, and git hosts take {megabytes(_FILE_LIMIT)}"
        yield Fault(f"{site}/{path}", 1, what, "Make it smaller, or put it elsewhere and link to it", rule="large-file")


def check_names(articles: Iterable[str], files: Iterable[str], site: str) -> Iterator[Fault]:
    """Yield the paths that Windows cannot have, of articles and of the site's files, or not beside one another."""
    own = sorted(set(articles))
    yield from _alike(own)
    for path in sorted({*own, *(f"{site}/{each}" for each in files)}):
        name = next((part for part in PurePosixPath(path).parts if _is_reserved(part)), None)
        if name:
            what = f'Windows can have no file or folder called "{name}"'
            yield Fault(path, 1, what, "Call it something else", rule="reserved-name")


def _alike(paths: Iterable[str]) -> Iterator[Fault]:
    """Yield the files that some disks take for another one: whoever copies both there loses one."""
    first: dict[str, str] = {}
    for path in paths:
        other = first.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if other != path:
            what = f"Windows and macOS take this file and {other} for one"
            yield Fault(path, 1, what, "Call it something else", rule="reserved-name")


def check_clashes(paths: Iterable[str]) -> tuple[Fault, ...]:
    """Return the files that could not be written beside the others."""
    try:
        check_paths(paths)
    except ExceptionGroup as error:
        return tuple(faults_of(error))
    return ()


def check_prose(pages: Iterable[Page], stories: Iterable[Story], articles: str) -> Iterator[Fault]:
    """Yield the curator's pages with nothing in them, and a site without an article; `articles` is their folder."""
    for page in pages:
        if isinstance(page.view, ProseView) and page.source and not page.view.body.striptags().strip():
            mend = "Write it below the front matter, or delete the file"
            yield Fault(page.source, 1, "this page has no text", mend, rule="empty-page")
    if all(story.thread.word.hide for story in stories):
        mend = "Put articles there, or take `hide` or `status: draft` off some"
        yield Fault(articles, 1, "there is no article that the site shows", mend, rule="empty-page")


def megabytes(size: int) -> str:
    """Return a size as people say it.

    >>> megabytes(1_000_000_000), megabytes(1_234_567_890), megabytes(104_857_600), megabytes(1_500)
    ('1 GB', '1.23 GB', '105 MB', '1.5 kB')
    """
    for unit, name in ((10**9, "GB"), (10**6, "MB"), (10**3, "kB")):
        if size >= unit:
            return f"{size / unit:.3g} {name}"
    return f"{size} bytes"


def _is_reserved(name: str) -> bool:
    return bool(_RESERVED.fullmatch(name) or _FORBIDDEN.search(name))
