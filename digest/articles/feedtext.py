"""Tell a feed's full content of an article from a mere summary of it.

Feeds have a place for each, and many use the one for the other: a "description" may be the whole article, a "content"
a summary that breaks off. So a long summary is a content, and what breaks off is an excerpt wherever it stands.
"""

from dataclasses import dataclass

from digest.articles.entries import breaks_off, mended, without_break
from digest.tools.tags import paragraphs

_FULL = 1_500  # signs of a summary that is the article: 250 words; summaries have about 50
_SAME = 60  # signs by which a summary is known as the beginning of the content
_LONGEST_LEAD = 1_000  # signs; what is longer is no standfirst


@dataclass(frozen=True, slots=True)
class Words:
    """A text as a feed gives it."""

    value: str
    is_html: bool

    @property
    def flat(self) -> str:
        """Return the text alone, on one line."""
        lines = paragraphs(self.value) if self.is_html else (self.value,)
        return mended(" ".join(" ".join(lines).split()))


@dataclass(frozen=True, slots=True)
class FeedText:
    """What a feed gives of an article's text."""

    body: Words | None = None
    lead: str | None = None  # the summary, where there is a content too that does not begin with it
    excerpt: bool = False  # the body is a summary of the article, not the article


def feed_text(content: Words | None, summary: Words | None) -> FeedText:
    """Return what counts of an entry's content and summary: the content is the body, unless the summary says more."""
    words, said = content.flat if content else "", summary.flat if summary else ""
    if content is None or len(said) > len(words):
        return FeedText(summary, None, excerpt=bool(said) and (len(said) < _FULL or breaks_off(said)))
    lead = without_break(said)
    is_new = 0 < len(lead) <= _LONGEST_LEAD and not words.startswith(lead[:_SAME])
    return FeedText(content, lead if is_new else None, breaks_off(words))
