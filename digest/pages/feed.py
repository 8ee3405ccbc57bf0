"""Feeds in XML, Atom (RFC 4287) and RSS 2.0: the only door of feedgenerator.

feedgenerator costs some 40 ms, and only a site with an address has a feed: it is imported when it is called. It writes
every feed, but an entry only once of each form, with blanks for its words: to fill these in takes a third of the time.
"""

import re
from collections.abc import Callable, Mapping, MutableMapping
from datetime import UTC, datetime
from functools import lru_cache
from html import escape
from io import StringIO
from typing import Any

from digest.pages.feedentries import Feed, FeedEntry
from digest.pages.site import SiteSettings

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_TAG = re.compile("<(?=[A-Za-z/!?])")
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
# What stands in a form for the words of an entry: blanks that neither a URL nor XML escapes, and days.
_BLANKS = {name: f"@{name}@" for name in ("title", "link", "id", "text", "lang")}
_DAYS = {"first": datetime(1971, 1, 1, tzinfo=UTC), "last": datetime(1972, 1, 1, tzinfo=UTC)}

Elements = MutableMapping[tuple[str, FeedEntry], str]  # entries as XML, by format

_Dated = Callable[[datetime], str]  # how a format writes a date
_Words = Callable[[FeedEntry], Mapping[str, str]]


def atom(feed: Feed, site: SiteSettings, written: Elements) -> bytes:
    """Return a feed as Atom, in UTF-8; what is `written` already is not written again, and what is new added to it."""
    from feedgenerator import Atom1Feed, rfc3339_date  # type: ignore[import-untyped]  # noqa: PLC0415 - it has no stubs

    made = Atom1Feed(**_head(feed, site), author_name=site.title, feed_guid=feed.address)

    def words(each: FeedEntry) -> Mapping[str, str]:
        return {**_words(each, site), "first": rfc3339_date(each.published), "last": rfc3339_date(each.updated)}

    return _written(made, feed, rfc3339_date, words, written)


def rss(feed: Feed, site: SiteSettings, written: Elements) -> bytes:
    """Return a feed as RSS 2.0, likewise; it has one date an item, and readers sort by it: that of its newest news."""
    from feedgenerator import Rss201rev2Feed, rfc2822_date  # noqa: PLC0415

    made = Rss201rev2Feed(**{**_head(feed, site), "title": _without_tags(feed.title)})

    def words(each: FeedEntry) -> Mapping[str, str]:
        return {**_words(each, site), "title": _without_tags(each.title), "first": rfc2822_date(each.updated)}

    return _written(made, feed, rfc2822_date, words, written)


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


def _words(entry: FeedEntry, site: SiteSettings) -> Mapping[str, str]:
    from feedgenerator import iri_to_uri  # noqa: PLC0415

    return {
        "title": entry.title, "link": iri_to_uri(entry.address), "id": entry.address,
        # feedgenerator calls a description HTML: what a sentence says has to be escaped here, and then as XML.
        "text": escape(entry.text, quote=False),
        "lang": entry.lang if entry.lang != site.language else "",
    }  # fmt: skip


# feedgenerator ships no types.
def _written(made: Any, feed: Feed, dated: _Dated, words: _Words, written: Elements) -> bytes:
    # Without an entry feedgenerator would stamp the current time; a feed's dates come from articles alone.
    made.latest_post_date = lambda: max((each.updated for each in feed.entries), default=_NEVER)
    kind = type(made)

    def write(handler: Any) -> None:
        for each in feed.entries:
            key = kind.__name__, each
            text = written.get(key) or written.setdefault(key, _element(kind, dated, words(each)))
            # The way of SAX to write what is escaped already.
            handler.ignorableWhitespace(text)

    made.write_items = write
    whole: str = made.writeString("utf-8")
    return whole.encode()


def _element(kind: Any, dated: _Dated, words: Mapping[str, str]) -> str:
    """Return an entry as XML. Raises ValueError where XML cannot say it."""
    if _NO_XML.search("".join(words.values())):
        raise ValueError("XML has no control characters")
    form = _form(kind, dated, frozenset(name for name, word in words.items() if word))
    return form % {name: escape(word, quote=False) for name, word in words.items()}


@lru_cache(maxsize=100)
def _form(kind: Any, dated: _Dated, told: frozenset[str]) -> str:
    """Return an entry as feedgenerator writes it that is `told` these words, with a blank for each and for its days."""
    from feedgenerator import SimplerXMLGenerator  # noqa: PLC0415

    made, text = kind("", "", ""), StringIO()
    # What feedgenerator asks for the attributes of an entry.
    made.item_attributes = lambda item: {"xml:lang": item["lang"]} if item["lang"] else {}
    blank = {name: sign if name in told else "" for name, sign in _BLANKS.items()}
    made.add_item(
        blank["title"], blank["link"], blank["text"], unique_id=blank["id"], unique_id_is_permalink=False,
        pubdate=_DAYS["first"], updateddate=_DAYS["last"], lang=blank["lang"],
    )  # fmt: skip
    made.write_items(SimplerXMLGenerator(text, "utf-8", short_empty_elements=True))
    form = text.getvalue()
    for name, sign in {**_BLANKS, **{name: dated(day) for name, day in _DAYS.items()}}.items():
        form = form.replace(sign, f"%({name})s")
    return form
