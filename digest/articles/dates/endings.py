"""The ends of months and years: "by the end of May", "at the end of the month", "by year-end".

One that is still to come is a day that something is announced for, its last, so that it stands among what comes next.
One that is over is no day: nobody means the 31st by "at the end of May", and it comes to the month or the year alone.
"""

from datetime import date, timedelta

from digest.articles.dates.wording import Wording

_LASTING = {"until", "till"}  # "it was shut until the end of May": the verb says nothing about that end
_MONTHS = 12


def year_end(wording: Wording) -> date:
    """Return the last day of the year, of the one before where something has lasted since."""
    return date(wording.published.year - ("since" in wording.words), 12, 31)


def ending(wording: Wording) -> date | str:
    """Return the last day of the month or the year if that is to come, else the month or the year alone."""
    words = set(wording.words)
    over = "since" in words or (wording.ahead is False and words.isdisjoint(_LASTING))
    is_year = "year" in words
    last = date(wording.published.year + wording.step, 12, 31) if is_year else _month_end(wording, over=over)
    return last.isoformat()[: len("YYYY" if is_year else "YYYY-MM")] if over or last < wording.published else last


def _month_end(wording: Wording, *, over: bool) -> date:
    now = _MONTHS * wording.published.year + wording.published.month - 1
    month = (wording.month or 1) - 1
    if not wording.month:
        months = now + wording.step
    elif wording.figures:
        months = _MONTHS * wording.figures[-1] + month
    else:
        months = now - (now - month) % _MONTHS if over else now + (month - now) % _MONTHS
    return _last_day(months)


def _last_day(months: int) -> date:
    """Return the last day of the month that is so many months after the year 0."""
    return date((months + 1) // _MONTHS, (months + 1) % _MONTHS + 1, 1) - timedelta(days=1)
