"""Logistic regression over features that hold or do not: all the arithmetic that the cleaner's models need."""

import math
from collections.abc import Iterable, Mapping

_LONGEST_LOGIT = 30.0  # beyond it, exp() tells nothing more


def probability(features: Iterable[str], weights: Mapping[str, float]) -> float:
    """Return the logistic function of the sum of the features' weights; a feature without a weight says nothing."""
    logit = sum(weights[name] for name in features if name in weights)
    return 1 / (1 + math.exp(-max(-_LONGEST_LOGIT, min(_LONGEST_LOGIT, logit))))
