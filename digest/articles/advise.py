"""What a curator should mend in an article that could be read: how to say what no cleaner can know."""

from collections.abc import Iterable
from functools import lru_cache

from digest.articles.folder import is_feed
from digest.errors import Fault, Level
from digest.model import Article

_RULES = {"date": "ambiguous-date", "body": "low-confidence", "text": "unanswered-correction"}


def advise(articles: Iterable[Article]) -> tuple[Fault, ...]:
    """Return a fault for each article without a date, and advice for each that lacks something else or is in doubt."""
    return tuple(fault for article in articles if article.status == "published" for fault in _advise(article))


def _advise(article: Article) -> Iterable[Fault]:
    entry = f' of "{article.title}"' if is_feed(article.path) else ""
    yield from _doubts(article)
    if article.published is None and not any(doubt.about == "date" for doubt in article.doubts):
        yield Fault(article.path, 1, *_lacks("date", "date: 2026-11-20", entry), rule="undated")
    if article.link is None:
        yield Fault(article.path, 1, *_lacks("link", "link: https://...", entry), Level.ADVICE, rule="missing-link")
    if not article.length:
        yield Fault(
            article.path,
            1,
            "no sentence of its text is left",
            "Run `digest explain` on it to see why",
            Level.ADVICE,
            rule="no-sentence",
        )


def _doubts(article: Article) -> Iterable[Fault]:
    """Yield what the cleaner doubts; one about the date left the article undated, which is a fault."""
    for doubt in article.doubts:
        level = Level.FAULT if doubt.about == "date" else Level.ADVICE
        yield Fault(article.path, doubt.line, doubt.what, doubt.mend, level, rule=_RULES[doubt.about])


@lru_cache(maxsize=100)  # of a hundred thousand articles, all may lack the same
def _lacks(what: str, line: str, entry: str) -> tuple[str, str]:
    """Return what an article, or an entry of a feed, has not, and how to mend it."""
    mend = f"Add `{line}` to its front matter, between two lines of three hyphens (---) at its top"
    if entry:
        mend = f"Save the entry as an article of its own, with `{line}` in its front matter"
    return f"no {what}{entry} is recorded", mend
