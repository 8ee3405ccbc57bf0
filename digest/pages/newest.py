"""The newest report that a page tells of: what a sitemap and JSON-LD call its last change.

It is the day of an article and never that of a build, so that a machine comes back for news alone.
"""

from collections.abc import Iterable

from digest.pages.listings import ArticleView, CorrectionsView, OutletView
from digest.pages.quotes import SourceView
from digest.pages.threadviews import ThreadView
from digest.pages.views import DayPageView, HomeView, Page, StorylineView, TagView


def newest_report(page: Page) -> str | None:
    """Return the day (YYYY-MM-DD) of the newest report on a page; None where no report on it is dated, or none is."""
    return max((day for day in _reported(page.view) if day), default=None)


def sources(view: object) -> tuple[SourceView, ...]:
    """Return the reports that a page of a day, of an outlet, of an article or of corrections names, in its order."""
    match view:
        case DayPageView():
            marks = (mark for thread in view.threads for sentence in thread.sentences for mark in sentence.marks)
            return tuple({mark.article: mark for mark in marks}.values())
        case OutletView() | CorrectionsView():
            return tuple(each.source for each in view.articles)
        case ArticleView():
            return (view.article.source,)
    return ()


def _reported(view: object) -> Iterable[str | None]:
    """Yield the days of reports that a page tells of, the newest among them."""
    match view:
        case ThreadView() | StorylineView() | DayPageView():
            yield view.last
        case HomeView():
            yield from (each.last for each in (*view.threads, *view.others))
        case TagView():
            yield from (each.last for each in view.threads)
        case tuple():  # of outlets, or of tags
            for each in view:
                yield from _reported(each)
        case CorrectionsView():
            yield from (each.day for each in view.errata)
            yield from (each.source.published for each in (*view.articles, *(one.article for one in view.notices)))
        case _:
            yield from (source.published for source in sources(view))
