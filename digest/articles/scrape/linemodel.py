"""The line model: how likely each line of a scrape is part of the body.

What a line looks like (`lines.py`), where it stands, which rule has cut it and whether it stands on other pages of its
site are features; a small network (`network.py`) weighs them, and those of the lines around. The weights lie in
line_model.json, learnt by bench/train_lines.py. A feature that was too rare to learn has no weight, and says nothing.
"""

import json
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from digest.articles.scrape.lines import beginning, ending, line_features
from digest.articles.scrape.network import Network, read_network
from digest.articles.scrape.segments import Segment

_PLACES = (0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.96)
_MOST_TIMES = 3
_REMEMBERED = 50_000  # lines; menus recur on page after page
_LONGEST_REMEMBERED = 160  # signs; prose does not recur


@dataclass(frozen=True, slots=True, eq=False)
class LineModel:
    """The number of each feature, the network, and the score from which a line is kept."""

    numbers: Mapping[str, int]
    network: Network
    threshold: float


def read_model(stored: str) -> LineModel:
    """Return the model that bench/train_lines.py has stored."""
    fields = json.loads(stored)
    numbers = {name: number for number, name in enumerate(fields["features"])}
    return LineModel(numbers, read_network(fields), fields["threshold"])


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
    numbers = model.numbers
    features = [
        (*_looks(line, model), *[numbers[name] for name in names if name in numbers])
        for line, names in zip(lines, placed(lines, rules, repeats), strict=True)
    ]
    judged = model.network.scores(features)
    return [0.0 if rule else score for rule, score in zip(rules, judged, strict=True)]


def placed(lines: Sequence[Segment], rules: Sequence[str | None], repeats: Sequence[int]) -> Iterator[list[str]]:
    """Yield the features of each line that its place tells, and its neighbours."""
    times = Counter(line.prose for line in lines)
    signs = sum(len(line.text) for line in lines) or 1
    ends = ["", *(ending(line.prose) for line in lines)]
    starts = [*(beginning(line.prose) for line in lines), ""]
    before = 0
    for here, (line, rule, many) in enumerate(zip(lines, rules, repeats, strict=True)):
        names = [
            f"place={bisect(_PLACES, before / signs)}",
            f"times={min(times[line.prose], _MOST_TIMES)}",
            f"seam above={ends[here]}{starts[here]}",
            f"seam below={ends[here + 1]}{starts[here + 1]}",
        ]
        if rule:
            names.append(f"rule={rule}")
        if many:
            names.append(f"repeats={min(many, _MOST_TIMES)}")
        yield names
        before += len(line.text)


def _looks(line: Segment, model: LineModel) -> tuple[int, ...]:
    known = _remembered if len(line.prose) <= _LONGEST_REMEMBERED else _known
    return known(line.prose, line.marks, model)


def _known(prose: str, marks: str, model: LineModel) -> tuple[int, ...]:
    return tuple([model.numbers[name] for name in line_features(prose, marks) if name in model.numbers])


_remembered = lru_cache(_REMEMBERED)(_known)
