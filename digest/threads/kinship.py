"""Why an article is in its thread: how alike it is to the others, and by which words."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digest.model import Article
from digest.threads.vectors import Vector, vector

_WORDS = 8  # that say most of why two articles are alike


@dataclass(frozen=True, slots=True)
class Kinship:
    """The nearest other article of a thread, and what the two share."""

    article: str
    similarity: float  # 0..1, without regard to the days between the two
    words: tuple[str, ...]  # what adds most to the similarity first


def kinships(articles: Sequence[Article]) -> Mapping[str, Kinship]:
    """Return the nearest other article of each, by its id; an article that is alone has none."""
    vectors = {article.id: vector(article) for article in articles}
    return {one: _nearest(one, vectors) for one in vectors} if len(vectors) > 1 else {}


def _nearest(one: str, vectors: Mapping[str, Vector]) -> Kinship:
    mine = vectors[one]
    found = []
    for other, theirs in vectors.items():
        if other != one:
            shared = {term: weight * theirs[term] for term, weight in mine.items() if term in theirs}
            found.append((math.fsum(shared.values()), other, shared))
    similarity, nearest, shared = max(found, key=lambda each: each[:2])
    ranked = sorted(shared, key=lambda term: (-shared[term], term))
    words = dict.fromkeys(term.partition(":")[2] for term in ranked)
    return Kinship(nearest, similarity, tuple(words)[:_WORDS])
