"""How a thread was covered: its reports per day as a small graph, which is one path, so that a page stays light.

A thread of years has bars of several days each: a bar that is thinner than a hair tells nothing.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_FEWEST_DAYS = 3  # with a report; of fewer a graph says no more than the dates do
_MOST_BARS = 60
_BAR, _HEIGHT, _LOWEST = 4, 24, 3  # units of the picture: a bar with its gap, the highest bar, the lowest
_FULL = 3  # reports that make the highest bar, at least: one a day is no wall


@dataclass(frozen=True, slots=True)
class BarView:
    """The reports of a day, or of a few days in a row."""

    first: str  # YYYY-MM-DD
    reports: int


@dataclass(frozen=True, slots=True)
class CoverageView:
    """A thread's reports over time."""

    days: int  # that each bar stands for
    bars: tuple[BarView, ...]  # those with a report, oldest first
    most: BarView  # the first of the highest
    width: int  # of the picture; all its bars, also those without a report
    height: int
    path: str  # the bars, of an SVG path that is stroked


def view_coverage(published: Iterable[str | None]) -> CoverageView | None:
    """Return the graph of reports that were published on these days; none where they are fewer than three days."""
    counts = Counter(day for day in published if day)
    if len(counts) < _FEWEST_DAYS:
        return None
    first, last = (date.fromisoformat(pick(counts)) for pick in (min, max))
    step = (last - first).days // _MOST_BARS + 1
    by_place: Counter[int] = Counter()
    for day, reports in counts.items():
        by_place[(date.fromisoformat(day) - first).days // step] += reports
    places = sorted(by_place)
    bars = tuple(BarView((first + timedelta(place * step)).isoformat(), by_place[place]) for place in places)
    most = max(bars, key=lambda bar: bar.reports)
    path = "".join(f"M{place * _BAR + _BAR // 2} {_HEIGHT}v-{_high(by_place[place], most.reports)}" for place in places)
    return CoverageView(step, bars, most, (places[-1] + 1) * _BAR, _HEIGHT, path)


def _high(reports: int, most: int) -> int:
    return max(_LOWEST, _HEIGHT * reports // max(most, _FULL))
