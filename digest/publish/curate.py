"""Carry out a curator's edit: read how things stand, decide, and write the files of the threads that it changes.

The command line and the preview both come here. Nothing is written before all of it is known to be right, and nothing
but the files of threads is: the next build shows what came of it.
"""

from collections.abc import Callable
from pathlib import Path

from digest.config import Config
from digest.desk import gather
from digest.errors import DigestError, printable
from digest.project import Project
from digest.threads.curation import read_curation
from digest.threads.edit import Plan
from digest.threads.lock import read_lock
from digest.threads.standing import Standing, standing
from digest.threads.thread import thread
from digest.tools.files import content_home, is_there, read_whole, write_whole
from digest.tools.frontedit import edited


def curate(project: Project, config: Config, decide: Callable[[Standing], Plan]) -> list[str]:
    """Carry out what `decide` plans, and return what to say of it, a line each.

    Raises UsageError for what cannot be, and an ExceptionGroup of DigestError where a file that would change is faulty.
    """
    now = survey(project, config)
    plan = decide(now)
    slugs = tuple(dict.fromkeys(edit.slug for edit in plan.edits))
    _refuse_faulty(now, {_shown(project, slug) for slug in slugs})
    for path, content in [_edited(project, slug, plan) for slug in slugs]:
        write_whole(path, content)
    said = [f"{_shown(project, edit.slug)}: {edit.said}" for edit in plan.edits]
    return [printable(line) for line in (*said, *plan.notes)]


def survey(project: Project, config: Config) -> Standing:
    """Return how things stand, as a build would see them; nothing is written but the cache."""
    articles = [each for each in gather(project, config).articles if each.status in {"published", "retracted"}]
    curation = read_curation(project.content / "threads", project.shown(project.content / "threads"))
    lock = read_lock(project.lock, project.shown(project.lock))
    return standing(articles, curation, thread(articles, curation, lock, config.threads))


def _refuse_faulty(now: Standing, shown: set[str]) -> None:
    faults = [DigestError(fault) for fault in now.faults if fault.path in shown]
    if faults:
        raise ExceptionGroup("thread files", faults)


def _edited(project: Project, slug: str, plan: Plan) -> tuple[Path, bytes]:
    path, shown = _path(project, slug), _shown(project, slug)
    content = read_whole(path, shown, content_home(path.parent, project.content)) if is_there(path) else b""
    return path, edited(content, shown, [edit.change for edit in plan.edits if edit.slug == slug])


def _path(project: Project, slug: str) -> Path:
    return project.content / "threads" / f"{slug}.md"


def _shown(project: Project, slug: str) -> str:
    return project.shown(_path(project, slug))
