"""What the templates see: every page's words, counted, sorted and compared before they get there."""

from dataclasses import dataclass

from markupsafe import Markup

from digest.ghost import Ghost
from digest.model import Story
from digest.pages.listings import ArchiveView, ArticleView, CorrectionsView, OutletView
from digest.pages.threadviews import CardView, DayThreadView, DayView, LinkView, ThreadView


@dataclass(frozen=True, slots=True, eq=False)
class OldestView(Ghost):
    """A thread's timeline once more, oldest first."""

    DEEP = ("days",)
    MOST = 10  # one page shows it

    thread: ThreadView
    days: tuple[DayView, ...]


@dataclass(frozen=True, slots=True)
class TagView:
    """A tag's page: the threads that have it, newest first."""

    url: str
    name: str
    threads: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class StorylineView:
    """A storyline's page: its threads, newest first."""

    url: str
    name: str
    threads: tuple[CardView, ...]
    first: str | None  # YYYY-MM-DD of the first report
    last: str | None
    reports: int
    outlets: int


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page: all threads, newest first, and what their texts can be filtered by."""

    threads: tuple[CardView, ...]
    outlets: tuple[str, ...]  # by name
    first: str | None  # YYYY-MM-DD of the first and the last day that has a page
    last: str | None


@dataclass(frozen=True, slots=True, eq=False)
class DayPageView(Ghost):
    """A day's page, with the days before and after that have one."""

    DEEP = ("threads",)
    MOST = 10  # one page shows it, and holds a part of each of its threads

    value: str
    threads: tuple[DayThreadView, ...]
    earlier: tuple[str, str] | None  # the day and its URL
    later: tuple[str, str] | None
    last: str | None = None  # YYYY-MM-DD of the newest report on it


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    edition: str | None  # YYYY-MM-DD
    threads: tuple[CardView, ...]
    others: tuple[CardView, ...]  # single reports
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

    threads: tuple[CardView, ...]


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
