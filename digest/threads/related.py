"""Which threads a reader of one may want to read too: those that are near it and not the same.

What a thread tells of most is its rarest words and names, those of names twice as heavy: of the headline and the first
sentences of some of its articles, weighed by TF-IDF over the threads and a background (`background.py`). Two threads
are as near as the cosine of these is. An inverted index finds them among the threads nearest in time that share a term,
so the cost is less than a millisecond a thread, however many there are.

Which terms can be among a thread's weightiest is found out once, of its articles and the background alone, and kept;
the rest is computed anew in each build, of the threads alone: so what is shown depends neither on how the articles came
into their threads nor on a cache. Threads of two languages are never near. On five topics of months (Timeline17) among
other news, nine of ten of what is named here were of one topic.
"""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial

from digest.model import Article, Thread
from digest.threads.background import COUNTS_AS, background, language
from digest.threads.terms import words_and_names
from digest.tools.keys import content_key
from digest.tools.means import PLAIN, Means

_RELATED = 3  # threads that are named, at most
_FLOOR = 0.12  # least cosine
_SHARED = 2  # terms; one alone is shared by accident
_TELLING = 24  # terms of a thread that are compared
_PROMINENT = 96  # terms of a thread among which they are looked for
_NEAREST = 16  # threads before, and after, of those that share a term: it bounds the time
_ARTICLES = 4  # of a thread's first, and of its last
_SENTENCES = 3  # of an article; they tell what it is about
_NAME = 2.0  # how much more a name tells than a word
_ALL = 1_000_000  # threads; no other process is asked for so little
_REMEMBERED = 100_000  # terms of which it is remembered how much they tell
_EXACT = 5  # decimals of a cosine: processors may differ in the last bits of a logarithm


@dataclass(frozen=True, slots=True)
class Prominent:
    """The terms of a thread that may tell most of it, and how much each would tell if all were as rare."""

    terms: tuple[str, ...]
    weights: tuple[float, ...]


def related(threads: Sequence[Thread], means: Means = PLAIN) -> dict[str, tuple[str, ...]]:
    """Return the slugs of at most three threads near each, the nearest first; a hidden thread is near none."""
    by_language: dict[str, list[Thread]] = defaultdict(list)
    for each in sorted(threads, key=_time):
        if not each.word.hide:
            by_language[language(each.articles[0])].append(each)
    return {slug: near for spoken, alike in by_language.items() for slug, near in _near(alike, spoken, means)}


def _time(thread: Thread) -> tuple[date, str]:
    return max((each.published for each in thread.articles if each.published), default=date.min), thread.slug


def _near(threads: Sequence[Thread], spoken: str, means: Means) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each thread's slug with those near to it; the threads are of one language and in the order of time."""
    telling = _telling(threads, spoken, means)
    places: dict[str, list[int]] = defaultdict(list)
    for number, weights in enumerate(telling):
        for term in weights:
            places[term].append(number)
    for number, thread in enumerate(threads):
        yield thread.slug, tuple(threads[other].slug for other in _nearest(number, telling, places))


def _nearest(number: int, telling: Sequence[Mapping[str, float]], places: Mapping[str, Sequence[int]]) -> list[int]:
    sums: dict[int, float] = defaultdict(float)
    shared: Counter[int] = Counter()
    for term, weight in telling[number].items():
        at = bisect_left(places[term], number)
        for other in places[term][max(0, at - _NEAREST) : at + _NEAREST + 1]:
            sums[other] += weight * telling[other][term]
            shared[other] += 1
    found = [(-round(total, _EXACT), other) for other, total in sums.items() if shared[other] >= _SHARED]
    ranked = sorted((less, other) for less, other in found if other != number and -less >= _FLOOR)
    return [other for _, other in ranked[:_RELATED]]


def _telling(threads: Sequence[Thread], spoken: str, means: Means) -> list[dict[str, float]]:
    """Return the terms of each thread that tell most, the weightiest first, with weights of a vector of length one."""
    articles = {thread.slug: thread.articles for thread in threads}

    def prominent(slugs: Sequence[str]) -> tuple[Prominent, ...]:
        some = [articles[slug] for slug in slugs]
        return means.through(Prominent, some, lambda its: content_key(spoken, its), partial(_prominent, spoken), _ALL)

    found = [*means.memo.each("telling", articles, prominent)]
    spread = Counter(term for each in found for term in each.terms)
    rarity = {term: _rarity(term, spoken, count, len(threads)) for term, count in spread.items()}
    return [_weights(each, rarity) for each in found]


def _prominent(spoken: str, threads: Iterable[Sequence[Article]]) -> list[Prominent]:
    """Return the terms of each thread that tell most beside the background."""
    found = []
    for articles in threads:
        counts, names = _counted(articles)
        weights = {term: (1 + math.log(count)) * (_NAME if term in names else 1) for term, count in counts.items()}
        ranked = sorted([(-_tells(term, weight, spoken), term) for term, weight in weights.items()])
        terms_ = tuple([term for less, term in ranked[:_PROMINENT] if less])
        found.append(Prominent(terms_, tuple(weights[term] for term in terms_)))
    return found


def _counted(articles: Sequence[Article]) -> tuple[Counter[str], frozenset[str]]:
    """Return in how many of a thread's articles each term stands, and which of the terms are names."""
    counts: Counter[str] = Counter()
    names: set[str] = set()
    for article in _some([each for each in articles if each.status != "retracted"]):
        body, called = words_and_names(article, article.sentences[:_SENTENCES])
        names.update(called)
        counts.update({*body, *called})
    return counts, frozenset(names)


def _some(articles: Sequence[Article]) -> Sequence[Article]:
    return articles if len(articles) <= 2 * _ARTICLES else (*articles[:_ARTICLES], *articles[-_ARTICLES:])


@lru_cache(_REMEMBERED)
def _tells(term: str, weight: float, spoken: str) -> float:
    """Return how much a term of such a weight tells beside the background; most terms stand in many threads."""
    return round(weight * _rarity(term, spoken), _EXACT)


def _rarity(term: str, spoken: str, count: int = 1, threads: int = 1) -> float:
    share = background().share(term, spoken)
    return 0.0 if share >= 1 else max(0.0, math.log((COUNTS_AS + threads) / max(1.0, COUNTS_AS * share + count)))


def _weights(thread: Prominent, rarity: Mapping[str, float]) -> dict[str, float]:
    raw = {term: weight * rarity[term] for term, weight in zip(thread.terms, thread.weights, strict=True)}
    length = math.sqrt(math.fsum(weight * weight for weight in raw.values())) or 1.0
    ranked = sorted((-round(weight / length, _EXACT), term) for term, weight in raw.items() if weight)
    return {term: -less for less, term in ranked[:_TELLING]}
