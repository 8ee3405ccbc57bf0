"""Where on a thread's page a sentence belongs: on a day, in the background, ahead, or among what has no date."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from digest.model import Sentence, Thread, Told, When
from digest.stories.settings import StorySettings
from digest.stories.supports import supports
from digest.stories.wording import wording


def time_of(sentence: Sentence, published: date | None) -> When | None:
    """Return the time of a sentence, or the day of publication for "later this month" and "this year".

    Of expressions for one day, that which has the day in figures is the better evidence: "on 2 May", not "a week ago".
    """
    when = sentence.when
    if when is None or published is None:
        return when
    if when.precision == "day":
        if when.expression is None:
            return when
        figures = re.compile(rf"(?<!\d)0?{int(when.value[-2:])}(?!\d)")
        named = (each.text for each in sentence.mentions if each.value == when.value and figures.search(each.text))
        return when._replace(expression=next(named, when.expression))
    day = published.isoformat()
    return When(day, "day", "published") if day.startswith(when.value) else when


def by_place(told: Sequence[Told], thread: Thread, settings: StorySettings) -> Mapping[str, Sequence[Told]]:
    """Return what stands at each place of the page, by "undated", "background", "ahead", or the day.

    What was announced makes no day by itself: without a report of that day or later nobody knows whether it came. It
    stays ahead, where the page tells what lies ahead from what did then. Nor does a sentence that leans on another
    make a day, or stand ahead or in the background, by itself: it stands with the other.
    """
    places = _Places.of(thread, settings)
    published = {article.id: article.published for article in thread.articles}
    found: dict[str, list[Told]] = defaultdict(list)
    for place, sentence in _together([(places.place(sentence), sentence) for sentence in told]):
        found[place].append(sentence)
    for day in sorted(day for day in found if _is_day(day)):
        if all(is_before(day, sentence, published) for sentence in found[day]):
            found["ahead"] += found.pop(day)
    return found


def _is_day(place: str) -> bool:
    return place[0].isdigit()


def _together(placed: Sequence[tuple[str, Told]]) -> Iterable[tuple[str, Told]]:
    """Yield sentences with their places; one that leans on another, and would stand alone, with that one's."""
    told = [sentence for _, sentence in placed]
    leaning = supports(told)
    standing = {place for place, sentence in placed if _is_day(place) and not wording(sentence.text).leans}
    where = {sentence.mark: (place, sentence) for place, sentence in placed}
    for mark in sorted(leaning):
        (place, sentence), (there, other) = where[mark], where[leaning[mark]]
        if place != there and place not in standing:
            # No expression of its own says that it is of that day.
            when = other.when._replace(expression=None) if other.when else None
            where[mark] = (there, sentence._replace(when=when))
    return (where[sentence.mark] for sentence in told)


def is_before(day: str, told: Told, published: Mapping[str, date | None]) -> bool:
    """Return whether all reports of a sentence came out before the day."""
    days = [published[mark.article] for mark in told.marks]
    return all(each is not None and each.isoformat() < day for each in days)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where on the page a sentence belongs, by the time it speaks of."""

    earliest: str  # days before this one are background
    latest: str  # days after this one are ahead

    @classmethod
    def of(cls, thread: Thread, settings: StorySettings) -> "_Places":
        published = [article.published for article in thread.articles if article.published]
        if not published:
            return cls(date.min.isoformat(), date.max.isoformat())
        earliest = min(published).toordinal() - settings.background_days
        return cls(date.fromordinal(max(1, earliest)).isoformat(), max(published).isoformat())

    def place(self, told: Told) -> str:
        """Return "undated", "background", "ahead", or the day as YYYY-MM-DD."""
        when = told.when
        if when is None:
            return "undated"
        if when.value > self.latest:
            return "ahead"
        return when.value if when.precision == "day" and when.value >= self.earliest else "background"
