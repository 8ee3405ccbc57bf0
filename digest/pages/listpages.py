"""The pages that lead to threads and reports in other ways: by outlet, by day, by tag."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from digest.ghost import ghost, keyed
from digest.model import Erratum, Outlet, Story
from digest.pages import urls
from digest.pages.archive import view_archive
from digest.pages.corrections import view_corrections
from digest.pages.language import catalogue
from digest.pages.outlets import retracted, view_outlets
from digest.pages.tags import view_tags
from digest.pages.threadviews import ThreadView
from digest.pages.views import DayPageView, Page
from digest.tools.keys import content_key


def outlet_pages(
    stories: Iterable[Story],
    threads: Sequence[ThreadView],
    known: Mapping[str, Outlet],
    loose: Iterable[Erratum],
    language: str,
) -> Iterable[Page]:
    """Yield the directory of sources, a page for each outlet, and that of what was corrected where anything was.

    `loose` are our own corrections that are about no thread.
    """
    say = catalogue(language).gettext
    outlets = view_outlets(stories, threads, known)
    directory = Page(urls.SOURCES, "sources.html", say("Sources"), language, outlets)
    yield directory
    for outlet in outlets:
        title = outlet.name or say("Source not recorded")
        yield Page(outlet.url, "outlet.html", title, language, outlet, above=_below(directory))
    if corrections := view_corrections(threads, loose, retracted(outlets)):
        yield Page(urls.CORRECTIONS, "corrections.html", say("Corrections"), language, corrections)


def day_pages(threads: Sequence[ThreadView], language: str) -> Iterable[Page]:
    """Yield the calendar and a page for each day that a thread tells of; without a day, nothing."""
    archive = view_archive(threads, language)
    if not archive.months:
        return
    calendar = Page(urls.ARCHIVE, "archive.html", catalogue(language).gettext("Archive"), language, archive)
    yield calendar
    for view in _days(threads):
        yield Page(urls.day_url(view.value), "day.html", view.value, language, view, above=_below(calendar))


def tag_pages(threads: Iterable[ThreadView], language: str) -> Iterable[Page]:
    """Yield the page of all tags and one for each; without a tag, nothing."""
    tags = view_tags(threads)
    if not tags:
        return
    index = Page(urls.TAGS, "tags.html", catalogue(language).gettext("Tags"), language, tags)
    yield index
    for tag in tags:
        yield Page(tag.url, "tag.html", tag.name, language, tag, above=_below(index))


def _below(page: Page) -> tuple[tuple[str, str]]:
    return ((page.title, page.url),)


def _days(threads: Iterable[ThreadView]) -> Iterable[DayPageView]:
    """Yield the days in order, each with those before and after it that have a page."""
    by_day: dict[str, list[tuple[ThreadView, int]]] = defaultdict(list)
    for view in threads:
        for place, volume in enumerate(view.volumes):
            by_day[volume.day].append((view, place))
    days = sorted(by_day)
    for before, value, after in zip([None, *days], days, [*days[1:], None], strict=False):
        earlier, later = ((each, urls.day_url(each)) if each else None for each in (before, after))
        yield _day(value, earlier, later, by_day[value])


def _day(
    value: str,
    earlier: tuple[str, str] | None,
    later: tuple[str, str] | None,
    parts: Sequence[tuple[ThreadView, int]],
) -> DayPageView:
    """Return the page of a day; what the threads tell of it is looked up when it is asked for."""
    volumes = [view.volumes[place] for view, place in parts]
    last = max((volume.last for volume in volumes if volume.last), default=None)

    def told() -> DayPageView:
        threads = tuple(view.parts.each[place] for view, place in parts)
        return DayPageView(value, threads, earlier, later, last)

    shallow = {"value": value, "earlier": earlier, "later": later, "last": last}
    return keyed(ghost(DayPageView, shallow, told), content_key(shallow, [volume.told for volume in volumes]))
