"""The line model: how likely each line of a scrape is part of the body.

What a line looks like (`lines.py`), where it stands, which rule has cut it and whether it stands on other pages of its
site are features; a small network (`network.py`) weighs them, and those of the lines around. The weights lie in
line_model.json, learnt by bench/train_lines.py. A feature that was too rare to learn has no weight, and says nothing.
"""

import json
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from digest.articles.scrape.lines import LOOKED_AT, VOCABULARIES, Group, beginning, ending, look, names_of
from digest.articles.scrape.network import Network, read_network
from digest.articles.scrape.segments import Segment

_PLACES = (0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.96)
_MOST_TIMES = 3
_REMEMBERED = 50_000  # lines; menus recur on page after page
_LONGEST_REMEMBERED = 160  # signs; prose recurs only within its page, of which the body is judged again
_LONG_REMEMBERED = 500  # lines of prose
_GROUPS_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class LineModel:
    """The number of each feature, the network, and the score from which a line is kept."""

    numbers: Mapping[str, int]
    words: Mapping[str, Mapping[str, int]]  # the numbers of words, without what begins their names, and by that
    network: Network
    threshold: float


def read_model(stored: str) -> LineModel:
    """Return the model that bench/train_lines.py has stored."""
    fields = json.loads(stored)
    numbers = {name: number for number, name in enumerate(fields["features"])}
    prefixes = sorted({prefix for prefixes in VOCABULARIES for prefix in prefixes if prefix})
    words = {prefix: _stripped(numbers, prefix) for prefix in prefixes}
    return LineModel(numbers, words, read_network(fields), fields["threshold"])


def _stripped(numbers: Mapping[str, int], prefix: str) -> Mapping[str, int]:
    """Return the numbers of the features whose names begin with `prefix`, by the rest of the names."""
    return {name.removeprefix(prefix): number for name, number in numbers.items() if name.startswith(prefix)}


@cache  # of a constant file of the package
def shipped_model() -> LineModel:
    """Return the model that comes with the program."""
    return read_model(files("digest.articles.scrape").joinpath("line_model.json").read_text("utf-8"))


def scores(
    lines: Sequence[Segment], rules: Sequence[str | None], repeats: Sequence[int], model: LineModel
) -> list[float]:
    """Return, for each line, how likely it is part of the body, 0..1; 0 where a rule cuts it.

    `repeats` tells on how many other pages of its site each line stands.
    """
    judged = model.network.scores(numbered(lines, rules, repeats, model))
    return [0.0 if rule else score for rule, score in zip(rules, judged, strict=True)]


def numbered(
    lines: Sequence[Segment], rules: Sequence[str | None], repeats: Sequence[int], model: LineModel
) -> list[tuple[int, ...]]:
    """Return, for each line, the numbers of its features that the model knows, in no order that matters."""
    return [
        (*_looks(line, model), *_numbers_of(place, model), *_numbers_of(seams, model))
        for line, (place, seams) in zip(lines, _places(lines, rules, repeats), strict=True)
    ]


def placed(lines: Sequence[Segment], rules: Sequence[str | None], repeats: Sequence[int]) -> Iterator[list[str]]:
    """Yield the names of the features of each line that its place tells, and its neighbours."""
    return map(names_of, _places(lines, rules, repeats))


def _places(
    lines: Sequence[Segment], rules: Sequence[str | None], repeats: Sequence[int]
) -> Iterator[tuple[Group, Group]]:
    times = Counter([line.prose for line in lines])
    signs = sum([len(line.text) for line in lines]) or 1
    ends = ["", *[ending(line.prose) for line in lines]]
    starts = [*[beginning(line.prose) for line in lines], ""]
    before = 0
    for here, (line, rule, many) in enumerate(zip(lines, rules, repeats, strict=True)):
        place, often = bisect(_PLACES, before / signs), min(times[line.prose], _MOST_TIMES)
        seams = ends[here], starts[here], ends[here + 1], starts[here + 1]
        yield (_place, (place, often, rule, min(many, _MOST_TIMES))), (_seams, seams)
        before += len(line.text)


def _place(place: int, times: int, rule: str | None, repeats: int) -> list[str]:
    names = [f"place={place}", f"times={times}"]
    return [*names, *([f"rule={rule}"] if rule else []), *([f"repeats={repeats}"] if repeats else [])]


def _seams(end_above: str, start: str, end: str, start_below: str) -> list[str]:
    return [f"seam above={end_above}{start}", f"seam below={end}{start_below}"]


def _looks(line: Segment, model: LineModel) -> tuple[int, ...]:
    known = _remembered if len(line.prose) <= _LONGEST_REMEMBERED else _long_remembered
    return known(line.prose[:LOOKED_AT], line.marks, model)


def _known(prose: str, marks: str, model: LineModel) -> tuple[int, ...]:
    groups, words, named = look(prose, marks)
    numbers = model.words[named.each]
    found = [*_numbers(groups, model), *[numbers[word] for word in dict.fromkeys(words) if word in numbers]]
    if words and words[0] in model.words[named.first]:
        found.append(model.words[named.first][words[0]])
    if words and named.last and words[-1] in model.words[named.last]:
        found.append(model.words[named.last][words[-1]])
    return tuple(found)


def _numbers(groups: Iterable[Group], model: LineModel) -> list[int]:
    found: list[int] = []
    for group in groups:
        found += _numbers_of(group, model)
    return found


@lru_cache(_GROUPS_REMEMBERED)
def _numbers_of(group: Group, model: LineModel) -> tuple[int, ...]:
    return tuple([model.numbers[name] for name in names_of([group]) if name in model.numbers])


_remembered = lru_cache(_REMEMBERED)(_known)
_long_remembered = lru_cache(_LONG_REMEMBERED)(_known)
