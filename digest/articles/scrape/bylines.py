"""Dates, authors and agencies, as the lines around a naive scrape's body name them.

Only the head of a scrape speaks of its article; below the body the same forms belong to other stories. What can be
read in two ways, as 01/02/2025, is not read at all.
"""

import re
from collections.abc import Iterable
from datetime import date

from digest.articles.extract import Found
from digest.articles.scrape.patterns import outlet_of, wire_of
from digest.articles.scrape.segments import Segment

_LOOKED_AT = 300  # signs
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DAYS = (
    re.compile(r"\b(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(rf"\b{_MONTH}\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}\.?,? (?P<year>\d{{4}})\b", re.IGNORECASE),
)
_BY = re.compile(r"by(?: ?:)? ", re.IGNORECASE)
_AND = re.compile(r" and | & |, ?", re.IGNORECASE)
_DATELINE = re.compile(
    r"[A-Z][\w .,/'-]{1,60} ?\((?P<agency>Reuters|AP|AFP|dpa|DPA|UPI|ANI|AAP|PTI|Xinhua|CNN|IANS|TASS)\) ?[-–—]"
)


def published_on(head: Iterable[Segment]) -> Found | None:
    """Return the first day that a line of `head` names with its year."""
    days = ((line, day) for line in head if (day := day_of(line.prose)))
    return next((Found(day, f"line {line.line}") for line, day in days), None)


def day_of(text: str) -> str | None:
    """Return the day that `text` names, as YYYY-MM-DD: an ISO date, or one with its month as a word.

    >>> day_of("January 31, 2025"), day_of("Updated 31 Jan 2025 at 10:05"), day_of("01/02/2025")
    ('2025-01-31', '2025-01-31', None)
    """
    found = next((match for pattern in _DAYS if (match := pattern.search(text[:_LOOKED_AT]))), None)
    if not found:
        return None
    parts = found.groupdict()
    month = int(parts["number"]) if "number" in parts else _MONTHS.index(parts["month"].lower()) + 1
    try:
        return date(int(parts["year"]), month, int(parts["day"])).isoformat()
    except ValueError:
        return None


def authors_of(bylines: Iterable[Segment]) -> tuple[Found, ...]:
    """Return the persons of the first of `bylines`, such as "By Ada Alm and Bo Berg"."""
    first = next(iter(bylines), None)
    if first is None:
        return ()
    names = _AND.split(_BY.sub("", first.prose, count=1))
    return tuple(Found(name.strip(), f"line {first.line}") for name in names if name.strip())


def wire(credits_: Iterable[Segment], paragraphs: Iterable[Segment]) -> Found | None:
    """Return the agency that a credit line names, or the first paragraph's dateline: "OSLO (Reuters) -"."""
    for line in credits_:
        if agency := wire_of(line.prose):
            return Found(agency, f"line {line.line}")
    first = next(iter(paragraphs), None)
    found = _DATELINE.match(first.prose[:_LOOKED_AT]) if first else None
    return Found(found["agency"], f"line {first.line}") if first and found else None


def credited(credits_: Iterable[Segment]) -> Found | None:
    """Return the outlet that the first credit line names."""
    return next((Found(name, f"line {line.line}") for line in credits_ if (name := outlet_of(line.prose))), None)
