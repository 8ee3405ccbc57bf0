"""What the site offers machines: feeds and the sitemap, threads as JSON, the outlets as OPML.

A link in a feed or a sitemap cannot be relative, so a site without an address has none of them; all else it has.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from digest.model import Story
from digest.pages import urls
from digest.pages.feed import atom, rss
from digest.pages.feedentries import Feeds
from digest.pages.jsonfeed import json_feed
from digest.pages.listings import ArticleView, CorrectionsView
from digest.pages.newest import newest_report
from digest.pages.site import SiteSettings
from digest.pages.threadjson import thread_row
from digest.pages.threadviews import ThreadView
from digest.pages.timelinejs import timeline
from digest.pages.views import FeedView, JsonView, Page, RedirectView, SitemapView, TagView

# What makes each feed of a page, in the order of their URLs, and its media type.
_FEEDS = (("atom", "application/atom+xml"), ("rss", "application/rss+xml"), ("jsonfeed", "application/feed+json"))


def machine_pages(pages: Sequence[Page], stories: Iterable[Story], site: SiteSettings) -> Iterable[Page]:
    """Yield the pages that only machines read; `pages` are those for people, with threads the newest first."""
    threads = [page.view for page in pages if isinstance(page.view, ThreadView)]
    outlets = next((page.view for page in pages if _has_outlets(page)), None)
    if outlets:
        yield Page(urls.OUTLETS, "outlets.opml", site.title, site.language, outlets)
    for story in stories:
        url = urls.thread_json(story.thread.slug)
        yield Page(url, "json", story.thread.title, site.language, JsonView(story))
    # TimelineJS shows a timeline of one slide at least.
    for view in (each for each in threads if each.volumes):
        yield Page(urls.thread_timeline(view.slug), "timelinejs", view.title, site.language, view)
    if site.base_url:
        yield from _addressed(pages, threads, site)


def machine_file(page: Page, site: SiteSettings, feeds: Feeds | None = None) -> bytes | None:
    """Return the content of a page that no template makes, as UTF-8; None for all others.

    `feeds` are what other pages of the same build were given, if any: what they have told is not told again.
    """
    feeds = feeds or Feeds(site)
    made: bytes | Mapping[str, object] | None = None
    match page.template, page.view:
        case "atom", _:
            made = atom(feeds.of(page), site, feeds.elements(page))
        case "rss", _:
            made = rss(feeds.of(page), site, feeds.elements(page))
        case "jsonfeed", _:
            made = json_feed(feeds.of(page), site)
        case "timelinejs", ThreadView() as view:
            made = timeline(view, site)
        case "json", JsonView() as view:
            made = thread_row(view.story)
    return _json(made) if isinstance(made, Mapping) else made


def alternates(page: Page, site: SiteSettings) -> tuple[tuple[str, str, str], ...]:
    """Return what else the site offers of a page: the media type, a title and the URL of each, the page's own first."""
    own = _feed_links(page.title, page.url) if site.base_url and _has_feeds(page) else []
    if isinstance(page.view, ThreadView):
        own.append(("application/json", page.title, urls.thread_json(page.view.slug)))
    if _has_outlets(page):
        own.append(("text/x-opml", page.title, urls.OUTLETS))
    return (*own, *_feed_links(site.title, urls.HOME)) if site.base_url else tuple(own)


def _feed_links(title: str, url: str) -> list[tuple[str, str, str]]:
    return [(media, title, feed_url) for (_, media), feed_url in zip(_FEEDS, urls.feed_urls(url), strict=True)]


def _has_feeds(page: Page) -> bool:
    """Return whether a page has feeds of its own: a thread or a tag without a dated report has none."""
    return isinstance(page.view, CorrectionsView) or (
        isinstance(page.view, ThreadView | TagView) and newest_report(page) is not None
    )


def _has_outlets(page: Page) -> bool:
    """Return whether a page is the directory of sources and names an outlet: an OPML without an outline is none."""
    return page.url == urls.SOURCES and isinstance(page.view, tuple) and any(outlet.name for outlet in page.view)


def _json(row: Mapping[str, object]) -> bytes:
    return (json.dumps(row, ensure_ascii=False, check_circular=False) + "\n").encode(errors="replace")


def _addressed(pages: Sequence[Page], threads: Sequence[ThreadView], site: SiteSettings) -> Iterable[Page]:
    yield from _feeds(Page(urls.HOME, "", site.title, site.language, FeedView(tuple(view.card for view in threads))))
    for page in filter(_has_feeds, pages):
        yield from _feeds(page)
        # A feed reader may know a thread by an address that it had, and runs into no redirect: its feeds are there too.
        for alias in page.view.aliases if isinstance(page.view, ThreadView) else ():
            yield from _feeds(replace(page, url=urls.thread_url(alias)))
    yield Page(urls.SITEMAP, "sitemap.xml", site.title, site.language, SitemapView(_listed(pages)))
    yield Page("/robots.txt", "robots.txt", site.title, site.language, None)


def _feeds(page: Page) -> Iterable[Page]:
    for (template, _), url in zip(_FEEDS, urls.feed_urls(page.url), strict=True):
        yield Page(url, template, page.title, page.lang, page.view)


def _listed(pages: Iterable[Page]) -> tuple[tuple[str, str | None], ...]:
    """Return the URLs that the sitemap lists, in order, with the day of their newest report where one is known."""
    return tuple((page.url, newest_report(page)) for page in sorted(pages, key=lambda page: page.url) if _is_ours(page))


def _is_ours(page: Page) -> bool:
    """Return whether a search engine is to find a page here, and not where it moved or where the article came out."""
    if isinstance(page.view, ArticleView):
        return page.view.article.source.link is None
    return bool(page.view) and not isinstance(page.view, RedirectView)
