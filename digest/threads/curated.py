"""The curator's word on a thread, put on it: what it is called, its own lines at a glance, and its days.

A word on what the thread does not have would be lost on the way to its page, so it is a fault.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from digest.model import Article, Glance, Line, Ruling, Storyline, Thread
from digest.threads.curation import Curation
from digest.threads.references import References
from digest.threads.rulings import rulings


@dataclass(frozen=True, slots=True)
class Desk:
    """What is known beside the threads: the curator's word, where each article is, and what leads to each thread."""

    curation: Curation
    homes: Mapping[str, str]
    aliases: Mapping[str, tuple[str, ...]]
    storylines: Mapping[str, Storyline]
    found: References


def curated(one: Thread, desk: Desk) -> Thread:
    """Return a thread with the curator's word on it."""
    word = desk.curation.word(one.slug)
    _report_days(one, desk)
    lines = (_line(glance, one.slug, desk) for glance in word.at_a_glance)
    return replace(
        one, title=word.title or one.title, word=word, aliases=desk.aliases.get(one.slug, ()),
        glance=tuple(line for line in lines if line.articles), storyline=desk.storylines.get(one.slug),
        rulings=_rulings(one, desk),
    )  # fmt: skip


def _rulings(one: Thread, desk: Desk) -> tuple[Ruling, ...]:
    """Return the rulings of the thread's file, and of those of the threads that were merged into it."""
    names = (one.slug, *desk.aliases.get(one.slug, ()))
    words = [word for word in map(desk.curation.word, names) if word.fold or word.unfold]
    return rulings(words, one.articles, desk.homes, desk.found) if words else ()


def _line(glance: Glance, thread: str, desk: Desk) -> Line:
    """Return a line with those articles of the thread that bear it out; one of another thread has no mark here."""
    ids = []
    for reference, article in desk.found.each(glance.articles):
        if desk.homes[article] == thread:
            ids.append(article)
        else:
            what = f'"{reference.name[:80]}" is in the thread "{desk.homes[article]}", and bears out no line here'
            desk.found.report(reference, what, "Name an article of this thread, or move that one here", "dangling-word")
    return Line(glance.text, tuple(ids))


def _report_days(one: Thread, desk: Desk) -> None:
    said = desk.curation.said(one.slug, "days")
    days = {*_days(one)} if said else set()
    for day in said:
        if day.name not in days:
            mend = "Write a day that the thread's page shows, or delete it"
            desk.found.report(day, f"the thread has no day {day.name}", mend, "dangling-word")


def _days(one: Thread) -> Iterator[str]:
    """Yield the days of which the thread's articles speak, up to that of the last one: its page shows no others."""
    last = max((article.published for article in one.articles if article.published), default=date.max).isoformat()
    for article in one.articles:
        if article.status == "published" and article.rights != "link":
            yield from (day for day in _days_of(article) if day <= last)


def _days_of(article: Article) -> Iterator[str]:
    """Yield the day of each sentence; one of "this month" or "this year" is of the day of publication."""
    published = article.published.isoformat() if article.published else ""
    for when in (sentence.when for sentence in article.sentences):
        if when and when.precision == "day":
            yield when.value
        elif when and published.startswith(when.value):
            yield published
