"""Days in the words of the site's language: the only door of babel."""

from datetime import date
from functools import lru_cache

_MONTH_LENGTH = len("2025-01")


@lru_cache(maxsize=10_000)
def long_day(day: str, language: str) -> str:
    """Return a day with its weekday.

    >>> long_day("2025-01-31", "en-GB")
    'Friday, 31 January 2025'
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
        return _format(date.fromisoformat(f"{value}-01"), "MMMM y", language)
    return _format(date.fromisoformat(value), "long", language)


def _format(day: date, form: str, language: str) -> str:
    # babel reads its tables when it is imported (60 ms): only a build that renders needs it.
    from babel.core import Locale, UnknownLocaleError  # noqa: PLC0415
    from babel.dates import format_date  # noqa: PLC0415

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en")
    return format_date(day, form, locale=locale)
