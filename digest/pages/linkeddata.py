"""What a page says of itself to machines that read pages: JSON-LD (schema.org) and Open Graph.

A page of ours is a collection: it is called no article, and bears no author. What others reported is its `citation`,
with their headline, their names and their address, so that no machine takes their work for ours.
"""

from collections.abc import Iterable, Mapping
from functools import partial

from digest.pages import urls
from digest.pages.calendar import long_day
from digest.pages.quotes import SourceView
from digest.pages.site import SiteSettings
from digest.pages.views import DayPageView, DayThreadView, HomeView, Page, ThreadView

# Of each list; every page must stay light, and a machine finds all in the sitemap and in thread.json.
_MOST = 40


def linked_data(page: Page, site: SiteSettings) -> Mapping[str, object] | None:
    """Return the JSON-LD of the home page, a thread or a day; None for all other pages."""
    match page.view:
        case HomeView() as view:
            threads = (*view.threads, *view.others)
            newest = max((each.last for each in threads if each.last), default=None)
            return {**_collection(page, site), **_dated(None, newest), **_list(threads, page, site)}
        case ThreadView() as view:
            cited = {"citation": [_cited(source) for source in view.sources[-_MOST:]]}
            return {**_part(page, site), **_dated(view.first, view.last), **cited}
        case DayPageView() as view:
            day = {"temporalCoverage": view.value, "citation": [_cited(source) for source in _sources(view.threads)]}
            return {**_part(page, site), **day, **_list(view.threads, page, site)}
    return None


def open_graph(page: Page, site: SiteSettings) -> tuple[tuple[str, str], ...]:
    """Return the Open Graph properties of the home page, a thread or a day, in order; none of all other pages."""
    if not isinstance(page.view, HomeView | ThreadView | DayPageView):
        return ()
    given = (
        ("og:type", "article" if isinstance(page.view, ThreadView) else "website"),
        ("og:site_name", site.title),
        ("og:title", _title(page, site)),
        ("og:description", _description(page, site)),
        ("og:url", site.absolute(page.url) if site.base_url else None),
        *_times(page),
    )
    return tuple((name, text) for name, text in given if text)


def _times(page: Page) -> Iterable[tuple[str, str | None]]:
    if isinstance(page.view, ThreadView):
        yield "article:published_time", page.view.first
        yield "article:modified_time", page.view.last


def _title(page: Page, site: SiteSettings) -> str:
    return long_day(page.view.value, site.language) if isinstance(page.view, DayPageView) else page.title


def _description(page: Page, site: SiteSettings) -> str:
    """Return what the page's `description` says too."""
    if isinstance(page.view, ThreadView):
        return page.view.standfirst or next((sentence.text for sentence in page.view.glance), "")
    return site.description


def _collection(page: Page, site: SiteSettings) -> Mapping[str, object]:
    given = {
        "@context": "https://schema.org", "@type": "CollectionPage", "name": _title(page, site),
        "url": _address(page.url, page, site), "inLanguage": page.lang,
        # A sentence at a glance is another's: only the curator's own words describe a page here.
        "description": page.view.standfirst if isinstance(page.view, ThreadView) else site.description,
    }  # fmt: skip
    return {name: text for name, text in given.items() if text}


def _part(page: Page, site: SiteSettings) -> Mapping[str, object]:
    home = {"@type": "WebSite", "name": site.title, "url": _address(urls.HOME, page, site)}
    return {**_collection(page, site), "isPartOf": home}


def _address(url: str, page: Page, site: SiteSettings) -> str:
    """Return an address in JSON-LD; a relative one is read against the page that it stands in."""
    return site.absolute(url) if site.base_url else urls.relative(page.url, url)


def _dated(first: str | None, last: str | None) -> Mapping[str, str]:
    return {name: day for name, day in (("datePublished", first), ("dateModified", last)) if day}


def _list(threads: Iterable[ThreadView | DayThreadView], page: Page, site: SiteSettings) -> Mapping[str, object]:
    address = partial(_address, page=page, site=site)
    listed = [
        {"@type": "ListItem", "position": position, "name": view.title, "url": address(view.url)}
        for position, view in enumerate(tuple(threads)[:_MOST], start=1)
    ]
    return {"mainEntity": {"@type": "ItemList", "itemListElement": listed}}


def _sources(threads: Iterable[DayThreadView]) -> list[SourceView]:
    """Return the reports that a day's sentences are marked with, each once, in the order of the page."""
    marks = (mark for view in threads for sentence in view.sentences for mark in sentence.marks)
    return list({mark.article: mark for mark in marks}.values())[:_MOST]


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
