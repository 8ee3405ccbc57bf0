"""What stands for a day among the words of a sentence: weekdays, months, the day and the year of a date.

When a thing happened is compared apart from what happened. Two days of one kind exclude each other, as two senses do.
"""

from digest.stories.senses import sense
from digest.stories.wordlists import CALENDAR

_MAY = f"{sense('april').partition(':')[0]}:may"
# The days and the years of dates.
DATES = frozenset([*(f"day:{day}" for day in range(1, 32)), *(f"year:{year}" for year in range(1500, 2100))])
DAYS = DATES.union(map(sense, CALENDAR), [_MAY])


def day_key(number: str) -> str:
    """Return what stands for the day or the year of a date: two days exclude each other, and so do two years."""
    day = number.lstrip("0").rstrip("dhnrst")  # "05", "5th"
    return f"year:{day}" if len(day) == len("2031") else f"day:{day}"


def month_key(word: str) -> str:
    """Return the sense of a word within a date, where "may" is a month."""
    return _MAY if word == "may" else sense(word)
