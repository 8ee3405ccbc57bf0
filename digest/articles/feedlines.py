"""On which lines of a feed its entries stand, for messages; a feed of many entries is gone through once."""

import json
import re
from collections.abc import Iterator, Mapping

_ENTRY = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]", re.ASCII)
# What may tell an item of a JSON Feed from others. Within a string, no quotation mark stands without a backslash.
_KEY = re.compile(r'"(?:id|url|title)"\s{0,9}:\s{0,9}("(?:[^"\\]|\\.)*+"|[0-9]{1,19}(?=[\s,}]))')


def lines_of_entries(content: bytes) -> tuple[int, ...]:
    """Return the line, from 1, of each entry of an RSS or Atom feed."""
    return tuple(line for line, _ in _with_lines(content.decode("latin-1"), _ENTRY))  # of any encoding, the tags are so


def lines_of_keys(text: str) -> Mapping[str, int]:
    """Return the line of a JSON Feed on which each value first stands that may be an item's key."""
    lines: dict[str, int] = {}
    for line, found in _with_lines(text, _KEY):
        lines.setdefault(str(json.loads(found[1])).strip(), line)
    return lines


def _with_lines(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
    line, place = 1, 0
    for found in pattern.finditer(text):
        line, place = line + text.count("\n", place, found.start()), found.start()
        yield line, found
