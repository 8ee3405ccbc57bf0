"""The edition that pages are made for: its day, and what is new in it, told from stamps and never from the clock."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from digest.model import Story, When


@dataclass(frozen=True, slots=True)
class Issue:
    """The day of an edition, the articles that came with it, and the day of the one before; the first has no news."""

    day: str | None  # YYYY-MM-DD
    fresh: frozenset[str] = frozenset()
    before: str | None = None  # YYYY-MM-DD
    came: Mapping[str, str] = field(default_factory=dict, compare=False)  # stamps of later editions than the first

    def awaits(self, when: When | None) -> bool:
        """Tell whether a time is still to come; a month or a year is, until it has ended."""
        if when is None or self.day is None:
            return True
        today = self.day[: len(when.value)]
        return when.value > today or (when.value == today and when.precision != "day")


def edition_day(stories: Iterable[Story], now: date | None) -> date | None:
    """Return `now`, or for want of it the day of the newest article that a page shows; None without a dated one."""
    shown = (article for story in stories if not story.thread.word.hide for article in story.thread.articles)
    return now or max((article.published for article in shown if article.published), default=None)


def issue(stamps: Mapping[str, str], today: date | None) -> Issue:
    """Return the edition of `today`, given the day of the edition that each article came with.

    An edition with nothing before it has no news, since all of it would be; nor has one that no article came with.
    """
    day = today.isoformat() if today else None
    before = max((stamp for stamp in stamps.values() if day and stamp < day), default=None)
    came = _later(stamps)
    if before is None:
        return Issue(day, came=came)
    return Issue(day, frozenset(article for article, stamp in stamps.items() if stamp == day), before, came)


def _later(stamps: Mapping[str, str]) -> Mapping[str, str]:
    """Return the stamps of all editions but the first, with which no article came late; one that is no day is none."""
    days = {stamp for stamp in stamps.values() if _is_day(stamp)}
    first = min(days, default="")
    return {article: stamp for article, stamp in stamps.items() if stamp in days and stamp > first}


def _is_day(stamp: str) -> bool:
    try:
        date.fromisoformat(stamp)
    except ValueError:
        return False
    return True
