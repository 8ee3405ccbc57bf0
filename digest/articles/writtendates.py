"""Read a date as people write it, with its year, in the languages that news comes in: "31 janvier 2025".

The year is looked for first, since four digits are rare and cheap to find, and then what stands on either side of it.
What can be read in two ways is not read: 01/02/2025 is the second of January to one reader and the first of February
to the next, so it gives no day unless the curator has said which order holds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Literal

from digest.articles.monthnames import is_word_too, month_of

DayOrder = Literal["DMY", "MDY"]

_LOOKED_AT = 2_000  # signs; a date that matters stands near the beginning
_MOST_YEARS = 20
_EARLIEST = 10  # year of two digits that is read
_BEFORE, _AFTER = 40, 30  # signs that are looked at on either side of a year

_ZEROS = (0x660, 0x6F0, 0x966, 0x9E6, 0xFF10)  # Arabic, Persian, Hindi, Bengali, and the wide ones of East Asia
_DIGITS = {zero + digit: str(digit) for zero in _ZEROS for digit in range(10)}
_OTHER_DIGIT = re.compile(f"[{''.join(map(chr, _DIGITS))}]")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=\d?\d:\d\d|\D|\Z)")  # a time may be glued to it: "31 January 202510:05"
_DAY_THEN_NAME = re.compile(r"(?<!\d)(\d{1,2})([^\d|]{3,30})\Z")
_NAME_THEN_DAY = re.compile(
    r"([^\W\d][^\s\d.,/()|:;]{1,20})\.?\s?(\d{1,2})(?:st|nd|rd|th)?[,،]?\s{0,3}\Z", re.IGNORECASE
)
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?\Z")
_VIETNAMESE = re.compile(r"(?<!\d)(\d{1,2}) tháng (\d{1,2})(?:,| năm|/)? ?\Z", re.IGNORECASE)
_THEN_FIGURES = re.compile(r"\s?([./-])\s?(\d{1,2})\s?\1\s?(\d{1,2})(?!\d)")
_THEN_SIGNS = re.compile(r"\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
# Only in lower case, as Hungarian and the Baltic languages write it: "In 2025. March 3 was" is no date.
_THEN_NAME = re.compile(r"\.? (?:m\. |gada )?([^\W\d][^\s\d.,]{1,20})\.? (\d{1,2})(?!\d)")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")  # "PublishedJanuary"
# Names that are words too need the signs of their language: "3. led 2024", "12 set. 2025", "12 de out de 2025".
_PUNCTUATED = re.compile(
    r"\. ?[a-zç]{3,9}\.?\s{1,3}|\s?[a-zç]{3,9}\.,?\s{0,3}|\s?de [a-zç]{3,9}\.? de\s|([/-])[a-zç]{3,9}\1"
)
_SHORT_FIGURES = re.compile(r"(?<![\d./:-])(\d{1,2})([./-])(\d{1,2})\2([1-3]\d)(?![./:-]?\d)")
_SHORT_NAME = re.compile(
    r"(?<![\d./:-])(\d{1,2})((?:st|nd|rd|th|\.)?[\s-][^\W\d]{3,12}\.?,?[\s-])['’]?([1-3]\d)"
    r"(?!\d|\s?[:.h]\s?\d|\s?[ap]\.?m|\s?[–-]\s?\d|\s(?!(?:at|um|à|às|kl|klo|by|updated)\b)[^\W\d])",
    re.IGNORECASE,
)
_LISTOPAD = re.compile(r"\.\s?listopada", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it was written."""

    day: str | None  # ISO 8601; None: it can be read in two ways
    text: str  # verbatim


@dataclass(frozen=True, slots=True)
class _Parts:
    """What stands beside a year: the month and the day, read day first and, where that may be, month first."""

    before: int  # signs before the year that belong to the date
    after: int
    readings: tuple[tuple[int, int], ...]


def written_day(text: str, order: DayOrder | None = None) -> Written | None:
    """Return the first date with a year in the beginning of `text`; `order` settles what has two readings.

    >>> written_day("Updated 31 janvier 2025 à 10h05")
    Written(day='2025-01-31', text='31 janvier 2025')
    >>> written_day("01/02/2025"), written_day("01/02/2025", "DMY")
    (Written(day=None, text='01/02/2025'), Written(day='2025-02-01', text='01/02/2025'))
    """
    plain = in_digits(text[:_LOOKED_AT])
    for year in islice(_YEAR.finditer(plain), _MOST_YEARS):
        parts = _parts(plain, year)
        days = tuple(_days(int(year[0]), parts)) if parts else ()
        if parts and days:
            verbatim = text[year.start() - parts.before : year.end() + parts.after]
            return Written(_decided(days, order), verbatim.strip())
    return None


def short_day(text: str, order: DayOrder | None = None) -> Written | None:
    """Return the first date whose year has two digits; only for a line that is a date, as 02/03/25 may be much else.

    >>> short_day("2 March 25"), short_day("02.03.25"), short_day("02/03/25")
    (Written(day='2025-03-02', text='2 March 25'), Written(day='2025-03-02', text='02.03.25'), \
Written(day=None, text='02/03/25'))
    """
    plain = in_digits(text[:_LOOKED_AT])
    for found in islice(_SHORT_FIGURES.finditer(plain), _MOST_YEARS):
        if days := _short_days(found, order):
            return Written(_decided(days, order), text[found.start() : found.end()])
    for found in islice(_SHORT_NAME.finditer(plain), _MOST_YEARS):
        month = _named(found[2])
        days = tuple(_days(2000 + int(found[3]), _Parts(0, 0, ((month, int(found[1])),)))) if month else ()
        if days:
            return Written(_decided(days, order), text[found.start() : found.end()])
    return None


def in_digits(text: str) -> str:
    """Return `text` with the digits of other scripts written in ours."""
    # To look for one is three times as fast as to write the text anew, and most texts have none.
    return text if text.isascii() or not _OTHER_DIGIT.search(text) else text.translate(_DIGITS)


def _short_days(found: re.Match[str], order: DayOrder | None) -> tuple[tuple[int, date], ...]:
    """Return the readings of three pairs of digits; without an order, the first of them may be the year as well."""
    first, second, third = int(found[1]), int(found[3]), int(found[4])
    if found[2] == ".":
        return tuple(_days(2000 + third, _Parts(0, 0, ((second, first),))))
    days = tuple(_days(2000 + third, _Parts(0, 0, ((second, first), (first, second)))))
    year_first = tuple(_days(2000 + first, _Parts(0, 0, ((second, third),)))) if first >= _EARLIEST else ()
    return days if order else (*days, *year_first)


def _named(between: str) -> int | None:
    """Return the month that stands between a day and a year, unless it may be another word: "11 Pro 2024"."""
    month = month_of(between)
    if month and is_word_too(between):
        signs = _PUNCTUATED.fullmatch(between)
        return month if signs and between.islower() else None
    return month


def _parts(plain: str, year: re.Match[str]) -> _Parts | None:
    before, after = plain[max(0, year.start() - _BEFORE) : year.start()], plain[year.end() : year.end() + _AFTER]
    ways = ((_day_then_name, before), (_name_then_day, before), (_figures, before), (_year_first, after))
    return next((parts for read, beside in ways if (parts := read(beside))), None)


def _days(year: int, parts: _Parts) -> Iterator[tuple[int, date]]:
    """Yield the days of the calendar among the readings, each with the number of its reading."""
    for number, (month, day) in enumerate(parts.readings):
        try:
            yield number, date(year, month, day)
        except ValueError:
            continue


def _decided(days: tuple[tuple[int, date], ...], order: DayOrder | None) -> str | None:
    wanted = {"DMY": 0, "MDY": 1, None: None}[order]
    by_order = [day for number, day in days if number == wanted]
    possible = {day for _, day in days}
    chosen = by_order[0] if by_order else possible.pop() if len(possible) == 1 else None
    return chosen.isoformat() if chosen else None


def _day_then_name(before: str) -> _Parts | None:
    found = _DAY_THEN_NAME.search(before)
    month = _named(found[2]) if found else None
    if found and month and not _LISTOPAD.match(found[2]):  # "11. listopada" is Croatian, and October
        return _Parts(len(found[0]), 0, ((month, int(found[1])),))
    vietnamese = _VIETNAMESE.search(before)
    return _Parts(len(vietnamese[0]), 0, ((int(vietnamese[2]), int(vietnamese[1])),)) if vietnamese else None


def _name_then_day(before: str) -> _Parts | None:
    found = _NAME_THEN_DAY.search(before)
    if not found:
        return None
    name = _GLUED.split(found[1])[-1]
    month = None if is_word_too(name, first=True) else month_of(name)
    length = len(found[0]) - len(found[1]) + len(name)
    return _Parts(length, 0, ((month, int(found[2])),)) if month else None


def _figures(before: str) -> _Parts | None:
    found = _FIGURES.search(before)
    if not found:
        return None
    first, second = int(found[1]), int(found[3])
    # No country that writes the month first parts the figures with full stops; a day above 12 tells by itself.
    both = ((second, first),) if found[2] == "." and second <= 12 else ((second, first), (first, second))
    return _Parts(len(found[0]), 0, both)


def _year_first(after: str) -> _Parts | None:
    if found := _THEN_FIGURES.match(after):
        return _Parts(0, found.end(), ((int(found[2]), int(found[3])),))
    if found := _THEN_SIGNS.match(after):
        return _Parts(0, found.end(), ((int(found[1]), int(found[2])),))
    found = _THEN_NAME.match(after)
    month = month_of(found[1]) if found and found[1].islower() else None
    return _Parts(0, found.end(), ((month, int(found[2])),)) if found and month else None
