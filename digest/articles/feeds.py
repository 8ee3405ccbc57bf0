"""Read the articles of a feed: RSS and Atom by feedparser, JSON Feed by the standard library.

What a feed says of an article is handed on as it stands; its HTML is cleaned by whoever asks for the body. Nothing is
fetched. A DOCTYPE that declares entities is refused before any parser sees it: no feed needs one, and a few lines of
them can grow to gigabytes.
"""

import codecs
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from digest.articles.entries import mended
from digest.articles.feedlines import lines_of_entries, lines_of_keys
from digest.articles.feedtext import FeedText, Words, feed_text
from digest.articles.web.authors import author_names
from digest.articles.web.isodate import iso_date
from digest.errors import DigestError, Fault
from digest.tools.tags import paragraphs
from digest.tools.text import web_link

MAX_FEED = 20_000_000  # bytes; a feed of a thousand full articles has 5 million
MAX_HEAD = 10_000  # bytes before the first element; feedparser is quadratic there
_LONGEST_AUTHOR = 1_000  # signs; a longer one is no e-mail address, and feedparser is quadratic where it looks for one
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*+(?P<subset>\[)?", re.IGNORECASE)
_DECLARATION = re.compile(r"<\?xml[^>]*+>")
_ELEMENT = re.compile(rb"<\w")
_DECLARED = re.compile(rb"(?:\xef\xbb\xbf)?\s*+<\?xml")


Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An article as a feed gives it."""

    key: str  # tells it from the feed's others: its guid or id, else its link, else its title
    feed: str  # tells the feed from others, for a guid may be a bare number: its link, else its id, else its title
    title: str | None
    link: str | None  # http or https
    date: str | None  # ISO 8601: an instant with its offset, or a day
    authors: tuple[str, ...]
    lang: str | None
    source: str | None  # the feed's title
    tags: tuple[str, ...]
    text: FeedText
    line: int  # of the file, from 1; 1 where the parser cannot tell


def read_feed(content: bytes, path: str) -> tuple[FeedEntry, ...]:
    """Return the entries of an RSS or Atom feed, in its order; raise DigestError where it is none, or hostile."""
    content = _in_utf8(content)
    _admit(content, path)
    first = _ELEMENT.search(content)
    if not first or first.start() > MAX_HEAD:
        raise DigestError(_no_feed(None, path, 0))
    feed = _parsed(content, path)
    if not feed.entries and (feed.bozo or not feed.get("version")):
        added = 0 if _DECLARED.match(content) else 1  # feedparser puts an XML declaration on a line of its own
        raise DigestError(_no_feed(feed.get("bozo_exception"), path, added))
    starts = lines_of_entries(content)
    lines = starts if len(starts) == len(feed.entries) else (1,) * len(feed.entries)
    return tuple(_entry(entry, feed.feed, line) for entry, line in zip(feed.entries, lines, strict=True))


def _parsed(content: bytes, path: str) -> Any:
    try:
        return _feedparser().parse(io.BytesIO(content), resolve_relative_uris=False, sanitize_html=False)
    except MemoryError:
        raise
    except Exception as error:
        # It gives up on some feeds by errors of any kind, such as where the name of a namespace has a blank in it.
        raise DigestError(_no_feed(None, path, 0)) from error


@cache
def _feedparser() -> Any:
    """Return feedparser, which looks for no e-mail address in an author that is too long to be one."""
    # feedparser takes 45 ms to import, which a build without feeds does not pay.
    import feedparser  # type: ignore[import-untyped]  # noqa: PLC0415  # it has no type stubs

    mixin = feedparser.mixin._FeedParserMixin  # noqa: SLF001  # it has no other place to say so
    search = mixin._sync_author_detail  # noqa: SLF001

    def bounded(parser: Any, key: str = "author") -> None:
        context = parser._get_context()  # noqa: SLF001
        if len(context.get(key) or "") <= _LONGEST_AUTHOR:
            search(parser, key)
        elif details := context.get(f"{key}s"):
            details[-1]["name"] = context[key]

    mixin._sync_author_detail = bounded  # noqa: SLF001
    return feedparser


def read_json_feed(content: bytes, path: str) -> tuple[FeedEntry, ...]:
    """Return the entries of a JSON Feed (jsonfeed.org), in its order; raise DigestError where it is none."""
    _admit(content, path)
    try:
        text = content.decode(json.detect_encoding(content), "surrogatepass")  # as the library itself does
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise DigestError(
            Fault(path, line, f"The feed is no JSON: {error}", "Save it again from its source", rule="bad-feed")
        ) from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise DigestError(
            Fault(path, 1, 'The feed has no list of "items"', "Save it again from its source", rule="bad-feed")
        )
    lines = lines_of_keys(text)
    return tuple(_item(item, feed, lines) for item in items if isinstance(item, dict))


def _in_utf8(content: bytes) -> bytes:
    """Recode UTF-16, which feedparser misreads and which hides a DOCTYPE; its declaration of encoding goes."""
    if not content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content
    return _DECLARATION.sub("", content.decode("utf-16", "replace"), count=1).encode()


def _admit(content: bytes, path: str) -> None:
    if len(content) > MAX_FEED:
        what = f"the feed has more than {MAX_FEED // 1_000_000} MB"
        raise DigestError(Fault(path, 1, what, "Split it into smaller files", rule="bad-feed"))
    subset = next((found for found in _DOCTYPE.finditer(content) if found["subset"]), None)
    if subset:
        line = content.count(b"\n", 0, subset.start()) + 1
        raise DigestError(
            Fault(path, line, "The feed's DOCTYPE declares entities", "Delete the DOCTYPE", rule="bad-feed")
        )


def _no_feed(error: object, path: str, added: int) -> Fault:
    line = error.getLineNumber() if hasattr(error, "getLineNumber") else None
    why = error.getMessage() if hasattr(error, "getMessage") else "it is neither RSS nor Atom"
    what = f"No article can be read from the feed: {why}"
    return Fault(path, max(1, (line or 1) - added), what, "Save it again from its source", rule="bad-feed")


def _entry(entry: Node, feed: Node, line: int) -> FeedEntry:
    title, link = _flat(entry.get("title_detail")), web_link(entry.get("link") or "")
    content = max(entry.get("content") or [{}], key=lambda one: len(one.get("value") or ""))
    said = feed_text(_words(content), _words(entry.get("summary_detail") or {}))
    return FeedEntry(
        key=entry.get("id") or link or title or "",
        feed=web_link(feed.get("link") or "") or feed.get("id") or _flat(feed.get("title_detail")) or "",
        title=title,
        link=link,
        date=_date(entry),
        authors=author_names(_person(author.get("name") or "") for author in entry.get("authors") or []),
        lang=feed.get("language") or None,
        source=_flat(feed.get("title_detail")),
        tags=tuple(dict.fromkeys(tag["term"] for tag in entry.get("tags") or [] if tag.get("term"))),
        text=said,
        line=line,
    )


def _words(detail: Node) -> Words | None:
    value = _filled(detail.get("value"))
    return Words(value, detail.get("type") != "text/plain") if value else None


def _person(name: str) -> str:
    """Mend "ple (Jane Roe": feedparser ends an address after four letters of its last part."""
    return name.rpartition("(")[2] if name.count("(") > name.count(")") else name


def _date(entry: Node) -> str | None:
    # A plain copy of the entry: feedparser's own warns where "updated" is asked for and only "published" is there.
    plain = dict(entry)
    which = "published" if "published" in plain else "updated"
    given, parsed = plain.get(which), plain.get(f"{which}_parsed")
    if not given:
        return None
    # feedparser's day, turned to UTC, may be one of the year 0 or 10000, which `date` does not know.
    return iso_date(given) or (iso_date("{:04}-{:02}-{:02}".format(*parsed[:3])) if parsed else None)


def _flat(detail: Node | None) -> str | None:
    value = (detail or {}).get("value") or ""
    words = value if (detail or {}).get("type") == "text/plain" else " ".join(paragraphs(value))
    return mended(" ".join(words.split())) or None


def _item(item: Node, feed: Node, lines: Mapping[str, int]) -> FeedEntry:
    title, link = _string(item.get("title")), _string(item.get("url"))
    key = _string(item.get("id")) or link or title or ""
    authors = item.get("authors") or [item.get("author")]
    return FeedEntry(
        key=key,
        feed=web_link(_string(feed.get("home_page_url")) or "") or _string(feed.get("title")) or "",
        title=title,
        link=web_link(link or ""),
        date=iso_date(_string(item.get("date_published")) or ""),
        authors=author_names(_string(one.get("name")) or "" for one in _listed(authors) if isinstance(one, dict)),
        lang=_string(item.get("language")) or _string(feed.get("language")),
        source=_string(feed.get("title")),
        tags=tuple(dict.fromkeys(tag for one in _listed(item.get("tags")) if (tag := _string(one)))),
        text=feed_text(_told(item, "content_html") or _told(item, "content_text"), _told(item, "summary")),
        line=lines.get(key, 1),
    )


def _told(item: Node, name: str) -> Words | None:
    value = _string(item.get(name))
    return Words(value, name == "content_html") if value else None


def _string(value: object) -> str | None:
    return _filled(str(value)) if isinstance(value, str | int | float) else None


def _filled(value: str | None) -> str | None:
    return value.strip() or None if value else None


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []
