"""Sentences that are no news: the same words on many days, such as an appeal to subscribe or an outlet's portrait."""

from collections.abc import Sequence

from digest.model import Article
from digest.threads.terms import checksum
from digest.tools.arrays import numpy

_LEAST_DAYS = 3  # on which it was published
_LEAST_SPAN = 30  # days between the first and the last


def boilerplate(articles: Sequence[Article]) -> frozenset[int]:
    """Return the checksums of the sentences that stand in articles of many days, over a long time."""
    np = numpy()
    dated = [(checksum(one), each.published.toordinal()) for each in articles if each.published
             for one in each.sentences]  # fmt: skip
    if not dated:
        return frozenset()
    sums, days = np.unique(np.array(dated, dtype=np.int64), axis=0).T
    starts = np.flatnonzero(np.diff(sums, prepend=-1))
    many = np.diff(np.append(starts, len(sums))) >= _LEAST_DAYS
    spans = np.maximum.reduceat(days, starts) - np.minimum.reduceat(days, starts)
    return frozenset(sums[starts[many & (spans >= _LEAST_SPAN)]].tolist())
