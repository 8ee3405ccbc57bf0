"""Tell a thread: each fact once, on the day it speaks of, the days in order, the whole in a few sentences.

A day of the timeline is one that a sentence names or, for want of that, one on which it was published. What speaks of
months or years past, or of long before the thread, is background; what is announced for after its last article is
ahead.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from digest.model import Article, Day, DayWord, Mark, Outlet, Story, Thread, Told, When
from digest.stories.dedupe import Candidate, DedupeSettings, dedupe
from digest.stories.summarise import best_first, centroid, ends_as_sentence, summarise

_SUBHEAD_WORDS = 12  # no subhead is longer
_SUBHEAD_SIGNS = 25  # the same, in a script that sets no spaces between words


@dataclass(frozen=True, slots=True)
class StorySettings:
    """How much a story tells."""

    summary_sentences: int = 4  # at a glance
    background_days: int = 60  # a day longer than this before the thread's first article is background
    dedupe: DedupeSettings = field(default_factory=DedupeSettings)

    def __post_init__(self) -> None:
        if self.summary_sentences < 1:
            raise ValueError(f"summary_sentences is {self.summary_sentences}. Write 1 or more")
        if self.background_days < 0:
            raise ValueError(f"background_days is {self.background_days}. Write 0 or more")


def tell(threads: Iterable[Thread], outlets: Mapping[str, Outlet], settings: StorySettings) -> tuple[Story, ...]:
    """Return the story of each thread, in the order of the threads."""
    return tuple(tell_one(thread, outlets, settings) for thread in threads)


def tell_one(thread: Thread, outlets: Mapping[str, Outlet], settings: StorySettings) -> Story:
    """Return the story of one thread."""
    told = dedupe(_candidates(thread, outlets), settings.dedupe)
    weights = centroid(told)
    places = _Places.of(thread, settings)
    by_place: dict[str, list[Told]] = defaultdict(list)
    for sentence in told:
        by_place[places.place(sentence)].append(sentence)
    absent = {"background", "ahead", *(word.day for word in thread.word.days if word.hide)}
    present = [sentence for sentence in told if places.place(sentence) not in absent]
    return Story(
        thread, summarise(present, weights, settings.summary_sentences), _days(thread, by_place, weights),
        background=tuple(by_place["background"]), ahead=tuple(by_place["ahead"]), undated=tuple(by_place["undated"]),
    )  # fmt: skip


def _candidates(thread: Thread, outlets: Mapping[str, Outlet]) -> list[Candidate]:
    return [
        candidate
        for article in thread.articles
        if _may_be_told(article, outlets)
        for candidate in _of(article, outlets)
    ]


def _of(article: Article, outlets: Mapping[str, Outlet]) -> Iterable[Candidate]:
    """Yield the sentences of an article but its subheads.

    Where most texts end in no sign of a sentence that we know, the script or the writing is another: all are told.
    """
    whole = [ends_as_sentence(sentence.text) for sentence in article.sentences]
    know_ends = 2 * sum(whole) >= len(whole)
    for number, sentence in enumerate(article.sentences):
        if whole[number] or not (know_ends and _is_short(sentence.text)):
            order = ((article.published or date.max).isoformat(), article.id, number)
            when = _placed(sentence.when, article.published)
            yield Candidate(sentence.text, Mark(article.id, number), when, _weight(article, outlets), order)


def _is_short(text: str) -> bool:
    """Return whether a text is as short as a subhead; a very long word is a sentence of a script without spaces."""
    parts = text.split()
    return len(parts) <= _SUBHEAD_WORDS and all(len(part) <= _SUBHEAD_SIGNS for part in parts)


def _placed(when: When | None, published: date | None) -> When | None:
    """Return the time of a sentence, or the day of publication for "later this month" and "this year"."""
    if when is None or published is None or when.precision == "day":
        return when
    day = published.isoformat()
    return When(day, "day", "published") if day.startswith(when.value) else when


def _may_be_told(article: Article, outlets: Mapping[str, Outlet]) -> bool:
    outlet = outlets.get(article.source or "")
    rights = outlet.rights if outlet and outlet.rights and article.rights == "excerpt" else article.rights
    return article.status == "published" and rights != "link"


def _weight(article: Article, outlets: Mapping[str, Outlet]) -> float:
    outlet = outlets.get(article.source or "")
    return outlet.weight if outlet else 1.0


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


def _days(thread: Thread, by_place: Mapping[str, Sequence[Told]], weights: Mapping[str, float]) -> tuple[Day, ...]:
    words = {word.day: word for word in thread.word.days}
    values = [value for value in sorted(by_place) if value[0].isdigit() and not (value in words and words[value].hide)]
    heavy = _heaviness(thread)
    most = max((heavy.get(value, 1.0) for value in values), default=1.0)
    days = []
    for value in values:
        sentences = best_first(by_place[value], weights)
        word = words.get(value) or DayWord(value)
        title = word.title or _headline(thread, sentences, value)
        days.append(Day(value, title, round(heavy.get(value, 1.0) / most, 4), sentences, word.note))
    return tuple(days)


def _heaviness(thread: Thread) -> Mapping[str, float]:
    """Return for each day how many articles were published on it or name it (Ghalandari and Ifrim 2020, DATEWISE)."""
    days: dict[str, float] = defaultdict(float)
    for article in thread.articles:
        named = {mention.value for sentence in article.sentences for mention in sentence.mentions}
        for value in named:
            days[value] += 1
        if article.published:
            days[article.published.isoformat()] += 1
    return days


def _headline(thread: Thread, sentences: Sequence[Told], value: str) -> str:
    """Return the headline of the day's own reports that stands first in the order of sentences, or nothing.

    A report of the next day would be a headline for both days; what it says of this one stands below it anyway.
    """
    articles = {article.id: article for article in thread.articles}
    for told in sentences:
        article = articles[told.mark.article]
        if article.published == date.fromisoformat(value) and article.origins.title != "derived":
            return article.title
    return ""
