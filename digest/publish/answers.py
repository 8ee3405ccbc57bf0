"""Make the answer to a request for a file of the site: a value, which the server then only sends.

A browser asks for a page with `Accept: text/html`, and gets it with the reload script. Whoever else asks (curl, a link
checker) gets the bytes as they lie on the disk, which are those that will be published.

The types of content are written out here: Python's `mimetypes` reads them from the machine, and so answers differently
on another one.
"""

import json
import re
from dataclasses import dataclass
from html import escape
from http import HTTPStatus
from pathlib import Path

from digest.errors import DigestError
from digest.pages.assets import MAX_ASSET
from digest.publish.gate import Redirect, locate
from digest.publish.reload import News, with_script
from digest.tools.files import read_whole

PAGE = "text/html; charset=utf-8"
UNKNOWN = "application/octet-stream"
TYPES = {
    ".html": PAGE,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".rss": "application/rss+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
    ".pdf": "application/pdf",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for."""

    target: str  # path and query, as sent
    span: str | None = None  # the Range header
    to_read: bool = False  # by a browser, as a page


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent; the headers are those that differ from answer to answer."""

    status: HTTPStatus
    body: bytes
    headers: tuple[tuple[str, str], ...]


def answer(site: Path, wish: Wish, news: News, tags: bytes = b"") -> Answer:
    """Return the file that is wished for, where to find it, or a page that says that it is not there.

    `tags` are put into pages beside the reload script.
    """
    place = locate(site, wish.target)
    if isinstance(place, Redirect):
        return Answer(HTTPStatus.FOUND, b"", (("Location", place.location),))
    content = _content(place)
    if place is None or content is None:
        return _missing(site, wish, news, tags)
    kind = TYPES.get(place.suffix.lower(), UNKNOWN)
    if kind == PAGE:
        return _page(HTTPStatus.OK, content, wish, news, tags)
    return _part(content, kind, wish.span)


def as_json(value: object, status: HTTPStatus = HTTPStatus.OK) -> Answer:
    """Return a value as JSON, in ASCII: a file's name may hold what no encoding has."""
    return Answer(status, json.dumps(value).encode(), (("Content-Type", TYPES[".json"]),))


def span(header: str | None, size: int) -> range | None:
    """Return the bytes that a Range header asks for, of `size`; empty where there are none such, None for the whole.

    Several ranges in one request are answered with the whole, as the standard allows (RFC 9110, 14.2): asked for a
    thousand times over, the same bytes would fill the memory.

    >>> span("bytes=2-", 10), span("bytes=-3", 10), span("bytes=10-", 10), span("bytes=0-0,5-", 10)
    (range(2, 10), range(7, 10), range(10, 10), None)
    """
    found = re.fullmatch(r"bytes=(\d{0,18})-(\d{0,18})", header or "", re.ASCII)
    if not found or not any(found.groups()):
        return None
    first, last = found.groups()
    if not first:
        return range(max(0, size - int(last)), size)
    if last and int(last) < int(first):
        return None
    return range(min(int(first), size), min(int(last) + 1 if last else size, size))


def _content(place: Path | None) -> bytes | None:
    """Return what the file holds; None where a build has just taken it away, or where it is as large as a disk."""
    try:
        return read_whole(place, place.name, limit=MAX_ASSET) if place else None
    except (OSError, DigestError):
        return None


def _part(content: bytes, kind: str, header: str | None) -> Answer:
    part, size = span(header, len(content)), len(content)
    headers = (("Content-Type", kind), ("Accept-Ranges", "bytes"))
    if part is None:
        return Answer(HTTPStatus.OK, content, headers)
    if not part:
        unmet = (("Content-Range", f"bytes */{size}"),)
        return Answer(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, b"", unmet)
    where = ("Content-Range", f"bytes {part.start}-{part.stop - 1}/{size}")
    return Answer(HTTPStatus.PARTIAL_CONTENT, content[part.start : part.stop], (*headers, where))


def _missing(site: Path, wish: Wish, news: News, tags: bytes) -> Answer:
    """Return the site's own page for what is not there; without one, why there may be no site yet."""
    place = locate(site, "/404.html")
    content = _content(place) if isinstance(place, Path) else None
    if content is not None:
        return _page(HTTPStatus.NOT_FOUND, content, wish, news, tags)
    if news.fault:
        failed = _plain_page("The site could not be built", news.fault)
        return _page(HTTPStatus.SERVICE_UNAVAILABLE, failed, wish, news, tags)
    gone = _plain_page("Not found", "There is no such page in this site.")
    return _page(HTTPStatus.NOT_FOUND, gone, wish, news, tags)


def _page(status: HTTPStatus, content: bytes, wish: Wish, news: News, tags: bytes) -> Answer:
    body = with_script(content, news.name, tags) if wish.to_read else content
    return Answer(status, body, (("Content-Type", PAGE),))


def _plain_page(title: str, text: str) -> bytes:
    page = f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{title}</title>\n<h1>{title}</h1>\n'
    return f"{page}<pre>{escape(text)}</pre>\n".encode()
