"""The search page: it lists all threads, and with an index, in a browser that runs scripts, one can search in it.

The index needs an extra, `[search]`, and a project asks for it with `search: true`. It is not simply made wherever
Pagefind happens to be installed: one project would then be two sites on two machines.
"""

from collections.abc import Sequence

from digest.pages.threadviews import ThreadView
from digest.pages.views import SearchView


def view_search(threads: Sequence[ThreadView]) -> SearchView:
    """Return the search page: all threads, those with the latest reports first, and what one can filter by."""
    latest = sorted(threads, key=lambda view: view.slug)
    latest.sort(key=lambda view: view.last or "", reverse=True)
    outlets = {source.outlet for view in threads for source in view.sources if source.outlet}
    days = sorted({each.day for view in threads for each in view.volumes})
    cards = tuple(view.card for view in latest)
    return SearchView(cards, tuple(sorted(outlets, key=lambda name: (name.casefold(), name))), *_ends(days))


def _ends(days: Sequence[str]) -> tuple[str | None, str | None]:
    return (days[0], days[-1]) if days else (None, None)
