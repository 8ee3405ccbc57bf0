"""Where a title may stand within a long line: a page that was scraped onto one line, or texts glued together.

There nothing marks the title but what stands around it: menu words before it, a byline, a date or a sentence after it,
a missing space where two elements met ("SportHarbour closed"), and that pages say it twice. So every stretch of words
is weighed as a whole, by its two ends, by its words and by the gaps between them (a semi-Markov model, Sarawagi and
Cohen 2004), and the likeliest few are handed on to be compared with the other lines. Sums from the row's beginning make
each stretch cheap to weigh. Of a row only the likeliest beginnings and ends are put together.
"""

from bisect import bisect, bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter

from digest.articles.scrape.titleplaces import (
    Bound,
    EndSums,
    Key,
    Sums,
    Weights,
    bounds,
    end_sums,
    gap_names,
    inner_names,
    values_of,
)
from digest.articles.scrape.titlerows import EDGE, Row

MOST_WORDS = 30  # of a title
_LENGTHS = (1, 2, 3, 4, 5, 7, 9, 12, 15, 19, 24)
_MOST_ENDS = 30  # of a row that titles are tried between, and as many beginnings


@dataclass(frozen=True, slots=True)
class SpanModel:
    """What the parts of a stretch weigh."""

    start: EndSums
    end: EndSums
    words: Mapping[str, float]
    inner: Sums
    gaps: Sums
    lengths: Sequence[float]  # by the number of tokens


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


def span_model(weights: Weights) -> SpanModel:
    """Return the model of the weights of each feature."""
    word, lengths = weights["word"], [span_length(0, length) for length in range(MOST_WORDS + 1)]
    return SpanModel(
        end_sums(weights["start"]),
        end_sums(weights["end"]),
        values_of(word, "word"),
        Sums(inner_names, word),
        Sums(gap_names, weights["gap"]),
        [weights["length"].get(length, 0.0) for length in lengths],
    )


def best_spans(rows: Sequence[Row], model: SpanModel, many: int) -> list[Span]:
    """Return the stretches that look most like a title, best first."""
    weighed = [stretch for number, row in enumerate(rows) for stretch in _stretches(row, number, model)]
    weighed.sort(reverse=True)
    return [Span(score, rows[number], start, end) for score, start, end, number in weighed[:many]]


def inner_words(row: Row) -> list[tuple[str, Key]]:
    """Return each token of a row, with the key of its features as a part of a title."""
    own = zip(row.words[EDGE:], row.shapes[EDGE:], row.known, row.known[1:], strict=False)
    return [(word, (after - before, min(3, len(word) // 3), shape)) for word, shape, before, after in own]


def gaps(row: Row) -> list[Key]:
    """Return the keys of the gap before each token as a part of a title."""
    parts = zip(row.glued, row.shapes[EDGE - 1 :], row.shapes[EDGE:], row.signs, strict=False)
    return list(parts)[: len(row.begins)]


def span_length(start: int, end: int) -> str:
    """Return the feature of a stretch's length."""
    return str(bisect(_LENGTHS, end - start))


def _stretches(row: Row, number: int, model: SpanModel) -> Iterator[tuple[float, int, int, int]]:
    """Yield the weight, the first place and the last of each stretch, and the number of its row."""
    places, lengths = bounds(row), model.lengths
    first = _likeliest(_starting([bound for bound in places if bound[1]], model.start))
    last = _likeliest(_ending([bound for bound in places if bound[0]], model.end))
    inside = _running(row, model)
    ends = [place for place, _ in last]
    behind = [(score + inside[place], place) for place, score in last]
    for start, score in first:
        # The gap before the first word is none of the title's.
        base = score - inside[start] - model.gaps[_gap(row, start)]
        within = behind[bisect_left(ends, start + 2) : bisect(ends, start + MOST_WORDS)]
        yield from [(base + rest + lengths[end - start], start, end, number) for rest, end in within]


def _gap(row: Row, place: int) -> Key:
    return row.glued[place], row.shapes[place + EDGE - 1], row.shapes[place + EDGE], row.signs[place]


def _running(row: Row, model: SpanModel) -> list[float]:
    """Return what the words and gaps before each place weigh."""
    words, keys, between = model.words, model.inner, model.gaps
    own = [words.get(word, 0.0) + keys[key] for word, key in inner_words(row)]
    return list(accumulate([one + between[key] for one, key in zip(own, gaps(row), strict=True)], initial=0.0))


def _likeliest(scored: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """Return the best of the places, in order."""
    if len(scored) <= _MOST_ENDS:
        return scored
    return sorted(sorted(scored, key=itemgetter(1))[-_MOST_ENDS:])


def _starting(places: Sequence[Bound], sums: EndSums) -> list[tuple[int, float]]:
    seams, known, capitals, prose, twice = sums.seam, sums.known, sums.capitals, sums.prose, sums.twice
    far, before, after = sums.before2.get, sums.before.get, sums.after.get
    return [
        (place, seams[seam] + known[knowns] + capitals[shapes] + prose[distance] + twice[run]
         + far(words[0], 0.0) + before(words[1], 0.0) + after(words[2], 0.0))
        for place, _, seam, knowns, shapes, distance, run, _, words in places
    ]  # fmt: skip


def _ending(places: Sequence[Bound], sums: EndSums) -> list[tuple[int, float]]:
    seams, known, capitals, prose, twice = sums.seam, sums.known, sums.capitals, sums.prose, sums.twice
    before, after, far = sums.before.get, sums.after.get, sums.after2.get
    return [
        (place, seams[seam] + known[knowns] + capitals[shapes] + prose[distance] + twice[run]
         + before(words[1], 0.0) + after(words[2], 0.0) + far(words[3], 0.0))
        for place, _, seam, knowns, shapes, distance, _, run, words in places
    ]  # fmt: skip
