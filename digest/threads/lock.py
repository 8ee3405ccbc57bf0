"""content/threads.lock: which article is in which thread.

Written by the machine and committed, because a thread's address must outlive every change to the machine that proposed
it. One article a line, sorted, so that `git diff` shows what joined what and two branches rarely meet in one line. The
day of the edition that an article came with stands behind its thread: from it, never from the clock, a page knows what
is new.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from errno import ENOENT
from os import strerror
from pathlib import Path

from digest.errors import DigestError, Fault
from digest.tools.files import content_home, is_there, read_whole, write_whole
from digest.tools.text import counted, is_slug

HEADER = "# Which article is in which thread. Written by digest; commit it. Overrule it in content/threads/SLUG.md.\n"
_LINE = re.compile(r"(a-[0-9a-f]{10}) (\S{1,200})(?: (\d{4}-\d\d-\d\d))?")
MAX_LOCK = 32 * 1024 * 1024  # bytes; 700,000 articles
_CONFLICT = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


@dataclass(frozen=True, slots=True)
class Lock:
    """The thread's slug of each article, by the article's id."""

    slugs: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    since: Mapping[str, str] = field(default_factory=dict)  # the day of the edition it came with, where that is known
    new: frozenset[str] = frozenset()  # articles that are to be stamped with the day of this edition
    read: bytes | None = field(default=None, compare=False)  # what stood in the file; None: there was none

    def text(self) -> str:
        """Return the file as it is written."""
        stamps = {article: f" {day}" for article, day in self.since.items()}
        return HEADER + "".join(
            f"{article} {slug}{stamps.get(article, '')}\n" for article, slug in sorted(self.slugs.items())
        )

    def left(self) -> bytes | None:
        """Return what a build leaves in the file; None where there is none.

        One that had faults stays as it is: what git or a hand left in it is the curator's to mend, and would be lost.
        """
        stays = self.faults or not (self.slugs or self.read is not None)
        return self.read if stays else self.text().encode()

    def joined_by(self, slugs: Mapping[str, str]) -> "Lock":
        """Return the lock with these articles in these threads; those that it did not know are new."""
        return replace(self, slugs={**self.slugs, **slugs}, new=self.new | (slugs.keys() - self.slugs.keys()))

    def stamped(self, day: date | None) -> "Lock":
        """Return the lock with `day` as the edition that the new articles came with; without one they get no stamp."""
        stamps = dict.fromkeys(self.new, day.isoformat()) if day else {}
        return replace(self, since={**self.since, **stamps}, new=frozenset())


def read_lock(path: Path, name: str) -> Lock:
    """Return the lock at `path`, named `name` in messages; a file that is not there holds no article.

    A line that says nothing is reported and passed over. Of two lines that put an article into two threads, as the two
    sides of a merge conflict may, the first stands and the second is reported. Raises DigestError where the file is a
    link out of its folder, or far too long: without it all addresses would change.
    """
    content = _stands(path, name)
    if content is None:
        return Lock()
    slugs: dict[str, str] = {}
    since: dict[str, str] = {}
    sound: set[str] = set()  # a thread has many lines
    lines: dict[str, int] = {}
    faults = []
    for number, line in enumerate(content.decode(errors="replace").splitlines(), start=1):
        found = _LINE.fullmatch(line.strip())
        if found and (found[2] in sound or is_slug(found[2])):
            sound.add(found[2])
            if slugs.setdefault(found[1], found[2]) != found[2]:
                faults.append(_twice(name, number, found, slugs[found[1]], lines[found[1]]))
            lines.setdefault(found[1], number)
            if found[3]:
                since.setdefault(found[1], found[3])
        elif line.strip() and not line.startswith("#"):
            faults.append(_fault(name, number, line))
    return Lock(slugs, tuple(faults), since, read=content)


def _stands(path: Path, name: str) -> bytes | None:
    """Return what stands in the file; None where there is none."""
    return read_whole(path, name, content_home(path.parent), MAX_LOCK) if is_there(path) else None


class LockMovedError(Exception):
    """The lock is not what the build has read: somebody, or git, has changed it since."""


def write_lock(path: Path, name: str, lock: Lock) -> None:
    """Write the lock, whole or not at all, where it differs from what stands there.

    Raises LockMovedError where another one stands there than was read, whose addresses would be lost; DigestError where
    the file, which is named `name`, cannot be written.
    """
    left = lock.left()
    if left is None or lock.faults:
        return
    if _stands(path, name) != lock.read:
        raise LockMovedError
    try:
        if not path.parent.is_dir():  # a checkout took it away, and we do not bring it back
            raise FileNotFoundError(ENOENT, strerror(ENOENT))
        write_whole(path, left)
    except OSError as error:
        what, mend = f"this file cannot be written: {error.strerror}", "Free the disk, or give yourself the right to"
        raise DigestError(Fault(name, 1, what, mend, rule="unwritable-site")) from error


def check_frozen(path: Path, name: str, lock: Lock) -> None:
    """Raise DigestError where `write_lock` would change the file; in an ExceptionGroup, where faults forbid it to."""
    if lock.faults:
        raise ExceptionGroup("lock", [DigestError(fault) for fault in lock.faults])
    stands = _stands(path, name) or b""
    if stands != lock.text().encode() and (lock.slugs or stands):
        what = f"this build would {_change(read_lock(path, name).slugs, lock.slugs)}"
        raise DigestError(
            Fault(name, 1, what, "Run `digest build` without --frozen, and commit this file", rule="stale-lock")
        )


def _change(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    new = sorted(after.keys() - before.keys())
    moved = sorted(article for article in after.keys() & before.keys() if after[article] != before[article])
    if not new and not moved:
        return "put its lines in order"
    parts = [(f"add {counted(len(new), 'article')}", new), (f"move {counted(len(moved), 'article')}", moved)]
    return " and ".join(f'{words} ({found[0]} to "{after[found[0]]}"' + (", ...)" if found[1:] else ")")
                        for words, found in parts if found)  # fmt: skip


def _fault(name: str, number: int, line: str) -> Fault:
    if line.startswith(_CONFLICT):
        mend = "Keep the lines of both sides, but of two lines on one article only one, and delete the marks"
        return Fault(name, number, "git left a merge conflict here", mend, rule="bad-lock")
    return Fault(
        name,
        number,
        f'this line is "{line[:60]}"',
        "Write an article's id, a space and a slug, or delete the line",
        rule="bad-lock",
    )


def _twice(name: str, number: int, found: re.Match[str], first: str, line: int) -> Fault:
    what = f'{found[1]} is put into "{found[2]}" here, and into "{first}" in line {line}'
    kept = f"{name.removesuffix('.lock')}/KEPT.md"
    return Fault(
        name, number, what, f"Keep one of the two lines; write `aliases:` in {kept} for the other slug", rule="bad-lock"
    )
