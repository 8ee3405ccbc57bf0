"""The days of the holidays that English news names instead of a date.

Only those that are known by one name in all the countries that write English, or in one country alone: "Independence
Day" and "Mother's Day" are on another day elsewhere.
"""

from collections.abc import Iterable
from datetime import date, timedelta

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_MONDAY, _THURSDAY = 0, 3
_FIXED = {"halloween": (10, 31), "veterans": (11, 11), "boxing": (12, 26), "valentine": (2, 14), "fourth": (7, 4)}
_EASTER_STEPS = {"good": -2, "sunday": 0, "monday": 1}


def holidays(words: list[str], year: int) -> list[date]:
    """Return the day that the words mean in the year, the one before and the one after.

    >>> holidays(["election", "day"], 2024)[1]
    datetime.date(2024, 11, 5)
    """
    return [_holiday(words, near) for near in (year - 1, year, year + 1)]


def _holiday(words: Iterable[str], year: int) -> date:
    names = set(words)
    if fixed := next((_FIXED[word] for word in words if word in _FIXED), None):
        return date(year, *fixed)
    if "new" in names:
        return date(year, 12, 31) if "eve" in names else date(year, 1, 1)
    if "christmas" in names:
        return date(year, 12, 24 if "eve" in names else 25)
    if "easter" in names or "good" in names:
        return _easter(year) + _DAY * next(_EASTER_STEPS[word] for word in words if word in _EASTER_STEPS)
    return _american(names, year)


def _american(names: set[str], year: int) -> date:
    """Return the day of one that the United States keep on a weekday of its month, in the form it has since 1971."""
    if "thanksgiving" in names:
        return _first(year, 11, _THURSDAY) + 3 * _WEEK
    if "election" in names:
        return _first(year, 11, _MONDAY) + _DAY
    if "labor" in names:
        return _first(year, 9, _MONDAY)
    return _first(year, 6, _MONDAY) - _WEEK  # Memorial Day, the last Monday of May


def _first(year: int, month: int, weekday: int) -> date:
    first = date(year, month, 1)
    return first + _DAY * ((weekday - first.weekday()) % 7)


def _easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
