"""When what a feed tells changed last, as far as the files of a digest say: told from reports, never from the clock.

A report comes out at an instant, or on a day: noon in UTC is that day nearly everywhere. One that came with a later
edition than it came out changed the entry on the day of that edition, which content/threads.lock keeps. Some changes
have no time of their own, such as a second report of one day, or a retraction: each adds a second, so that no change
stays unseen, and the same files still give the same instant.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from digest.pages.quotes import SourceView

_NEVER = "1970-01-01"


def first_told(reports: Iterable[SourceView]) -> datetime:
    """Return when the first of these reports came out."""
    return min((_told(each) for each in reports if each.published), default=noon(_NEVER))


def last_change(reports: Iterable[SourceView], corrected: Iterable[str] = ()) -> datetime:
    """Return when what these reports tell changed last; `corrected` are the days of what was corrected since."""
    found, days = tuple(reports), tuple(corrected)
    seconds = len(found) - 1 + sum(each.retracted for each in found) + len(days)
    latest = max((*map(_joined, found), *map(noon, days)), default=noon(_NEVER))
    return latest + timedelta(seconds=max(0, seconds))


def noon(day: str) -> datetime:
    """Return a day as an instant."""
    return datetime.combine(date.fromisoformat(day), time(12), tzinfo=UTC)


def _told(report: SourceView) -> datetime:
    return datetime.fromisoformat(report.instant) if report.instant else noon(report.published or _NEVER)


def _joined(report: SourceView) -> datetime:
    """Return when a report came out, or the day of the edition that it came with where that is a later one."""
    return noon(report.came) if report.came and report.came > (report.published or "") else _told(report)
