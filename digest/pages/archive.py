"""The archive: a calendar of all days that have a page, with how much stands there."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from digest.pages.calendar import column
from digest.pages.listings import ArchiveDayView, ArchiveView, MonthView
from digest.pages.urls import day_url
from digest.pages.views import DayView, ThreadView

_MONTH_LENGTH = len("2025-01")


def view_archive(threads: Iterable[ThreadView], language: str) -> ArchiveView:
    """Return the months that have a page of a day, the newest first; months without one are left out."""
    by_day: dict[str, list[DayView]] = defaultdict(list)
    for thread in threads:
        for day in thread.days:
            by_day[day.value].append(day)
    days = {value: _day(value, parts) for value, parts in by_day.items()}
    months = sorted({value[:_MONTH_LENGTH] for value in days}, reverse=True)
    return ArchiveView(tuple(_month(month, days, language) for month in months))


def _day(value: str, parts: Sequence[DayView]) -> ArchiveDayView:
    sentences = [sentence for part in parts for sentence in part.sentences]
    reports = {source.article for sentence in sentences for source in sentence.marks}
    return ArchiveDayView(value, day_url(value), len(sentences), len(reports))


def _month(month: str, days: Mapping[str, ArchiveDayView], language: str) -> MonthView:
    weekday, length = monthrange(*map(int, month.split("-")))
    cells = tuple(days.get(f"{month}-{number:02}", number) for number in range(1, length + 1))
    return MonthView(month, column(weekday, language), cells)
