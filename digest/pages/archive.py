"""The archive: a calendar of all days that have a page, with how much stands there."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from digest.pages.calendar import column
from digest.pages.listings import ArchiveDayView, ArchiveView, MonthView
from digest.pages.threadviews import ThreadView, Volume
from digest.pages.urls import day_url

_MONTH_LENGTH = len("2025-01")


def view_archive(threads: Iterable[ThreadView], language: str) -> ArchiveView:
    """Return the months that have a page of a day, the newest first; months without one are left out."""
    by_day: dict[str, list[Volume]] = defaultdict(list)
    for thread in threads:
        for each in thread.volumes:
            by_day[each.day].append(each)
    days = {value: _day(value, parts) for value, parts in by_day.items()}
    months = sorted({value[:_MONTH_LENGTH] for value in days}, reverse=True)
    return ArchiveView(tuple(_month(month, days, language) for month in months))


def _day(value: str, parts: Sequence[Volume]) -> ArchiveDayView:
    # No article is in two threads, so no report is counted twice.
    sentences, reports = sum(part.sentences for part in parts), sum(part.reports for part in parts)
    return ArchiveDayView(value, day_url(value), sentences, reports)


def _month(month: str, days: Mapping[str, ArchiveDayView], language: str) -> MonthView:
    weekday, length = monthrange(*map(int, month.split("-")))
    cells = tuple(days.get(f"{month}-{number:02}", number) for number in range(1, length + 1))
    return MonthView(month, column(weekday, language), cells)
