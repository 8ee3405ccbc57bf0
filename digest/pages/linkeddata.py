"""What a page says of itself to machines that read pages: JSON-LD (schema.org).

A page of ours is a collection: it is called no article, and bears no author. What others reported is its `citation`,
with their headline, their names and their address, so that no machine takes their work for ours.
"""

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import islice

from digest.pages import urls
from digest.pages.calendar import long_day
from digest.pages.listings import ArticleView, OutletView
from digest.pages.newest import newest_report, sources
from digest.pages.quotes import SourceView
from digest.pages.site import SiteSettings
from digest.pages.threadviews import CardView, DayThreadView, ThreadView
from digest.pages.views import DayPageView, HomeView, Page, StorylineView, TagView

# Of each list; every page must stay light, and a machine finds all in the sitemap and in thread.json.
_MOST = 40


def linked_data(page: Page, site: SiteSettings) -> Mapping[str, object] | None:
    """Return the JSON-LD of a page of news; None for all other pages."""
    listed = partial(_list, page=page, site=site)
    more: Mapping[str, object]
    match page.view:
        case HomeView() as view:
            more = listed((*view.threads, *view.others))
        case ThreadView() as view:
            more = {**({"datePublished": view.first} if view.first else {}), **_cites(view.sources[-_MOST:])}
        case DayPageView() as view:
            more = {"temporalCoverage": view.value, **_cites(sources(view)), **listed(view.threads)}
        case TagView() | StorylineView() as view:
            more = listed(view.threads)
        case OutletView() as view:
            more = {**_about(view), **_cites(sources(view))}
        case ArticleView() as view:
            # The page is ours and the article is theirs: what they published is what it cites.
            more = {"@type": "WebPage", **_cites(sources(view))}
        case _:
            return None
    return {**_collection(page, site), **_within(page, site), **_changed(page), **more}


def title_of(page: Page, site: SiteSettings) -> str:
    """Return what a page is called: of a day, its name in words."""
    return long_day(page.view.value, site.language) if isinstance(page.view, DayPageView) else page.title


def _collection(page: Page, site: SiteSettings) -> Mapping[str, object]:
    given = {
        "@context": "https://schema.org", "@type": "CollectionPage", "name": title_of(page, site),
        "url": _address(page.url, page, site), "inLanguage": page.lang, "description": _own_words(page, site),
    }  # fmt: skip
    return {name: text for name, text in given.items() if text}


def _own_words(page: Page, site: SiteSettings) -> str | None:
    """Return what the curator says of a page; a sentence at a glance is another's, and describes no page here."""
    if isinstance(page.view, HomeView | DayPageView):
        return site.description
    return page.view.standfirst if isinstance(page.view, ThreadView) else None


def _within(page: Page, site: SiteSettings) -> Mapping[str, object]:
    if page.url == urls.HOME:
        return {}
    home = {"@type": "WebSite", "name": site.title, "url": _address(urls.HOME, page, site)}
    return {"isPartOf": home, "breadcrumb": _breadcrumb(page, site)}


def _breadcrumb(page: Page, site: SiteSettings) -> Mapping[str, object]:
    steps = [(site.title, urls.HOME), *page.above, (title_of(page, site), page.url)]
    listed = [
        {"@type": "ListItem", "position": position, "name": name, "item": _address(url, page, site)}
        for position, (name, url) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": listed}


def _address(url: str, page: Page, site: SiteSettings) -> str:
    """Return an address in JSON-LD; a relative one is read against the page that it stands in."""
    return site.absolute(url) if site.base_url else urls.relative(page.url, url)


def _changed(page: Page) -> Mapping[str, str]:
    newest = newest_report(page)
    return {"dateModified": newest} if newest else {}


def _about(view: OutletView) -> Mapping[str, object]:
    if not view.name:
        return {}
    home = {"url": view.home} if view.home else {}
    return {"about": {"@type": "Organization", "name": view.name, **home}}


def _list(threads: Iterable[CardView | DayThreadView], page: Page, site: SiteSettings) -> Mapping[str, object]:
    address = partial(_address, page=page, site=site)
    listed = [
        {"@type": "ListItem", "position": position, "name": view.title, "url": address(view.url)}
        for position, view in enumerate(tuple(threads)[:_MOST], start=1)
    ]
    return {"mainEntity": {"@type": "ItemList", "itemListElement": listed}}


def _cites(reports: Iterable[SourceView]) -> Mapping[str, object]:
    return {"citation": [_cited(source) for source in islice(reports, _MOST)]}


def _cited(source: SourceView) -> Mapping[str, object]:
    given: Mapping[str, object] = {
        "@type": "NewsArticle",
        # A title that was made of the first sentence is no headline of theirs.
        "name" if source.derived else "headline": source.title, "url": source.link, "inLanguage": source.lang,
        "datePublished": source.published,
        "author": [{"@type": "Person", "name": name} for name in source.authors],
        "publisher": {"@type": "Organization", "name": source.outlet} if source.outlet else None,
        "creativeWorkStatus": "Retracted" if source.retracted else None,
    }  # fmt: skip
    return {name: value for name, value in given.items() if value}
