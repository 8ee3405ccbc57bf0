"""Tell a thread: each fact once, on the day it speaks of, the days in order, the whole in a few sentences.

A day of the timeline is one that a sentence names or, for want of that, one on which it was published. What speaks of
months or years past, or of long before the thread, is background; what is announced for after its last article is
ahead. Of all that, each article shows no more than may be shown of it (`budget.py`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from digest.model import Article, Day, DayWord, LeftOut, Mark, Outlet, Story, Thread, Told, rights
from digest.stories.allowances import allowances
from digest.stories.budget import left_out, within_budget
from digest.stories.datelines import told_texts
from digest.stories.daywords import words_of_days
from digest.stories.memory import Memory
from digest.stories.notices import less, notices
from digest.stories.places import by_place, is_before, time_of
from digest.stories.quotes import quotes
from digest.stories.reports import reports
from digest.stories.settings import StorySettings
from digest.stories.summarise import best_first, centroid, summarise
from digest.stories.verdicts import Candidate
from digest.stories.weighdays import weigh_days
from digest.stories.wording import wording

_SUBHEAD_WORDS = 12  # no subhead is longer
_SUBHEAD_SIGNS = 25  # the same, in a script that sets no spaces between words


def tell_one(thread: Thread, outlets: Mapping[str, Outlet], settings: StorySettings, memory: Memory) -> Story:
    """Return the story of a thread, within the budgets of its articles; `memory` has what was found out before."""
    candidates = _candidates(thread, outlets)
    told = memory.dedupe(thread, candidates)
    placed = by_place(told, thread, settings)
    hidden = {word.day for word in thread.word.days if word.hide}
    unseen = {sentence.mark for day in hidden for sentence in placed.get(day, ())}
    shown = [sentence for sentence in told if sentence.mark not in unseen]
    untold = (*_untold(thread, outlets, candidates), *_hidden({day: placed.get(day, []) for day in sorted(hidden)}))
    story = Story(
        thread, (), _days(thread, placed),
        background=tuple(sorted(placed.get("background", ()), key=_time)),
        ahead=tuple(sorted(placed.get("ahead", ()), key=_time)),
        undated=tuple(placed.get("undated", ())),
        quotes=quotes(shown), reports=reports(thread.articles, told), left_out=untold,
    )  # fmt: skip
    glance = partial(_glance, weights=centroid(told), most=settings.summary_sentences)
    # The budget heeds the glance; of what is left, it may be another.
    allowed = allowances(thread.articles, outlets, settings.excerpts)
    printed = notices(thread.articles, outlets, allowed)
    within = within_budget(glance(story), less(allowed, printed))
    return replace(glance(within), notices=printed)


def _glance(story: Story, weights: Mapping[str, float], most: int) -> Story:
    """Return a story with its few sentences at a glance, of what it tells of its own time."""
    order = {article.id: number for number, article in enumerate(story.thread.articles)}
    told = [*(each for day in story.days for each in day.sentences), *story.undated]
    told.sort(key=lambda each: (order[each.mark.article], each.mark.number))
    return replace(story, summary=summarise(told, weights, most, _event(story)))


def _event(story: Story) -> frozenset[Mark]:
    """Return what most independent reports tell of the day that matters most."""
    report_of, weight = story.report_of, max((day.weight for day in story.days), default=0)
    carried = {
        each.mark: len({report_of[mark.article] for mark in each.marks})
        for day in story.days if day.weight == weight
        for each in day.sentences if not wording(each.text).colours
    }  # fmt: skip
    most = max(carried.values(), default=0)
    return frozenset(mark for mark, count in carried.items() if count == most)


def _time(told: Told) -> str:
    """Return the time that a sentence speaks of; a month comes before its days."""
    return told.when.value if told.when else ""


def _candidates(thread: Thread, outlets: Mapping[str, Outlet]) -> list[Candidate]:
    return [
        candidate
        for article in thread.articles
        if _barred(article, outlets) is None
        for candidate in _of(article, outlets)
    ]


def _of(article: Article, outlets: Mapping[str, Outlet]) -> Iterable[Candidate]:
    """Yield the sentences of an article but its subheads.

    Where most texts end in no sign of a sentence that we know, the script or the writing is another: all are told.
    """
    texts = told_texts(article)
    whole = [wording(text).ends for text in texts]
    know_ends = 2 * sum(whole) >= len(whole)
    day, weight = (article.published or date.max).isoformat(), _weight(article, outlets)
    for number, (sentence, text) in enumerate(zip(article.sentences, texts, strict=True)):
        if whole[number] or not (know_ends and _is_short(text)):
            when, mark = time_of(sentence, article.published), Mark(article.id, number)
            yield Candidate(text, mark, when, weight, (day, article.id, number), article.source or "")


def _is_short(text: str) -> bool:
    """Return whether a text is as short as a subhead; a very long word is a sentence of a script without spaces."""
    parts = text.split()
    return len(parts) <= _SUBHEAD_WORDS and all(len(part) <= _SUBHEAD_SIGNS for part in parts)


def _barred(article: Article, outlets: Mapping[str, Outlet]) -> str | None:
    """Return why nothing of an article may be told, or None."""
    if article.status != "published":
        return f"status: {article.status}"
    return "rights: link" if rights(article, outlets.get(article.source or "")) == "link" else None


def _untold(thread: Thread, outlets: Mapping[str, Outlet], candidates: Iterable[Candidate]) -> Iterable[LeftOut]:
    """Yield the sentences that are no candidates to be told."""
    told: dict[str, set[int]] = defaultdict(set)
    for candidate in candidates:
        told[candidate.mark.article].add(candidate.mark.number)
    for article in thread.articles:
        if left := {*range(len(article.sentences))} - told[article.id]:
            yield LeftOut(article.id, _barred(article, outlets) or "subhead", tuple(sorted(left)))


def _hidden(by_day: Mapping[str, Iterable[Told]]) -> Iterable[LeftOut]:
    """Yield the sentences of days that the curator hides."""
    for day, told in by_day.items():
        yield from left_out((mark, f"day {day}, hidden") for each in told for mark in each.marks)


def _weight(article: Article, outlets: Mapping[str, Outlet]) -> float:
    outlet = outlets.get(article.source or "")
    return outlet.weight if outlet else 1.0


def _days(thread: Thread, placed: Mapping[str, Sequence[Told]]) -> tuple[Day, ...]:
    words = {word.day: word for word in thread.word.days}
    values = [value for value in sorted(placed) if value[0].isdigit() and not (value in words and words[value].hide)]
    valid = [article for article in thread.articles if article.status == "published"]
    weights, telling = weigh_days(valid), words_of_days(valid, values)
    most = max((weights.get(value, 1) for value in values), default=1)
    articles = {article.id: article for article in thread.articles}
    published = {article.id: article.published for article in thread.articles}
    language = Counter(article.lang for article in thread.articles).most_common(1)[0][0]
    days = []
    for value in values:
        plans = (each for each in placed[value] if wording(each.text).announces)
        announced = {each.mark for each in plans if is_before(value, each, published)}
        sentences = best_first(placed[value], telling.get(value, {}), announced)
        word = words.get(value) or DayWord(value)
        title = word.title or _headline((articles[each.mark.article] for each in sentences), language, value)
        days.append(Day(value, title, round(weights.get(value, 1) / most, 4), sentences, word.note))
    return tuple(days)


def _headline(told: Iterable[Article], language: str, value: str) -> str:
    """Return the headline of the day's own reports that stands first, and of those in the language, or nothing.

    A report of the next day would be a headline for both days; what it says of this one stands below it anyway.
    """
    day = date.fromisoformat(value)
    own = [article for article in told if article.published == day and article.origins.title != "derived"]
    return next((each.title for each in own if each.lang == language), own[0].title if own else "")
