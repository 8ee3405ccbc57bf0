"""What the site offers machines: feeds and the sitemap, threads as JSON, the outlets as OPML.

A link in a feed or a sitemap cannot be relative, so a site without an address has none of them; all else it has.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from digest.model import Story
from digest.pages import urls
from digest.pages.feed import atom, rss, thread_atom
from digest.pages.jsonfeed import json_feed
from digest.pages.site import SiteSettings
from digest.pages.threadjson import thread_row
from digest.pages.timelinejs import timeline
from digest.pages.views import FeedView, JsonView, Page, RedirectView, StorylineView, ThreadView

_FEED_THREADS = 50


def machine_pages(pages: Sequence[Page], stories: Iterable[Story], site: SiteSettings) -> Iterable[Page]:
    """Yield the pages that only machines read; `pages` are those for people, with threads the newest first."""
    threads = [page.view for page in pages if isinstance(page.view, ThreadView)]
    outlets = next((page.view for page in pages if _has_outlets(page)), None)
    if outlets:
        yield Page(urls.OUTLETS, "outlets.opml", site.title, site.language, outlets)
    for story in stories:
        url = urls.thread_json(story.thread.slug)
        yield Page(url, "json", story.thread.title, site.language, JsonView(thread_row(story)))
    # TimelineJS shows a timeline of one slide at least.
    for view in (each for each in threads if each.days):
        yield Page(urls.thread_timeline(view.slug), "timelinejs", view.title, site.language, view)
    if site.base_url:
        yield from _addressed(pages, threads, site)


def machine_file(page: Page, site: SiteSettings) -> bytes | None:
    """Return the content of a page that no template makes, as UTF-8; None for all others."""
    made: bytes | Mapping[str, object] | None = None
    match page.template, page.view:
        case "feed", FeedView() as view:
            made = atom(view, site)
        case "rss", FeedView() as view:
            made = rss(view, site)
        case "thread-feed", ThreadView() as view:
            made = thread_atom(view, site)
        case "jsonfeed", FeedView() as view:
            made = json_feed(view, site)
        case "timelinejs", ThreadView() as view:
            made = timeline(view, site)
        case "json", JsonView() as view:
            made = view.row
    return _json(made) if isinstance(made, Mapping) else made


def alternates(page: Page, site: SiteSettings) -> tuple[tuple[str, str, str], ...]:
    """Return what else the site offers of a page: the media type, a title and the URL of each, the page's own first."""
    view = page.view if isinstance(page.view, ThreadView) else None
    own = [("application/json", view.title, urls.thread_json(view.slug))] if view else []
    if _has_outlets(page):
        own.append(("text/x-opml", page.title, urls.OUTLETS))
    if not site.base_url:
        return tuple(own)
    if view and view.last:
        own.insert(0, ("application/atom+xml", view.title, urls.thread_feed(view.slug)))
    return (
        *own,
        ("application/atom+xml", site.title, urls.FEED),
        ("application/rss+xml", site.title, urls.RSS),
        ("application/feed+json", site.title, urls.JSON_FEED),
    )


def _has_outlets(page: Page) -> bool:
    """Return whether a page is the directory of sources and names an outlet: an OPML without an outline is none."""
    return page.url == urls.SOURCES and isinstance(page.view, tuple) and any(outlet.name for outlet in page.view)


def _json(row: Mapping[str, object]) -> bytes:
    return (json.dumps(row, ensure_ascii=False, check_circular=False) + "\n").encode(errors="replace")


def _addressed(pages: Sequence[Page], threads: Sequence[ThreadView], site: SiteSettings) -> Iterable[Page]:
    latest = FeedView(tuple(view for view in threads if view.last)[:_FEED_THREADS])
    yield Page(urls.FEED, "feed", site.title, site.language, latest)
    yield Page(urls.RSS, "rss", site.title, site.language, latest)
    yield Page(urls.JSON_FEED, "jsonfeed", site.title, site.language, latest)
    yield Page(urls.SITEMAP, "sitemap.xml", site.title, site.language, FeedView((), _listed(pages)))
    yield Page("/robots.txt", "robots.txt", site.title, site.language, None)
    for view in threads:
        # A feed reader may know a thread by an address that it had, and runs into no redirect: the feed is there too.
        for slug in (view.slug, *view.aliases) if view.last else ():
            yield Page(urls.thread_feed(slug), "thread-feed", view.title, site.language, view)


def _listed(pages: Iterable[Page]) -> tuple[tuple[str, str | None], ...]:
    """Return the URLs that the sitemap lists, in order, with the day of their last report where one is known."""
    return tuple(
        (page.url, page.view.last if isinstance(page.view, ThreadView | StorylineView) else None)
        for page in sorted(pages, key=lambda page: page.url)
        if page.view and not isinstance(page.view, RedirectView)
    )
