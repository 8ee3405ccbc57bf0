"""The line model: how likely a line is part of the body, from what it looks like and from the lines around it.

Logistic regressions in a row. The first sees each line alone, and its place; the others see the verdicts of the one
before on the lines around, since boilerplate and body both come in blocks: a sentence among menu entries is a teaser, a
short line among paragraphs is a subhead. The weights lie in line_model.json, learnt by bench/train_lines.py. A feature
that was too rare to learn has no weight, and says nothing.
"""

import json
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from digest.articles.scrape.lines import beginning, ending, line_features
from digest.articles.scrape.regression import probability
from digest.articles.scrape.segments import Segment

_LONG_LINE = 400  # signs that a line counts for at most in the measure of a block
_REACH = 3  # lines on either side that are looked at one by one
_WIDE_REACH = 10  # lines on either side that are looked at together
_BLOCK_BIAS = 0.35  # a line counts for the main block if it is likelier than this, against it if it is not
_PLACES = (0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.96)
_GRADES = (0.03, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97)
_DISTANCES = (1, 2, 3, 5, 8, 13, 21, 40)
_SHARES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.85)
_WORD_COUNTS = (2, 4, 7, 12, 25)
_STEPS = tuple(step for step in range(-_REACH, _REACH + 1) if step)
_REGIONS = frozenset({"related-heading", "comments", "newsletter", "copyright", "share-button", "byline", "lone-date"})
_LONG_WORD = 5  # signs; shorter words are shared by all texts


@dataclass(frozen=True, slots=True)
class LineModel:
    """The weights of the regressions, of the titles' one too, and the score from which a line is kept."""

    alone: Mapping[str, float]
    among: tuple[Mapping[str, float], ...]
    title: Mapping[str, float]
    threshold: float


@cache  # of a constant file of the package
def shipped_model() -> LineModel:
    """Return the model that comes with the program."""
    weights = json.loads(files("digest.articles.scrape").joinpath("line_model.json").read_text("utf-8"))
    return LineModel(weights["alone"], tuple(weights["among"]), weights["title"], weights["threshold"])


def scores(lines: Sequence[Segment], rules: Sequence[str | None], model: LineModel) -> list[float]:
    """Return, for each line, how likely it is part of the body, 0..1; 0 where a rule cuts it."""
    found = judged(alone(lines), rules, model.alone)
    for weights in model.among:
        found = judged(among(lines, rules, found), rules, weights)
    return found


def judged(features: Iterable[list[str]], rules: Sequence[str | None], weights: Mapping[str, float]) -> list[float]:
    """Return the probability of each line by one regression; 0 where a rule cuts it."""
    return [0.0 if rule else probability(found, weights) for rule, found in zip(rules, features, strict=True)]


def alone(lines: Sequence[Segment]) -> Iterator[list[str]]:
    """Yield the features of each line for the first regression."""
    times = Counter(line.prose for line in lines)
    signs = sum(len(line.text) for line in lines) or 1
    ends = ["", *(ending(line.prose) for line in lines)]
    starts = [*(beginning(line.prose) for line in lines), ""]
    before = 0
    for here, line in enumerate(lines):
        place = f"place={bisect(_PLACES, before / signs)}"
        seams = (f"seam above={ends[here]}{starts[here]}", f"seam below={ends[here + 1]}{starts[here + 1]}")
        yield [*line_features(line.prose, line.marks), place, f"times={min(times[line.prose], 3)}", *seams]
        before += len(line.text)


def among(lines: Sequence[Segment], rules: Sequence[str | None], first: Sequence[float]) -> Iterator[list[str]]:
    """Yield the features of each line for a later regression, from the verdicts of the one before."""
    size = [min(len(line.prose), _LONG_LINE) for line in lines]
    start, end = main_block(size, first)
    words = [_long_words(line) for line in lines]
    vocabulary = {word for found in words[start:end] for word in found}
    sums = _running_sums([s * p for s, p in zip(size, first, strict=True)])
    sizes = _running_sums([float(s) for s in size])
    grades = [bisect(_GRADES, score) for score in first]
    around = ["none"] * _REACH + [str(grade // 2) for grade in grades] + ["none"] * _REACH
    passed = _passed(rules)
    for here, line in enumerate(lines):
        own = grades[here]
        side = _side(here, start, end)
        shared = bisect(_SHARES, sum(word in vocabulary for word in words[here]) / (len(words[here]) or 1))
        size_ = bisect(_WORD_COUNTS, len(line.prose.split()))
        yield [
            "bias",
            f"own={own}",
            f"own,side={own}{side}",
            f"words,shared={size_}{shared}",
            f"side,words,shared={side}{min(size_, 2)}{shared}",
            f"words,side={size_}{side[0]}",
            f"words,own={size_}{own}",
            f"passed={passed[here]}",
            f"passed,own={passed[here]}{own // 3}",
            f"own,above,below={own // 3}{around[here + _REACH - 1]}{around[here + _REACH + 1]}",
            *(f"{step}={around[here + _REACH + step]}" for step in _STEPS),
            *_wide("above", sums, sizes, (max(0, here - _WIDE_REACH), here), own),
            *_wide("below", sums, sizes, (here + 1, min(len(lines), here + 1 + _WIDE_REACH)), own),
        ]


def _wide(
    name: str, sums: Sequence[float], sizes: Sequence[float], bounds: tuple[int, int], own: int
) -> tuple[str, str]:
    """Return what the lines within `bounds` are together, each by its length."""
    low, high = bounds
    grade = bisect(_GRADES, (sums[high] - sums[low]) / ((sizes[high] - sizes[low]) or 1))
    return f"{name}={grade}", f"{name},own={grade // 2}{own}"


def _passed(rules: Sequence[str | None]) -> list[str]:
    """Return, for each line, the last rule of a region's beginning above it, and how far above."""
    passed, region, since = [], "none", 0
    for rule in rules:
        passed.append(f"{region}{bisect(_DISTANCES, since)}")
        since += 1
        if rule in _REGIONS:
            region, since = rule, 0
    return passed


def main_block(size: Sequence[int], first: Sequence[float]) -> tuple[int, int]:
    """Return the bounds of the block of lines that is most body-like: the maximal subarray (Kadane's algorithm)."""
    best = total = 0.0
    bounds, start = (0, 0), 0
    for here, (length, score) in enumerate(zip(size, first, strict=True)):
        if total <= 0:
            total, start = 0.0, here
        total += (score - _BLOCK_BIAS) * (length + 10)
        if total > best:
            best, bounds = total, (start, here + 1)
    return bounds


def _side(here: int, start: int, end: int) -> str:
    """Return the side of the main block on which a line stands, and how far from it."""
    if here < start:
        return f"<{bisect(_DISTANCES, start - here)}"
    return f">{bisect(_DISTANCES, here - end + 1)}" if here >= end else "=" + str(int(here == start))


def _long_words(line: Segment) -> list[str]:
    return [word for word in line.prose[:_LONG_LINE].lower().split() if len(word) >= _LONG_WORD]


def _running_sums(values: Sequence[float]) -> list[float]:
    sums = [0.0]
    for value in values:
        sums.append(sums[-1] + value)
    return sums
