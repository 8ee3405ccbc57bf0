"""The order of the stages, and nothing else.

file -> RawArticle -> Article -> Thread -> Story -> Page -> OutputFile
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from digest.articles.advise import advise
from digest.articles.clean import clean
from digest.articles.outlets import Outlets, read_outlets
from digest.articles.read import read
from digest.config import Config, Project
from digest.errors import Fault
from digest.model import Article, Story
from digest.pages.lay_out import Edition, lay_out
from digest.pages.prose import read_prose
from digest.pages.render import render
from digest.pages.theme import read_static, template_folders
from digest.pages.write import Written, write
from digest.stories.tell import tell
from digest.threads.curation import read_curation
from digest.threads.lock import Lock, check_frozen, read_lock, write_lock
from digest.threads.thread import thread
from digest.tools.cache import Cache


@dataclass(frozen=True, slots=True)
class Desk:
    """The articles, clean and dated, before it is asked which belong together; and what a curator should mend."""

    articles: tuple[Article, ...]
    outlets: Outlets
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Manuscript(Desk):
    """Everything that is known before there is a page: articles, stories, and what a curator should mend."""

    stories: tuple[Story, ...]
    lock: Lock


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    manuscript: Manuscript
    pages: int
    written: Written
    faults: tuple[Fault, ...]


def gather(project: Project, config: Config, step: Callable[[str], object] = str) -> Desk:
    """Return the clean articles of a project; nothing is written but the cache."""
    step("read")
    raw = read(project.articles, project.root)
    outlets = read_outlets(project.content / "sources.yaml", project.shown(project.content / "sources.yaml"))
    step("clean")
    articles = clean(raw.articles, outlets, config.clean, Cache(project.cache))
    step("")
    return Desk(articles, outlets, (*raw.faults, *outlets.faults, *advise(articles)))


def compose(project: Project, config: Config, step: Callable[[str], object] = str) -> Manuscript:
    """Return the stories that a project's content tells; nothing is written but the cache."""
    desk = gather(project, config, step)
    curation = read_curation(project.content / "threads", project.shown(project.content / "threads"))
    lock = read_lock(project.lock, project.shown(project.lock))
    step("thread")
    told = [article for article in desk.articles if article.status in {"published", "retracted"}]
    threading = thread(told, curation, lock, config.threads)
    step("tell")
    stories = tell(threading.threads, desk.outlets.by_key, config.stories)
    step("")
    faults = (*desk.faults, *curation.faults, *lock.faults, *threading.faults)
    return Manuscript(desk.articles, desk.outlets, faults, stories, threading.lock)


def build(
    project: Project,
    config: Config,
    now: date | None = None,
    step: Callable[[str], object] = str,
    *,
    frozen: bool = False,
) -> Built:
    """Build the site of a project, and return what was made and what a curator should mend.

    `now` is the day of the edition; without it, that of the newest article. Raises DigestError, alone or in an
    ExceptionGroup, where there can be no site, or `frozen` forbids it since the lock would change; the old one then
    stands as it was.
    """
    manuscript = compose(project, config, step)
    if frozen:
        check_frozen(project.lock, project.shown(project.lock), manuscript.lock)
    step("lay out")
    prose = read_prose(project.content / "pages", project.shown(project.content / "pages"), config.site.language)
    pages = lay_out(manuscript.stories, Edition(config.site, manuscript.outlets.by_key, prose.pages, now))
    step("render")
    files = render(pages, config.site, template_folders(project.templates))
    step("write")
    written = write((*files, *read_static(project.static)), project.output)
    write_lock(project.lock, manuscript.lock)
    step("")
    return Built(manuscript, len(pages), written, tuple(sorted({*manuscript.faults, *prose.faults})))
