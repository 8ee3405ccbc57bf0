"""Storylines: stories of months, one level above threads.

A thread is an event and what follows from it; a trial, a war or a reform is many of them. The curator says which, by
`storyline:` in the threads' files, and the machine proposes: the same clustering that makes threads of articles makes
storylines of threads, with a much lower threshold. Two threads are linked as well as the likeliest pair of their
articles; average linkage then keeps apart what single linkage would chain together. On five topics of months
(Timeline17) among other news, proposals have a BCubed F1 of .8 to .9 for the topics, single linkage at most .76.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import fsum

from digest.model import Article, Reference, Storyline, Thread, ThreadWord
from digest.threads.background import background, language
from digest.threads.boilerplate import boilerplate
from digest.threads.cluster import Cluster, agglomerate
from digest.threads.group import links
from digest.threads.references import References
from digest.threads.settings import GroupSettings
from digest.threads.terms import spellings, terms
from digest.tools.text import slug

_LEAST_LINK = 0.07  # likelihood; articles of one thread have .38 or more
_APART = 365  # days; articles further apart link no two threads
_LEAST_THREADS = 3
_LEAST_SPAN = timedelta(days=30)  # a shorter story is news of a month, which a thread can hold
_NAMES = 6  # that are told of a proposal
_NAMED_IN = 0.3  # of the threads, at least, for a name to be told


@dataclass(frozen=True, slots=True)
class StorylineProposal:
    """Threads that seem to be one long story, oldest first, by their slugs."""

    threads: tuple[str, ...]
    storyline: str | None  # slug of the declared one that they would join; None: a new one
    confidence: float  # 0..1: the mean, over these threads, of the likeliest link to another one of the storyline
    names: tuple[str, ...]  # that most of the threads share, as they are written
    first: date
    last: date


def declared(curated: Iterable[ThreadWord], found: References) -> dict[str, Storyline]:
    """Return the storyline of each thread that the curator gave one, by the thread's slug.

    The first spelling of a name counts; another one of the same slug is a fault.
    """
    names: dict[str, Reference] = {}
    storylines = {}
    for word in curated:
        if word.storyline:
            address = slug(word.storyline.name)
            first = names.setdefault(address, word.storyline)
            if first.name != word.storyline.name:
                what = f'the storyline "{word.storyline.name[:80]}" is "{first.name[:80]}" in {first.path}:{first.line}'
                found.report(word.storyline, what, "Write one name in both")
            storylines[word.slug] = Storyline(address, first.name)
    return storylines


def storyline_proposals(threads: Sequence[Thread]) -> tuple[StorylineProposal, ...]:
    """Return the storylines that the machine would make, the surest first; it costs what threading all articles does.

    Threads that the curator hid, or put into a storyline, are in no proposal; those of a declared one may get more.
    """
    ordered = sorted((each for each in threads if not each.word.hide), key=_begin)
    if len(ordered) < _LEAST_THREADS:
        return ()
    linked = _links(ordered)
    repeated = boilerplate([article for thread in ordered for article in thread.articles])
    found = agglomerate(_clusters(ordered, linked), _LEAST_LINK)
    proposals = (_proposal(cluster, ordered, linked, repeated) for cluster in found)
    return tuple(sorted((each for each in proposals if each), key=lambda each: (-each.confidence, each.threads)))


def _begin(thread: Thread) -> tuple[date, str]:
    return min(_days(thread), default=date.max), thread.slug


def _days(thread: Thread) -> list[date]:
    return [article.published for article in thread.articles if article.published]


def _links(threads: Sequence[Thread]) -> dict[tuple[int, int], float]:
    """Return how likely the likeliest articles of two threads are of one event, both ways round."""
    owned = sorted(
        ((article, number) for number, thread in enumerate(threads) for article in thread.articles),
        key=lambda pair: (pair[0].published or date.max, pair[0].id),
    )
    articles = [article for article, _ in owned]
    best: dict[tuple[int, int], float] = defaultdict(float)
    left, right, likelihoods = links(articles, range(len(articles)), GroupSettings(window_days=_APART))
    for here, there, likely in zip(left.tolist(), right.tolist(), likelihoods.tolist(), strict=True):
        one, other = owned[here][1], owned[there][1]
        if one != other:
            best[one, other] = best[other, one] = max(best[one, other], likely)
    return dict(best)


def _clusters(threads: Sequence[Thread], linked: Mapping[tuple[int, int], float]) -> list[Cluster]:
    """Return a cluster for each declared storyline, and one for each thread that has none."""
    members: dict[str | int, list[int]] = defaultdict(list)
    for number, thread in enumerate(threads):
        members[thread.storyline.slug if thread.storyline else number].append(number)
    clusters = [Cluster(items, name if isinstance(name, str) else None) for name, items in members.items()]
    cluster_of = {item: number for number, cluster in enumerate(clusters) for item in cluster.items}
    for (left, right), likely in linked.items():
        one, other = cluster_of[left], cluster_of[right]
        if one != other:
            clusters[one].links[other] = clusters[one].links.get(other, 0.0) + likely
    return clusters


def _proposal(
    cluster: Cluster, threads: Sequence[Thread], linked: Mapping[tuple[int, int], float], repeated: frozenset[int]
) -> StorylineProposal | None:
    """Return the proposal that a cluster of threads makes, if it is new, long and about somebody or something."""
    items = sorted(cluster.items)
    new = [item for item in items if threads[item].storyline is None]
    days = [day for item in items for day in _days(threads[item])]
    if not new or len(items) < _LEAST_THREADS or not days or max(days) - min(days) < _LEAST_SPAN:
        return None
    sure = [max(linked.get((item, other), 0.0) for other in items if other != item) for item in new]
    names = _names([threads[item] for item in items], repeated)
    slugs = tuple(threads[item].slug for item in new)
    # Threads of one kind, such as obituaries, hang together by their words; those of one story name somebody.
    confidence = round(fsum(sure) / len(sure), 2)
    return StorylineProposal(slugs, cluster.name, confidence, names, min(days), max(days)) if names else None


def _names(threads: Sequence[Thread], repeated: frozenset[int]) -> tuple[str, ...]:
    """Return the names that stand in many of the threads, the most telling first; a part of one is not told again."""
    first = [thread.articles[0] for thread in threads]
    spread = Counter(name for article in first for name in _named(article, repeated))
    least, spoken = max(2.0, _NAMED_IN * len(threads)), language(first[0])
    shares = {name: background().share(name, spoken) for name, count in spread.items() if count >= least}
    chosen: list[str] = []
    for name in sorted(shares, key=lambda name: (shares[name], -name.count(" "), name)):
        if shares[name] < 1 and len(chosen) < _NAMES and not any(f" {name} " in f" {other} " for other in chosen):
            chosen.append(name)
    written = spellings(first)
    return tuple(" ".join(written.get(part, part) for part in name.split()) for name in chosen)


def _named(article: Article, repeated: frozenset[int]) -> frozenset[str]:
    """Return the names of an article; in a script without capitals, the words of its title."""
    found = terms(article, repeated)
    return frozenset(found.names or found.title)
