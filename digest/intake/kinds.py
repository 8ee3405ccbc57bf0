"""What a file or an answer is: an article of some format, a feed, or a list of addresses.

Its name and what its server says are asked last, since both are often wrong: a feed is served as text/html, a list of
bookmarks ends in .html.
"""

import re
from typing import Final

from digest.articles.decode import decode
from digest.articles.folder import FEEDS
from digest.articles.read import SYNTAXES
from digest.intake.lists import is_plain, is_table

SUFFIXES: Final = {"html": ".html", "markdown": ".md", "text": ".txt", "feed": ".xml", "json": ".json"}
_HEAD = 2_000  # bytes that tell what it is
_SAMPLE = 1_000_000  # bytes of a list that are looked at
_LISTS = ((re.compile("<!doctype netscape-bookmark|<title>pocket export"), "bookmarks"), (re.compile("<opml"), "opml"))
_FEED = re.compile(r"(?:<\?xml|<!--|\s|\Z)[\s\S]{0,1500}?<(?:rss|feed|rdf:rdf)[\s>]|<(?:rss|feed|rdf:rdf)[\s>]")
_JSON_FEED = re.compile(r'\{[\s\S]{0,1500}?"(?:version"\s{0,9}:\s{0,9}"https?:\\?/\\?/jsonfeed|items"\s{0,9}:)')
_PAGE = re.compile(r"(?:<\?xml[^>]{0,200}>|\s|\ufeff|<!--[\s\S]{0,1500}?-->){0,20}<(?:!doctype html|html|head|body)\b")
_MEDIA = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "text/markdown": "markdown",
    "application/rss+xml": "feed", "application/atom+xml": "feed", "application/xml": "feed", "text/xml": "feed",
    "application/feed+json": "json", "application/json": "json", "": "text",
}  # fmt: skip
_BY_SUFFIX = {**SYNTAXES, **dict.fromkeys(FEEDS, "feed"), ".json": "json", ".csv": "table", ".opml": "opml"}


def kind_of_file(content: bytes, suffix: str) -> str | None:
    """Return "html", "markdown", "text", "feed" or "json", or the name of a list; None where digest reads it not.

    `suffix` is "" for what has no name, such as the standard input.
    """
    text = decode(content[:_SAMPLE]) or ""
    named = _BY_SUFFIX.get(suffix.lower())
    if suffix.lower() not in {".md", ".markdown", ".json"}:
        head = text[:_HEAD].lower()
        found = next((kind for pattern, kind in _LISTS if pattern.search(head)), None)
        if found or (named in {None, "text"} and is_plain(text)):
            return found or "addresses"
    if not suffix:
        return ("table" if is_table(text) else None) or _kind(text) or "text"
    return named


def kind_of_answer(content: bytes, media: str) -> str | None:
    """Return what a server sent under a media type: an article's syntax, "feed", "json", or None: nothing of use."""
    text = decode(content[: 4 * _HEAD])
    if text is None:
        return None
    return _kind(text) or _MEDIA.get(media)


def _kind(text: str) -> str | None:
    head = text[:_HEAD].lower().lstrip()
    if _PAGE.match(head):
        return "html"
    if _FEED.match(head):
        return "feed"
    return "json" if _JSON_FEED.match(head) else None
