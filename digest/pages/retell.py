"""Stories as the templates see them: sentences with numbered marks, sources in the order of their numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any

from digest.model import Article, Day, Line, Mark, Outlet, Quote, Repeat, Story, Thread, Told, When, rights
from digest.pages.claims import claimants
from digest.pages.coverage import view_coverage
from digest.pages.differing import anchor, differences
from digest.pages.issue import Issue
from digest.pages.quotes import DifferenceView, QuoteView, RepeatView, SentenceView, SourceView
from digest.pages.threadviews import DayView, LinkView
from digest.pages.urls import article_url, day_url, thread_url
from digest.tools.markup import markdown_to_markup

_QUOTES = 5  # of a thread
_QUOTE_WORDS = 8  # of one that only one article carries
_BEST = 3  # sentences of a day that stand for it elsewhere


def view_thread(thread: Thread, language: str) -> LinkView:
    """Return a thread as other pages name it; `language` is that of what the curator writes."""
    published = sorted(article.published.isoformat() for article in thread.articles if article.published)
    lang = language if thread.word.title else thread.articles[0].lang
    first, last = (published[0], published[-1]) if published else (None, None)
    return LinkView(thread_url(thread.slug), thread.title, lang, first, last)


def retell(story: Story, outlets: Mapping[str, Outlet], language: str, issue: Issue) -> dict[str, Any]:
    """Return what a thread's page tells of its story, by the names of the view's fields, the newest day first."""
    told = _Retelling.of(story, outlets, language, issue)
    note = story.thread.word.note
    return {
        "note": markdown_to_markup(note) if note else None,
        "glance": told.lines(story.thread.glance) or told.sentences(story.summary),
        "days": tuple(told.day(day) for day in reversed(story.days)),
        "ahead": told.sentences(each for each in story.ahead if issue.awaits(each.when)),
        "announced": told.sentences(each for each in story.ahead if not issue.awaits(each.when)),
        "background": told.sentences(story.background), "undated": told.sentences(story.undated),
        "quotes": told.quotes(story.quotes), "independent": len(story.reports),
        "withheld": sum(len(each.numbers) for each in story.left_out if each.withheld),
        "coverage": view_coverage(source.published for source in told.sources.values()),
    }  # fmt: skip


def view_sources(thread: Thread, outlets: Mapping[str, Outlet], issue: Issue) -> tuple[SourceView, ...]:
    """Return the articles of a thread, numbered as its marks are."""
    numbered = enumerate(thread.articles, start=1)
    return tuple(view_source(article, number, outlets, issue.came.get(article.id)) for number, article in numbered)


def view_source(article: Article, number: int, outlets: Mapping[str, Outlet], came: str | None = None) -> SourceView:
    """Return an article as a page names it, with its outlet's name where sources.yaml tells one."""
    outlet, agency = outlets.get(article.source or ""), outlets.get(article.wire or "")
    return SourceView(
        number, article.id, article.title, article.origins.title == "derived", article.lang,
        outlet.name if outlet else article.source,
        agency.name if agency else article.wire and article.wire.upper(), article.authors,
        article.published.isoformat() if article.published else None, article.link, article.status == "retracted",
        article_url(article.id, article.slug) if may_be_read_here(article, outlet) else None,
        article.published_at.isoformat() if article.published_at else None, came,
    )  # fmt: skip


def may_be_read_here(article: Article, outlet: Outlet | None) -> bool:
    """Tell whether the site may have an article's whole text, and has it: of an excerpt there is no whole."""
    published = article.status == "published" and not article.excerpt
    return published and bool(article.length) and rights(article, outlet) == "full"


@dataclass(frozen=True, slots=True)
class _Retelling:
    """The sources of one thread by their articles' ids, and its differences by the sentences' marks."""

    sources: Mapping[str, SourceView]
    lang: str  # of what the curator writes

    differences: Mapping[Mark, tuple[DifferenceView, ...]]
    fresh: frozenset[str]  # articles that came with this edition

    @classmethod
    def of(cls, story: Story, outlets: Mapping[str, Outlet], language: str, issue: Issue) -> "_Retelling":
        sources = {source.article: source for source in view_sources(story.thread, outlets, issue)}
        return cls(sources, language, differences(story, sources), issue.fresh)

    def day(self, day: Day) -> DayView:
        best = {anchor(told.mark) for told in day.sentences[:_BEST]}
        announced = partial(self._is_announced, day.value)
        sentences = self.sentences(sorted(day.sentences, key=lambda told: (announced(told), self._place(told))))
        foremost = tuple(sentence for sentence in sentences if sentence.anchor in best)
        return DayView(
            day.value, day_url(day.value), day.title, self._lang(day.title), sentences, foremost, day.note
        )  # fmt: skip

    def _lang(self, title: str) -> str:
        """Return the language of a day's title: that of the article whose headline it is, else the curator's."""
        return next((source.lang for source in self.sources.values() if source.title == title), self.lang)

    def _is_announced(self, day: str, told: Told) -> bool:
        """Return whether a sentence only tells what was to come on the day: all its reports came out before."""
        return max([self.sources[mark.article].published or day for mark in told.marks]) < day

    def _place(self, told: Told) -> tuple[int, int]:
        """Return where a sentence was read first: told apart from what it leans on, "he added" has another speaker."""
        return min([(self.sources[mark.article].number, mark.number) for mark in told.marks])

    def sentences(self, told: Iterable[Told]) -> tuple[SentenceView, ...]:
        """Return sentences that stand in a row, each with the marks of the articles that say it."""
        every = [(each, self._marks(claimants(each))) for each in told]
        # What one article alone tells, and told before, goes on with it.
        runs_on = [len(marks) == 1 and marks == before for (_, marks), (_, before) in pairwise([(None, ()), *every])]
        return tuple([self._sentence(*each, runs_on=on) for each, on in zip(every, runs_on, strict=True)])

    def quotes(self, quotes: Iterable[Quote]) -> tuple[QuoteView, ...]:
        """Return the few quotations that most articles carried, or that say enough and have a speaker."""
        telling = [quote for quote in quotes if _is_telling(quote)]
        return tuple(
            QuoteView(
                quote.text, self.sources[quote.marks[0].article].lang, quote.speaker,
                self._marks(mark.article for mark in quote.marks),
            )
            for quote in telling[:_QUOTES]
        )  # fmt: skip

    def lines(self, lines: Iterable[Line]) -> tuple[SentenceView, ...]:
        """Return the curator's own lines, marked with the articles that they name and this thread has."""
        return tuple(self._line(f"glance-{number}", line) for number, line in enumerate(lines, start=1))

    def _line(self, place: str, line: Line) -> SentenceView:
        marks = self._marks(line.articles)
        return SentenceView(place, line.text, self.lang, marks, None, outlets=_of_outlets(marks))

    def _marks(self, articles: Iterable[str]) -> tuple[SourceView, ...]:
        sources = [self.sources[article] for article in articles if article in self.sources]
        by_number = {source.number: source for source in sources}
        return tuple([by_number[number] for number in sorted(by_number)])

    def _sentence(self, told: Told, marks: tuple[SourceView, ...], *, runs_on: bool) -> SentenceView:
        source = self.sources[told.mark.article]
        repeats = [self._repeat(each) for each in told.repeats if each.shown and each.text != told.text]
        return SentenceView(
            anchor(told.mark), told.text, source.lang, marks, told.when,
            new=self.fresh.issuperset([mark.article for mark in told.marks]),
            reported=_reported(told.when, source), repeats=tuple(repeats),
            differs=self.differences.get(told.mark, ()), outlets=_of_outlets(marks), runs_on=runs_on,
        )  # fmt: skip

    def _repeat(self, repeat: Repeat) -> RepeatView:
        source = self.sources[repeat.mark.article]
        return RepeatView(repeat.text, source.lang, source)


def _of_outlets(marks: tuple[SourceView, ...]) -> tuple[SourceView, ...]:
    """Return the first mark of each outlet."""
    if len(marks) < 2:
        return marks
    first: dict[str | None, SourceView] = {}
    for mark in marks:
        first.setdefault(mark.outlet, mark)
    return tuple(first.values())


def _is_telling(quote: Quote) -> bool:
    carried = len({mark.article for mark in quote.marks}) > 1
    return carried or bool(quote.speaker and len(quote.text.split()) >= _QUOTE_WORDS)


def _reported(when: When | None, source: SourceView) -> str | None:
    """Return when the report came out, where a reader may wonder: it names another day, and not by its full date."""
    if when is None or not when.expression or when.value == source.published or when.value[:4] in when.expression:
        return None
    return source.published
