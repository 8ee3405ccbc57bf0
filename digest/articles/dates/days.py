"""Find the days that a sentence names, and the one it speaks of.

A timeline stands or falls with the day of each sentence. Most sentences of news speak of the day before they were
printed or of that day, and say so by a weekday; the rest is background, which names its year, or says nothing and
then speaks of the day of publication. Rules reckon this better than learnt models where only days matter: see
Chang and Manning (2012, SUTime) and Stroetgen and Gertz (2013, HeidelTime), whose order of rules this follows in
small: find, normalise, resolve by tense and the date of the document.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from digest.articles.dates.expressions import EXPRESSION, HINT, LEAD
from digest.articles.dates.reckoning import reckon
from digest.articles.dates.tense import REACH
from digest.articles.dates.wording import Wording
from digest.model import Mention, Precision, Sentence, When

_ANY_DAY = date(2000, 1, 1)  # stands in for an unknown day of publication, where the value does not depend on it
_YEAR_WRITTEN = re.compile(r"(?:1[5-9]|20)\d\d")
_PRECISIONS: dict[int, Precision] = {len("YYYY"): "year", len("YYYY-MM"): "month", len("YYYY-MM-DD"): "day"}

_REMEMBERED = 1_000  # days of publication; most sentences of an article speak of its own

# A month or a year dates the whole sentence only from its head, which is its subject and no more: "Russia in 2022 ...".
_HEAD = 40
_SUBORDINATE = re.compile(
    r"\b(?:after|before|since|until|by|where|when|which|who|whose|whom|because|as|than)\b", re.IGNORECASE
)
_NOT_DATING = re.compile(r"(?:since|until|by|before|after|from|for|of|through|the)\b", re.IGNORECASE)


def find_mentions(text: str, published: date | None) -> tuple[Mention, ...]:
    """Return every date expression of the sentence, in order, resolved against the day of publication.

    Without that day only expressions that bear their year are resolved.

    >>> find_mentions("The court met on Thursday.", date(2025, 1, 31))
    (Mention(text='on Thursday', value='2025-01-30'),)
    """
    return tuple(mention for _, mention in _find(text, published))


def date_sentence(text: str, paragraph: int, published: date | None) -> Sentence:
    """Return the sentence with its mentions and the time it speaks of.

    The first day that is named decides, one in the main clause before one in a subordinate clause; a month or a year
    only at the head of the sentence. Otherwise the sentence speaks of the day of publication.
    """
    found = _find(text, published)
    when = (_decide(text, found) if found else None) or _of_publication(published)
    return Sentence(text, paragraph, when, tuple([mention for _, mention in found]))


def _find(text: str, published: date | None) -> tuple[tuple[int, Mention], ...]:
    """Return each mention with its place in the text."""
    hint = HINT.search(text)
    return tuple(_mentions(text, max(0, hint.start() - LEAD), published)) if hint else ()


def _mentions(text: str, begin: int, published: date | None) -> Iterator[tuple[int, Mention]]:
    for match in EXPRESSION.finditer(text, begin):
        expression, kind = match.group(), match.lastgroup or ""
        if published or _YEAR_WRITTEN.search(expression):
            before, after = text[max(0, match.start() - REACH) : match.start()], text[match.end() : match.end() + REACH]
            value = reckon(kind, Wording(expression, before, after, published or _ANY_DAY))
            if value:
                yield match.start(), Mention(expression, value)


def _decide(text: str, found: tuple[tuple[int, Mention], ...]) -> When | None:
    """Return the time of the mention that dates the sentence, if one does."""
    days = [(place, mention) for place, mention in found if _precision(mention) == "day"]
    main = (mention for place, mention in days if not _is_subordinate(text, place))
    heads = (mention for place, mention in found if _dates_from_head(text, place, mention))
    mention = next(main, None) or next((mention for _, mention in days), None) or next(heads, None)
    return When(mention.value, _precision(mention), "resolved", mention.text) if mention else None


def _precision(mention: Mention) -> Precision:
    return _PRECISIONS[len(mention.value)]


def _is_subordinate(text: str, place: int) -> bool:
    """Tell whether a word that makes a clause subordinate stands before the place, with no comma in between."""
    return bool(_SUBORDINATE.search(text[max(0, place - REACH) : place].rpartition(",")[2]))


def _dates_from_head(text: str, place: int, mention: Mention) -> bool:
    return place <= _HEAD and not _NOT_DATING.match(mention.text) and not _is_subordinate(text, place)


@lru_cache(_REMEMBERED)
def _of_publication(published: date | None) -> When | None:
    return When(published.isoformat(), "day", "published") if published else None
