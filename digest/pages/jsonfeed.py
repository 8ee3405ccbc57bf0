"""JSON Feed (version 1.1, jsonfeed.org): the same entries as in the other feeds, as plain text."""

from collections.abc import Mapping

from digest.pages import urls
from digest.pages.feedentries import Feed, FeedEntry
from digest.pages.site import SiteSettings


def json_feed(feed: Feed, site: SiteSettings) -> Mapping[str, object]:
    """Return a feed as one JSON object."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title, "description": feed.description, "language": site.language,
        "home_page_url": feed.address, "feed_url": feed.own,
        "authors": [{"name": site.title, "url": site.absolute(urls.HOME)}],
        "items": [_item(entry) for entry in feed.entries],
    }  # fmt: skip


def _item(entry: FeedEntry) -> Mapping[str, object]:
    return {
        "id": entry.address, "url": entry.address, "title": entry.title, "language": entry.lang,
        # An item without a text is none; a thread may have nothing at a glance, but it has a title.
        "content_text": entry.text or entry.title,
        "date_published": entry.published.isoformat(), "date_modified": entry.updated.isoformat(),
    }  # fmt: skip
