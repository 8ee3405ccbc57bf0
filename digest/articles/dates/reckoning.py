"""What a date expression comes to, reckoned from the day of publication.

News is written from the day it appears on: a weekday is the latest one, that day itself included, unless the verb
looks ahead; a month or a day without its year is the nearest in the sense of the verb. Each kind of expression has
one function; where the words come to nothing certain it returns None, and then there is no mention.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from digest.articles.dates.endings import ending, year_end
from digest.articles.dates.holidays import holidays
from digest.articles.dates.ranges import year_behind
from digest.articles.dates.storydays import is_beside_another, story_day, weekday_beside
from digest.articles.dates.wording import Wording

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_SATURDAY = 5
_LEAP_YEAR = timedelta(days=366)
_CENTURY = 100  # a year in two digits is the one of that end nearest to publication
_YEARS_NEAR = (-8, -4, -1, 0, 1, 4, 8)  # the years that a day without one can be of: 29 February may be eight years off
# A writer leaves the year out where there is no doubt: within two months not even the verb is asked.
_NEAR_ENOUGH = timedelta(days=60)
_DAYS_OFF = {"yesterday": -1, "last": -1, "tomorrow": 1, "before": -1, "after": 1}
_FAMOUS = {9: date(2001, 9, 11), 10: date(2023, 10, 7), 1: date(2021, 1, 6)}


def reckon(kind: str, wording: Wording) -> str | None:
    """Return what an expression of the kind comes to, as YYYY, YYYY-MM or YYYY-MM-DD; None if nothing certain."""
    try:
        value = _BY_KIND[kind](wording)
    except (ValueError, OverflowError):  # "Feb. 30", or beyond the years that a date can have
        return None
    return value.isoformat() if isinstance(value, date) else value


def _iso(wording: Wording) -> date:
    year, month, day = wording.figures
    return date(year, month, day)


def _numeric(wording: Wording) -> date | None:
    """Return the day of 25/11/1997 or 11/25/97; None where either figure could be the month, and they differ."""
    first, second, year = wording.figures
    if year < _CENTURY:
        year += _CENTURY * round((wording.published.year - year) / _CENTURY)
    if "." in wording.text or first > 12 or first == second:
        return date(year, second, first)
    return date(year, first, second) if second > 12 else None


def _calendar(wording: Wording) -> date | None:
    """Return the day of a month: of its year if that is written, else of the nearest year that fits the weekday."""
    month, figures, weekday = wording.month or 0, wording.figures, wording.weekday
    if len(figures) > 1:
        return date(max(figures), month, min(figures))
    if year := year_behind(wording.after, month):
        return date(year, month, figures[0])
    days = [*_without_year(month, figures[0], wording.published)]
    fitting = [day for day in days if day.weekday() == weekday and abs(day - wording.published) <= _LEAP_YEAR]
    return _nearest(fitting or days, wording)


def _without_year(month: int, day: int, published: date) -> Iterable[date]:
    for years in _YEARS_NEAR:
        try:
            yield date(published.year + years, month, day)
        except ValueError:  # no 29 February in that year
            continue


def _nearest(days: Iterable[date], wording: Wording) -> date | None:
    """Return the day nearest to publication; if that is not near, the nearest on the side to which the verb looks."""
    published = wording.published
    ranked = sorted(days, key=lambda day: (abs(day - published), day))
    if ranked and (abs(ranked[0] - published) <= _NEAR_ENOUGH or (ahead := wording.ahead) is None):
        return ranked[0]
    return next((day for day in ranked if (day >= published) == ahead), None)


def _famous(wording: Wording) -> date | None:
    """Return the day that became a name, unless it had not yet when this was written."""
    day = _FAMOUS[wording.month or 9]
    return day if wording.published > day else _calendar(wording)


def _holiday(wording: Wording) -> date | None:
    return _nearest(holidays(wording.words, wording.published.year), wording)


def _weekday(wording: Wording) -> date | None:
    """Return the latest such day, publication's included; the coming one where the words or the verb look ahead."""
    if is_beside_another(wording.words):
        return weekday_beside(wording)
    return _this_weekday(wording) + _DAY * sum(_DAYS_OFF.get(word, 0) for word in wording.words if word != "last")


def _this_weekday(wording: Wording) -> date:
    latest = wording.published - _DAY * ((wording.published.weekday() - (wording.weekday or 0)) % 7)
    if wording.step:
        return latest + _WEEK if wording.step > 0 else latest - _WEEK * (latest == wording.published)
    return latest + _WEEK if latest < wording.published and _is_coming(wording) else latest


def _is_coming(wording: Wording) -> bool:
    """Tell whether the verb looks ahead, or only "this" does."""
    ahead = wording.ahead
    return "this" in wording.words if ahead is None else ahead


def _weekend(wording: Wording) -> date:
    """Return its Saturday: the latest one, or the coming one where the words or the verb look ahead."""
    published = wording.published
    latest = published - _DAY * ((published.weekday() - _SATURDAY) % 7)
    if wording.step < 0:
        return latest - _WEEK * (published - latest <= _DAY)
    return latest + _WEEK if published - latest > _DAY and (wording.step > 0 or _is_coming(wording)) else latest


def _near(wording: Wording) -> date:
    return wording.published + _DAY * sum(_DAYS_OFF.get(word, 0) for word in wording.words)


def _nth(wording: Wording) -> date:
    """Return the latest such day of a month, or the coming one where the verb looks ahead."""
    published, day = wording.published, wording.figures[0]
    months = _months(published)
    if wording.ahead:
        months += day < published.day
    else:
        months -= day > published.day
    return date(months // 12, months % 12 + 1, day)


def _ago(wording: Wording) -> date | str:
    """Return the day; of more than two weeks ago the month, since such a count is no longer meant to the day."""
    unit, published = wording.words[-2].rstrip("s"), wording.published
    if unit in ("day", "week"):
        day = published - wording.count * (_DAY if unit == "day" else _WEEK)
        return day if published - day <= 2 * _WEEK else _month(_months(day))
    return _year(published.year - wording.count) if unit == "year" else _month(_months(published) - wording.count)


def _span(wording: Wording) -> str:
    if wording.words[-1] == "year":
        return _year(wording.published.year + wording.step)
    return _month(_months(wording.published) + wording.step)


def _of_month(wording: Wording) -> str:
    """Return the month: of the year that is written, else the latest, or the coming one where the words look ahead."""
    month, now = (wording.month or 1) - 1, _months(wording.published)
    if wording.figures:
        return _month(12 * wording.figures[-1] + month)
    if "year" in wording.words:
        return _month(12 * (wording.published.year + wording.step) + month)
    if "this" in wording.words:
        return _month(12 * wording.published.year + month)
    latest = now - (now - month) % 12
    if wording.step < 0:
        return _month(latest - 12 * (latest == now))
    return _month(latest + 12 * (wording.step > 0 or (bool(wording.ahead) and latest < now)))


def _of_year(wording: Wording) -> str:
    return _year(wording.figures[-1])


def _months(day: date) -> int:
    """Return the months since the year 0, so that months can be counted over the turn of a year."""
    return 12 * day.year + day.month - 1


def _month(months: int) -> str:
    return date(months // 12, months % 12 + 1, 1).isoformat()[:7]


def _year(year: int) -> str:
    return date(year, 1, 1).isoformat()[:4]


_BY_KIND: dict[str, Callable[[Wording], date | str | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "famous": _famous,
    "calendar": _calendar,
    "month": _of_month,
    "weekday": _weekday,
    "near": _near,
    "ago": _ago,
    "holiday": _holiday,
    "span": _span,
    "nth": _nth,
    "story": story_day,
    "weekend": _weekend,
    "yearend": year_end,
    "ending": ending,
    "year": _of_year,
}
