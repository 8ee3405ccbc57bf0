"""What every feed says, whatever its format: threads of the site or of a tag, days of one thread, what was retracted.

An entry's id is its address, which is made of what content/ keeps: the slug that threads.lock has, or the article's
id. So it stays when a title changes. Its dates are those of articles, never of the clock, so that a reader is told of
news and not of builds.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from digest.pages import urls
from digest.pages.calendar import long_day
from digest.pages.listings import CorrectionsView, OutletArticleView
from digest.pages.quotes import SentenceView
from digest.pages.site import SiteSettings
from digest.pages.views import DayView, FeedView, Page, TagView, ThreadView

_MOST = 50  # entries; feed readers keep what they have read


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A thread, a day of one, or a report that was retracted."""

    title: str
    address: str  # and its id
    text: str  # plain
    lang: str
    published: datetime
    updated: datetime


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: what it is called, the page that it is of, and its entries."""

    title: str
    description: str
    address: str  # of the page, and the feed's id
    own: str  # the address of the feed itself
    entries: tuple[FeedEntry, ...]


def feed(page: Page, site: SiteSettings) -> Feed:
    """Return the feed that `page` is to be; one at an address that a thread had says the present one."""
    title, description = f"{page.title} · {site.title}", site.description or site.title
    url = urls.HOME
    match page.view:
        case FeedView() as view:
            title, entries = site.title, _threads(view.threads, site)
        case ThreadView() as view:
            url, description, entries = view.url, view.standfirst or view.title, _days(view, site)
        case TagView() as view:
            url, description, entries = view.url, view.name, _threads(view.threads, site)
        case CorrectionsView() as view:
            url, description, entries = urls.CORRECTIONS, page.title, _retracted(view, site)
        case _:
            raise TypeError(f"{page.url} can be no feed")
    return Feed(title, description, site.absolute(url), site.absolute(url + page.url.rpartition("/")[2]), entries)


def credited(sentence: SentenceView) -> str:
    """Return a sentence and, in brackets, the outlets that reported it."""
    names = dict.fromkeys(mark.outlet for mark in sentence.marks if mark.outlet)
    return f"{sentence.text} ({', '.join(names)})" if names else sentence.text


def _noon(day: str | None) -> datetime:
    """Return a day as an instant; noon in UTC is that day nearly everywhere."""
    return datetime.combine(date.fromisoformat(day or "1970-01-01"), time(12), tzinfo=UTC)


def _threads(threads: Iterable[ThreadView], site: SiteSettings) -> tuple[FeedEntry, ...]:
    """Return an entry for each of the newest threads that has a dated report; its text is the thread at a glance."""
    return tuple(
        FeedEntry(
            view.title, site.absolute(view.url), " ".join(sentence.text for sentence in view.glance), view.lang,
            _noon(view.first), _noon(view.last),
        )
        for view in [each for each in threads if each.last][:_MOST]
    )  # fmt: skip


def _days(view: ThreadView, site: SiteSettings) -> tuple[FeedEntry, ...]:
    """Return an entry for each of a thread's newest days, the newest first, dated by the reports that tell it."""
    return tuple(_day(day, view, site) for day in view.days[:_MOST])


def _day(day: DayView, view: ThreadView, site: SiteSettings) -> FeedEntry:
    marks = [mark for sentence in day.sentences for mark in sentence.marks]
    reported = sorted(mark.published for mark in marks if mark.published)
    first, last = (reported[0], reported[-1]) if reported else (view.first, view.first)
    when = long_day(day.value, site.language)
    return FeedEntry(
        f"{when}: {day.title}" if day.title else when, f"{site.absolute(view.url)}#d-{day.value}",
        " ".join(credited(sentence) for sentence in day.foremost), view.lang, _noon(first), _noon(last),
    )  # fmt: skip


def _retracted(view: CorrectionsView, site: SiteSettings) -> tuple[FeedEntry, ...]:
    """Return an entry for each retracted report, dated by the report itself: when it was retracted is not recorded."""
    return tuple(_correction(each, site) for each in view.articles[:_MOST])


def _correction(each: OutletArticleView, site: SiteSettings) -> FeedEntry:
    source, published = each.source, _noon(each.source.published)
    text = " · ".join(dict.fromkeys(filter(None, (source.outlet, each.thread_title))))
    address = f"{site.absolute(urls.CORRECTIONS)}#{source.article}"
    return FeedEntry(source.title, address, text, source.lang, published, published)
