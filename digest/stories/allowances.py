"""Find how much of each article may be shown: its rights, those of its outlet, and the settings of the digest.

A right is that of a whole article over the whole site; as an article is in one thread, a story can keep it alone.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from digest.model import Article, Outlet, rights
from digest.stories.datelines import told_texts
from digest.stories.settings import ExcerptSettings
from digest.stories.wording import wording

SHORT = 40  # words of an article that may show one sentence, though its share be less: else it would vanish


@dataclass(frozen=True, slots=True)
class Allowance:
    """How many words of an article's sentences may be shown, and which bound says so."""

    words: float  # math.inf: all
    alone: float  # words of a sentence that may be shown where it is the only one of its article
    bound: str = ""  # "120 words or 40 %"


_ALL = Allowance(math.inf, math.inf)


def allowances(
    articles: Iterable[Article], outlets: Mapping[str, Outlet], settings: ExcerptSettings
) -> Mapping[str, Allowance]:
    """Return what may be shown of each article, by its id."""
    return {article.id: _allowance(article, outlets.get(article.source or ""), settings) for article in articles}


def _allowance(article: Article, outlet: Outlet | None, settings: ExcerptSettings) -> Allowance:
    if rights(article, outlet) == "full":
        return _ALL
    most = outlet.words if outlet and outlet.words is not None else settings.words
    share = outlet.share if outlet and outlet.share is not None else settings.share
    total = sum(wording(text).words for text in told_texts(article))
    words = min(most, math.floor(share * total))
    alone = min(most, total) if share and total <= SHORT else words
    return Allowance(words, alone, f"{most} words or {share:.0%}".replace("%", " %"))
