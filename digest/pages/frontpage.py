"""The home page: the threads that lead, single reports, storylines, the latest days, and what is new.

A front page is an edition and has an end: of a digest of years it shows the newest threads, and the search
page has all.
"""

from collections.abc import Iterable, Sequence

from digest.pages import urls
from digest.pages.issue import Issue
from digest.pages.threadviews import LinkView, ThreadView
from digest.pages.views import HomeView, StorylineView

_LATEST_DAYS = 10
# What a phone loads at once, and a reader looks through: with these a page weighs less than 60 kB.
_THREADS = 30
_OTHERS = 20


def view_home(
    threads: Sequence[ThreadView], storylines: Iterable[StorylineView], language: str, today: Issue
) -> HomeView:
    """Return the home page of the edition of `today`: pinned threads first, then the newest first."""
    leading = sorted((view for view in threads if _leads(view)), key=lambda view: not view.pinned)[:_THREADS]
    others = [view for view in threads if not _leads(view)][:_OTHERS]
    days = sorted({each.day for view in threads for each in view.volumes}, reverse=True)[:_LATEST_DAYS]
    sources = {source.article: source for view in threads for source in view.sources}
    return HomeView(
        today.day,
        threads=tuple(view.card for view in leading), others=tuple(view.card for view in others),
        more=len(threads) - len(leading) - len(others),
        all_threads=len(threads),
        storylines=tuple(LinkView(view.url, view.name, language) for view in storylines),
        days=tuple((day, urls.day_url(day)) for day in days),
        reports=len(sources), outlets=len({source.outlet for source in sources.values()} - {None}),
        before=today.before, news=len(today.fresh & sources.keys()),
    )  # fmt: skip


def _leads(view: ThreadView) -> bool:
    """Return whether a thread is shown as one; a single report is not, unless the curator pins it."""
    return view.reports > 1 or view.pinned
