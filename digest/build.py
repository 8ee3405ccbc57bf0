"""The order of the stages, and nothing else.

file -> RawArticle -> Article -> Thread -> Story -> Page -> OutputFile
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain

from digest.config import Config
from digest.desk import Manuscript, gather
from digest.errors import DigestError, Fault
from digest.ghost import fade, forget
from digest.model import OutputFile
from digest.pages.issue import edition_day
from digest.pages.lay_out import Edition, lay_out
from digest.pages.prose import read_prose
from digest.pages.render import render
from digest.pages.searchindex import index_pages
from digest.pages.theme import checked_templates, read_static, template_folders
from digest.pages.urls import output_path
from digest.pages.views import Page
from digest.pages.write import Written, write
from digest.project import Project
from digest.stories.tell import tell
from digest.threads.curation import read_curation
from digest.threads.errata import correct
from digest.threads.lock import Lock, LockMovedError, check_frozen, read_lock, write_lock
from digest.threads.thread import thread
from digest.tools.cache import Cache
from digest.tools.decoders import forget_shared
from digest.tools.garbage import look_hardly_ever
from digest.tools.left import Left
from digest.tools.means import PLAIN, Means
from digest.tools.memo import ONCE

_TRIES = 3  # of a build, while a checkout changes what it reads


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    manuscript: Manuscript
    pages: int  # that a reader can open
    written: Written
    lock: bytes | None  # what was left in threads.lock
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A site before it is written."""

    pages: tuple[Page, ...]
    files: Iterator[OutputFile]  # those of the pages, the assets, and what lies in static/, made as they are asked for
    opened: int  # pages that a reader can open
    lock: Lock
    faults: tuple[Fault, ...]  # of the curator's own pages, and of the index


def compose(project: Project, config: Config, means: Means | None = None) -> Manuscript:
    """Return the stories that a project's content tells; nothing is written but the cache."""
    means = means or Means(Cache(project.cache))
    desk = gather(project, config, means)
    if means.memo is ONCE:  # a preview goes on, and reads again
        look_hardly_ever()
    curation = read_curation(project.content / "threads", project.shown(project.content / "threads"))
    lock = read_lock(project.lock, project.shown(project.lock))
    means.step("thread")
    told = [article for article in desk.articles if article.status in {"published", "retracted"}]
    threading = thread(told, curation, lock, config.threads, means)
    corrected = correct(
        threading.threads, project.content / "corrections.yaml", project.shown(project.content / "corrections.yaml")
    )
    means.step("tell")
    threads = [means.memo.same("thread", each.slug, each) for each in corrected.threads]
    stories = tell(threads, desk.outlets.by_key, config.stories, means)
    means.step("")
    faults = (*desk.faults, *curation.faults, *lock.faults, *threading.faults, *corrected.faults)
    return Manuscript(desk.articles, desk.outlets, faults, stories, threading.lock, corrected.errata)


def build(
    project: Project, config: Config, now: date | None = None, means: Means | None = None, *, frozen: bool = False
) -> Built:
    """Build the site of a project, and return what was made and what a curator should mend.

    `now` is the day of the edition; without it, that of the newest article shown. Raises DigestError, alone or in an
    ExceptionGroup, where there can be no site, or `frozen` forbids it since the lock would change; the old one then
    stands as it was.
    """
    means = means or Means(Cache(project.cache))
    means = replace(means, left=Left(project.output, means.cache))
    for _ in range(_TRIES):
        with suppress(LockMovedError):
            return _build(project, config, now, means, frozen=frozen)
    name = project.shown(project.lock)
    what = "this file is being changed by something else"
    raise DigestError(Fault(name, 1, what, "Build again when it is at rest", rule="stale-lock"))


def _build(project: Project, config: Config, now: date | None, means: Means, *, frozen: bool) -> Built:
    manuscript = compose(project, config, means)
    for article in manuscript.articles:
        fade(article)  # it has been told: of a hundred thousand, the texts alone would fill a gigabyte
    today, name = edition_day(manuscript.stories, now), project.shown(project.lock)
    if frozen:
        check_frozen(project.lock, name, manuscript.lock.stamped(today))
    made = make(project, config, manuscript, today, means)
    # The lock first: a site whose addresses nobody remembers is worse than a lock that knows more than the site.
    remember = partial(write_lock, project.lock, name, made.lock)
    written = write(made.files, project.output, means, ready=remember)
    means.left.keep(moved=bool(written.changed or written.removed))
    if means.memo is ONCE:  # else it has not asked the cache for what it knows already
        means.cache.sweep()
    means.memo.turn()
    forget()
    forget_shared()
    means.step("")
    return Built(manuscript, made.opened, written, made.lock.left(), tuple(sorted({*manuscript.faults, *made.faults})))


def make(project: Project, config: Config, manuscript: Manuscript, today: date | None, means: Means = PLAIN) -> Made:
    """Return the site of a manuscript, of which nothing is written yet; `today` is the day of the edition.

    Raises DigestError, alone or in an ExceptionGroup, where there can be no site.
    """
    lock = manuscript.lock.stamped(today)
    means.step("lay out")
    prose = read_prose(project.content / "pages", project.shown(project.content / "pages"), config.site.language)
    edition = Edition(config.site, manuscript.outlets.by_key, prose.pages, today, lock.since, manuscript.errata)
    pages = lay_out(manuscript.stories, edition, means)
    means.step("index")
    index = index_pages(pages, config.site.language, config.search)
    means.step("render and write")
    files = render(pages, config.site, template_folders(checked_templates(project.templates)), index.files, means)
    opened = sum(output_path(page.url).endswith(".html") for page in pages)
    every = chain(files, read_static(project.static))
    return Made(pages, every, opened, lock, (*prose.faults, *index.faults))
