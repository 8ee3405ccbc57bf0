"""Read the dates that machines write into pages and feeds, and give them in ISO 8601.

Only forms that leave no doubt are read: ISO 8601, and the form of mail and RSS. "01/02/2025" is not guessed.
"""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

_LONGEST = 64  # characters; no date is longer
_OLDEST = 1800  # year; below are the zero dates of content systems, "0001-01-01"
_LATEST = 9000  # year; above are their dates without end, "9999-12-31", which no zone can move
_UNSET = "1970-01-01T00:00:00"  # the zero of Unix clocks: a date that was never set
_DAY_FIRST = re.compile(r"\d{4}-?\d{2}-?\d{2}(?!\d)")


def iso_date(value: str) -> str | None:
    """Return the instant with its offset, or the day where no zone is given, or None.

    >>> iso_date("Fri, 02 Jan 2026 03:04:05 GMT"), iso_date("2026-01-02 03:04"), iso_date("02/01/2026")
    ('2026-01-02T03:04:05+00:00', '2026-01-02', None)
    """
    text = " ".join(value[:_LONGEST].split())
    moment = _iso(text) or _mail(text)
    if moment is None or not _OLDEST <= moment.year <= _LATEST or moment.isoformat().startswith(_UNSET):
        return None
    return moment.date().isoformat() if moment.tzinfo is None else moment.isoformat(timespec="seconds")


def _iso(text: str) -> datetime | None:
    if not _DAY_FIRST.match(text):
        return None
    for form in (text, text[:10]):  # an odd time or zone does not make the day doubtful
        try:
            return datetime.fromisoformat(form)
        except ValueError:
            continue
    return None


def _mail(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):  # what email raises on odd input has changed before
        return None
