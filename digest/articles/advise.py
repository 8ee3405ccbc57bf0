"""What a curator should mend in an article that could be read: how to say what no cleaner can know."""

from collections.abc import Iterable

from digest.errors import Fault, Level
from digest.model import Article

_FRONT_MATTER = "to its front matter, between two lines of three hyphens (---) at its top"


def advise(articles: Iterable[Article]) -> tuple[Fault, ...]:
    """Return a fault for each article without a date, and advice for each without a link or a text."""
    return tuple(fault for article in articles if article.status == "published" for fault in _advise(article))


def _advise(article: Article) -> Iterable[Fault]:
    if article.published is None:
        yield Fault(article.path, 1, "no date is recorded", f"Add `date: 2026-11-20` {_FRONT_MATTER}")
    if article.link is None:
        yield Fault(article.path, 1, "no link is recorded", f"Add `link: https://...` {_FRONT_MATTER}", Level.ADVICE)
    if not article.sentences:
        yield Fault(
            article.path, 1, "no sentence of its text is left", "Run `digest explain` on it to see why", Level.ADVICE
        )
