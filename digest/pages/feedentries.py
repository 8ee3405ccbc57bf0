"""What every feed says, whatever its format: threads of the site, or days of one thread.

An entry's id is its address, which is made of the slug that threads.lock keeps: it stays when a title changes. Its
dates are those of articles, never of the clock, so that a reader is told of news and not of builds.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from digest.pages.calendar import long_day
from digest.pages.quotes import SentenceView
from digest.pages.site import SiteSettings
from digest.pages.views import DayView, ThreadView

_MOST_DAYS = 50  # of a thread; feed readers keep what they have read


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A thread, or a day of one."""

    title: str
    address: str  # and its id
    text: str  # plain
    lang: str
    published: datetime
    updated: datetime


def thread_entries(threads: Iterable[ThreadView], site: SiteSettings) -> tuple[FeedEntry, ...]:
    """Return an entry for each thread, in their order; its text is the thread at a glance."""
    return tuple(
        FeedEntry(
            view.title, site.absolute(view.url), " ".join(sentence.text for sentence in view.glance), view.lang,
            noon(view.first), noon(view.last),
        )
        for view in threads
    )  # fmt: skip


def day_entries(view: ThreadView, site: SiteSettings) -> tuple[FeedEntry, ...]:
    """Return an entry for each of a thread's newest days, the newest first, dated by the reports that tell it."""
    return tuple(_day(day, view, site) for day in view.days[:_MOST_DAYS])


def credited(sentence: SentenceView) -> str:
    """Return a sentence and, in brackets, the outlets that reported it."""
    names = dict.fromkeys(mark.outlet for mark in sentence.marks if mark.outlet)
    return f"{sentence.text} ({', '.join(names)})" if names else sentence.text


def noon(day: str | None) -> datetime:
    """Return a day as an instant; noon in UTC is that day nearly everywhere."""
    return datetime.combine(date.fromisoformat(day or "1970-01-01"), time(12), tzinfo=UTC)


def _day(day: DayView, view: ThreadView, site: SiteSettings) -> FeedEntry:
    marks = [mark for sentence in day.sentences for mark in sentence.marks]
    reported = sorted(mark.published for mark in marks if mark.published)
    first, last = (reported[0], reported[-1]) if reported else (view.first, view.first)
    when = long_day(day.value, site.language)
    return FeedEntry(
        f"{when}: {day.title}" if day.title else when, f"{site.absolute(view.url)}#d-{day.value}",
        " ".join(credited(sentence) for sentence in day.foremost), view.lang, noon(first), noon(last),
    )  # fmt: skip
