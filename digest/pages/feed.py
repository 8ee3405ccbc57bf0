"""Feeds in XML, Atom (RFC 4287) and RSS 2.0: the only door of feedgenerator.

feedgenerator costs some 40 ms, and only a site with an address has a feed: it is imported when it is called.
"""

import re
from collections.abc import Callable, Mapping, MutableMapping
from datetime import UTC, datetime
from html import escape
from io import StringIO
from typing import Any

from digest.pages.feedentries import Feed, FeedEntry
from digest.pages.site import SiteSettings

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_TAG = re.compile("<(?=[A-Za-z/!?])")

Elements = MutableMapping[tuple[str, FeedEntry], str]  # entries as XML, by format


def atom(feed: Feed, site: SiteSettings, written: Elements) -> bytes:
    """Return a feed as Atom, in UTF-8; what is `written` already is not written again, and what is new added to it."""
    from feedgenerator import Atom1Feed  # type: ignore[import-untyped]  # noqa: PLC0415 - it ships no stubs

    made = Atom1Feed(**_head(feed, site), author_name=site.title, feed_guid=feed.address)
    return _written(made, feed, lambda each: {**_item(each, site), "pubdate": each.published}, written)


def rss(feed: Feed, site: SiteSettings, written: Elements) -> bytes:
    """Return a feed as RSS 2.0, likewise; it has one date an item, and readers sort by it: that of its newest news."""
    from feedgenerator import Rss201rev2Feed  # noqa: PLC0415

    made = Rss201rev2Feed(**{**_head(feed, site), "title": _without_tags(feed.title)})

    def item(each: FeedEntry) -> Mapping[str, object]:
        return {**_item(each, site), "title": _without_tags(each.title), "pubdate": each.updated}

    return _written(made, feed, item, written)


def _head(feed: Feed, site: SiteSettings) -> Mapping[str, str]:
    return {
        "title": feed.title, "link": feed.address, "description": _without_tags(feed.description),
        "language": site.language, "feed_url": feed.own,
    }  # fmt: skip


def _without_tags(text: str) -> str:
    """Return a plain text for a place that some readers take for HTML, and others do not: a tag in it is never one.

    >>> _without_tags("<b>5 < 6</b>")
    '&lt;b>5 < 6&lt;/b>'
    """
    return _TAG.sub("&lt;", text)


# feedgenerator ships no types.
def _written(made: Any, feed: Feed, item: Callable[[FeedEntry], Mapping[str, object]], written: Elements) -> bytes:
    # What feedgenerator asks for the attributes of an entry.
    made.item_attributes = lambda item: {"xml:lang": item["lang"]} if item["lang"] else {}
    # Without an entry feedgenerator would stamp the current time; a feed's dates come from articles alone.
    made.latest_post_date = lambda: max((each.updated for each in feed.entries), default=_NEVER)
    write_items, kind = made.write_items, type(made).__name__

    def write(handler: Any) -> None:
        for each in feed.entries:
            if (kind, each) not in written:
                made.items = []
                made.add_item(**item(each))
                written[kind, each] = _element(write_items, type(handler))
            # The way of SAX to write what is escaped already.
            handler.ignorableWhitespace(written[kind, each])

    made.write_items = write
    text: str = made.writeString("utf-8")
    return text.encode()


def _element(write_items: Callable[[Any], None], writer: Any) -> str:
    """Return the one item that a feed has at the moment, as XML."""
    text = StringIO()
    write_items(writer(text, "utf-8", short_empty_elements=True))
    return text.getvalue()


def _item(entry: FeedEntry, site: SiteSettings) -> Mapping[str, object]:
    return {
        "title": entry.title, "link": entry.address, "unique_id": entry.address, "unique_id_is_permalink": False,
        # feedgenerator calls a description HTML: what a sentence says has to be escaped here, and then as XML.
        "description": escape(entry.text, quote=False), "updateddate": entry.updated,
        "lang": entry.lang if entry.lang != site.language else None,
    }  # fmt: skip
