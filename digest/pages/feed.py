"""Feeds in XML, Atom (RFC 4287) and RSS 2.0: the only door of feedgenerator.

feedgenerator costs some 40 ms, and only a site with an address has a feed: it is imported when it is called.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from html import escape
from typing import Any

from digest.pages.feedentries import Feed, FeedEntry
from digest.pages.site import SiteSettings


def atom(feed: Feed, site: SiteSettings) -> bytes:
    """Return a feed as Atom, in UTF-8."""
    from feedgenerator import Atom1Feed  # type: ignore[import-untyped]  # noqa: PLC0415 - it ships no stubs

    return _written(Atom1Feed(**_head(feed, site), author_name=site.title, feed_guid=feed.address), feed)


def rss(feed: Feed, site: SiteSettings) -> bytes:
    """Return a feed as RSS 2.0, in UTF-8."""
    from feedgenerator import Rss201rev2Feed  # noqa: PLC0415

    return _written(Rss201rev2Feed(**_head(feed, site)), feed)


def _head(feed: Feed, site: SiteSettings) -> Mapping[str, str]:
    return {
        "title": feed.title, "link": feed.address, "description": feed.description, "language": site.language,
        "feed_url": feed.own,
    }  # fmt: skip


# feedgenerator ships no types.
def _written(made: Any, feed: Feed) -> bytes:
    for entry in feed.entries:
        made.add_item(**_item(entry))
    if not feed.entries:
        # Without an entry feedgenerator would stamp the current time; a feed's dates come from articles alone.
        made.latest_post_date = lambda: datetime(1970, 1, 1, tzinfo=UTC)
    text: str = made.writeString("utf-8")
    return text.encode()


def _item(entry: FeedEntry) -> Mapping[str, object]:
    return {
        "title": entry.title, "link": entry.address, "unique_id": entry.address, "unique_id_is_permalink": False,
        # feedgenerator calls a description HTML: what a sentence says has to be escaped here, and then as XML.
        "description": escape(entry.text, quote=False), "pubdate": entry.published, "updateddate": entry.updated,
    }  # fmt: skip
