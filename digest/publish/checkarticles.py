"""What `digest check` finds in the articles beyond what a build tells: what would be better, and what is likely a slip.

A build names what it could not use. Here stands what it used and what a curator should still look at: a title nobody
gave, an outlet nobody described, a link that two articles have, an article of which nothing can be shown.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from digest.articles.folder import is_feed
from digest.articles.outlets import Outlets
from digest.errors import Fault
from digest.intake.links import canonical
from digest.model import Article, Story
from digest.tools.text import counted

_AHEAD = timedelta(days=1)  # it is tomorrow somewhere already
_OUTLETS = "content/sources.yaml"


def check_articles(articles: Iterable[Article], outlets: Outlets, today: date) -> Iterator[Fault]:
    """Yield what should be mended in the published articles, none of which should be dated after `today`."""
    shown = [article for article in articles if article.status == "published"]
    for article in shown:
        yield from _titles(article)
        if article.published and article.published > today + _AHEAD:
            what = f"{_it(article)} is dated {article.published}, and today is {today}"
            yield Fault(article.path, 1, what, _front_matter(article, "date: 2026-11-20"), rule="future-date")
        if article.source is None:
            what = f"no outlet{_of(article)} is known"
            yield Fault(article.path, 1, what, _front_matter(article, "source: ..."), rule="missing-source")
    yield from _unknown_outlets(shown, outlets)
    yield from _twice(shown)


def check_budget(stories: Iterable[Story]) -> Iterator[Fault]:
    """Yield a fault for each article of which a page shows nothing, since no sentence of it fits its budget."""
    for story in stories:
        if not story.thread.word.hide:
            spent = {each.article: each.why for each in story.left_out if each.why.startswith("budget of")}
            told = _told(story)
            for article in story.thread.articles:
                if article.id in spent and article.id not in told:
                    yield _over(article, spent[article.id])


def _titles(article: Article) -> Iterator[Fault]:
    if article.origins.title == "derived":
        what = f'the title "{article.title[:80]}" is made of the first words, since none was found'
        yield Fault(article.path, 1, what, _front_matter(article, "title: ..."), rule="derived-title")


def _unknown_outlets(articles: Sequence[Article], outlets: Outlets) -> Iterator[Fault]:
    """Yield each outlet that is not in sources.yaml once, at its first article; without that file all are unknown."""
    named: Mapping[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.source and outlets.by_key and not outlets.named(article.source).known:
            named[article.source].append(article)
    for name, those in named.items():
        first = min(those, key=lambda article: article.path)
        what = f'the outlet "{name[:80]}" of {counted(len(those), "article")} is not in {_OUTLETS}'
        mend = f"Add it there, or its other name under `aliases:` of an outlet that is in {_OUTLETS}"
        yield Fault(first.path, 1, what, mend, rule="unknown-source")


def _twice(articles: Iterable[Article]) -> Iterator[Fault]:
    first: dict[str, Article] = {}
    for article in sorted(articles, key=lambda article: (article.path, article.id)):
        if article.link and (other := first.setdefault(canonical(article.link), article)) is not article:
            what = f"{_it(article)} has the link of {other.path}, {article.link[:200]}"
            mend = "Delete one of the two, or mend its link"
            yield Fault(article.path, 1, what, mend, rule="duplicate-link")


def _told(story: Story) -> frozenset[str]:
    """Return the articles that bear a mark on the thread's page."""
    parts = (*(day.sentences for day in story.days), story.summary, story.background, story.ahead, story.undated)
    return frozenset(mark.article for part in parts for told in part for mark in told.marks)


def _over(article: Article, why: str) -> Fault:
    what = f"nothing{_of(article)} is shown, since no sentence of it fits the {why}"
    mend = f"Give its outlet more `words:` or `share:` in {_OUTLETS}, or write `rights: link` where that is meant"
    return Fault(article.path, 1, what, mend, rule="over-budget")


def _it(article: Article) -> str:
    return f'the entry "{article.title[:80]}"' if is_feed(article.path) else "this article"


def _of(article: Article) -> str:
    return f' of "{article.title[:80]}"' if is_feed(article.path) else " of it"


def _front_matter(article: Article, line: str) -> str:
    if is_feed(article.path):
        return f"Save the entry as an article of its own, with `{line}` in its front matter"
    return f"Write `{line}` in its front matter"
