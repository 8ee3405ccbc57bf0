"""The site's JSON Feed (version 1.1, jsonfeed.org): the same entries as in the other feeds, as plain text."""

from collections.abc import Mapping

from digest.pages import urls
from digest.pages.feedentries import FeedEntry, thread_entries
from digest.pages.site import SiteSettings
from digest.pages.views import FeedView


def json_feed(view: FeedView, site: SiteSettings) -> Mapping[str, object]:
    """Return the feed as one JSON object: one item a thread."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.title, "description": site.description or site.title, "language": site.language,
        "home_page_url": site.absolute(urls.HOME), "feed_url": site.absolute(urls.JSON_FEED),
        "authors": [{"name": site.title, "url": site.absolute(urls.HOME)}],
        "items": [_item(entry) for entry in thread_entries(view.threads, site)],
    }  # fmt: skip


def _item(entry: FeedEntry) -> Mapping[str, object]:
    return {
        "id": entry.address, "url": entry.address, "title": entry.title, "language": entry.lang,
        # An item without a text is none; a thread may have nothing at a glance, but it has a title.
        "content_text": entry.text or entry.title,
        "date_published": entry.published.isoformat(), "date_modified": entry.updated.isoformat(),
    }  # fmt: skip
