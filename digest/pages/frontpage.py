"""The home page: the threads that lead, single reports, storylines, the latest days, and what is new."""

from collections.abc import Iterable, Sequence

from digest.pages import urls
from digest.pages.issue import Issue
from digest.pages.views import HomeView, LinkView, StorylineView, ThreadView

_LATEST_DAYS = 10


def view_home(
    threads: Sequence[ThreadView], storylines: Iterable[StorylineView], language: str, today: Issue
) -> HomeView:
    """Return the home page of the edition of `today`: pinned threads first, then the newest first."""
    leading = [view for view in threads if _leads(view)]
    days = sorted({day.value for view in threads for day in view.days}, reverse=True)[:_LATEST_DAYS]
    sources = {source.article: source for view in threads for source in view.sources}
    return HomeView(
        today.day,
        threads=tuple(sorted(leading, key=lambda view: not view.pinned)),
        others=tuple(view for view in threads if not _leads(view)),
        storylines=tuple(LinkView(view.url, view.name, language) for view in storylines),
        days=tuple((day, urls.day_url(day)) for day in days),
        reports=len(sources), outlets=len({source.outlet for source in sources.values()} - {None}),
        before=today.before, news=len(today.fresh & sources.keys()),
    )  # fmt: skip


def _leads(view: ThreadView) -> bool:
    """Return whether a thread is shown as one; a single report is not, unless the curator pins it."""
    return view.reports > 1 or view.pinned
