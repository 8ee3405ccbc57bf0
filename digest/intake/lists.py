"""Lists of addresses: a text of one a line, OPML, a table with a column of them, an export of bookmarks.

What a list says of a page beside its address is taken with care: tags are the curator's own, a title is a name for the
file. When something was saved is not when it was published, and is never read. The forms are told apart by what stands
in them, and read by expressions that look at each sign once, since a list may come from anywhere.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from digest.intake.links import address
from digest.intake.outcomes import Refused
from digest.tools.text import one_line

_COLUMNS = ("url", "link", "href", "uri", "address")
_TITLES = ("title", "name")
_ATTRIBUTE = re.compile(r"""([A-Za-z][\w:-]{0,40})\s{0,9}=\s{0,9}(?:"([^"]*+)"|'([^']*+)')""")
_INSIDE = r"""((?:[^<>"']++|"[^"]*+"|'[^']*+')*+)"""  # of a tag; a > within quotes is no end
# A comment that nobody closes holds all that follows.
_OUTLINE = re.compile(rf"<!--(?:.*?-->|.*)|<outline\s{_INSIDE}", re.DOTALL | re.IGNORECASE)
_ANCHOR = re.compile(rf"<!--(?:.*?-->|.*)|<a\s{_INSIDE}>?([^<]*+)", re.DOTALL | re.IGNORECASE)
_TAGS = re.compile(r"[|,;]")
NO_ADDRESS = "Write one that begins with https://"


@dataclass(frozen=True, slots=True)
class Listed:
    """An address in a list, and what the list says of its page."""

    line: int  # of the list, from 1
    text: str  # as it stands there
    link: str | None  # None: the text is no address of the web
    title: str | None = None
    tags: tuple[str, ...] = ()
    is_feed: bool = False


def is_plain(text: str) -> bool:
    """Return whether `text` is a list of addresses: each line one, or empty, or a comment that begins with #."""
    lines = [line.strip() for line in text.split("\n")]
    full = [line for line in lines if line and not line.startswith("#")]
    return bool(full) and all(line.lower().startswith(("http://", "https://")) and " " not in line for line in full)


def is_table(text: str) -> bool:
    """Return whether the first line names columns of which one holds addresses."""
    return _column(_header(text), _COLUMNS) is not None


def plain(text: str) -> Iterator[Listed]:
    """Yield the addresses of a text of one a line."""
    for number, line in enumerate(text.split("\n"), 1):
        if (full := line.strip()) and not full.startswith("#"):
            yield _listed(number, full)


def table(text: str) -> Iterator[Listed]:
    """Yield the rows of a table that have an address; raise Refused where it has no addresses, or is no table."""
    header = _header(text)
    if not is_table(text):
        raise Refused("this table has no column of addresses", "Name that column `url` in its first line")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    number = 1
    try:
        for row in rows:
            cells = dict(zip(header, row, strict=False))
            if number > 1 and any(cells.values()):
                yield _of_row(cells, number)
            number = rows.line_num + 1
    except csv.Error as error:
        raise Refused(f"line {number} is no row of a table: {error}", "Export it again, as CSV in UTF-8") from error


def opml(text: str) -> Iterator[Listed]:
    """Yield the feeds of an OPML file."""
    for line, attributes, _ in _tags(_OUTLINE, text):
        if feed := attributes.get("xmlurl"):
            yield _listed(line, feed, attributes.get("title") or attributes.get("text"), is_feed=True)


def bookmarks(text: str) -> Iterator[Listed]:
    """Yield the bookmarks of an export as browsers write it (Netscape's form), and Pocket does."""
    for line, attributes, words in _tags(_ANCHOR, text):
        if href := attributes.get("href"):
            yield _listed(line, href, unescape(words), attributes.get("tags", ""))


LISTS: Mapping[str, Callable[[str], Iterator[Listed]]] = {
    "addresses": plain, "table": table, "opml": opml, "bookmarks": bookmarks,
}  # fmt: skip


def _listed(line: int, text: str, title: str | None = None, tags: str = "", *, is_feed: bool = False) -> Listed:
    named = tuple(dict.fromkeys(name for each in _TAGS.split(tags) if (name := one_line(each))))
    return Listed(line, one_line(text), address(text), one_line(title or "") or None, named, is_feed)


def _of_row(cells: Mapping[str, str], line: int) -> Listed:
    column, title = _column(cells, _COLUMNS), _column(cells, _TITLES)
    return _listed(line, cells.get(column or "", ""), cells[title] if title else None, cells.get("tags", ""))


def _header(text: str) -> list[str]:
    first = text.lstrip("\ufeff").partition("\n")[0][:10_000]
    return [cell.strip().strip('"').casefold() for cell in first.split(_delimiter(text))]


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _column(names: Mapping[str, str] | list[str], wanted: tuple[str, ...]) -> str | None:
    return next((name for name in wanted if name in names), None)


def _tags(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, dict[str, str], str]]:
    """Yield each tag with its line, its attributes by their names in lower case, and the words behind it."""
    line, place = 1, 0
    for found in pattern.finditer(text):
        line, place = line + text.count("\n", place, found.start()), found.start()
        if found[1] is not None:
            named = {name.lower(): unescape(one or other) for name, one, other in _ATTRIBUTE.findall(found[1])}
            yield line, named, found[2] if pattern.groups > 1 else ""
