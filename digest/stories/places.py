"""Where on a thread's page a sentence belongs: on a day, in the background, ahead, or among what has no date."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from digest.model import Thread, Told
from digest.stories.settings import StorySettings


def by_place(told: Iterable[Told], thread: Thread, settings: StorySettings) -> Mapping[str, Sequence[Told]]:
    """Return what stands at each place of the page, by "undated", "background", "ahead", or the day.

    What was announced makes no day by itself: without a report of that day or later nobody knows whether it came. It
    stands on the day on which it was announced.
    """
    places = _Places.of(thread, settings)
    published = {article.id: article.published for article in thread.articles}
    found: dict[str, list[Told]] = defaultdict(list)
    for sentence in told:
        found[places.place(sentence)].append(sentence)
    for day in sorted(day for day in found if day[0].isdigit()):
        if all(_before(day, sentence, published) for sentence in found[day]):
            for sentence in found.pop(day):
                found[str(published[sentence.mark.article])].append(sentence)
    return found


def _before(day: str, told: Told, published: Mapping[str, date | None]) -> bool:
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
