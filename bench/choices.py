"""Learn to choose: log-linear weights by which the right one of several alternatives comes out on top.

Stochastic gradient with a rate of its own for each feature (AdaGrad, Duchi et al. 2011). The weights are the mean over
the later passes, since the last pages seen sway the last ones.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

_SMOOTHING = 0.4  # keeps the first steps of a feature small
_LEAST_WEIGHT = 0.03  # what is smaller says nothing


@dataclass(slots=True)
class Weights:
    """Weights in the making."""

    rate: float
    shrinkage: float  # pulls what is seen towards zero
    now: dict[str, float] = field(default_factory=dict)
    squares: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    sums: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    sums_of: int = 0

    def of(self, names: Iterable[str]) -> float:
        """Return the sum of the features' weights."""
        return sum(self.now[name] for name in names if name in self.now)

    def step(self, gradient: Mapping[str, float]) -> None:
        """Move the weights against the gradient."""
        for name, slope in gradient.items():
            weight = self.now.get(name, 0.0)
            pull = slope + self.shrinkage * weight
            self.squares[name] += pull * pull
            self.now[name] = weight - self.rate * pull / math.sqrt(self.squares[name] + _SMOOTHING)

    def remember(self) -> None:
        """Count the weights as they stand towards the mean."""
        self.sums_of += 1
        for name, weight in self.now.items():
            self.sums[name] += weight

    def mean(self) -> dict[str, float]:
        """Return the mean of what was remembered, without what says nothing."""
        means = {name: round(total / self.sums_of, 2) for name, total in sorted(self.sums.items())}
        return {name: mean for name, mean in means.items() if abs(mean) >= _LEAST_WEIGHT}


def surprise(scores: Sequence[float], right: Sequence[bool]) -> list[float] | None:
    """Return the gradient of each score: how much likelier it is than it should be; None where nothing is right."""
    top = max(scores)
    odds = [math.exp(score - top) for score in scores]
    total, right_total = sum(odds), sum(odd for odd, is_right in zip(odds, right, strict=True) if is_right)
    if not right_total:
        return None
    return [odd / total - is_right * odd / right_total for odd, is_right in zip(odds, right, strict=True)]
