"""Which articles may be of one thread, and what speaks for it: the features that the pair model weighs."""

from collections.abc import Sequence

from digest.threads.corpus import NO_DAY, UNDATED, UNIT, VIEWS, WORD_VIEWS, Corpus
from digest.tools.arrays import Array, numpy, ranges

_TELLING = 40  # words of an article that candidates are looked for by
_NEAREST = 150  # articles before, and after, of those that share a word: it bounds the time
_CANDIDATES = 40  # for each article
_FAR = 60.0  # days; further apart is all the same

FEATURES = (
    *(f"{kind} {view}" for view in WORD_VIEWS for kind in ("cosine", "root cosine", "product", "less", "more")),
    "days apart", "undated", "same early days", "same days", "nearest early days", "first days apart",
    "first day to days", "no early days", "no first day", "same first day", "same sentences", "share of sentences",
    "shorter body", "longer body",
)  # fmt: skip


def candidates(corpus: Corpus, new: Sequence[int], window_days: int) -> tuple[Array, Array]:
    """Return the pairs of a new article and another that share the most, as two arrays; the lesser number is first."""
    np = numpy()
    finder = _Finder(corpus, window_days)
    found = [finder.nearest(article) for article in new]
    left = np.repeat(np.array(new, dtype=int), [len(each) for each in found])
    right = np.concatenate([*found, np.zeros(0, dtype=int)])
    pairs = np.unique(np.minimum(left, right) * len(corpus) + np.maximum(left, right))
    return pairs // len(corpus), pairs % len(corpus)


class _Finder:
    """The inverted index of the bodies: for each word the articles that have it, in their order."""

    def __init__(self, corpus: Corpus, window_days: int) -> None:
        np = numpy()
        self._corpus, self._window = corpus, window_days
        starts = corpus.bounds[:, 0] + 1  # without the entry of no term
        sizes = corpus.bounds[:, 1] - starts
        entries = ranges(starts, sizes)
        self._terms = corpus.keys[entries] // len(VIEWS)
        order = np.argsort(self._terms, kind="stable")
        self._first = np.cumsum(np.append(0, sizes))
        self._own = corpus.weights[entries]
        self._articles = np.repeat(np.arange(len(corpus), dtype=np.int32), sizes)[order]
        self._weights = self._own[order]
        self._place = np.empty_like(order)
        self._place[order] = np.arange(len(order))
        counts = np.bincount(self._terms, minlength=corpus.vocabulary)
        self._ends = np.cumsum(counts)
        self._starts = self._ends - counts

    def nearest(self, article: int) -> Array:
        """Return the articles whose bodies are most like that of `article`, the likest first."""
        np = numpy()
        mine = slice(self._first[article], self._first[article + 1])
        weights = self._own[mine]
        telling = np.argsort(-weights, kind="stable")[:_TELLING]
        place, terms = self._place[mine][telling], self._terms[mine][telling]
        low = np.maximum(self._starts[terms], place - _NEAREST)
        sizes = np.minimum(self._ends[terms], place + _NEAREST) - low
        at = ranges(low, sizes)
        sums = np.bincount(self._articles[at], np.repeat(weights[telling], sizes) * self._weights[at])
        found = np.flatnonzero(sums)
        found = found[(found != article) & self._near(article, found)]
        if len(found) > _CANDIDATES:
            found = found[sums[found] >= np.partition(sums[found], -_CANDIDATES)[-_CANDIDATES]]
        return found[np.argsort(-sums[found], kind="stable")[:_CANDIDATES]]

    def _near(self, article: int, others: Array) -> Array:
        days = self._corpus.published
        if days[article] == UNDATED:
            return others >= 0
        return (numpy().abs(days[others] - days[article]) <= self._window) | (days[others] == UNDATED)


def features(corpus: Corpus, left: Array, right: Array) -> Array:
    """Return a row for each pair of articles, with a column for each of FEATURES; `left` is in ascending order."""
    np = numpy()
    products = _products(corpus, left, right)
    columns = []
    for view in range(len(WORD_VIEWS)):
        cosine = products[:, view] / UNIT**2
        mine, theirs = corpus.norms[left, view], corpus.norms[right, view]
        columns += [
            cosine,
            np.sqrt(cosine),
            np.log1p(cosine * mine * theirs),
            np.log1p(np.minimum(mine, theirs)),
            np.log1p(np.maximum(mine, theirs)),
        ]
    columns += _of_days(corpus, left, right)
    sizes = corpus.bounds[:, -1] - corpus.bounds[:, -2] - 1
    same, fewest = products[:, -1], np.minimum(sizes[left], sizes[right])
    columns += [np.log1p(same), same / (1 + fewest)]
    length = np.log1p(corpus.bounds[:, 1] - corpus.bounds[:, 0])
    columns += [np.minimum(length[left], length[right]), np.maximum(length[left], length[right])]
    return np.column_stack(columns)


def _products(corpus: Corpus, left: Array, right: Array) -> Array:
    """Return, for each pair and view, the inner product of the two vectors."""
    np = numpy()
    found = np.zeros((len(left), len(VIEWS)), dtype=np.int64)
    dense = np.zeros(corpus.vocabulary * len(VIEWS), dtype=np.int32)
    firsts = np.flatnonzero(np.diff(left, prepend=-1))
    for start, end in zip(firsts, np.append(firsts[1:], len(left)), strict=True):
        mine = slice(corpus.bounds[left[start], 0], corpus.bounds[left[start], -1])
        dense[corpus.keys[mine]] = corpus.weights[mine]
        bounds = corpus.bounds[right[start:end]]
        sizes = np.diff(bounds, axis=1).ravel()
        at = ranges(bounds[:, 0], bounds[:, -1] - bounds[:, 0])
        starts = np.cumsum(sizes) - sizes
        sums = np.add.reduceat(dense[corpus.keys[at]] * corpus.weights[at], starts, dtype=np.int64)
        found[start:end] = sums.reshape(-1, len(VIEWS))
        dense[corpus.keys[mine]] = 0
    return found


def _of_days(corpus: Corpus, left: Array, right: Array) -> list[Array]:
    np = numpy()
    one, other = corpus.published[left], corpus.published[right]
    undated = (one == UNDATED) | (other == UNDATED)
    early = np.abs(corpus.early_days[left][:, :, None] - corpus.early_days[right][:, None, :])
    known = (corpus.early_days[left] != NO_DAY)[:, :, None] & (corpus.early_days[right] != NO_DAY)[:, None, :]
    first_left, first_right = corpus.first_day[left], corpus.first_day[right]
    firsts = np.minimum(np.abs(first_left - first_right), _FAR)
    no_first = (first_left == NO_DAY) | (first_right == NO_DAY)
    nearest = np.minimum(np.where(known, early, _FAR).min(axis=(1, 2)), _FAR)
    to_days = np.minimum(_nearest(first_left, corpus.days[right]), _nearest(first_right, corpus.days[left]))
    return [
        np.log1p(np.where(undated, 0, np.abs(one - other))),
        undated,
        np.log1p(((early == 0) & known).sum(axis=(1, 2))),
        np.log1p(_same(corpus.days[left], corpus.days[right])),
        np.log1p(nearest),
        np.log1p(np.where(no_first, _FAR + 1, firsts)),
        np.log1p(to_days),
        nearest >= _FAR,
        no_first,
        ~no_first & (firsts == 0),
    ]


def _nearest(day: Array, days: Array) -> Array:
    np = numpy()
    apart = np.where((days == NO_DAY) | (day == NO_DAY)[:, None], _FAR, np.abs(days - day[:, None]))
    return np.minimum(apart.min(axis=1), _FAR)


def _same(one: Array, other: Array) -> Array:
    both = (one[:, :, None] == other[:, None, :]) & (one != NO_DAY)[:, :, None]
    return both.sum(axis=(1, 2))
