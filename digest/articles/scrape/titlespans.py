"""Where a title may stand within a long line: a page that was scraped onto one line, or texts glued together.

There nothing marks the title but what stands around it: menu words before it, a byline, a date or a sentence after it,
a missing space where two elements met ("SportHarbour closed"), and that pages say it twice. So every stretch of words
is weighed as a whole, by its two ends, by its words and by the gaps between them (a semi-Markov model, Sarawagi and
Cohen 2004), and the likeliest few are handed on to be compared with the other lines. Sums from the row's beginning make
each stretch cheap to weigh, and only a bounded piece of the head is looked at.
"""

from bisect import bisect, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import accumulate

from digest.articles.scrape.titlerows import EDGE, Row

MOST_WORDS = 30  # of a title
_NEAR, _FAR = 6, 18  # tokens on either side of a place that are looked at together
_DISTANCES = (-60, -30, -15, -6, -1, 0, 3, 8, 15, 25, 40, 70, 120)
_RUNS = (0, 1, 3, 6, 10)
_LENGTHS = (1, 2, 3, 4, 5, 7, 9, 12, 15, 19, 24)

Weights = Mapping[str, Mapping[str, float]]  # of "start", "end", "word", "gap" and "length"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of tokens, and how much its weights come to."""

    score: float
    row: Row
    start: int
    end: int

    @property
    def text(self) -> str:
        """Return the stretch verbatim."""
        return self.row.text[self.row.begins[self.start] : self.row.stops[self.end - 1]]

    @property
    def index(self) -> int:
        """Return the index of the segment in which it begins."""
        return self.row.first + bisect(self.row.ends, self.row.begins[self.start])


def best_spans(rows: Sequence[Row], weights: Weights, many: int) -> list[Span]:
    """Return the stretches that look most like a title, best first."""
    weighed = ((*stretch, number) for number, row in enumerate(rows) for stretch in _stretches(row, weights))
    return [Span(score, rows[number], start, end) for score, start, end, number in nlargest(many, weighed)]


def starts(row: Row) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield each place where a title may begin, with its features."""
    for place in range(len(row.begins)):
        if row.shapes[place + EDGE] in {"Aa", "A", "9", "c"} or row.glued[place]:
            twice = f"twice={bisect(_RUNS, row.ahead[place])}{bool(place and row.ahead[place - 1])}"
            yield place, (*_place(row, place), f"before2={row.words[place + EDGE - 2]}", twice)


def ends(row: Row) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield each place where a title may end, with its features."""
    for place in range(1, len(row.begins) + 1):
        if row.shapes[place + EDGE] != "a" or row.glued[place]:
            more = place < len(row.begins) and row.behind[place + 1] > 0
            twice = f"twice={bisect(_RUNS, row.behind[place])}{more}"
            yield place, (*_place(row, place), f"after2={row.words[place + EDGE + 1]}", twice)


def inner_words(row: Row) -> Iterator[tuple[str, ...]]:
    """Yield the features of each token as a part of a title."""
    for place in range(len(row.begins)):
        word = row.words[place + EDGE]
        known = row.known[place + 1] - row.known[place]
        yield f"word={word}", f"known={known}{min(3, len(word) // 3)}", f"shape={row.shapes[place + EDGE]}", "bias"


def gaps(row: Row) -> Iterator[tuple[str, ...]]:
    """Yield the features of the gap before each token as a part of a title."""
    for place, glued in enumerate(row.glued[: len(row.begins)]):
        before, after = row.shapes[place + EDGE - 1], row.shapes[place + EDGE]
        yield f"gap={glued:d}{before}{after}", f"sign={_sign(row, place)}{glued:d}{after}", "bias"


def span_length(start: int, end: int) -> str:
    """Return the feature of a stretch's length."""
    return str(bisect(_LENGTHS, end - start))


def _stretches(row: Row, weights: Weights) -> Iterator[tuple[float, int, int]]:
    last = [(place, _sum(found, weights["end"])) for place, found in ends(row)]
    places = [place for place, _ in last]
    words = list(accumulate((_sum(found, weights["word"]) for found in inner_words(row)), initial=0.0))
    between = list(accumulate((_sum(found, weights["gap"]) for found in gaps(row)), initial=0.0))
    lengths = [weights["length"].get(span_length(0, length), 0.0) for length in range(MOST_WORDS + 1)]
    inside = {end: score + words[end] + between[end] for end, score in last}
    for start, found in starts(row):
        base = _sum(found, weights["start"]) - words[start] - between[start + 1]
        for end in places[bisect_right(places, start + 1) : bisect_right(places, start + MOST_WORDS)]:
            yield base + inside[end] + lengths[end - start], start, end


def _sum(names: tuple[str, ...], weights: Mapping[str, float]) -> float:
    return sum([weights[name] for name in names if name in weights])


def _place(row: Row, place: int) -> tuple[str, ...]:
    """Return the features of a boundary before the token `place`, whether a title begins or ends there."""
    low, high = max(0, place - _NEAR), min(len(row.begins), place + _NEAR)
    shapes, sign, kind = row.shapes, _sign(row, place), _kind(row, place)
    known = (row.known[high] - row.known[place]) // 2, (row.known[place] - row.known[low]) // 2
    capitals = (row.capitals[high] - row.capitals[place]) // 2, (row.capitals[place] - row.capitals[low]) // 2
    far = row.capitals[min(len(row.begins), place + _FAR)] - row.capitals[high]
    return (
        "bias",
        f"seam={kind}{shapes[place + EDGE - 1]}{shapes[place + EDGE]}",
        f"shapes={'.'.join(shapes[place + EDGE - 2 : place + EDGE + 2])}",
        f"after={row.words[place + EDGE]}",
        f"before={row.words[place + EDGE - 1]}",
        f"sign={kind}{sign}{shapes[place + EDGE]}",
        f"known={known[0]}{known[1]}",
        f"capitals={capitals[0]}{capitals[1]}",
        f"far={far // 2}",
        f"known after={row.known[high] - row.known[place]}",
        f"known before={row.known[place] - row.known[low]}",
        f"capitals after={row.capitals[high] - row.capitals[place]}",
        f"capitals before={row.capitals[place] - row.capitals[low]}",
        f"kind={kind}{sign}",
        f"prose={bisect(_DISTANCES, row.prose - place)}{kind}",
    )


def _kind(row: Row, place: int) -> str:
    return "line" if place in {0, len(row.begins)} else "glue" if row.glued[place] else "space"


def _sign(row: Row, place: int) -> str:
    """Return the last sign before the token, as itself or as the kind of it."""
    sign = row.text[row.stops[place - 1] - 1] if place else "^"
    return "a" if sign.isalpha() else "9" if sign.isdigit() else sign
