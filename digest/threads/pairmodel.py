"""The pair model: how likely two articles are about the same event.

A network with one hidden layer weighs the features of a pair (`pairs.py`). Its weights lie in pair_model.json, learnt
by bench/train_pairs.py from articles whose events are known. Processors may differ in the last bits of its sums, so
probabilities are rounded, lest a site does.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from digest.tools.arrays import Array, numpy

_EXACT = 5  # decimals of a probability
_OUTLYING = 5.0  # standard deviations; further off is unlike all that was learnt from


@dataclass(frozen=True, slots=True, eq=False)
class PairModel:
    """The weights, and the mean and the spread of each feature where they were learnt."""

    means: Array
    spreads: Array
    hidden: Array
    hidden_bias: Array
    last: Array
    last_bias: float

    def probabilities(self, features: Array) -> Array:
        """Return, for each row of features, how likely the pair is of one thread, 0..1."""
        np = numpy()
        scaled = np.clip((features - self.means) / self.spreads, -_OUTLYING, _OUTLYING)
        state = np.maximum(scaled @ self.hidden + self.hidden_bias, 0)
        logits = np.clip(state @ self.last + self.last_bias, -30, 30)
        return np.round(1 / (1 + np.exp(-logits)), _EXACT)


@cache  # of a constant file of the package
def pair_model() -> PairModel:
    """Return the model that comes with the program."""
    np = numpy()
    stored = json.loads(files("digest.threads").joinpath("pair_model.json").read_text("utf-8"))
    arrays = {name: np.array(stored[name]) for name in ("means", "spreads", "hidden", "hidden_bias", "last")}
    return PairModel(**arrays, last_bias=stored["last_bias"])
