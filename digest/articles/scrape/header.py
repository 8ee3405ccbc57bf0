"""The header that some scrapers write before the text, on the same line: ` date 2025-01-31 WORLD`.

It may run straight into the first paragraph, so only what is surely header is taken: the date, and a section where
nothing else follows it. "US troops left ..." after a date is a sentence, not the section US.
"""

import re
from dataclasses import dataclass
from datetime import date

_HEADER = re.compile(
    r"[ \t\xa0]{0,9}date[: \t\xa0]{1,3}(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?=\s|$)",
    re.IGNORECASE,
)
_SECTION = re.compile(r"[A-Z][A-Z&/ -]{1,29}")


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says, and the text without it; its first line stays, if only as an empty one."""

    text: str
    day: str | None = None  # ISO 8601
    section: str | None = None
    cut: str = ""  # the header, verbatim


def take_header(text: str) -> Header:
    """Return the header of `text`, or one that says nothing; an impossible date is no header."""
    found = _HEADER.match(text)
    if not found or not _is_day(found["day"]):
        return Header(text)
    rest_of_line, line_end, below = text[found.end() :].partition("\n")
    section = rest_of_line.strip()
    if _SECTION.fullmatch(section):
        return Header(line_end + below, found["day"], section, f"{found[0].strip()} {section}")
    return Header(rest_of_line.strip() + line_end + below, found["day"], None, found[0].strip())


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
