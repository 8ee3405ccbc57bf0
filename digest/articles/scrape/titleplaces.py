"""What tells where a title lies in a long line: the features of its two ends, of its words and of the gaps in it.

Most features come in groups that hang on a few small numbers and signs, the key of the group, so keys recur from page
to page. What the features of a key weigh is added up once, when the key is first met, and their names are built only
then. The learner asks for the names of all.
"""

from bisect import bisect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from digest.articles.scrape.titlerows import EDGE, Row

Key = tuple[Any, ...]  # numbers and signs, as the function takes them that names the features
Weights = Mapping[str, Mapping[str, float]]  # of "start", "end", "word", "gap" and "length"

_NEAR, _FAR = 6, 18  # tokens on either side of a place that are looked at together
_DISTANCES = (-60, -30, -15, -6, -1, 0, 3, 8, 15, 25, 40, 70, 120)
_RUNS = (0, 1, 3, 6, 10)
_OPENING = frozenset({"Aa", "A", "9", "c"})  # shapes of a title's first token, unless it is glued to the one before
_REMEMBERED = 20_000  # keys of a group; hostile pages could show others without end


# A place between two tokens where a title may begin or end: the place, whether a title may begin there, the keys of the
# seam, of the words of the body and of the capitals around it, of the distance to prose, of how many words from here on
# and up to here stand in the head twice, and two words before and two behind it. A plain tuple, as there are many.
Bound = tuple[int, bool, Key, Key, Key, Key, Key, Key, Sequence[str]]


class Sums(dict[Key, float]):
    """What the features of each key of a group weigh."""

    def __init__(self, names: Callable[..., tuple[str, ...]], weights: Mapping[str, float]) -> None:
        super().__init__()
        self._names, self._weights = names, weights

    def __missing__(self, key: Key) -> float:
        """Return the sum for a key that is met for the first time."""
        total = sum([self._weights.get(name, 0.0) for name in self._names(*key)])
        if len(self) < _REMEMBERED:
            self[key] = total
        return total


@dataclass(frozen=True, slots=True)
class EndSums:
    """What the features of one end of a title weigh."""

    seam: Sums
    known: Sums
    capitals: Sums
    prose: Sums
    twice: Sums
    before2: Mapping[str, float]
    before: Mapping[str, float]
    after: Mapping[str, float]
    after2: Mapping[str, float]


def end_sums(weights: Mapping[str, float]) -> EndSums:
    """Return the sums of one end, from the weights of its features."""
    seam, known, capitals, prose, twice = [Sums(names, weights) for names in (_seam, _known, _capitals, _prose, _twice)]
    words = [values_of(weights, name) for name in ("before2", "before", "after", "after2")]
    return EndSums(seam, known, capitals, prose, twice, *words)


def values_of(weights: Mapping[str, float], name: str) -> dict[str, float]:
    """Return the weights of the features "name=value", by the value."""
    return {key.partition("=")[2]: weight for key, weight in weights.items() if key.startswith(f"{name}=")}


def bounds(row: Row) -> list[Bound]:
    """Return the places of a row where a title may begin or end, in order."""
    many, shapes, words, glued = len(row.begins), row.shapes, row.words, row.glued
    known = [*[0] * _NEAR, *row.known, *[row.known[-1]] * _NEAR]
    capitals = [*[0] * _NEAR, *row.capitals, *[row.capitals[-1]] * _FAR]
    found = []
    for place in [place for place in range(many + 1) if shapes[place + EDGE] != "a" or glued[place]]:
        at, far = place + EDGE, place + _NEAR
        kind = "line" if place in {0, many} else "glue" if glued[place] else "space"
        here, there, end = known[far], capitals[far], capitals[far + _NEAR]
        found.append(
            (
                place,
                place < many and (shapes[at] in _OPENING or glued[place]),
                (kind, row.signs[place], *shapes[at - 2 : at + 2]),
                (known[far + _NEAR] - here, here - known[place]),
                (end - there, there - capitals[place], (capitals[far + _FAR] - end) // 2),
                (bisect(_DISTANCES, row.prose - place), kind),
                (row.ahead[place], bool(place and row.ahead[place - 1])),
                (row.behind[place], place < many and row.behind[place + 1] > 0),
                words[at - 2 : at + 2],
            )
        )
    return found


def start_names(bound: Bound) -> Iterator[str]:
    """Yield the features of a place as a title's beginning."""
    *_, begun, _, words = bound
    yield from (*_of_both(bound), *_twice(*begun), f"before2={words[0]}")


def end_names(bound: Bound) -> Iterator[str]:
    """Yield the features of a place as a title's end."""
    *_, ended, words = bound
    yield from (*_of_both(bound), *_twice(*ended), f"after2={words[3]}")


def word_names(word: str, key: Key) -> tuple[str, ...]:
    """Return the features of a token as a part of a title."""
    return (f"word={word}", *inner_names(*key))


def inner_names(known: int, size: int, shape: str) -> tuple[str, ...]:
    """Return the features of a token as a part of a title, but for the word itself."""
    return f"known={known:d}{size}", f"shape={shape}", "bias"


def gap_names(glued: bool, before: str, after: str, sign: str) -> tuple[str, ...]:  # noqa: FBT001 - parts of a key
    """Return the features of the gap before a token as a part of a title."""
    return f"gap={glued:d}{before}{after}", f"sign={sign}{glued:d}{after}", "bias"


def _of_both(bound: Bound) -> Iterator[str]:
    _, _, seam, known, capitals, prose, _, _, words = bound
    yield from (*_seam(*seam), *_known(*known), *_capitals(*capitals), *_prose(*prose))
    yield from (f"before={words[1]}", f"after={words[2]}")


def _seam(kind: str, sign: str, *shapes: str) -> tuple[str, ...]:
    _, before, after, _ = shapes
    seam, whole = f"seam={kind}{before}{after}", f"shapes={'.'.join(shapes)}"
    return "bias", seam, whole, f"sign={kind}{sign}{after}", f"kind={kind}{sign}"


def _known(after: int, before: int) -> tuple[str, ...]:
    return f"known={after // 2}{before // 2}", f"known after={after}", f"known before={before}"


def _capitals(after: int, before: int, far: int) -> tuple[str, ...]:
    pair = f"capitals={after // 2}{before // 2}"
    return pair, f"far={far}", f"capitals after={after}", f"capitals before={before}"


def _prose(distance: int, kind: str) -> tuple[str, ...]:
    return (f"prose={distance}{kind}",)


def _twice(run: int, more: bool) -> tuple[str, ...]:  # noqa: FBT001 - parts of a key
    return (f"twice={bisect(_RUNS, run)}{more}",)
