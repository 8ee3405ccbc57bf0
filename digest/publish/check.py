"""Look a digest over: all that a build tells of, and what only somebody who checks asks.

Everything is found at once, and nothing is written but the cache: the site is made in memory, as a build would make it
now. What stops a build is told beside all that was found before it stopped.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from digest.build import compose, make
from digest.config import Config
from digest.desk import Manuscript
from digest.errors import DigestError, Fault, faults_of
from digest.model import OutputFile
from digest.pages.issue import edition_day
from digest.pages.urls import output_path, thread_url
from digest.pages.views import Page, ProseView
from digest.project import Project
from digest.publish.checkarticles import check_articles, check_budget
from digest.publish.checkformat import Finding
from digest.publish.checklinks import Whereabouts, check_links, read_sheet
from digest.publish.checksite import check_clashes, check_names, check_prose, check_size
from digest.rules import CheckSettings
from digest.threads.lock import check_frozen
from digest.tools.files import MAX_OWN, decoded, read_regular
from digest.tools.means import Means


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a check is about."""

    now: date | None  # the edition's, if somebody named it
    today: date  # after which nothing should be dated
    clock: date  # on which hosts are asked

    @classmethod
    def of(cls, now: date | None, clock: datetime) -> "Days":
        """Return the days of a check that is made at the instant `clock`; the edition's own, if named, is today."""
        return cls(now, now or clock.date(), clock.date())


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found, what stops a build, and the site as it would be written; None where there can be none."""

    faults: tuple[Fault, ...]
    stops: tuple[Fault, ...]
    links: Mapping[str, str]  # of published articles, each with the path of its first article
    files: tuple[OutputFile, ...] | None


def inspect(project: Project, config: Config, days: Days, means: Means) -> Inspection:
    """Return all that is wrong in a digest, whatever its level; nothing is asked of the network."""
    manuscript = compose(project, config, means)
    faults = [*manuscript.faults, *check_articles(manuscript.articles, manuscript.outlets, days.today)]
    faults += check_budget(manuscript.stories)
    today = edition_day(manuscript.stories, days.now)
    faults += _lock(project, manuscript, today)
    links = {each.link: each.path for each in reversed(manuscript.articles) if each.link and each.status == "published"}
    try:
        made = make(project, config, manuscript, today, means)
        files = tuple(made.files)
    except (DigestError, ExceptionGroup) as error:
        return Inspection(tuple(faults), tuple(faults_of(error)), links, None)
    means.step("check")
    clashes = check_clashes(file.path for file in files)
    faults += [*made.faults, *_site(project, config, manuscript, made.pages, files)]
    means.step("")
    return Inspection(tuple(faults), clashes, links, files)


def judged(faults: Iterable[Fault], stops: Iterable[Fault], settings: CheckSettings) -> tuple[Finding, ...]:
    """Return the faults that matter, in the order of their places; what stops a build always does."""
    always = {Finding(fault, "error") for fault in stops}
    stopping = {finding.fault for finding in always}
    others = {Finding(fault, settings.level(fault.rule)) for fault in faults if fault not in stopping}
    return tuple(sorted(always | {finding for finding in others if finding.level != "off"}))


def fails(findings: Sequence[Finding], *, strict: bool) -> bool:
    """Tell whether a check with these findings has failed."""
    return any(strict or finding.level == "error" for finding in findings)


def _lock(project: Project, manuscript: Manuscript, today: date | None) -> Sequence[Fault]:
    if manuscript.lock.faults:
        return ()
    try:
        check_frozen(project.lock, project.shown(project.lock), manuscript.lock.stamped(today))
    except DigestError as error:
        return (error.fault,)
    return ()


def _site(
    project: Project, config: Config, manuscript: Manuscript, pages: Sequence[Page], files: Sequence[OutputFile]
) -> list[Fault]:
    site = project.shown(project.output)
    sheets = [read_sheet(file.path, file.content) for file in files if file.path.endswith(".html")]
    about = Whereabouts(site, config.site.root, config.site.base_url, _sources(project, manuscript, pages, files))
    paths = [file.path for file in files]
    return [
        *check_links(sheets, paths, about),
        *check_names((article.path for article in manuscript.articles), paths, site),
        *check_size({file.path: len(file.content) for file in files}, site),
        *check_prose(pages, manuscript.stories, project.shown(project.articles)),
    ]


def _sources(
    project: Project, manuscript: Manuscript, pages: Iterable[Page], files: Iterable[OutputFile]
) -> Mapping[str, tuple[str, str]]:
    """Return the name and the text of the curator's file behind each page that has one."""
    named = {
        output_path(thread_url(story.thread.slug)): story.thread.word.path
        for story in manuscript.stories
        if story.thread.word.path
    }
    named |= {output_path(page.url): page.source for page in pages if isinstance(page.view, ProseView) and page.source}
    named |= {each.path: f"static/{each.path}" for each in files if (project.static / each.path).is_file()}
    return {page: (name, _text(project.root / name)) for page, name in named.items()}


def _text(path: Path) -> str:
    """Return the text of a page's file, of a long one its beginning; "" of another kind of file, or of none."""
    is_text = path.suffix in {".md", ".html"} and path.is_file()
    return decoded(read_regular(path, path.name, MAX_OWN)) if is_text else ""
