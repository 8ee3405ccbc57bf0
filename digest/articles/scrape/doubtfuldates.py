"""A date in a scrape's head that can be read in two ways: 01/02/2025. It is not guessed, but the curator may say."""

from collections.abc import Iterable
from dataclasses import replace

from digest.articles.doubts import date_in_two_ways
from digest.articles.extract import Extract, Found
from digest.articles.scrape.segments import Segment
from digest.articles.writtendates import DayOrder, written_day

_LONGEST = 200  # signs of a line that gives the article's date; in a longer one it is a date of the story


def with_doubtful_date(found: Extract, head: Iterable[Segment], order: DayOrder | None) -> Extract:
    """Return `found`, which has no date, with the first one of `head`, if only `order` can tell which; else a doubt."""
    dates = ((line.line, date) for line in head if (date := written_day(line.prose[:_LONGEST])))
    line, date = next(dates, (0, None))
    if date is None or date.day:
        return found
    told = written_day(date.text, order)
    if told and told.day:
        return replace(found, date=Found(told.day, f"line {line}"))
    return replace(found, doubts=(*found.doubts, date_in_two_ways(line, date.text)))
