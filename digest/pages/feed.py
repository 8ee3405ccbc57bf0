"""Feeds in XML, Atom (RFC 4287) and RSS 2.0: the only door of feedgenerator.

feedgenerator costs some 40 ms, and only a site with an address has a feed: it is imported when it is called.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from html import escape
from typing import Any

from digest.pages import urls
from digest.pages.feedentries import FeedEntry, day_entries, thread_entries
from digest.pages.site import SiteSettings
from digest.pages.views import FeedView, ThreadView


def atom(view: FeedView, site: SiteSettings) -> bytes:
    """Return the site's Atom feed as UTF-8: one entry a thread."""
    from feedgenerator import Atom1Feed  # type: ignore[import-untyped]  # noqa: PLC0415 - it ships no stubs

    feed = Atom1Feed(**_site_feed(site, urls.FEED), author_name=site.title, feed_guid=site.absolute(urls.HOME))
    return _written(feed, thread_entries(view.threads, site))


def rss(view: FeedView, site: SiteSettings) -> bytes:
    """Return the site's RSS 2.0 feed as UTF-8: one item a thread."""
    from feedgenerator import Rss201rev2Feed  # noqa: PLC0415

    return _written(Rss201rev2Feed(**_site_feed(site, urls.RSS)), thread_entries(view.threads, site))


def thread_atom(view: ThreadView, site: SiteSettings) -> bytes:
    """Return a thread's Atom feed as UTF-8: one entry a day of it."""
    from feedgenerator import Atom1Feed  # noqa: PLC0415

    address = site.absolute(view.url)
    feed = Atom1Feed(
        title=f"{view.title} · {site.title}", link=address, description=view.standfirst or view.title,
        language=site.language, feed_url=site.absolute(urls.thread_feed(view.slug)), feed_guid=address,
        author_name=site.title,
    )  # fmt: skip
    return _written(feed, day_entries(view, site))


def _site_feed(site: SiteSettings, url: str) -> Mapping[str, str]:
    return {
        "title": site.title, "link": site.absolute(urls.HOME), "description": site.description or site.title,
        "language": site.language, "feed_url": site.absolute(url),
    }  # fmt: skip


# feedgenerator ships no types.
def _written(feed: Any, entries: Iterable[FeedEntry]) -> bytes:
    for entry in entries:
        feed.add_item(**_item(entry))
    if not feed.num_items():
        # Without an entry feedgenerator would stamp the current time; a feed's dates come from articles alone.
        feed.latest_post_date = lambda: datetime(1970, 1, 1, tzinfo=UTC)
    text: str = feed.writeString("utf-8")
    return text.encode()


def _item(entry: FeedEntry) -> Mapping[str, object]:
    return {
        "title": entry.title, "link": entry.address, "unique_id": entry.address, "unique_id_is_permalink": False,
        # feedgenerator calls a description HTML: what a sentence says has to be escaped here, and then as XML.
        "description": escape(entry.text, quote=False), "pubdate": entry.published, "updateddate": entry.updated,
    }  # fmt: skip
