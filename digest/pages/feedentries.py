"""What every feed says, whatever its format: threads of the site or of a tag, days of one thread, what was corrected.

An entry's id is its address, which is made of what content/ keeps: the slug that threads.lock has, or the article's
id. So it stays when a title changes. Its dates are those of articles and of the editions that they came with, never of
the clock, so that a reader is told of news and not of builds. What others wrote names them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from digest.pages import urls
from digest.pages.calendar import long_day
from digest.pages.instants import first_told, last_change, noon
from digest.pages.language import catalogue
from digest.pages.listings import CorrectionsView, ErratumView, NoticeView, OutletArticleView
from digest.pages.quotes import SentenceView, SourceView
from digest.pages.site import SiteSettings
from digest.pages.threadviews import CardView, DayView, ThreadView
from digest.pages.views import FeedView, Page, TagView

_MOST = 50  # entries; feed readers keep what they have read


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A thread, a day of one, or a correction."""

    title: str
    address: str  # and its id
    text: str  # plain
    lang: str
    published: datetime  # when the first of its reports came out
    updated: datetime  # when what it tells changed last


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: what it is called, the page that it is of, and its entries."""

    title: str
    description: str
    address: str  # of the page, and the feed's id
    own: str  # the address of the feed itself
    entries: tuple[FeedEntry, ...]


class Feeds:
    """The feeds of one build, which tell a thread once, in however many of them and in whatever formats it stands."""

    def __init__(self, site: SiteSettings) -> None:
        self._site = site
        self._changed: dict[str, datetime] = {}  # by the thread's URL
        self._entries: dict[str, FeedEntry] = {}  # likewise
        self._last: tuple[Page, Feed] | None = None  # the formats of one page come in a row
        self._elements: dict[tuple[str, FeedEntry], str] = {}

    def of(self, page: Page) -> Feed:
        """Return the feed that `page` is to be; one at an address that a thread had says the present one."""
        if self._last and self._last[0].view is page.view and self._last[0].title == page.title:
            made = self._last[1]
        else:
            made = self._feed(page)
            self._last = page, made
        return replace(made, own=made.address + page.url.rpartition("/")[2])

    def elements(self, page: Page) -> dict[tuple[str, FeedEntry], str]:
        """Return where a feed's entries stay as XML, by format; of those that stand in this feed alone none stays."""
        return self._elements if isinstance(page.view, FeedView | TagView) else {}

    def _feed(self, page: Page) -> Feed:
        site = self._site
        title, description = f"{page.title} · {site.title}", site.description or site.title
        url = urls.HOME
        match page.view:
            case FeedView() as view:
                title, entries = site.title, self._threads(view.threads)
            case ThreadView() as view:
                url, description, entries = view.url, view.standfirst or view.title, _days(view, site)
            case TagView() as view:
                url, description, entries = view.url, view.name, self._threads(view.threads)
            case CorrectionsView() as view:
                url, description, entries = urls.CORRECTIONS, page.title, _corrections(view, site)
            case _:
                raise TypeError(f"{page.url} can be no feed")
        return Feed(title, description, site.absolute(url), site.absolute(url), entries)

    def _threads(self, threads: Iterable[CardView]) -> tuple[FeedEntry, ...]:
        """Return an entry for each of the threads with a dated report that changed last."""
        latest = sorted((view for view in threads if view.last), key=self._change, reverse=True)
        return tuple(self._thread(view) for view in latest[:_MOST])

    def _change(self, view: CardView) -> datetime:
        if view.url not in self._changed:
            self._changed[view.url] = last_change(view.sources, (each.day for each in view.errata))
        return self._changed[view.url]

    def _thread(self, view: CardView) -> FeedEntry:
        """Return a thread as an entry: what the curator says of it, then what it is at a glance."""
        if view.url not in self._entries:
            text = " ".join(filter(None, (view.standfirst, _text(view.glance, self._site))))
            address, first = self._site.absolute(view.url), first_told(view.sources)
            self._entries[view.url] = FeedEntry(view.title, address, text, view.lang, first, self._change(view))
        return self._entries[view.url]


def credited(sentence: SentenceView, language: str) -> str:
    """Return a sentence and, in brackets, the outlets that reported it; a curator's own line may have none."""
    say = catalogue(language).gettext
    names = dict.fromkeys(mark.outlet for mark in sentence.marks if mark.outlet)
    named = say(", ").join(names) or (say("source not recorded") if sentence.marks else "")
    return f"{sentence.text} ({named})" if named else sentence.text


def _text(sentences: Iterable[SentenceView], site: SiteSettings) -> str:
    return " ".join(credited(sentence, site.language) for sentence in sentences)


def _days(view: ThreadView, site: SiteSettings) -> tuple[FeedEntry, ...]:
    """Return an entry for each of a thread's newest days, the newest first, dated by the reports that tell it."""
    return tuple(_day(day, view, site) for day in view.days[:_MOST])


def _day(day: DayView, view: ThreadView, site: SiteSettings) -> FeedEntry:
    reports = _reports(day, view)
    when = long_day(day.value, site.language)
    return FeedEntry(
        f"{when}: {day.title}" if day.title else when, f"{site.absolute(view.url)}#d-{day.value}",
        _text(day.foremost, site), view.lang, first_told(reports), last_change(reports),
    )  # fmt: skip


def _reports(day: DayView, view: ThreadView) -> tuple[SourceView, ...]:
    """Return the reports that tell of a day of a thread, and those of that day that were retracted since."""
    telling = {mark.article for sentence in day.sentences for mark in sentence.marks}
    return tuple(
        source
        for source in view.sources
        if source.article in telling or (source.retracted and source.published == day.value)
    )


def _corrections(view: CorrectionsView, site: SiteSettings) -> tuple[FeedEntry, ...]:
    """Return an entry for each correction, newest first.

    Ours has the day that the curator wrote; what an outlet corrected or retracted is dated by the report itself, since
    nothing records when that was.
    """
    entries = [
        *(_erratum(each, site) for each in view.errata), *(_notice(each, site) for each in view.notices),
        *(_retracted(each, site) for each in view.articles),
    ]  # fmt: skip
    return tuple(sorted(entries, key=lambda entry: (entry.published, entry.address), reverse=True)[:_MOST])


def _erratum(each: ErratumView, site: SiteSettings) -> FeedEntry:
    published = noon(each.day)
    address = f"{site.absolute(urls.CORRECTIONS)}#{each.anchor}"
    return FeedEntry(_corrected(each.thread_title, site), address, each.plain, site.language, published, published)


def _notice(each: NoticeView, site: SiteSettings) -> FeedEntry:
    source, published = each.article.source, first_told([each.article.source])
    text = " · ".join(filter(None, (each.text, source.outlet)))
    address = f"{site.absolute(urls.CORRECTIONS)}#{each.anchor}"
    return FeedEntry(_corrected(source.title, site), address, text, source.lang, published, published)


def _corrected(title: str | None, site: SiteSettings) -> str:
    say = catalogue(site.language).gettext
    return say("Correction: %(title)s") % {"title": title} if title else say("Correction")


def _retracted(each: OutletArticleView, site: SiteSettings) -> FeedEntry:
    source, published = each.source, first_told([each.source])
    text = " · ".join(dict.fromkeys(filter(None, (source.outlet, each.thread_title))))
    address = f"{site.absolute(urls.CORRECTIONS)}#{source.article}"
    return FeedEntry(source.title, address, text, source.lang, published, published)
