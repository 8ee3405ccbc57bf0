"""Group articles by event: the machine's proposal, and never more than that.

Articles that arrive together are compared with one another and with those that were there before; how likely two are
of one event is learnt (`pairmodel.py`), and what belongs together is found by clustering all of them at once, so the
order in which they arrive does not matter. What stands in a thread already stays there, and two threads that stand
are never made one: a merge is a proposal.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from digest.model import Article
from digest.threads.cluster import Cluster, agglomerate, nearest
from digest.threads.corpus import Corpus, corpus
from digest.threads.naming import wanted_slug
from digest.threads.pairmodel import pair_model
from digest.threads.pairs import candidates, features
from digest.threads.settings import GroupSettings
from digest.tools.arrays import Array, numpy

_CHUNK = 20_000  # pairs


def group(
    articles: Sequence[Article],
    placed: Mapping[str, str],
    barred: Mapping[str, frozenset[str]],
    settings: GroupSettings,
    name: Callable[[Article], str],
) -> dict[str, str]:
    """Return the thread's slug of each article: of those in `placed` the given one, of the others the machine's.

    A new thread is called what `name` makes of its first article, in the order in which `articles` come, which is never
    what is barred for that article. `barred` names the threads that an article may not join.
    """
    slugs = dict(placed)
    new = [number for number, article in enumerate(articles) if article.id not in placed]
    if not new:
        return slugs
    clusters = _clusters(articles, placed, barred)
    _link(clusters, links(articles, new, settings))
    found = agglomerate(clusters, settings.threshold)
    for cluster in sorted(found, key=lambda each: min(each.items)):
        members = [articles[item] for item in sorted(cluster.items)]
        slugs.update(_called(members, barred, name) if cluster.name is None else _all(members, cluster.name))
    return slugs


def _called(
    members: Sequence[Article], barred: Mapping[str, frozenset[str]], name: Callable[[Article], str]
) -> dict[str, str]:
    """Return what each article of a new thread is called by; those that may not be called so are a thread of theirs.

    A name that was taken becomes another one, of which nobody could ask before whether it is barred.
    """
    slugs: dict[str, str] = {}
    while members:
        called = name(members[0])
        refused = [each for each in members[1:] if called in barred.get(each.id, ())]
        slugs |= _all(members, called)  # of those refused, for now
        members = refused
    return slugs


def _all(members: Iterable[Article], name: str) -> dict[str, str]:
    return {each.id: name for each in members}


def links(articles: Sequence[Article], new: Sequence[int], settings: GroupSettings) -> tuple[Array, Array, Array]:
    """Return pairs of a new article and one near to it: two arrays of their numbers, and how likely each is, 0..1."""
    rows = corpus(articles)
    left, right = candidates(rows, new, settings.window_days)
    likely = likelihoods(rows, left, right)
    kept = nearest(left, right, likely, len(articles))
    return left[kept], right[kept], likely[kept]


def likelihoods(rows: Corpus, left: Array, right: Array) -> Array:
    """Return how likely each pair of articles is of one event, 0..1; `left` is in ascending order."""
    likely = numpy().zeros(len(left))
    for start in range(0, len(left), _CHUNK):  # which bounds the memory
        some = slice(start, start + _CHUNK)
        likely[some] = pair_model().probabilities(features(rows, left[some], right[some]))
    return likely


def _clusters(
    articles: Sequence[Article], placed: Mapping[str, str], barred: Mapping[str, frozenset[str]]
) -> list[Cluster]:
    """Return a cluster for each thread that stands, and one for each new article."""
    members: dict[str, list[int]] = defaultdict(list)
    alone = []
    for number, article in enumerate(articles):
        if article.id in placed:
            members[placed[article.id]].append(number)
        else:
            names = frozenset([wanted_slug(article)])
            alone.append(Cluster([number], names=names, barred=barred.get(article.id, frozenset())))
    return [Cluster(items, name, frozenset([name])) for name, items in members.items()] + alone


def _link(clusters: Sequence[Cluster], found: tuple[Array, Array, Array]) -> None:
    """Add up the links of the articles to links of their clusters."""
    cluster_of = {item: number for number, cluster in enumerate(clusters) for item in cluster.items}
    for left, right, likely in _triples(found):
        one, other = cluster_of[left], cluster_of[right]
        clusters[one].links[other] = clusters[one].links.get(other, 0.0) + likely
        clusters[other].links[one] = clusters[other].links.get(one, 0.0) + likely


def _triples(found: tuple[Array, Array, Array]) -> Iterable[tuple[int, int, float]]:
    left, right, likely = found
    return zip(left.tolist(), right.tolist(), likely.tolist(), strict=True)
