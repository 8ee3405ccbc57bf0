"""How much each day of a story matters.

The more reports come out on a day, and the more of them name it, the more happened on it (DATEWISE; Ghalandari and
Ifrim 2020). Reports name yesterday and today whatever happened; what they still name after a week is what counted. So
a late mention weighs several times as much. A day of last week has had none yet: weights compare what is past.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from digest.model import Article

_LATE = timedelta(days=7)  # after it, a day is named for what happened on it
_LATE_WEIGHT = 4  # mentions more that a late one is worth; on five labelled timelines 3 to 5 are much alike


def weigh_days(articles: Iterable[Article]) -> Mapping[str, int]:
    """Return the weight of each day, as YYYY-MM-DD, that an article came out on or names."""
    weights: dict[str, int] = defaultdict(int)
    for article in articles:
        if article.published:
            weights[article.published.isoformat()] += 1
        for day in _named(article):
            weights[day] += 1 + (_LATE_WEIGHT if _is_late(article.published, day) else 0)
    return weights


def _named(article: Article) -> Iterator[str]:
    mentions = {mention.value for sentence in article.sentences for mention in sentence.mentions}
    return (value for value in sorted(mentions) if len(value) == len("YYYY-MM-DD"))


def _is_late(published: date | None, day: str) -> bool:
    return published is not None and published - date.fromisoformat(day) >= _LATE
