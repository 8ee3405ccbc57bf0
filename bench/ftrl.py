"""Logistic regression by FTRL-proximal (McMahan et al. 2013): sparse weights, one pass at a time, no library.

L1 keeps rare and idle features at exactly zero, so that the model stays a small file; the rate of each weight falls
with what it has seen, so that frequent features settle and rare ones still learn.
"""

import math
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_LONGEST_LOGIT = 30.0
_PARTS = 8  # of a pass, after each of which the weights are looked at


@dataclass(frozen=True, slots=True)
class Case:
    """A line to learn from: its features, whether it is body, and how much it matters."""

    features: tuple[str, ...]
    label: int
    weight: float


@dataclass(slots=True)
class Regression:
    """Weights in the making."""

    l1: float = 0.6
    l2: float = 1.0
    rate: float = 0.15
    gradients: dict[str, float] = field(default_factory=dict)
    squares: dict[str, float] = field(default_factory=dict)

    def weight(self, name: str) -> float:
        """Return the weight of a feature as it stands."""
        sum_ = self.gradients.get(name, 0.0)
        if abs(sum_) <= self.l1:
            return 0.0
        return (math.copysign(self.l1, sum_) - sum_) / ((1 + math.sqrt(self.squares[name])) / self.rate + self.l2)

    def learn(self, case: Case) -> None:
        """Move the weights of one case's features."""
        weights = [self.weight(name) for name in case.features]
        logit = max(-_LONGEST_LOGIT, min(_LONGEST_LOGIT, sum(weights)))
        gradient = (1 / (1 + math.exp(-logit)) - case.label) * case.weight
        for name, weight in zip(case.features, weights, strict=True):
            before = self.squares.get(name, 0.0)
            after = before + gradient * gradient
            step = (math.sqrt(after) - math.sqrt(before)) / self.rate
            self.gradients[name] = self.gradients.get(name, 0.0) + gradient - step * weight
            self.squares[name] = after


def learnt(cases: Sequence[Case], l1: float, passes: int = 4) -> Mapping[str, float]:
    """Return the weights that `cases` teach, without those that are zero; the same each time.

    They are the mean of the weights at several points of the second half, since the last cases seen sway the last ones.
    """
    regression = Regression(l1=l1)
    order = list(range(len(cases)))
    shuffle = random.Random(1).shuffle
    total: dict[str, float] = defaultdict(float)
    for number in range(passes):
        shuffle(order)
        for part in range(_PARTS):
            for index in order[part::_PARTS]:
                regression.learn(cases[index])
            if number >= passes // 2:
                for name in regression.gradients:
                    total[name] += regression.weight(name)
    points = (passes - passes // 2) * _PARTS
    weights = {name: round(weight / points, 2) for name, weight in sorted(total.items())}
    return {name: weight for name, weight in weights.items() if weight}
