"""Why articles are together: how likely two are of one event, and what they share.

The likelihoods are those by which the machine groups, made of the same numbers: all articles of the digest count in
them, since a word that every article has tells nothing. The words that two articles share are told of the articles
themselves, the rarest first: a table of all words would cost each build what only a question needs.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from digest.model import Article
from digest.threads.background import background, language
from digest.threads.boilerplate import boilerplate
from digest.threads.corpus import corpus
from digest.threads.group import likelihoods
from digest.threads.pairs import candidates
from digest.threads.terms import Terms, spellings, terms
from digest.tools.arrays import Array, numpy

_WORDS = 8  # that say most of why two articles are together
_ANY_TIME = 1 << 22  # days: more than there are dates, since a thread's articles are compared however far apart


@dataclass(frozen=True, slots=True)
class Kinship:
    """Two articles of one event, as the machine sees it, and what speaks for it."""

    article: str
    other: str
    likelihood: float  # 0..1
    words: tuple[str, ...]  # names and terms that both have, what tells most first
    sentences: int  # long ones that stand in both, word for word
    days_apart: int | None  # None where one is undated


def kinships(articles: Sequence[Article], among: Sequence[Article]) -> Mapping[str, Kinship]:
    """Return for each of the articles of a thread its likeliest other one, by its id.

    `among` are all articles of the digest. An article that shares no telling word with the thread's others has none.
    """
    left, right, likely = _pairs(articles, among)
    nearest = _likeliest(left, right, likely)
    found = describe(
        ((articles[one], articles[other], likelihood) for one, other, likelihood in nearest), boilerplate(among)
    )
    return {each.article: each for each in found}


def describe(pairs: Iterable[tuple[Article, Article, float]], repeated: frozenset[int]) -> tuple[Kinship, ...]:
    """Return what the articles of each pair share, with the likelihood given; `repeated` sentences count for none."""
    wanted = tuple(pairs)
    articles = {article.id: article for one, other, _ in wanted for article in (one, other)}
    found = {name: terms(article, repeated) for name, article in articles.items()}
    return tuple(_kinship(one, other, likely, found[one.id], found[other.id]) for one, other, likely in wanted)


def _pairs(articles: Sequence[Article], among: Sequence[Article]) -> tuple[Array, Array, Array]:
    """Return how likely the articles nearest to each other are of one event: two arrays of numbers, and one of 0..1."""
    np = numpy()
    numbers = {article.id: number for number, article in enumerate(among)}
    places = np.array([numbers[article.id] for article in articles], dtype=int)
    left, right = candidates(corpus(articles), range(len(articles)), _ANY_TIME)
    order = np.argsort(places[left], kind="stable")
    left, right = left[order], right[order]
    return left, right, likelihoods(corpus(among), places[left], places[right])


def _likeliest(left: Array, right: Array, likely: Array) -> Iterable[tuple[int, int, float]]:
    """Return each article's likeliest other; of equally likely ones that which comes first."""
    np = numpy()
    ends, others = np.concatenate([left, right]), np.concatenate([right, left])
    likely = np.tile(likely, 2)
    order = np.lexsort((others, -likely, ends))
    first = order[np.flatnonzero(np.diff(ends[order], prepend=-1))]
    return zip(ends[first].tolist(), others[first].tolist(), likely[first].tolist(), strict=True)


def _kinship(one: Article, other: Article, likelihood: float, mine: Terms, theirs: Terms) -> Kinship:
    return Kinship(
        one.id,
        other.id,
        likelihood,
        words=_shared(one, mine, theirs) if language(one) == language(other) else (),
        sentences=len({*mine.sentences} & {*theirs.sentences}),
        days_apart=_apart(one.published, other.published),
    )


def _apart(one: date | None, other: date | None) -> int | None:
    return abs((one - other).days) if one and other else None


def _shared(one: Article, mine: Terms, theirs: Terms) -> tuple[str, ...]:
    """Return the words of `one` that tell most of what both articles are about; what is in a name is told once."""
    spoken = language(one)
    telling = {term: count * _rarity(term, spoken) for term, count in _views(mine, theirs).items()}
    chosen: list[str] = []
    for term in sorted(telling, key=lambda term: (-telling[term], term)):
        if telling[term] > 0 and len(chosen) < _WORDS and not any(_overlap(term, other) for other in chosen):
            chosen.append(term)
    written = spellings([one])
    return tuple(" ".join(written.get(part, part) for part in term.split()) for term in chosen)


def _views(mine: Terms, theirs: Terms) -> Mapping[str, int]:
    """Return the terms that both have, and in how many views: a word of the title tells more than one far below.

    A name of several words counts as if it stood in all, since no other word tells as much.
    """
    views = ((mine.body, theirs.body), (mine.lead, theirs.lead), (mine.title, theirs.title), (mine.names, theirs.names))
    counted = Counter(term for one, other in views for term in {*one} & {*other})
    return {term: len(views) if " " in term else count for term, count in counted.items()}


def _overlap(term: str, other: str) -> bool:
    return f" {term} " in f" {other} " or f" {other} " in f" {term} "


def _rarity(term: str, spoken: str) -> float:
    return -math.log(background().share(term, spoken))
