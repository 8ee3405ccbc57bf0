"""Lay stories out as pages: all that counts, sorts or compares, so that templates choose words and order only."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from digest.errors import DigestError, Fault
from digest.model import Outlet, Story
from digest.pages import urls
from digest.pages.archive import view_archive
from digest.pages.issue import Issue, edition_day, issue
from digest.pages.machines import machine_pages
from digest.pages.outlets import view_corrections, view_outlets
from digest.pages.retell import view_story, view_thread
from digest.pages.site import SiteSettings
from digest.pages.storylines import view_storylines
from digest.pages.tags import view_tags
from digest.pages.views import (
    DayPageView,
    DayThreadView,
    DayView,
    HomeView,
    LinkView,
    OldestView,
    Page,
    RedirectView,
    StorylineView,
    ThreadView,
)  # fmt: skip

_LATEST_DAYS = 10  # on the home page


@dataclass(frozen=True, slots=True)
class Edition:
    """What a site is made of besides its stories: its settings, outlets, the curator's own pages, and its day."""

    site: SiteSettings
    outlets: Mapping[str, Outlet]
    prose: tuple[Page, ...]
    today: date | None  # the day of the edition; None: that of the newest article
    stamps: Mapping[str, str] = field(default_factory=dict)  # the day of the edition that each article came with


def lay_out(stories: Sequence[Story], edition: Edition) -> tuple[Page, ...]:
    """Return the pages of the site in the order of their URLs.

    Raises DigestError where two pages would have one URL; it names what both are made of.
    """
    shown = tuple(story for story in stories if not story.thread.word.hide)
    language = edition.site.language
    links = {story.thread.slug: view_thread(story.thread, language) for story in shown}
    today = issue(edition.stamps, edition_day(shown, edition.today))
    threads = tuple(view_story(story, edition.outlets, links, language, today) for story in shown)
    storylines = view_storylines(threads)
    pages = [
        Page(urls.HOME, "home.html", edition.site.title, language, _home(threads, storylines, edition, today)),
        Page("/404.html", "404.html", "Page not found", language, None),
        *(Page(view.url, "thread.html", view.title, language, view) for view in threads),
        *(Page(view.url, "storyline.html", view.name, language, view) for view in storylines),
        *_redirects(threads, language),
        *_day_pages(threads, language),
        *_outlet_pages(shown, threads, edition),
        *_other_ways(threads, language),
        *edition.prose,
    ]
    twins = tuple(_twins(threads, language))
    _check_urls([*pages, *twins])
    # A twin has nothing of its own to say, to a sitemap or to anybody else who reads all pages.
    machines = machine_pages(pages, shown, edition.site)
    return tuple(sorted([*pages, *twins, *machines], key=lambda page: page.url))


def _home(
    threads: Sequence[ThreadView], storylines: Iterable[StorylineView], edition: Edition, today: Issue
) -> HomeView:
    leading = [view for view in threads if _leads(view)]
    days = sorted({day.value for view in threads for day in view.days}, reverse=True)[:_LATEST_DAYS]
    sources = {source.article: source for view in threads for source in view.sources}
    return HomeView(
        today.day,
        threads=tuple(sorted(leading, key=lambda view: not view.pinned)),
        others=tuple(view for view in threads if not _leads(view)),
        storylines=tuple(LinkView(view.url, view.name, edition.site.language) for view in storylines),
        days=tuple((day, urls.day_url(day)) for day in days),
        reports=len(sources), outlets=len({source.outlet for source in sources.values()} - {None}),
        before=today.before, news=len(today.fresh & sources.keys()),
    )  # fmt: skip


def _leads(view: ThreadView) -> bool:
    """Return whether a thread is shown as one; a single report is not, unless the curator pins it."""
    return view.reports > 1 or view.pinned


def _redirects(threads: Iterable[ThreadView], language: str) -> Iterable[Page]:
    """Yield a page for each address that a thread had; none of them is another thread's, which threading sees to."""
    for view in threads:
        for alias in view.aliases:
            moved = RedirectView(view.url, view.title)
            yield Page(urls.thread_url(alias), "redirect.html", view.title, language, moved)


def _day_pages(threads: Iterable[ThreadView], language: str) -> Iterable[Page]:
    by_day: dict[str, list[DayThreadView]] = defaultdict(list)
    for view in threads:
        for day in view.days:
            by_day[day.value].append(_day_thread(view, day))
    days = sorted(by_day)
    for before, value, after in zip([None, *days], days, [*days[1:], None], strict=False):
        around = [(each, urls.day_url(each)) if each else None for each in (before, after)]
        yield Page(urls.day_url(value), "day.html", value, language, DayPageView(value, tuple(by_day[value]), *around))


def _day_thread(view: ThreadView, day: DayView) -> DayThreadView:
    more = len(day.sentences) - len(day.foremost)
    return DayThreadView(view.url, view.title, view.lang, day.foremost, more)


def _outlet_pages(stories: Iterable[Story], threads: Sequence[ThreadView], edition: Edition) -> Iterable[Page]:
    language = edition.site.language
    outlets = view_outlets(stories, threads, edition.outlets)
    yield Page(urls.SOURCES, "sources.html", "Sources", language, outlets)
    for outlet in outlets:
        yield Page(outlet.url, "outlet.html", outlet.name or "Source not recorded", language, outlet)
    if corrections := view_corrections(outlets):
        yield Page(urls.CORRECTIONS, "corrections.html", "Corrections", language, corrections)


def _other_ways(threads: Sequence[ThreadView], language: str) -> Iterable[Page]:
    """Yield the other ways to threads and days: by the calendar and by tag."""
    archive = view_archive(threads)
    if archive.months:
        yield Page(urls.ARCHIVE, "archive.html", "Archive", language, archive)
    for tag in view_tags(threads):
        yield Page(tag.url, "tag.html", tag.name, language, tag)


def _twins(threads: Iterable[ThreadView], language: str) -> Iterable[Page]:
    """Yield for each thread of two days or more the page that has its timeline oldest first."""
    for view in threads:
        if view.oldest:
            days = tuple(reversed(view.days))
            yield Page(view.oldest, "oldest.html", f"{view.title}, oldest first", language, OldestView(view, days))


def _check_urls(pages: Iterable[Page]) -> None:
    seen: dict[str, Page] = {}
    for page in pages:
        first = seen.setdefault(page.url, page)
        if first is not page:
            names = " and ".join(each.source or f'"{each.title}"' for each in (first, page))
            what = f"{names} are both to be the page {page.url}"
            raise DigestError(Fault(page.source or first.source or "digest.yaml", 1, what, "Rename one of the two"))
