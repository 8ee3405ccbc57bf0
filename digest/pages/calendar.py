"""Days in the words of the site's language, and the week as its readers begin it."""

from datetime import date
from functools import lru_cache

from digest.pages.language import homeland, locale

_MONTH_LENGTH = len("2025-01")
_WEEK = 7  # days


@lru_cache(maxsize=10_000)
def long_day(day: str, language: str) -> str:
    """Return a day with its weekday.

    >>> long_day("2025-01-31", "en-GB"), long_day("2025-01-31", "de-AT")
    ('Friday, 31 January 2025', 'Freitag, 31. Jänner 2025')
    """
    return _format(date.fromisoformat(day), "full", language)


@lru_cache(maxsize=10_000)
def short_day(value: str, language: str) -> str:
    """Return a day, a month or a year without a weekday.

    >>> short_day("2025-01-31", "en-GB"), short_day("2025-01", "en-GB"), short_day("2025", "en-GB")
    ('31 January 2025', 'January 2025', '2025')
    """
    if len(value) < _MONTH_LENGTH:
        return value
    if len(value) == _MONTH_LENGTH:
        return _format(date.fromisoformat(f"{value}-01"), _month_form(language), language)
    return _format(date.fromisoformat(value), "long", language)


@lru_cache(maxsize=10_000)
def span(first: str, last: str, language: str) -> str:
    """Return the days from the first to the last, as the language writes them, without saying twice what they share.

    >>> span("2025-01-28", "2025-01-31", "en-GB"), span("2025-01-28", "2025-01-31", "de")
    ('28–31 Jan 2025', '28.–31. Jan. 2025')
    >>> span("2025-01-31", "2025-01-31", "en-GB")
    '31 January 2025'
    """
    if first == last:
        return short_day(first, language)
    from babel.dates import format_interval  # noqa: PLC0415 - as in `locale`

    days = date.fromisoformat(first), date.fromisoformat(last)
    return str(format_interval(*days, "yMMMd", locale=locale(language)))


def weekdays(language: str) -> tuple[str, ...]:
    """Return the shortest names of the days of the week, in the order of the language's calendars.

    >>> weekdays("en-GB"), weekdays("es")
    (('Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'), ('LU', 'MA', 'MI', 'JU', 'VI', 'SA', 'DO'))
    """
    names, first = locale(language).days["stand-alone"]["short"], homeland(language).first_week_day
    return tuple(str(names[(first + place) % _WEEK]) for place in range(_WEEK))


def column(weekday: int, language: str) -> int:
    """Return in which column of a calendar a day stands, from 1; of the week, 0 is Monday.

    >>> column(0, "de"), column(0, "en-US"), column(0, "ar")
    (1, 2, 3)
    """
    return (weekday - int(homeland(language).first_week_day)) % _WEEK + 1


def _month_form(language: str) -> str:
    """Return how a month and its year are written: a language may have a word between the two, or turn them round."""
    return str(locale(language).datetime_skeletons.get("yMMMM", "MMMM y"))


def _format(day: date, form: str, language: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - as in `locale`

    return str(format_date(day, form, locale=locale(language)))
