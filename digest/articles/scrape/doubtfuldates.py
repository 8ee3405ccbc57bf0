"""A date in a scrape's head that can be read in two ways: 01/02/2025. It is not guessed, but the curator may say."""

from collections.abc import Iterable
from dataclasses import replace

from digest.articles.datelines import dates_on
from digest.articles.doubts import date_in_two_ways
from digest.articles.extract import Extract, Found
from digest.articles.scrape.segments import Segment
from digest.articles.writtendates import DayOrder

_LONGEST = 200  # signs of a line that gives the article's date; in a longer one it is a date of the story


def with_doubtful_date(found: Extract, head: Iterable[Segment], order: DayOrder | None) -> Extract:
    """Return `found`, which has no date, with the first one of `head`, if only `order` can tell which; else a doubt."""
    dates = (
        (line, first, told)
        for line in head
        if len(line.prose) <= _LONGEST
        for first, told in zip(dates_on(line.prose), dates_on(line.prose, order), strict=False)
    )
    line, first, told = next(dates, (None, None, None))
    if line is None or first is None or told is None or first.written.day:
        return found
    if told.written.day:
        return replace(found, date=Found(told.written.day, f"line {line.line}"))
    return replace(found, doubts=(*found.doubts, date_in_two_ways(line.line, first.written.text)))
