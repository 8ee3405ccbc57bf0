"""What the templates see of a thread: all of it on its own page, a card of it in lists, its part of a day.

What other pages say of a thread is there at once; the rest is read when somebody asks for it, and of a thread that did
not change nobody does.
"""

from dataclasses import dataclass

from markupsafe import Markup

from digest.ghost import Ghost
from digest.pages.coverage import CoverageView
from digest.pages.listings import ErratumView, NoticeView
from digest.pages.quotes import QuoteView, SentenceView, SourceView


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of a thread."""

    value: str
    url: str
    title: str
    lang: str  # of the title
    sentences: tuple[SentenceView, ...]  # in the order in which they were read first
    foremost: tuple[SentenceView, ...]  # the few that tell most
    note: str | None = None


@dataclass(frozen=True, slots=True)
class LinkView:
    """A thread or a storyline as another page names it."""

    url: str
    title: str
    lang: str
    first: str | None = None  # YYYY-MM-DD of a thread's first report
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Volume:
    """How much a thread tells of a day."""

    day: str  # YYYY-MM-DD
    sentences: int
    reports: int  # that say them
    last: str | None  # YYYY-MM-DD of the newest report among those that the day's page shows
    told: str  # a digest of what that page shows


@dataclass(frozen=True, slots=True, eq=False)
class CardView(Ghost):
    """A thread as lists of threads and feeds show it."""

    DEEP = ("independent", "glance", "coverage")
    MOST = 10_000  # they are small, and the pages of many tags ask for each

    slug: str
    url: str
    title: str
    lang: str
    standfirst: str | None
    status: str | None
    first: str | None  # YYYY-MM-DD of the first report
    last: str | None
    reports: int
    outlets: int
    independent: int  # reports that do not carry one text
    news: int  # reports that came with this edition
    glance: tuple[SentenceView, ...]
    sources: tuple[SourceView, ...]
    tags: tuple[str, ...] = ()
    pinned: bool = False
    storyline: LinkView | None = None
    coverage: CoverageView | None = None  # of a thread with reports on three days or more
    errata: tuple[ErratumView, ...] = ()  # what we got wrong in it, newest first


@dataclass(frozen=True, slots=True)
class DayThreadView:
    """What one thread has for one day."""

    url: str
    title: str
    lang: str
    sentences: tuple[SentenceView, ...]
    more: int  # further sentences, on the thread's page


@dataclass(frozen=True, slots=True, eq=False)
class PartsView(Ghost):
    """What the pages of a thread's days show of it, in the order of its volumes."""

    DEEP = ("each",)

    url: str
    each: tuple[DayThreadView, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ThreadView(Ghost):
    """A thread's page."""

    DEEP = (
        "note", "glance", "days", "ahead", "announced", "background", "undated", "quotes", "independent", "withheld",
        "coverage",
    )  # fmt: skip

    slug: str
    url: str
    title: str
    lang: str
    standfirst: str | None
    status: str | None
    note: Markup | None
    first: str | None  # YYYY-MM-DD of the first report
    last: str | None
    reports: int
    outlets: int
    glance: tuple[SentenceView, ...]
    days: tuple[DayView, ...]  # newest first
    ahead: tuple[SentenceView, ...]
    background: tuple[SentenceView, ...]
    undated: tuple[SentenceView, ...]
    sources: tuple[SourceView, ...]
    card: CardView  # the same thread as lists show it
    parts: PartsView  # and as the pages of its days do
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    pinned: bool = False
    storyline: LinkView | None = None
    related: tuple[LinkView, ...] = ()
    quotes: tuple[QuoteView, ...] = ()
    independent: int = 0  # reports that do not carry one text
    news: int = 0  # reports that came with this edition
    announced: tuple[SentenceView, ...] = ()  # what lay ahead of the reports, and is past by the day of the edition
    coverage: CoverageView | None = None  # of a thread with reports on three days or more
    edition: str | None = None  # YYYY-MM-DD
    oldest: str | None = None  # the URL of its timeline oldest first, where there are two days or more
    errata: tuple[ErratumView, ...] = ()  # what we got wrong in it, newest first
    notices: tuple[NoticeView, ...] = ()  # what outlets corrected in their own reports
    withheld: int = 0  # sentences of its reports that are not shown, since excerpts are limited
    volumes: tuple[Volume, ...] = ()  # of its days, the newest first
