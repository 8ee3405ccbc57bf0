"""Lay stories out as pages: all that counts, sorts or compares, so that templates choose words and order only."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from digest.errors import DigestError, Fault
from digest.ghost import ghost, keyed
from digest.model import Erratum, Outlet, Story
from digest.pages import urls
from digest.pages.articlepages import article_pages
from digest.pages.frontpage import view_home
from digest.pages.issue import edition_day, issue
from digest.pages.keyedviews import Surroundings, view_threads
from digest.pages.language import catalogue
from digest.pages.listpages import day_pages, outlet_pages, tag_pages
from digest.pages.machines import machine_pages
from digest.pages.search import view_search
from digest.pages.site import SiteSettings
from digest.pages.storylines import view_storylines
from digest.pages.threadviews import ThreadView
from digest.pages.views import OldestView, Page, RedirectView
from digest.tools.keys import key_of
from digest.tools.means import PLAIN, Means


@dataclass(frozen=True, slots=True)
class Edition:
    """What a site is made of besides its stories: its settings, outlets, the curator's own pages, and its day."""

    site: SiteSettings
    outlets: Mapping[str, Outlet]
    prose: tuple[Page, ...]
    today: date | None  # the day of the edition; None: that of the newest article
    stamps: Mapping[str, str] = field(default_factory=dict)  # the day of the edition that each article came with
    errata: tuple[Erratum, ...] = ()  # what the digest got wrong, about no thread of it


def lay_out(stories: Sequence[Story], edition: Edition, means: Means = PLAIN) -> tuple[Page, ...]:
    """Return the pages of the site in the order of their URLs.

    Raises DigestError where two pages would have one URL; it names what both are made of.
    """
    shown = tuple(story for story in stories if not story.thread.word.hide)
    language, words = edition.site.language, catalogue(edition.site.language)
    today = issue(edition.stamps, edition_day(shown, edition.today))
    threads = view_threads(shown, Surroundings.of(shown, edition.outlets, language, today), means)
    storylines = view_storylines(threads)
    pages = [
        Page(urls.HOME, "home.html", edition.site.title, language, view_home(threads, storylines, language, today)),
        Page(urls.SEARCH, "search.html", words.gettext("Search"), language, view_search(threads)),
        Page("/404.html", "404.html", words.gettext("Page not found"), language, None),
        *(Page(view.url, "thread.html", view.title, language, view, above=_storyline(view)) for view in threads),
        *article_pages(shown, threads, edition.outlets, language),
        *(Page(view.url, "storyline.html", view.name, language, view) for view in storylines),
        *_redirects(threads, language),
        *outlet_pages(shown, threads, edition.outlets, edition.errata, language),
        *day_pages(threads, language),
        *tag_pages(threads, language),
        *edition.prose,
    ]
    twins = tuple(_twins(threads, language))
    _check_urls([*pages, *twins])
    # A twin has nothing of its own to say, to a sitemap or to anybody else who reads all pages.
    machines = machine_pages(pages, shown, edition.site)
    return tuple(sorted([*pages, *twins, *machines], key=lambda page: page.url))


def _storyline(view: ThreadView) -> tuple[tuple[str, str], ...]:
    return ((view.storyline.title, view.storyline.url),) if view.storyline else ()


def _redirects(threads: Iterable[ThreadView], language: str) -> Iterable[Page]:
    """Yield a page for each address that a thread had; none of them is another thread's, which threading sees to."""
    for view in threads:
        for alias in view.aliases:
            moved = RedirectView(view.url, view.title)
            yield Page(urls.thread_url(alias), "redirect.html", view.title, language, moved)


def _twins(threads: Iterable[ThreadView], language: str) -> Iterable[Page]:
    """Yield for each thread of two days or more the page that has its timeline oldest first."""
    for view in threads:
        if view.oldest:
            title = catalogue(language).gettext("%(thread)s, oldest first") % {"thread": view.title}
            turned = ghost(OldestView, {"thread": view}, partial(_turned, view))
            yield Page(view.oldest, "oldest.html", title, language, keyed(turned, key_of(view)))


def _turned(view: ThreadView) -> OldestView:
    return OldestView(view, view.days[::-1])


def _check_urls(pages: Iterable[Page]) -> None:
    seen: dict[str, Page] = {}
    for page in pages:
        first = seen.setdefault(page.url, page)
        if first is not page:
            names = " and ".join(each.source or f'"{each.title}"' for each in (first, page))
            what = f"{names} are both to be the page {page.url}"
            raise DigestError(
                Fault(page.source or first.source or "digest.yaml", 1, what, "Rename one of the two", rule="page-clash")
            )
