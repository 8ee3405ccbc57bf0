"""Feeds in XML, Atom (RFC 4287) and RSS 2.0: the only door of feedgenerator.

feedgenerator costs some 40 ms, and only a site with an address has a feed: it is imported when it is called.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from html import escape
from typing import Any

from digest.pages.feedentries import Feed, FeedEntry
from digest.pages.site import SiteSettings


def atom(feed: Feed, site: SiteSettings) -> bytes:
    """Return a feed as Atom, in UTF-8."""
    from feedgenerator import Atom1Feed  # type: ignore[import-untyped]  # noqa: PLC0415 - it ships no stubs

    made = Atom1Feed(**_head(feed, site), author_name=site.title, feed_guid=feed.address)
    return _written(made, feed, [{**_item(each, site), "pubdate": each.published} for each in feed.entries])


def rss(feed: Feed, site: SiteSettings) -> bytes:
    """Return a feed as RSS 2.0, in UTF-8; it has one date an item, and readers sort by it: that of its newest news."""
    from feedgenerator import Rss201rev2Feed  # noqa: PLC0415

    made = Rss201rev2Feed(**_head(feed, site))
    return _written(made, feed, [{**_item(each, site), "pubdate": each.updated} for each in feed.entries])


def _head(feed: Feed, site: SiteSettings) -> Mapping[str, str]:
    return {
        "title": feed.title, "link": feed.address, "description": feed.description, "language": site.language,
        "feed_url": feed.own,
    }  # fmt: skip


# feedgenerator ships no types.
def _written(made: Any, feed: Feed, items: Iterable[Mapping[str, object]]) -> bytes:
    # What feedgenerator asks for the attributes of an entry.
    made.item_attributes = lambda item: {"xml:lang": item["lang"]} if item["lang"] else {}
    for item in items:
        made.add_item(**item)
    if not feed.entries:
        # Without an entry feedgenerator would stamp the current time; a feed's dates come from articles alone.
        made.latest_post_date = lambda: datetime(1970, 1, 1, tzinfo=UTC)
    text: str = made.writeString("utf-8")
    return text.encode()


def _item(entry: FeedEntry, site: SiteSettings) -> Mapping[str, object]:
    return {
        "title": entry.title, "link": entry.address, "unique_id": entry.address, "unique_id_is_permalink": False,
        # feedgenerator calls a description HTML: what a sentence says has to be escaped here, and then as XML.
        "description": escape(entry.text, quote=False), "updateddate": entry.updated,
        "lang": entry.lang if entry.lang != site.language else None,
    }  # fmt: skip
