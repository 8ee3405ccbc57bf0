"""How all articles of a digest hang together, whatever thread they stand in: what proposals are made of.

`group` asks only where new articles belong. Here every article is compared with those nearest to it, as if all came
today, and the links are sorted by the threads at their ends. What the curator decided is not asked again: a link
between an article and a thread that it was taken out of is left out, and so is one between two threads where both
articles were put by hand, or brought by a merge.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nlargest
from math import fsum

from digest.model import Article, Thread
from digest.threads.cluster import linkage
from digest.threads.group import links
from digest.threads.references import References
from digest.threads.settings import GroupSettings

_ASKED = 2  # articles of its thread that hold an article


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles, by their numbers, and how likely they are of one event, 0..1."""

    left: int
    right: int
    likelihood: float


@dataclass(frozen=True, slots=True)
class Ties:
    """The links of all articles; articles and threads have numbers."""

    articles: Sequence[Article]  # in the order of date and id
    threads: Sequence[Thread]
    thread_of: Sequence[int]
    members: Sequence[Sequence[int]]  # the articles of each thread
    by_hand: frozenset[int]  # articles that the curator put where they stand
    between: Mapping[tuple[int, int], Sequence[Link]]  # two threads, the lesser number first; or one, twice
    pulls: Sequence[Mapping[int, Sequence[Link]]]  # of each article: its links into each thread

    def inside(self, thread: int) -> Sequence[Link]:
        """Return the links of the articles of a thread to one another."""
        return self.between.get((thread, thread), ())

    def links(self, article: int, thread: int) -> Sequence[Link]:
        """Return the links of an article to the others of a thread."""
        return self.pulls[article].get(thread, ())

    def hold(self, article: int, thread: int) -> float:
        """Return the mean of an article's two best links to the others of a thread, 0..1; 0 where there is none.

        In a long thread an article is like a few others, of its days. So no more are asked; one may be an accident.
        """
        others = len(self.members[thread]) - (self.thread_of[article] == thread)
        asked = min(_ASKED, max(1, others))
        return fsum(nlargest(asked, (link.likelihood for link in self.links(article, thread)))) / asked

    def strongest(self, article: int) -> tuple[float, int | None]:
        """Return the thread, not its own, to which an article is linked best, and how well, as `group` would ask."""
        others = self.pulls[article].keys() - {self.thread_of[article]}
        found = [(self._strength(article, thread), -self.members[thread][0], thread) for thread in others]
        best, _, other = max(found, default=(0.0, 0, None))
        return best, other

    def _strength(self, article: int, thread: int) -> float:
        total = fsum(link.likelihood for link in self.links(article, thread))
        return linkage(1, len(self.members[thread]), total)


def tie(threads: Sequence[Thread], settings: GroupSettings, locked: Mapping[str, str]) -> Ties:
    """Return how the articles of all threads hang together; it costs what threading all of them anew would.

    `locked` is the slug of each article in the lock, which tells from where a merge brought it.
    """
    places = {article.id: number for number, thread in enumerate(threads) for article in thread.articles}
    articles = sorted(
        (article for thread in threads for article in thread.articles),
        key=lambda article: (article.published or date.max, article.id),
    )
    thread_of = [places[article.id] for article in articles]
    members: list[list[int]] = [[] for _ in threads]
    for number, thread in enumerate(thread_of):
        members[thread].append(number)
    by_hand, refused = _decided(articles, threads, locked)
    between: dict[tuple[int, int], list[Link]] = defaultdict(list)
    pulls: list[dict[int, list[Link]]] = [defaultdict(list) for _ in articles]
    for link in _links(articles, settings):
        one, other = thread_of[link.left], thread_of[link.right]
        if one != other and (
            {link.left, link.right} <= by_hand or (link.left, other) in refused or (link.right, one) in refused
        ):
            continue
        between[min(one, other), max(one, other)].append(link)
        pulls[link.left][other].append(link)
        pulls[link.right][one].append(link)
    return Ties(articles, threads, thread_of, members, by_hand, between, pulls)


def _links(articles: Sequence[Article], settings: GroupSettings) -> Iterator[Link]:
    left, right, likely = links(articles, range(len(articles)), settings)
    return map(Link, left.tolist(), right.tolist(), likely.tolist())


def _decided(
    articles: Sequence[Article], threads: Sequence[Thread], locked: Mapping[str, str]
) -> tuple[frozenset[int], set[tuple[int, int]]]:
    """Return the articles that the curator put somewhere, and which ones were taken out of which thread."""
    numbers = {article.id: number for number, article in enumerate(articles)}
    references = References(articles)
    by_hand = {number for number, article in enumerate(articles) if article.thread}
    refused: set[tuple[int, int]] = set()
    for thread, word in enumerate(each.word for each in threads):
        moved = [each for split in word.split for each in references.ids(split.articles)]
        by_hand |= _numbers(numbers, (*references.ids(word.include), *moved, *_merged(threads[thread], locked)))
        refused |= {(number, thread) for number in _numbers(numbers, (*references.ids(word.exclude), *moved))}
    return frozenset(by_hand), refused


def _merged(thread: Thread, locked: Mapping[str, str]) -> Iterator[str]:
    """Yield the articles that a merge put together; of what stood in the thread before, one that was alone there.

    In a thread that was merged into a new name, all of them came from elsewhere; the first one's then was there before.
    """
    sources = {article.id: locked.get(article.id, thread.slug) for article in thread.articles}
    own = thread.slug if thread.slug in sources.values() else sources[thread.articles[0].id]
    is_alone = [*sources.values()].count(own) == 1 < len(sources)
    if thread.word.merge:
        yield from (article for article, source in sources.items() if source != own or is_alone)


def _numbers(numbers: Mapping[str, int], names: Iterable[str]) -> set[int]:
    return {numbers[name] for name in names}
