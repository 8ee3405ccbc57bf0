"""What the templates see: every page's words, counted, sorted and compared before they get there."""

from dataclasses import dataclass

from markupsafe import Markup

from digest.model import Story
from digest.pages.coverage import CoverageView
from digest.pages.listings import ArchiveView, ArticleView, CorrectionsView, ErratumView, NoticeView, OutletView
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
class ThreadView:
    """A thread's page."""

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


@dataclass(frozen=True, slots=True)
class OldestView:
    """A thread's timeline once more, oldest first."""

    thread: ThreadView
    days: tuple[DayView, ...]


@dataclass(frozen=True, slots=True)
class TagView:
    """A tag's page: the threads that have it, newest first."""

    url: str
    name: str
    threads: tuple[ThreadView, ...]


@dataclass(frozen=True, slots=True)
class StorylineView:
    """A storyline's page: its threads, newest first."""

    url: str
    name: str
    threads: tuple[ThreadView, ...]
    first: str | None  # YYYY-MM-DD of the first report
    last: str | None
    reports: int
    outlets: int


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page: all threads, newest first, and what their texts can be filtered by."""

    threads: tuple[ThreadView, ...]
    outlets: tuple[str, ...]  # by name
    first: str | None  # YYYY-MM-DD of the first and the last day that has a page
    last: str | None


@dataclass(frozen=True, slots=True)
class DayThreadView:
    """What one thread has for one day."""

    url: str
    title: str
    lang: str
    sentences: tuple[SentenceView, ...]
    more: int  # further sentences, on the thread's page


@dataclass(frozen=True, slots=True)
class DayPageView:
    """A day's page, with the days before and after that have one."""

    value: str
    threads: tuple[DayThreadView, ...]
    earlier: tuple[str, str] | None  # the day and its URL
    later: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    edition: str | None  # YYYY-MM-DD
    threads: tuple[ThreadView, ...]
    others: tuple[ThreadView, ...]  # single reports
    storylines: tuple[LinkView, ...]
    days: tuple[tuple[str, str], ...]  # the latest days and their URLs
    reports: int
    outlets: int
    before: str | None = None  # YYYY-MM-DD of the edition before
    news: int = 0  # reports that came since
    more: int = 0  # threads and reports that this page does not show
    all_threads: int = 0  # with single reports


@dataclass(frozen=True, slots=True)
class ProseView:
    """A page that the curator wrote."""

    body: Markup


@dataclass(frozen=True, slots=True)
class RedirectView:
    """A page that moved: a static host cannot answer with a redirect, so the page itself leads on."""

    target: str
    title: str


@dataclass(frozen=True, slots=True)
class FeedView:
    """The feed of the site: its threads, newest first."""

    threads: tuple[ThreadView, ...]


@dataclass(frozen=True, slots=True)
class SitemapView:
    """The sitemap: the URLs of pages, each with the day of its last change where one is known."""

    pages: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class JsonView:
    """A story that becomes one JSON object."""

    story: Story


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site before it is rendered."""

    url: str
    template: str
    title: str
    lang: str
    view: (
        RedirectView | HomeView | ThreadView | OldestView | StorylineView | TagView | SearchView
        | tuple[TagView, ...] | ArticleView | DayPageView | ArchiveView | tuple[OutletView, ...] | OutletView
        | CorrectionsView | ProseView | FeedView | SitemapView | JsonView | None
    )  # fmt: skip
    source: str | None = None  # the curator's file that it is made of, for messages
    above: tuple[tuple[str, str], ...] = ()  # titles and URLs of the pages between the first one and it
