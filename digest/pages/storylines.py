"""The pages of storylines: what the threads of one, which runs for months, have in common."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from digest.pages.threadviews import LinkView, ThreadView
from digest.pages.views import StorylineView


def view_storylines(threads: Iterable[ThreadView]) -> tuple[StorylineView, ...]:
    """Return the storylines in the order of their newest threads; the threads come newest first, and stay so."""
    found: dict[LinkView, list[ThreadView]] = defaultdict(list)
    for view in threads:
        if view.storyline:
            found[view.storyline].append(view)
    return tuple(_storyline(link, members) for link, members in found.items())


def _storyline(link: LinkView, threads: Sequence[ThreadView]) -> StorylineView:
    days = sorted(day for view in threads for day in (view.first, view.last) if day)
    sources = [source for view in threads for source in view.sources]
    return StorylineView(
        link.url, link.title, tuple(view.card for view in threads),
        days[0] if days else None, days[-1] if days else None,
        reports=len(sources), outlets=len({source.outlet for source in sources} - {None}),
    )  # fmt: skip
