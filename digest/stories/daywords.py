"""Which words tell what happened on a day: those that several reports have in common when they speak of it.

A report speaks of a day in the sentences that name it, and in its headline and its first sentences when it came out on
the day or soon after (the two sources of DATEWISE; Ghalandari and Ifrim 2020). Each report counts a word once: a long
one outvotes nobody. The centroid of the whole thread would find for each day what the thread is about, not the day.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta

from digest.model import Article
from digest.stories.datelines import told_texts
from digest.stories.wording import wording

_SOON = 2  # days; later reports write of later days
_LEDE = 6  # sentences; below them stands what was known before
_MANY = 8  # days; a sentence that names more is a list, and each of its words would count for every day
_ONCE = 0.1  # weight of a word that one report alone has; all words of a thread of one report are such


def words_of_days(articles: Iterable[Article], days: Collection[str]) -> Mapping[str, Mapping[str, float]]:
    """Return for each of some days, as YYYY-MM-DD, the weights of the content words that tell of it, from 0."""
    spoken: dict[str, list[str]] = defaultdict(list)
    wanted = frozenset(days)
    for article in articles:
        for day, words in _spoken_of(article, wanted):
            spoken[day] += words
    return {day: _weights(spoken[day]) for day in days if day in spoken}


def _weights(words: Iterable[str]) -> Mapping[str, float]:
    counts = Counter(words)
    weights = {count: math.log(count) + _ONCE for count in {*counts.values()}}
    return {word: weights[count] for word, count in counts.items()}


def _spoken_of(article: Article, days: Collection[str]) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield what an article says of some days; a word of its headline and of its lede counts twice."""
    texts = told_texts(article)
    yield from _named(article, texts).items()
    title = wording(article.title).content if article.origins.title != "derived" else ()
    lede = frozenset[str]().union(*(wording(text).content for text in texts[:_LEDE]))
    for day in _just_before(article.published):
        if day in days:
            yield day, (*title, *lede)


def _named(article: Article, texts: Iterable[str]) -> Mapping[str, set[str]]:
    words: dict[str, set[str]] = defaultdict(set)
    for sentence, text in zip(article.sentences, texts, strict=True):
        if not sentence.mentions:
            continue
        days = {mention.value for mention in sentence.mentions if len(mention.value) == len("YYYY-MM-DD")}
        for day in days if len(days) <= _MANY else ():
            words[day].update(wording(text).content)
    return words


def _just_before(published: date | None) -> Iterator[str]:
    """Yield the day of publication and the days just before it, as far as there are any."""
    for days in range(_SOON + 1):
        if published and published.toordinal() > days:
            yield (published - timedelta(days)).isoformat()
