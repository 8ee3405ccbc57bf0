"""Count independent reports: two outlets with one agency's text are two outlets and one report.

Articles are of one report when most sentences of the shorter stand in the longer in nearly the same words, or when
they carry the same agency's text and a sentence of it. A reader who sees five marks then knows whether five reporters
saw it or one. Which text an outlet wrote itself nobody can know for sure: quotations are repeated by all.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from digest.model import Article, Told

_MOST = 0.6  # share of the shorter article's sentences
_LEAST = 2  # of them; any two reports may have one in common
_NEARLY = 0.9  # resemblance of two sentences of one text
_MANY = 40  # articles with one sentence; among more, each is compared with the first alone


def reports(articles: Sequence[Article], told: Iterable[Told]) -> tuple[tuple[str, ...], ...]:
    """Return the ids of the articles, those of one report together, in the order of the articles.

    `told` are the sentences of their story. What none of them tells of, an article alone, is a report too.
    """
    by_id = {article.id: article for article in articles}
    leaders = {article.id: article.id for article in articles}
    for (one, other), shared in sorted(_shared(told, by_id).items()):
        if _is_one(by_id[one], by_id[other], shared):
            _join(leaders, one, other)
    groups: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        groups[_leader(leaders, article.id)].append(article.id)
    return tuple(tuple(group) for group in groups.values())


def _shared(told: Iterable[Told], by_id: Mapping[str, Article]) -> Mapping[tuple[str, str], int]:
    """Return how many sentences each two articles share."""
    counts: Counter[tuple[str, str]] = Counter()
    for each in told:
        if not each.repeats:
            continue
        near = {repeat.mark.article for repeat in each.repeats if repeat.resemblance >= _NEARLY}
        carriers = sorted({each.mark.article, *near} & by_id.keys())
        if len(carriers) <= _MANY:
            counts.update(combinations(carriers, 2))
        else:
            counts.update((carriers[0], other) for other in carriers[1:])
    return counts


def _is_one(one: Article, other: Article, shared: int) -> bool:
    shorter = min(len(one.sentences), len(other.sentences))
    is_copy = shared >= _MOST * shorter and (shared >= _LEAST or len(one.sentences) == len(other.sentences) == 1)
    return is_copy or (one.wire is not None and one.wire == other.wire)


def _leader(leaders: dict[str, str], article: str) -> str:
    while leaders[article] != article:
        leaders[article] = leaders[leaders[article]]  # or a long chain would be walked again and again
        article = leaders[article]
    return article


def _join(leaders: dict[str, str], one: str, other: str) -> None:
    first, second = sorted((_leader(leaders, one), _leader(leaders, other)))
    leaders[second] = first
