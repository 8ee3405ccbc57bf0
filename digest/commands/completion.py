"""What the shell offers by Tab where a command asks for a thread, an article, an outlet or a template.

A shell waits for the answer, so nothing is read but threads.lock, the names of files, and sources.yaml. Where one of
them cannot be read nothing is offered, since a Tab is no place for a fault. A shell puts what is offered into the line
as it stands, so a name that it would not take for one word (with a space, a quote, a `*`) is left to be typed.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from digest.articles.folder import FEEDS
from digest.articles.outlets import read_outlets
from digest.articles.read import SYNTAXES
from digest.errors import DigestError, UsageError
from digest.pages.theme import shipped_templates
from digest.project import Project, open_project
from digest.threads.lock import read_lock

Offer = Callable[[Project, str], Iterable[str]]  # names of a project for the beginning of a word
Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]

_MOST = 20_000  # files that are looked at: a second, on a slow disk
_PLAIN = re.compile(r"\w[\w./+%-]*")


def files(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001 - click's signature
    """Return what lets the shell offer the files that it sees."""
    return [CompletionItem(incomplete, type="file")]


def _completion(*offers: Offer) -> Complete:
    """Return a function that returns the offered names that go on with a word's beginning, in order."""

    def complete(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001 - click's signature
        try:
            project = open_project(Path(context.find_root().params.get("folder") or ".").resolve())
            names = {name for offer in offers for name in offer(project, incomplete)}
        except (DigestError, UsageError, OSError):
            return []
        fitting = (name for name in names if name.startswith(incomplete) and _PLAIN.fullmatch(name))
        return [CompletionItem(name) for name in sorted(fitting)]

    return complete


def _threads(project: Project, incomplete: str) -> Iterator[str]:  # noqa: ARG001 - as each offer
    """Yield the slugs that the lock and the curator's files know."""
    yield from read_lock(project.lock, "").slugs.values()
    folder = project.content / "threads"
    yield from (path.stem for path in folder.iterdir() if path.suffix == ".md") if folder.is_dir() else ()


def _articles(project: Project, incomplete: str) -> Iterator[str]:
    """Yield the names of articles' files, from the first "/" on their paths, and from an "a-" on ids too."""
    if incomplete.startswith("a-"):
        yield from read_lock(project.lock, "").slugs
    found = (path for path in _below(project.articles) if path.suffix.lower() in {*SYNTAXES, *FEEDS})
    yield from (project.shown(path) if "/" in incomplete else path.name for path in islice(found, _MOST))


def _below(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent, name) for name in names if not name.startswith("."))


def _outlets(project: Project, incomplete: str) -> Iterable[str]:  # noqa: ARG001 - as each offer
    return read_outlets(project.content / "sources.yaml", "").by_key


def _templates(project: Project, incomplete: str) -> Iterable[str]:  # noqa: ARG001 - as each offer
    return shipped_templates()


threads = _completion(_threads)
articles = _completion(_articles)
threads_and_articles = _completion(_threads, _articles)
outlets = _completion(_outlets)
templates = _completion(_templates)
