"""Learn the weights by which a title is found within a long line: a part of train_titles.py.

Every stretch of tokens competes with every other one of its page. A stretch's score is the sum of its parts' weights,
so the gradient of each part is the sum over the stretches that it belongs to, which running sums give at once.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from choices import Weights, surprise

from digest.articles.scrape.titleplaces import bounds, end_names, gap_names, start_names, word_names
from digest.articles.scrape.titlerows import Row
from digest.articles.scrape.titlespans import MOST_WORDS, gaps, inner_words, span_length

_LEAST_DOMAINS = 15  # there are fewer pages with long lines, and words tell more in them
_PASSES = 4
_NOTHING = 1e-4  # a slope that moves nothing
_FAMILIES = ("start", "end", "word", "gap", "length")
_WORD = re.compile(r"\w+")

Spans = dict[str, dict[str, float]]
Names = Sequence[str]


@dataclass(frozen=True, slots=True)
class _Shown:
    """The features of a row's parts, and the stretches that are the title."""

    starts: list[tuple[int, Names]]
    ends: list[tuple[int, Names]]
    words: list[Names]
    gaps: list[Names]
    right: frozenset[tuple[int, int]]


def learn_spans(pages: Iterable[tuple[str, str, Sequence[Row]]]) -> Spans:
    """Return the weights of each family, from the outlets, titles and long rows of pages."""
    shown = [(domain, [_shown(row, title) for row in rows]) for domain, title, rows in pages]
    known = [(domain, rows) for domain, rows in shown if any(row.right for row in rows)]
    domains: dict[str, set[str]] = defaultdict(set)
    for domain, rows in known:
        for name in {name for row in rows for name in _names(row)}:
            domains[name].add(domain)
    common = {name for name, seen in domains.items() if len(seen) >= _LEAST_DOMAINS}
    return _by_family(_learnt([rows for _, rows in known], common))


def plain(text: str) -> str:
    """Return the words of `text` in lower case."""
    return " ".join(_WORD.findall(text.lower()))


def _learnt(pages: list[list[_Shown]], common: set[str]) -> Mapping[str, float]:
    weights = Weights(rate=0.12, shrinkage=0.01)
    for number in range(_PASSES):
        random.Random(number).shuffle(pages)
        for rows in pages:
            weights.step({name: slope for name, slope in _gradient(rows, weights).items() if name in common})
        if number >= _PASSES // 2:
            weights.remember()
    return weights.mean()


def _gradient(rows: Sequence[_Shown], weights: Weights) -> Mapping[str, float]:
    stretches = [(number, *stretch) for number, row in enumerate(rows) for stretch in _stretches(row, weights)]
    right = [(start, end) in rows[number].right for number, _, start, end in stretches]
    slopes = surprise([score for _, score, _, _ in stretches], right)
    gradient: dict[str, float] = defaultdict(float)
    for number, row in enumerate(rows):
        mine = [
            (start, end, slope)
            for (of, _, start, end), slope in zip(stretches, slopes or (), strict=False)
            if of == number and abs(slope) > _NOTHING
        ]
        _add(gradient, row, mine)
    return gradient


def _add(gradient: dict[str, float], row: _Shown, stretches: Sequence[tuple[int, int, float]]) -> None:
    starting, ending = defaultdict[int, float](float), defaultdict[int, float](float)
    within, between = [0.0] * (len(row.words) + 1), [0.0] * (len(row.words) + 2)
    for start, end, slope in stretches:
        starting[start] += slope
        ending[end] += slope
        within[start] += slope
        within[end] -= slope
        between[start + 1] += slope
        between[end] -= slope
        gradient[f"length {span_length(start, end)}"] += slope
    parts = (
        *((names, starting[place]) for place, names in row.starts),
        *((names, ending[place]) for place, names in row.ends),
        *zip(row.words, accumulate(within), strict=False),
        *zip(row.gaps, accumulate(between), strict=False),
    )
    for names, slope in parts:
        for name in names if abs(slope) > _NOTHING else ():
            gradient[name] += slope


def _stretches(row: _Shown, weights: Weights) -> Iterator[tuple[float, int, int]]:
    last = {place: weights.of(names) for place, names in row.ends}
    words = list(accumulate((weights.of(names) for names in row.words), initial=0.0))
    between = list(accumulate((weights.of(names) for names in row.gaps), initial=0.0))
    for start, names in row.starts:
        base = weights.of(names) - words[start] - between[start + 1]
        for end in range(start + 2, min(len(row.words), start + MOST_WORDS) + 1):
            if end in last:
                length = weights.of((f"length {span_length(start, end)}",))
                yield base + last[end] + words[end] + between[end] + length, start, end


def _shown(row: Row, title: str) -> _Shown:
    places = bounds(row)
    return _Shown(
        [(bound[0], _of("start", start_names(bound))) for bound in places if bound[1]],
        [(bound[0], _of("end", end_names(bound))) for bound in places if bound[0]],
        [_of("word", word_names(word, key)) for word, key in inner_words(row)],
        [_of("gap", gap_names(*key)) for key in gaps(row)],
        frozenset(_places(row, title)),
    )


def _of(family: str, names: Iterable[str]) -> Names:
    return [f"{family} {name}" for name in names]


def _names(row: _Shown) -> Iterator[str]:
    for _, names in (*row.starts, *row.ends):
        yield from names
    for names in (*row.words, *row.gaps):
        yield from names
    yield from (f"length {grade}" for grade in range(MOST_WORDS))


def _places(row: Row, title: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of tokens whose words are the title's."""
    tokens = [plain(row.text[begin:stop]) for begin, stop in zip(row.begins, row.stops, strict=True)]
    for start, token in enumerate(tokens):
        if token and title.startswith(token):
            for end in range(start + 1, min(len(tokens), start + MOST_WORDS) + 1):
                if plain(" ".join(tokens[start:end])) == title and tokens[end - 1]:
                    yield start, end


def _by_family(weights: Mapping[str, float]) -> Spans:
    families: Spans = {family: {} for family in _FAMILIES}
    for name, weight in weights.items():
        family, _, feature = name.partition(" ")
        families[family][feature] = weight
    return families
