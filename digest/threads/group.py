"""Group articles by event, one after the other, as they would arrive (single-pass clustering; Allan et al. 1998).

An article joins the thread whose three most similar articles are, on average, similar enough; similarity fades with
the days between two articles, because what is alike and months apart is another event of the same kind. What stands
in a thread already stays there: only articles without a place are placed. An inverted index finds the candidates, so
that articles with no word in common cost nothing.
"""

import heapq
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from digest.model import Article
from digest.threads.vectors import Vector, vector

_BEST = 3  # articles of a thread that speak for it


@dataclass(frozen=True, slots=True)
class GroupSettings:
    """How alike, and how near in time, the articles of one thread are."""

    threshold: float = 0.18  # least similarity, 0..1, to join a thread; higher gives more and smaller threads
    fade_days: float = 45.0  # days after which similarity counts 1/e
    window_days: int = 180  # a thread that was silent for longer is not joined by the machine

    def __post_init__(self) -> None:
        if not 0 < self.threshold < 1:
            raise ValueError(f"threshold is {self.threshold}. Write a number between 0 and 1")
        for key, days in (("fade_days", self.fade_days), ("window_days", self.window_days)):
            if days <= 0:
                raise ValueError(f"{key} is {days}. Write a number of days above 0")


def group(
    articles: Sequence[Article],
    placed: Mapping[str, str],
    barred: Mapping[str, frozenset[str]],
    settings: GroupSettings,
    name: Callable[[Article], str],
) -> dict[str, str]:
    """Return the thread's slug of each article: of those in `placed` the given one, of the others the machine's.

    A new thread is called what `name` makes of the article that begins it. `barred` names the threads that an article
    may not join. Articles are placed in the order in which they come.
    """
    index = _Index(settings)
    slugs = dict(placed)
    for article in articles:
        if article.id in placed:
            index.add(article, vector(article), placed[article.id])
    for article in articles:
        if article.id not in slugs:
            terms = vector(article)
            slug = index.nearest(article, terms, barred.get(article.id, frozenset())) or name(article)
            index.add(article, terms, slug)
            slugs[article.id] = slug
    return slugs


@dataclass(frozen=True, slots=True)
class _Entry:
    slug: str
    published: date | None
    language: str


class _Index:
    """The articles that were placed, found by their terms."""

    def __init__(self, settings: GroupSettings) -> None:
        self._settings = settings
        self._entries: list[_Entry] = []
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)

    def add(self, article: Article, terms: Vector, slug: str) -> None:
        number = len(self._entries)
        self._entries.append(_Entry(slug, article.published, _language(article)))
        for term, weight in terms.items():
            self._postings[term].append((number, weight))

    def nearest(self, article: Article, terms: Vector, barred: frozenset[str]) -> str | None:
        """Return the slug of the most similar thread, or None where none is similar enough."""
        by_slug: dict[str, list[float]] = defaultdict(list)
        for number, similarity in self._similarities(terms).items():
            entry = self._entries[number]
            faded = similarity * self._fade(article.published, entry.published)
            if entry.language == _language(article) and entry.slug not in barred and faded:
                by_slug[entry.slug].append(faded)
        scores = [(_mean(heapq.nlargest(_BEST, found)), slug) for slug, found in by_slug.items()]
        best = max(scores, key=lambda pair: (pair[0], pair[1]), default=(0.0, ""))
        return best[1] if best[0] >= self._settings.threshold else None

    def _similarities(self, terms: Vector) -> Mapping[int, float]:
        sums: dict[int, float] = defaultdict(float)
        for term, weight in terms.items():
            for number, other in self._postings.get(term, ()):
                sums[number] += weight * other
        return sums

    def _fade(self, one: date | None, other: date | None) -> float:
        if one is None or other is None:
            return 1.0
        days = abs((one - other).days)
        return math.exp(-days / self._settings.fade_days) if days <= self._settings.window_days else 0.0


def _mean(numbers: Iterable[float]) -> float:
    found = list(numbers)
    return sum(found) / len(found)


def _language(article: Article) -> str:
    return article.lang.split("-")[0].lower()
