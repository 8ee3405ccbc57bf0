"""What a curator should mend in an article that could be read: how to say what no cleaner can know."""

from collections.abc import Iterable

from digest.errors import Fault, Level
from digest.model import Article

_FEEDS = (".xml", ".atom", ".rss", ".json")  # have no front matter


def advise(articles: Iterable[Article]) -> tuple[Fault, ...]:
    """Return a fault for each article without a date, and advice for each without a link or a text."""
    return tuple(fault for article in articles if article.status == "published" for fault in _advise(article))


def _advise(article: Article) -> Iterable[Fault]:
    entry = f' of "{article.title}"' if article.path.endswith(_FEEDS) else ""
    if article.published is None:
        yield Fault(article.path, 1, f"no date{entry} is recorded", _add("date: 2026-11-20", entry))
    if article.link is None:
        yield Fault(article.path, 1, f"no link{entry} is recorded", _add("link: https://...", entry), Level.ADVICE)
    if not article.sentences:
        yield Fault(
            article.path, 1, "no sentence of its text is left", "Run `digest explain` on it to see why", Level.ADVICE
        )


def _add(line: str, entry: str) -> str:
    if entry:
        return f"Save the entry as an article of its own, with `{line}` in its front matter"
    return f"Add `{line}` to its front matter, between two lines of three hyphens (---) at its top"
