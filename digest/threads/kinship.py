"""Why an article is in its thread: how alike it is to the others, and by which words."""

from collections.abc import Sequence
from dataclasses import dataclass

from digest.model import Article
from digest.threads.vectors import vector

_WORDS = 8  # that say most of why two articles are alike


@dataclass(frozen=True, slots=True)
class Kinship:
    """The nearest other article of a thread, and what the two share."""

    article: str
    similarity: float  # 0..1, without regard to the days between the two
    words: tuple[str, ...]  # what adds most to the similarity first


def kinship(article: Article, others: Sequence[Article]) -> Kinship | None:
    """Return the nearest of the other articles; None where the article is alone in its thread."""
    mine = vector(article)
    found = []
    for other in others:
        if other.id != article.id:
            theirs = vector(other)
            shared = {term: weight * theirs[term] for term, weight in mine.items() if term in theirs}
            found.append((sum(shared.values()), other.id, shared))
    if not found:
        return None
    similarity, nearest, shared = max(found, key=lambda each: each[:2])
    ranked = sorted(shared, key=lambda term: (-shared[term], term))
    words = dict.fromkeys(term.partition(":")[2] for term in ranked)
    return Kinship(nearest, similarity, tuple(words)[:_WORDS])
