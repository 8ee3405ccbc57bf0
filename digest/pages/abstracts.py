"""Abstracts: what other pages say of a thread, kept so that its story need not be read for them.

A build after one article changed reads the abstracts of all threads and the stories of a few, and lays out and renders
the pages that name those few: what a change costs hardly grows with the archive.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from digest.ghost import Ghost, ghost, keyed
from digest.model import Notice, Story, When
from digest.pages.coverage import CoverageView
from digest.pages.quotes import SentenceView, SourceView
from digest.pages.threadviews import CardView, DayThreadView, DayView, LinkView, PartsView, Volume
from digest.tools.decoders import share
from digest.tools.keys import content_key

_ON_CARDS = (
    "slug", "url", "title", "lang", "standfirst", "status", "first", "last", "reports", "outlets", "news", "sources",
    "tags", "pinned", "storyline", "errata",
)  # fmt: skip


# A dozen sentences name each source, and of the times of one day there are few.
share(SourceView, 200_000)
share(When, 10_000)


@dataclass(frozen=True, slots=True, eq=False)
class Abstract(Ghost):
    """What of a story its thread's own page does not say alone."""

    DEEP = ("independent", "glance", "coverage", "each")

    key: str  # of all that it is made of
    volumes: tuple[Volume, ...]  # of its days, the newest first
    ahead: tuple[When, ...]  # the times that lie ahead of its reports
    notices: tuple[Notice, ...]
    told: str  # a digest of what its card shows
    independent: int
    glance: tuple[SentenceView, ...]
    coverage: CoverageView | None
    each: tuple[DayThreadView, ...]  # what the pages of its days show, in the order of the volumes

    @classmethod
    def of(cls, key: str, story: Story, link: LinkView, told: Mapping[str, Any]) -> "Abstract":
        """Return the abstract of a story, of which `told` is what its own page tells."""
        days = tuple(DayThreadView(link.url, link.title, link.lang, day.foremost, _more(day)) for day in told["days"])
        ahead = tuple(each.when for each in story.ahead if each.when)
        shown = told["independent"], told["glance"]
        volumes = tuple(map(_volume, told["days"], days))
        return cls(key, volumes, ahead, story.notices, content_key(shown), *shown, told["coverage"], days)


def view_card(outline: Mapping[str, object], abstract: Abstract) -> CardView:
    """Return a thread as lists show it; `outline` has the fields of its view that are there at once."""
    shallow = {name: outline[name] for name in _ON_CARDS}
    return keyed(ghost(CardView, shallow, lambda: abstract), content_key(shallow, abstract.told))


def view_parts(url: str, abstract: Abstract) -> PartsView:
    """Return what the pages of its days show of the thread at `url`."""
    parts = ghost(PartsView, {"url": url}, lambda: abstract)
    return keyed(parts, content_key(url, [volume.told for volume in abstract.volumes]))


def _more(day: DayView) -> int:
    return len(day.sentences) - len(day.foremost)


def _volume(day: DayView, shown: DayThreadView) -> Volume:
    reports = {source.article for sentence in day.sentences for source in sentence.marks}
    return Volume(day.value, len(day.sentences), len(reports), _newest(day.foremost), content_key(shown))


def _newest(sentences: Iterable[SentenceView]) -> str | None:
    return max((mark.published for each in sentences for mark in each.marks if mark.published), default=None)
