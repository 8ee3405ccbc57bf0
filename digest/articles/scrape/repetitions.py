"""The lines that a scrape shares with other pages of the batch: what stands on two pages is seldom news.

Two kinds of lines say so in two ways. A label ("Privacy policy", "Most read") tells nothing by itself, for all sites
have such; it counts where two pages have so many in common that they must be of one site. A sentence counts where two
articles that tell of different things have it: an appeal to subscribe is one, a quotation or an agency's paragraph, in
whatever outlets it stands, is none. Whether they tell of different things is seen by their other words. In doubt a line
does not count: the line model knows most boilerplate by its looks, while a line that is wrongly said to be boilerplate
is a fact lost.

Each page is compared with a bounded number of others that share some of its lines, so a batch costs what its lines do.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from digest.articles.scrape.linekeys import PageLines, page_lines
from digest.articles.scrape.pagepairs import Pairs

_MOST = 3  # pages that a line is counted on; what stands on more is no likelier to be boilerplate
_LINES_ASKED = 16  # of a page, for pages that share them
_NEAREST = 4  # pages on either side, in the order of their ids, that a line is asked for
_MOST_MET = 16  # pages that one page is compared with
_MOST_CHOSEN = 5  # pages that the lines of one page are counted on

_Index = Mapping[int, Sequence[int]]  # the pages of each line, in order


def repetitions(texts: Mapping[str, str]) -> dict[str, Mapping[int, int]]:
    """Return, for the id of each text, the keys of its lines that stand on other pages too, and on how many, 1..3.

    Pages that hold the same article count as one, and so do, for a line of prose, those that tell of the same thing.
    """
    ids = sorted(texts)
    if len(ids) < 2:
        return {}
    pages, words = page_lines([texts[each] for each in ids])
    pairs = Pairs(pages, words)
    counts = zip(_counts_of_labels(pages, pairs), _counts_of_prose(pages, pairs), strict=True)
    return {each: _capped(labels | prose) for each, (labels, prose) in zip(ids, counts, strict=True)}


def _counts_of_labels(pages: Sequence[PageLines], pairs: Pairs) -> Iterator[Counter[int]]:
    """Yield, for each page, on how many others of its site that hold other articles each of its labels stands."""
    index = _index(page.labels for page in pages)
    for here, page in enumerate(pages):
        of_site = (other for other in _met(here, page.labels, index) if pairs.same_site(here, other))
        yield _counts(page.labels, [pages[other].labels for other in _chosen(here, of_site, pairs.copies)])


def _counts_of_prose(pages: Sequence[PageLines], pairs: Pairs) -> Iterator[Counter[int]]:
    """Yield, for each page, in how many articles that tell of other things each of its lines of prose stands."""
    index = _index(page.prose for page in pages)
    for here, page in enumerate(pages):
        others = _chosen(here, _met(here, page.prose, index), pairs.same_story)
        yield _counts(page.prose, [pages[other].prose for other in others])


def _capped(counts: Counter[int]) -> Mapping[int, int]:
    return MappingProxyType({key: min(_MOST, counts[key]) for key in sorted(counts)})


def _index(pages: Iterable[frozenset[int]]) -> _Index:
    index: defaultdict[int, list[int]] = defaultdict(list)
    for here, keys in enumerate(pages):
        for key in keys:
            index[key].append(here)
    return index


def _met(here: int, keys: frozenset[int], index: _Index) -> list[int]:
    """Return pages that share lines with this one, those first that share most of the lines asked."""
    # From the rarest line to the commonest: a page saved twice would else be met for its rare ones alone.
    ordered = sorted(keys, key=lambda key: (len(index[key]), key))
    hits: Counter[int] = Counter()
    for key in ordered[:: -(-len(ordered) // _LINES_ASKED) or 1]:
        hits.update(_around(here, index[key]))
    del hits[here]
    return sorted(hits, key=lambda other: (-hits[other], other))[:_MOST_MET]


def _around(here: int, pages: Sequence[int]) -> Sequence[int]:
    """Return the pages next to this one, and itself; the last stands before the first."""
    if len(pages) <= 2 * _NEAREST + 1:
        return pages
    start = bisect_left(pages, here) - _NEAREST
    if start >= 0 and start + 2 * _NEAREST < len(pages):
        return pages[start : start + 2 * _NEAREST + 1]
    return [pages[place % len(pages)] for place in range(start, start + 2 * _NEAREST + 1)]


def _chosen(here: int, met: Iterable[int], alike: Callable[[int, int], bool]) -> list[int]:
    """Return the first pages of `met` that are not alike to this one, nor to one that is chosen already."""
    chosen: list[int] = []
    for other in met:
        if not any(alike(other, each) for each in (here, *chosen)):
            chosen.append(other)
        if len(chosen) == _MOST_CHOSEN:
            break
    return chosen


def _counts(own: frozenset[int], others: Iterable[frozenset[int]]) -> Counter[int]:
    counts: Counter[int] = Counter()
    for other in others:
        counts.update(own & other)
    return counts
