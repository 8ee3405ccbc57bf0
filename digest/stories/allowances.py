"""Find how much of each article may be shown: its rights, those of its outlet, and the settings of the digest.

A right is that of a whole article over the whole site; as an article is in one thread, a story can keep it alone.
"""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from digest.model import Article, Outlet, Rights
from digest.stories.settings import ExcerptSettings

SHORT = 40  # words of an article that may show one sentence, though its share be less: else it would vanish
_SIGNS_OF_A_WORD = 2  # in a script that sets no spaces between words
# Thai to Burmese, Khmer, kana, ideographs of East Asia; Korean sets spaces.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")


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


def rights(article: Article, outlet: Outlet | None) -> Rights:
    """Return the rights of an article: its own, or those of its outlet where it has none but the usual."""
    return outlet.rights if outlet and outlet.rights and article.rights == "excerpt" else article.rights


def count_words(text: str) -> int:
    """Return the number of words between spaces; of a script that sets none, two signs count as a word.

    >>> count_words("Six boats burnt in Port Amber."), count_words("港で船が六隻燃えた。")
    (6, 5)
    """
    return sum(max(1, math.ceil(len(_UNSPACED.findall(part)) / _SIGNS_OF_A_WORD)) for part in text.split())


def _allowance(article: Article, outlet: Outlet | None, settings: ExcerptSettings) -> Allowance:
    if rights(article, outlet) == "full":
        return _ALL
    most = outlet.words if outlet and outlet.words is not None else settings.words
    share = outlet.share if outlet and outlet.share is not None else settings.share
    total = sum(count_words(sentence.text) for sentence in article.sentences)
    words = min(most, math.floor(share * total))
    alone = min(most, total) if share and total <= SHORT else words
    return Allowance(words, alone, f"{most} words or {share:.0%}".replace("%", " %"))
