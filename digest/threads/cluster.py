"""Clusters of what belongs together, given how likely each pair does (agglomerative clustering, average linkage).

The two clusters that are linked best become one, until no two are linked well enough (Sokal and Michener 1958). Only
the nearest neighbours of each item are looked at, so the sum of the links of two clusters is divided by no more than
a few for each item of the smaller one: a long story holds together by its neighbours, not by all of its pairs.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from digest.tools.arrays import Array, numpy

_NEIGHBOURS = 10  # of an item
_LINKS = 5  # that are asked of an item, at most


@dataclass(slots=True)
class Cluster:
    """Items that belong together; `name` if they did before."""

    items: list[int]
    name: str | None = None
    names: frozenset[str] = frozenset()  # that it has, or may get
    barred: frozenset[str] = frozenset()  # names that it must not get
    links: dict[int, float] = field(default_factory=dict)  # to other clusters, by their numbers: sums

    def may_join(self, other: "Cluster") -> bool:
        """Return whether the two may be one: two that have a name stay apart."""
        if self.name and other.name:
            return False
        return self.names.isdisjoint(other.barred) and other.names.isdisjoint(self.barred)


def nearest(left: Array, right: Array, weights: Array, count: int) -> Array:
    """Return which links are among the best of one of their two ends, as an array of truth values."""
    np = numpy()
    ends = np.concatenate([left, right])
    links = np.tile(np.arange(len(left)), 2)
    order = np.lexsort((links, -weights[links], ends))
    firsts = np.searchsorted(ends[order], np.arange(count))
    ranks = np.arange(len(ends)) - firsts[ends[order]]
    kept = np.zeros(len(left), dtype=bool)
    kept[links[order][ranks < _NEIGHBOURS]] = True
    return kept


def agglomerate(clusters: Sequence[Cluster], least: float) -> list[Cluster]:
    """Return the clusters that are left when no two are linked by more than `least`; `clusters` is used up.

    Of equal links that of the lower numbers is taken first, so the result depends on the order of the clusters alone.
    """
    alive: dict[int, Cluster] = dict(enumerate(clusters))
    heap = [
        (-linkage(len(one.items), len(alive[there].items), total), here, there)
        for here, one in alive.items()
        for there, total in one.links.items()
        if here < there
    ]
    heap = [entry for entry in heap if -entry[0] >= least]
    heapq.heapify(heap)
    number = len(alive)
    while heap:
        _, here, there = heapq.heappop(heap)
        if here in alive and there in alive and alive[here].may_join(alive[there]):
            alive[number] = one = _joined(alive.pop(here), alive.pop(there), {here, there})
            for other, link in _relinked(alive, one, number, (here, there)):
                if link >= least:
                    heapq.heappush(heap, (-link, other, number))
            number += 1
    return list(alive.values())


def linkage(one: int, other: int, total: float) -> float:
    """Return how well two clusters of so many items are linked, given the sum of their links; it may be above 1."""
    fewer, more = sorted((one, other))
    return total / (fewer * min(more, _LINKS))


def _joined(one: Cluster, other: Cluster, numbers: set[int]) -> Cluster:
    links = defaultdict(float, one.links)
    for number, total in other.links.items():
        links[number] += total
    kept = {number: total for number, total in links.items() if number not in numbers}
    return Cluster(
        one.items + other.items, one.name or other.name, one.names | other.names, one.barred | other.barred, kept
    )


def _relinked(
    alive: dict[int, Cluster], one: Cluster, number: int, before: tuple[int, int]
) -> Iterable[tuple[int, float]]:
    """Yield each neighbour of the new cluster `one`, told of its number, and how they are linked."""
    for other, total in one.links.items():
        links = alive[other].links
        for old in before:
            links.pop(old, None)
        links[number] = total
        yield other, linkage(len(one.items), len(alive[other].items), total)
