"""What the templates see of lists that lead elsewhere: outlets with their articles, and the days of the archive."""

from dataclasses import dataclass

from markupsafe import Markup

from digest.ghost import Ghost
from digest.pages.quotes import SourceView


@dataclass(frozen=True, slots=True)
class OutletArticleView:
    """An article in a list of articles, with the thread that tells it."""

    source: SourceView
    thread_url: str
    thread_title: str
    thread_lang: str


@dataclass(frozen=True, slots=True, eq=False)
class ArticleView(Ghost):
    """The page that has an article's whole text."""

    DEEP = ("paragraphs",)

    article: OutletArticleView
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutletView:
    """An outlet's page: its articles, newest first."""

    url: str
    anchor: str  # in the directory
    name: str | None  # None: the source is not recorded
    home: str | None
    kind: str | None
    country: str | None
    articles: tuple[OutletArticleView, ...]
    first: str | None = None  # YYYY-MM-DD of the first report
    last: str | None = None


@dataclass(frozen=True, slots=True)
class ErratumView:
    """What the digest itself got wrong."""

    anchor: str
    day: str  # YYYY-MM-DD, on which it was corrected
    body: Markup
    plain: str  # the same, for feeds
    source: SourceView | None  # the report that it is about
    thread_url: str | None
    thread_title: str | None
    thread_lang: str | None


@dataclass(frozen=True, slots=True)
class NoticeView:
    """What an outlet corrected in its own report, in its words; without them where they may not be shown."""

    anchor: str
    text: str
    article: OutletArticleView


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """The articles that were retracted, what we corrected, and what outlets did: each newest first."""

    articles: tuple[OutletArticleView, ...]
    errata: tuple[ErratumView, ...] = ()
    notices: tuple[NoticeView, ...] = ()


@dataclass(frozen=True, slots=True)
class ArchiveDayView:
    """A day of the calendar that has a page, and what that page holds."""

    value: str
    url: str
    sentences: int
    reports: int


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month of the calendar."""

    value: str  # YYYY-MM
    column: int  # of its first day, from 1: the first of the week is the language's
    days: tuple[ArchiveDayView | int, ...]  # every day of the month; only the number of one without a page


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """The calendar: the months that have a page of a day, newest first."""

    months: tuple[MonthView, ...]
