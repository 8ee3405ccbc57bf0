"""The other day of "April 24 and 25", "3-5 May" and "Dec. 30 to Jan. 2, 2025", where a month or a year stands once.

A day of a range or a pair that has its month is found like any other; here are found the one that has only its
number, and the year that is written behind the second day but holds for the first too.
"""

import re
from collections.abc import Iterator
from datetime import date

_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d|[.,:]\d|%)(?:st|nd|rd|th)?"
_AND = r"(?: ?[-–] ?| (?:and|to|or|through|until|und|bis|et|au|y|al|e|ed|en|och|og|и|по|до) )"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<month>[A-Z][a-z]{2,8})\.?"
# A number is a day only where nothing is counted by it: "on May 3 and 12 people".
_NO_COUNT = (
    r"(?=[,.;:)]|\Z| (?:in|at|on|for|to|it|he|she|they|the|by|with|when|as|and|but|after|before|during|near"
    r"|from|of|this|next|last)\b)"
)
_THEN = re.compile(rf"{_AND}(?P<words>(?P<day>{_DAY})(?:,? (?:1[5-9]|20)\d\d(?!\d)|{_NO_COUNT}))")
_FIRST = re.compile(rf"(?<![\w.,/$€£-])(?P<words>(?P<day>{_DAY})\.?){_AND}\Z")
_YEAR_BEHIND = re.compile(
    rf"{_AND}(?:(?:{_NAME} )?\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}} {_NAME.replace('month', 'later')}),? "
    r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d)"
)
_REACH = 16  # characters before a day: "30th through "


def year_behind(after: str, month: int) -> int | None:
    """Return the year that is written behind the second day of a range, as it holds for its first day.

    >>> year_behind("-5, 2024", 5), year_behind(" to Jan. 2, 2025", 12), year_behind(", 2024", 5)
    (2024, 2024, None)
    """
    found = _YEAR_BEHIND.match(after)
    if not found:
        return None
    name = (found["month"] or found["later"] or "")[:3].lower()
    later = _MONTHS.index(name) + 1 if name in _MONTHS else month
    return int(found["year"]) - (month > later)


def other_days(text: str, span: tuple[int, int], value: str) -> Iterator[tuple[int, str, str]]:
    """Yield the place, the words and the value of the days beside a written one that share its month."""
    start, end = span
    found = _FIRST.search(text[max(0, start - _REACH) : start]) if text[start].isdigit() else None
    if found:
        yield from _named(max(0, start - _REACH) + found.start("words"), found, value)
    if text[end - 1 : end].isdigit() and not re.search(r"\d{4}", text[start:end]) and (found := _THEN.match(text, end)):
        yield from _named(found.start("words"), found, value)


def _named(place: int, found: re.Match[str], value: str) -> Iterator[tuple[int, str, str]]:
    day = date.fromisoformat(value)
    try:
        other = day.replace(day=int(re.sub(r"\D", "", found["day"])))
    except ValueError:  # "Feb. 27 to 30"
        return
    yield place, found["words"], other.isoformat()
