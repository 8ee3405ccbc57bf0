"""Articles as rows of whole numbers, so that thousands of pairs can be compared at once.

Each article has five views: the words of its body, of its lead and of its title, its names, and its sentences. A view
of words is a TF-IDF vector of length one (Salton and Buckley 1988), in whole units, whose sums are exact: the same on
every processor. Words of two languages are never the same, so articles in two languages have nothing in common.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from digest.model import Article
from digest.threads.background import COUNTS_AS, background, language
from digest.threads.boilerplate import boilerplate
from digest.threads.terms import Terms, terms
from digest.tools.arrays import Array, numpy

VIEWS = ("body", "lead", "title", "names", "sentences")
WORD_VIEWS = VIEWS[:4]
UNIT = 1 << 12  # the length of a vector
UNDATED = -1
NO_DAY = -(1 << 20)  # far from every day
_NOTHING = 0  # the number of no term; every view has it once, lest a view is empty
_EARLY_DAYS, _DAYS = 8, 16  # at most, of an article

_views = attrgetter(*VIEWS)


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """The articles, numbered in the order in which they were given; entries lie article by article, view by view."""

    keys: Array  # of each entry: the number of its term times len(VIEWS), and the view
    weights: Array  # of each entry, in units of 1/UNIT; of a sentence 1
    bounds: Array  # of each article: where each of its views begins, and where the last one ends
    norms: Array  # of each article and view of words: the length before it was made one
    published: Array  # of each article: an ordinal, or UNDATED
    first_day: Array  # that it speaks of, or NO_DAY
    early_days: Array  # of each article a row, padded with NO_DAY
    days: Array
    vocabulary: int  # how many numbers of terms there are

    def __len__(self) -> int:
        return len(self.published)


def corpus(articles: Sequence[Article]) -> Corpus:
    """Return the articles as rows of numbers."""
    np = numpy()
    repeated = boilerplate(articles)
    numbers = _Numbers()
    for article in articles:
        numbers.add(terms(article, repeated), language(article))
    ends = np.array(numbers.bounds)
    bounds = np.column_stack(
        [ends[: -1 : len(VIEWS)], *(ends[view :: len(VIEWS)] for view in range(1, len(VIEWS) + 1))]
    )
    weights, norms = _weights(numbers, bounds)
    return Corpus(
        keys=_keys(numbers, bounds),
        weights=weights,
        bounds=bounds,
        norms=norms,
        published=np.array([one.published.toordinal() if one.published else UNDATED for one in articles], dtype=int),
        first_day=np.array(numbers.first_days, dtype=np.int32),
        early_days=np.array(numbers.early_days, dtype=np.int32).reshape(-1, _EARLY_DAYS),
        days=np.array(numbers.days, dtype=np.int32).reshape(-1, _DAYS),
        vocabulary=len(numbers.shares),
    )


class _Numbers:
    """Numbers the terms as they come, those of each language apart."""

    def __init__(self) -> None:
        self.terms, self.counts, self.bounds = array("i"), array("i"), array("l", [0])
        self.first_days, self.early_days, self.days = array("i"), array("i"), array("i")
        self.shares = array("d", [1.0])
        self._known: dict[str, dict[str | int, int]] = {}

    def add(self, one: Terms, language: str) -> None:
        known = self._known.setdefault(language, {})
        for view in _views(one):
            counted = Counter(view)
            self.terms.append(_NOTHING)
            self.counts.append(1)
            self.terms.extend([known.get(term) or self._number(known, term, language) for term in counted])
            self.counts.extend(counted.values())
            self.bounds.append(len(self.terms))
        self.first_days.append(NO_DAY if one.first_day is None else one.first_day)
        self.early_days.extend(_padded(one.early_days, _EARLY_DAYS))
        self.days.extend(_padded(one.days, _DAYS))

    def _number(self, known: dict[str | int, int], term: str | int, language: str) -> int:
        known[term] = number = len(self.shares)
        self.shares.append(background().share(term, language) if isinstance(term, str) else 1.0)
        return number


def _padded(days: Sequence[int], width: int) -> Iterable[int]:
    return [*days[:width], *[NO_DAY] * (width - len(days))]


def _keys(numbers: _Numbers, bounds: Array) -> Array:
    np = numpy()
    views = np.repeat(np.tile(np.arange(len(VIEWS), dtype=np.int32), len(bounds)), np.diff(bounds, axis=1).ravel())
    return np.array(numbers.terms, dtype=np.int32) * len(VIEWS) + views


def _weights(numbers: _Numbers, bounds: Array) -> tuple[Array, Array]:
    """Return the weights of all entries, and the lengths of the vectors they were before."""
    np = numpy()
    found = np.array(numbers.terms)
    starts = bounds[:, :-1].ravel()
    sizes = np.diff(np.append(starts, len(found)))
    raw = (1 + np.log(np.array(numbers.counts))) * _rarity(found, bounds, np.array(numbers.shares))[found]
    lengths = np.sqrt(np.add.reduceat(raw * raw, starts)) if len(starts) else np.zeros(0)
    raw *= np.repeat(UNIT / np.where(lengths > 0, lengths, 1), sizes)
    weights = np.rint(raw).astype(np.int32)
    sentences = np.repeat(np.arange(len(starts)) % len(VIEWS) == len(WORD_VIEWS), sizes)
    weights[sentences] = found[sentences] != _NOTHING
    return weights, lengths.reshape(-1, len(VIEWS))[:, : len(WORD_VIEWS)]


def _rarity(found: Array, bounds: Array, shares: Array) -> Array:
    """Return the inverse document frequency of each term, in the background and the corpus together."""
    np = numpy()
    articles = len(bounds)
    inside = np.zeros(len(found) + 1, dtype=np.int8)
    np.add.at(inside, bounds[:, 0], 1)
    np.add.at(inside, bounds[:, 1], -1)
    body = np.cumsum(inside, dtype=np.int8)[:-1] > 0
    documents = np.bincount(found[body], minlength=len(shares))
    expected = COUNTS_AS * shares + documents
    return np.where(shares < 1, np.maximum(np.log((COUNTS_AS + articles) / np.maximum(expected, 1)), 0), 0)
