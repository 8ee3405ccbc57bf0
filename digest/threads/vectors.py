"""Articles as vectors whose inner product tells how much two are about the same event, 0..1.

Three views, each a TF-IDF vector of length one (Salton and Buckley 1988), are laid side by side in one vector and
weighted by the root of their share, so that the inner product is the weighted mean of the views' cosines: what the
body says, how it begins, and whom and what it names. The document frequencies are those of a fixed background of
news, not of the site: so a vector depends on its own article alone, and no later article can move an earlier one.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from digest.model import Article
from digest.tools.text import words

Vector = Mapping[str, float]

_BODY_WORDS = 300  # news puts what matters first; the rest is background, which joins what does not belong together
_LEAD_WORDS = 90
_SHARES = {"b": 0.4, "l": 0.3, "n": 0.3}  # of body, lead and names
_COMMON = 0.15  # share of background documents from which a word tells nothing of the event
_RARE = 4.0  # documents that a word counts for which the background does not know
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w'’-]{1,40}(?:[ ][^\W\d_a-z][\w'’-]{1,40}){0,3}")


@dataclass(frozen=True, slots=True)
class Background:
    """In how many of how many documents of news each word stands."""

    documents: int
    counts: Mapping[str, int]

    def weight(self, word: str) -> float:
        """Return the inverse document frequency, 0 for what tells nothing: a letter, a common word."""
        if len(word) == 1 and word.isascii():
            return 0.0
        count = self.counts.get(word, _RARE)
        return 0.0 if count > _COMMON * self.documents else math.log(self.documents / count)


@cache
def background() -> Background:
    """Return the table that `bench/count_words.py` made. Read when first needed: it costs some milliseconds."""
    table = json.loads(Path(__file__).with_name("background.json").read_text("utf-8"))
    return Background(table["documents"], table["counts"])


def vector(article: Article) -> Vector:
    """Return the article's vector: terms with their view's letter in front, and weights."""
    text = (
        " ".join([article.title, *article.paragraphs])
        if article.origins.title != "derived"
        else " ".join(article.paragraphs)
    )
    text = text[: 12 * _BODY_WORDS]
    body = words(text)[:_BODY_WORDS]
    views = {"b": body, "l": body[:_LEAD_WORDS], "n": _names(text)}
    return {
        f"{view}:{term}": weight
        for view, terms in views.items()
        for term, weight in _unit(terms, _SHARES[view]).items()
    }


def _names(text: str) -> list[str]:
    """Return capitalised words and runs of them, in lower case: people, places and organisations, roughly."""
    names = []
    for run in _CAPITALISED.findall(text):
        parts = words(run)
        names += parts
        if len(parts) > 1:
            names.append(" ".join(parts))
    return names


def _unit(terms: Iterable[str], share: float) -> dict[str, float]:
    """Return TF-IDF weights, (1 + ln tf) * idf, scaled so that their squares add up to `share`."""
    table = background()
    weights = {term: (1 + math.log(count)) * table.weight(term) for term, count in Counter(terms).items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    scale = math.sqrt(share) / length if length else 0.0
    return {term: weight * scale for term, weight in weights.items() if weight}
