"""What a page says of itself where somebody shares it: Open Graph (ogp.me), whose description search engines show too.

The description is made of what stands on the page, its titles first, so that no two pages are described alike.
"""

from collections.abc import Iterable
from urllib.parse import urlsplit

from digest.pages.language import homeland
from digest.pages.linkeddata import title_of
from digest.pages.listings import ArticleView, OutletView
from digest.pages.newest import sources
from digest.pages.site import SiteSettings
from digest.pages.threadviews import ThreadView
from digest.pages.views import DayPageView, HomeView, Page, StorylineView, TagView

_DESCRIPTION = 200  # signs; search engines show fewer
_LEEWAY = 5  # of Jinja's `truncate`
_SHARED = (HomeView, ThreadView, DayPageView, TagView, StorylineView, OutletView, ArticleView)


def open_graph(page: Page, site: SiteSettings) -> tuple[tuple[str, str], ...]:
    """Return the Open Graph properties of a page of news, in order; none of all other pages."""
    if not isinstance(page.view, _SHARED):
        return ()
    given = (
        ("og:type", "article" if isinstance(page.view, ThreadView | ArticleView) else "website"),
        ("og:site_name", site.title),
        ("og:locale", _territorial(page.lang)),
        ("og:title", title_of(page, site)),
        ("og:description", _description(page, site)),
        ("og:url", _canonical(page, site)),
        ("og:image", _image(site)),
        *_times(page),
    )
    return tuple((name, text) for name, text in given if text)


def _times(page: Page) -> Iterable[tuple[str, str | None]]:
    if isinstance(page.view, ThreadView):
        yield "article:published_time", page.view.first
        yield "article:modified_time", page.view.last


def _description(page: Page, site: SiteSettings) -> str:
    """Return what the page's `description` says too: what stands on the page, in the words of its titles."""
    match page.view:
        case ThreadView() as view:
            return view.standfirst or next((sentence.text for sentence in view.glance), "")
        case DayPageView() | TagView() | StorylineView() as view:
            return _titles(each.title for each in view.threads) or site.description
        case OutletView() as view:
            return _titles(source.title for source in sources(view)) or site.description
        case ArticleView() as view:
            return _beginning(view.paragraphs[0]) if view.paragraphs else ""
    return site.description


def _titles(titles: Iterable[str]) -> str:
    """Return the first of some titles, each once: as many as a list of search results shows, and one at least."""
    told = ""
    for title in dict.fromkeys(titles):
        longer = f"{told} · {title}" if told else title
        if told and len(longer) > _DESCRIPTION:
            break
        told = longer
    return told


def _beginning(text: str) -> str:
    """Return the first words of a text, as `truncate` of a template does."""
    if len(text) <= _DESCRIPTION + _LEEWAY:
        return text
    return text[: _DESCRIPTION - len("...")].rsplit(" ", 1)[0] + "..."


def _territorial(lang: str) -> str:
    """Return a language with the country in which most speak it, unless it names one, as Open Graph writes it."""
    spoken = homeland(lang)
    return f"{spoken.language}_{spoken.territory}" if spoken.territory else str(spoken.language)


def _canonical(page: Page, site: SiteSettings) -> str | None:
    """Return the address that the head names too: of an article, where it came out."""
    link = page.view.article.source.link if isinstance(page.view, ArticleView) else None
    return link or (site.absolute(page.url) if site.base_url else None)


def _image(site: SiteSettings) -> str | None:
    if not site.image or urlsplit(site.image).scheme:
        return site.image or None
    return site.absolute(f"/{site.image}") if site.base_url else None
