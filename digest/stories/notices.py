"""What outlets corrected in their own reports, in their own words: kept off the timeline, and not from the reader.

A notice is cut from the body ("correction-notice"), since it speaks of the page and not of the event. It is shown whole
or not at all: half a correction says the wrong half. It counts against what may be shown of its article, and takes no
more than half of that, so that the report is still told; what may not be shown is named, without its words.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace

from digest.model import Article, Notice, Outlet, rights
from digest.stories.allowances import Allowance
from digest.stories.countwords import count_words
from digest.tools.text import fingerprint

_MOST = 60  # words; a longer notice tells a story of its own
_RULE = "correction-notice"


def notices(
    articles: Iterable[Article], outlets: Mapping[str, Outlet], allowed: Mapping[str, Allowance]
) -> tuple[Notice, ...]:
    """Return the notices of published articles, in the articles' order; one that may not be shown has no text."""
    return tuple(
        notice
        for article in articles
        if article.status == "published"
        for notice in _of(article, _bound(article, outlets.get(article.source or ""), allowed[article.id]))
    )


def less(allowed: Mapping[str, Allowance], shown: Iterable[Notice]) -> Mapping[str, Allowance]:
    """Return what may still be shown of each article beside its notices."""
    left = dict(allowed)
    for notice in shown:
        has, words = left[notice.article], count_words(notice.text)
        left[notice.article] = replace(has, words=has.words - words, alone=has.alone - words)
    return left


def _bound(article: Article, outlet: Outlet | None, allowance: Allowance) -> float:
    if rights(article, outlet) == "link" or allowance.alone > allowance.words:
        return 0  # of a brief that may show its one sentence only, that is shown
    return allowance.words if math.isinf(allowance.words) else min(_MOST, allowance.words / 2)


def _of(article: Article, bound: float) -> Iterable[Notice]:
    for text in dict.fromkeys(cut.text for cut in article.cuts if cut.rule == _RULE):
        words = count_words(text)
        shown, bound = words <= bound, bound - words if words <= bound else bound
        yield Notice(f"n-{article.id.removeprefix('a-')}-{fingerprint(text)}", article.id, text if shown else "")
