"""The day under which a file was filed: "2025-01-31-storm.txt", or "2025/01/31/storm.txt".

It is the weakest word on an article's date, since a file may be named for the day on which it was saved. Only the order
year, month, day is read, with all its digits, and only where a name begins.
"""

import re
from datetime import date

_NAME = re.compile(r"((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")
_FOLDERS = re.compile(r"(?:\A|/)((?:19|20)\d\d)/(\d\d)/(\d\d)(?=/)")


def filed_day(path: str) -> str | None:
    """Return the day that a file's name begins with, else that of its folders, as YYYY-MM-DD; else None.

    >>> filed_day("storm/20250131.txt"), filed_day("2025/01/31/storm.txt"), filed_day("2025-01-31/storm.txt")
    ('2025-01-31', '2025-01-31', '2025-01-31')
    >>> filed_day("31-01-2025.txt"), filed_day("20251301-storm.txt"), filed_day("202501311.txt")
    (None, None, None)
    """
    *folders, name = path.split("/")
    named = ((found[1], found[3], found[4]) for part in (name, *reversed(folders)) if (found := _NAME.match(part)))
    filed = (found.groups() for found in _FOLDERS.finditer(path))
    return next((day for parts in (*named, *filed) if (day := _day(*parts))), None)


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
