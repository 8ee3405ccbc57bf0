"""The curator's badge: what of the latest good build somebody should look at, each with the file to open.

It is told to the pages of the preview, as JSON, and never written into the site. Nothing of it is made by a build,
which has to be quick: a list is made when the first page asks for it, and kept until the next build. Proposals cost as
much as threading all articles anew, so pages ask for them only once the badge is opened.
"""

import json
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from digest.build import Built
from digest.config import Config
from digest.errors import Fault, Level, printable
from digest.model import Article
from digest.pages.issue import edition_day
from digest.project import Project
from digest.publish.proposals import proposal_rows, proposals
from digest.threads.authority import decided_by
from digest.threads.curation import read_curation
from digest.threads.lock import Lock
from digest.tools.text import counted

BADGE_PATH = "/__badge"
BADGE_SCRIPT_PATH = "/__badge.js"
LISTED = 100  # notes of a kind that a page is told; all are counted
_WIDTH = 160  # signs of a title


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to look at."""

    file: str  # path:line
    what: str
    command: str | None = None  # that would do it


@dataclass(frozen=True, slots=True)
class Pinned:
    """A good build, and what it was made of."""

    project: Project
    config: Config
    built: Built


class Board:
    """What the latest good build leaves for the curator; asked for by many pages at once."""

    def __init__(self) -> None:
        self._sheet: _Sheet | None = None

    def pin(self, pinned: Pinned) -> None:
        """Tell of this build from now on."""
        self._sheet = _Sheet(pinned)

    @property
    def pinned(self) -> Pinned | None:
        """Return the latest good build; None before the first."""
        return self._sheet.pinned if self._sheet else None

    def groups(self, query: str) -> Sequence[Mapping[str, object]]:
        """Return the proposals where the query is that word, else the other groups; none before the first build."""
        sheet, names = self._sheet, ["proposals"] if query == "proposals" else [*_MADE][:-1]
        return [sheet.group(name) for name in names] if sheet else []


class _Sheet:
    """The groups of notes on one build; each is made once, by whoever asks first."""

    def __init__(self, pinned: Pinned) -> None:
        self.pinned = pinned
        self._groups: dict[str, Mapping[str, object]] = {}
        self._making = {name: threading.Lock() for name in _MADE}

    def group(self, name: str) -> Mapping[str, object]:
        with self._making[name]:
            if name not in self._groups:
                notes = [*_MADE[name](self.pinned)]
                listed = [asdict(note) for note in notes[:LISTED]]
                self._groups[name] = {"name": name, "count": len(notes), "notes": listed}
            return self._groups[name]


def _links_missing(pinned: Pinned) -> Iterable[Note]:
    return _notes(fault for fault in pinned.built.faults if fault.rule == "missing-link")


def _set_aside(pinned: Pinned) -> Iterable[Note]:
    """Return what could not be used as it stands; an undated article is on the site all the same."""
    return _notes(fault for fault in pinned.built.faults if fault.level is Level.FAULT and fault.rule != "undated")


def _unreviewed(pinned: Pinned) -> Iterable[Note]:
    """Yield the articles of this edition that the machine put into their threads, and no word of the curator's did."""
    manuscript, folder = pinned.built.manuscript, pinned.project.content / "threads"
    day = edition_day(manuscript.stories, None)
    stamps = manuscript.lock.stamped(day).since
    threads = [story.thread for story in manuscript.stories]
    curation = read_curation(folder, pinned.project.shown(folder))
    decided = decided_by(threads, curation, Lock(), manuscript.lock)  # the lock is the machine's own memory
    for thread in threads:
        for article in thread.articles:
            if day and stamps.get(article.id) == day.isoformat() and article.id not in decided:
                yield Note(f"{article.path}:1", f"{_titled(article)}, in {thread.slug}")


def _proposals(pinned: Pinned) -> Iterable[Note]:
    """Yield what `digest threads` would propose now, with the thread's file, which need not exist yet."""
    manuscript = pinned.built.manuscript
    found = proposals(manuscript, manuscript.lock, pinned.config.threads)
    articles = {article.id: article for article in manuscript.articles}
    for row in map(json.loads, proposal_rows(found, manuscript)):
        yield _storyline(row, pinned) if row["kind"] == "storyline" else _proposal(row, articles, pinned)


# The last one costs much.
_MADE: Mapping[str, Callable[[Pinned], Iterable[Note]]] = {
    "links missing": _links_missing,
    "set aside": _set_aside,
    "unreviewed": _unreviewed,
    "proposals": _proposals,
}


def _notes(faults: Iterable[Fault]) -> Iterable[Note]:
    return (Note(printable(f"{fault.path}:{fault.line}"), _said(fault)) for fault in faults)


def _said(fault: Fault) -> str:
    return str(fault).removeprefix(printable(f"{fault.path}:{fault.line}: "))


def _proposal(row: Mapping[str, Any], articles: Mapping[str, Article], pinned: Pinned) -> Note:
    thread, other = row["thread"], row["other"]
    first, count = _titled(articles[row["articles"][0]]), counted(len(row["articles"]), "article")
    what = {
        "merge": f"merge {thread} with {other}, {count}",
        "split": f"split {count} off {thread}: {first}",
        "border": f"{first}, of {thread}, {f'is near {other}' if other else 'is there by little'}",
    }.get(row["kind"], f"{row['kind']}: {thread}, {first}")
    return Note(_file(thread, pinned), f"{what} ({row['confidence']:.2f})", row["command"])


def _storyline(row: Mapping[str, Any], pinned: Pinned) -> Note:
    what = f"a storyline of {', '.join(row['threads'])} ({row['confidence']:.2f})"
    return Note(_file(row["threads"][0], pinned), what)


def _file(slug: str, pinned: Pinned) -> str:
    return f"{pinned.project.shown(pinned.project.content / 'threads' / f'{slug}.md')}:1"


def _titled(article: Article) -> str:
    title = article.title
    return f'"{title if len(title) <= _WIDTH else f"{title[: _WIDTH - 1]}…"}"'
