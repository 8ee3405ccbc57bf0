"""The site's Atom feed (RFC 4287): one entry a thread, its last change dated by its last report, never by the clock."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from html import escape

from digest.pages.site import SiteSettings
from digest.pages.urls import FEED, HOME
from digest.pages.views import FeedView, ThreadView


def atom(view: FeedView, site: SiteSettings) -> bytes:
    """Return the feed as UTF-8; every date in it comes from an article."""
    # feedgenerator costs some 40 ms, and only a site with an address has a feed.
    from feedgenerator import Atom1Feed  # type: ignore[import-untyped]  # noqa: PLC0415 - it ships no stubs

    feed = Atom1Feed(
        title=site.title, link=site.absolute(HOME), description=site.description or site.title, language=site.language,
        feed_url=site.absolute(FEED), feed_guid=site.absolute(HOME), author_name=site.title,
    )  # fmt: skip
    for thread in view.threads:
        feed.add_item(**_entry(thread, site))
    if not view.threads:
        # Without an entry feedgenerator would stamp the current time; a feed's dates come from articles alone.
        feed.latest_post_date = lambda: datetime(1970, 1, 1, tzinfo=UTC)
    text: str = feed.writeString("utf-8")
    return text.encode()


def _entry(thread: ThreadView, site: SiteSettings) -> Mapping[str, object]:
    address = site.absolute(thread.url)
    return {
        "title": thread.title, "link": address, "unique_id": address, "unique_id_is_permalink": False,
        # feedgenerator calls a description HTML: what a sentence says has to be escaped here, and then as XML.
        "description": escape(" ".join(sentence.text for sentence in thread.glance), quote=False),
        "pubdate": _noon(thread.first), "updateddate": _noon(thread.last),
    }  # fmt: skip


def _noon(day: str | None) -> datetime:
    # A day has no time of its own; noon in UTC is that day nearly everywhere.
    return datetime.combine(date.fromisoformat(day or "1970-01-01"), time(12), tzinfo=UTC)
