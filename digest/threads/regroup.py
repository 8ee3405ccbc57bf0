"""Which threads the machine would make one today, which it would take apart, and which articles it is unsure about.

A thread never splits by itself and two that stand are never made one, since readers know their addresses. So where the
articles of two threads hang together as well as those of one, or those of one no longer do, the curator is told, with
the articles that say so. The confidence of a merge is the linkage by which the machine groups (`cluster.py`); that of a
split is what it lacks of 1. At the border stands what a word more or less might have put elsewhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Literal

from digest.threads.cluster import Cluster, agglomerate, linkage
from digest.threads.settings import GroupSettings
from digest.threads.ties import Link, Ties

Kind = Literal["new", "joined", "merge", "split", "border"]

_LITTLE = 0.08  # of a likelihood; an article that is nearer to the threshold stands at the border
_TWO = 2  # articles, each linked to the other as it is to it


@dataclass(frozen=True, slots=True)
class Finding:
    """A proposal before its reasons are told: threads and articles by their numbers."""

    kind: Kind
    thread: int
    other: int | None
    articles: tuple[int, ...]
    confidence: float
    links: Sequence[Link]


def merges(ties: Ties, settings: GroupSettings) -> Iterator[Finding]:
    """Yield the threads that hang together, the surest first, but for those that earlier merges make one already."""
    parents: dict[int, int] = {}
    for found in sorted(_linked(ties, settings), key=lambda each: _surest(each, ties)):
        if _join(parents, found):
            yield found


def _surest(merge: Finding, ties: Ties) -> tuple[float, int, tuple[int, ...]]:
    return -merge.confidence, ties.members[merge.thread][0], merge.articles


def _linked(ties: Ties, settings: GroupSettings) -> Iterator[Finding]:
    """Yield the pairs of threads that hang together, the smaller to go into the larger, of two equal ones the later."""
    members = ties.members
    for pair, links in ties.between.items():
        if pair[0] != pair[1]:
            other, thread = sorted(pair, key=lambda each: (len(members[each]), -members[each][0]))
            linked = linkage(len(members[thread]), len(members[other]), fsum(link.likelihood for link in links))
            if linked >= settings.threshold:
                yield Finding("merge", thread, other, tuple(members[other]), _sure(linked, links), links)


def _sure(linked: float, links: Iterable[Link]) -> float:
    """Return a linkage as a confidence: many links may add up to more than any of them says."""
    return min(linked, max(link.likelihood for link in links))


def _join(parents: dict[int, int], merge: Finding) -> bool:
    """Make two threads one in `parents`, and return whether they were two before (union-find; Tarjan 1975)."""
    one, other = (_root(parents, each) for each in (merge.thread, merge.other) if each is not None)
    parents[other] = one
    return one != other


def _root(parents: dict[int, int], thread: int) -> int:
    while (parent := parents.get(thread, thread)) != thread:
        parents[thread] = parents.get(parent, parent)
        thread = parent
    return thread


def splits(ties: Ties, settings: GroupSettings) -> Iterator[Finding]:
    """Yield the parts into which threads would fall, but for the largest; what the curator merged stays whole."""
    for number, thread in enumerate(ties.threads):
        if len(thread.articles) > 1 and not thread.word.merge:
            yield from _parts_split_off(ties, number, settings)


def _parts_split_off(ties: Ties, thread: int, settings: GroupSettings) -> Iterator[Finding]:
    parts = _parts(ties.members[thread], ties.inside(thread), settings)
    across = _across(parts, ties.inside(thread))
    movable = [tuple(sorted({*part} - ties.by_hand)) for part in parts]
    places = sorted(range(len(parts)), key=lambda part: (-len(movable[part]), movable[part]))
    for part in (place for place in places[1:] if movable[place]):
        others = len(ties.members[thread]) - len(parts[part])
        linked = linkage(len(parts[part]), others, fsum(link.likelihood for link in across[part]))
        if linked < settings.threshold:
            yield Finding("split", thread, None, movable[part], 1 - linked, across[part])


def border(ties: Ties, settings: GroupSettings, regrouped: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the articles that nearly joined another thread, or their own by little; none of a thread to be split.

    The confidence is that by which an article belongs to the other thread or, where there is none, to its own.
    """
    told, parents = _told(ties, regrouped)
    for article in (number for number in range(len(ties.articles)) if number not in told):
        thread = ties.thread_of[article]
        own, other = ties.hold(article, thread), _nearer(ties, article, settings.threshold - _LITTLE)
        if other is not None:
            if _root(parents, thread) != _root(parents, other) and not _is_former(article, (thread, other), ties):
                near = ties.hold(article, other)
                yield Finding("border", thread, other, (article,), near, ties.links(article, other))
        elif 0 < own < settings.threshold + _LITTLE and not _is_former(article, (thread,), ties):
            yield Finding("border", thread, None, (article,), own, ties.links(article, thread))


def _nearer(ties: Ties, article: int, least: float) -> int | None:
    """Return the thread, if any, to which an article is linked by `least`, and no worse than to its own."""
    linked, other = ties.strongest(article)
    if other is None or linked < least or ties.hold(article, other) < ties.hold(article, ties.thread_of[article]):
        return None
    return other


def _told(ties: Ties, regrouped: Iterable[Finding]) -> tuple[set[int], dict[int, int]]:
    """Return the articles that need not be told of again, and which threads would be one, for `_root`."""
    told: set[int] = {*ties.by_hand}
    parents: dict[int, int] = {}
    for each in regrouped:
        if each.kind == "split":
            told |= {*ties.members[each.thread]}  # what holds the rest is to be seen once the thread is split
        else:
            _join(parents, each)
    return told, parents


def _is_former(article: int, threads: Iterable[int], ties: Ties) -> bool:
    """Return whether an article is the first of two that these threads hold, of which the second is told of."""
    members = [each for thread in threads for each in ties.members[thread]]
    return len(members) == _TWO and article == min(members)


def _parts(articles: Sequence[int], inside: Sequence[Link], settings: GroupSettings) -> list[list[int]]:
    """Return the articles of a thread as the machine would group them if they stood in none."""
    places = {article: place for place, article in enumerate(articles)}
    clusters = [Cluster([article]) for article in articles]
    for link in inside:
        one, other = places[link.left], places[link.right]
        clusters[one].links[other] = clusters[other].links[one] = link.likelihood
    return [cluster.items for cluster in agglomerate(clusters, settings.threshold)]


def _across(parts: Sequence[Sequence[int]], inside: Iterable[Link]) -> Sequence[Sequence[Link]]:
    """Return the links of each part to the rest of its thread."""
    part_of = {article: number for number, part in enumerate(parts) for article in part}
    across: dict[int, list[Link]] = defaultdict(list)
    for link in inside:
        one, other = part_of[link.left], part_of[link.right]
        if one != other:
            across[one].append(link)
            across[other].append(link)
    return [across[number] for number in range(len(parts))]
