"""The arithmetic of the line model: a small convolutional network over the lines of a text.

A line is the sum of its features' vectors. Each layer then lets a line see two others, one above and one below, ever
further away (dilated convolutions with residuals; Yu and Koltun 2016), so that the last one sees 31 lines to either
side: what a line is shows in the company that it keeps.

Weights are stored as whole numbers of eight bits and a scale, which loses nothing that could be measured, and the sums
of features are exact. Processors may differ in the last bits of the rest, so scores are rounded, lest a site does.
"""

from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from digest.tools.arrays import Array, numpy

_EXACT = 5  # decimals of a score
_PIECE = 1_000  # lines


@dataclass(frozen=True, slots=True)
class Layer:
    """A convolution: the weights for the line above, the line itself and the line below, side by side."""

    distance: int  # lines to the ones above and below
    weights: Array
    bias: Array


@dataclass(frozen=True, slots=True)
class Network:
    """The weights; `features` has a row of eight-bit numbers for each feature, of which one is worth `unit`."""

    features: Array
    unit: float
    bias: Array
    layers: tuple[Layer, ...]
    last: Array
    last_bias: float

    def scores(self, lines: Sequence[Sequence[int]]) -> list[float]:
        """Return a score for each line, 0..1, given the numbers of its features; every line has at least one.

        Long texts are taken piece by piece, each with as many lines around it as the layers see: it bounds the memory,
        and changes nothing.
        """
        reach = sum(layer.distance for layer in self.layers)
        found: list[float] = []
        for start in range(0, len(lines), _PIECE):
            first = max(0, start - reach)
            piece = self._piece(lines[first : start + _PIECE + reach])
            found += piece[start - first : start - first + _PIECE]
        return found

    def _piece(self, lines: Sequence[Sequence[int]]) -> list[float]:
        np = numpy()
        starts = np.cumsum([0, *map(len, lines[:-1])])
        rows = self.features.take(np.fromiter(chain.from_iterable(lines), dtype=np.intp), axis=0)
        state = np.add.reduceat(rows, starts, axis=0, dtype=np.int32) * self.unit
        state += self.bias
        np.maximum(state, 0, out=state)
        for layer in self.layers:
            state += np.maximum(_convolved(state, layer), 0)
        logits = np.clip(state @ self.last + self.last_bias, -30, 30)
        scores: list[float] = (1 / (1 + np.exp(-logits))).round(_EXACT).tolist()
        return scores


def read_network(stored: Mapping[str, Any]) -> Network:
    """Return the network that bench/train_lines.py has stored."""
    np = numpy()

    def whole(name: str) -> Array:
        return np.frombuffer(b64decode(stored[name]["int8"]), dtype=np.int8).reshape(stored[name]["shape"])

    def matrix(name: str) -> Array:
        return whole(name).astype(np.float64) * stored[name]["scale"]

    layers = tuple(
        Layer(distance, np.hstack(np.split(matrix(f"weights{number}"), 3)), matrix(f"bias{number}"))
        for number, distance in enumerate(stored["distances"])
    )
    unit = stored["embedding"]["scale"]
    return Network(whole("embedding"), unit, matrix("bias"), layers, matrix("last"), stored["last_bias"])


def _convolved(state: Array, layer: Layer) -> Array:
    """Return what each line, the one above and the one below come to; beyond the ends there is nothing."""
    parts, width = state @ layer.weights, state.shape[1]
    sums = parts[:, width : 2 * width] + layer.bias
    sums[layer.distance :] += parts[: -layer.distance, :width]
    sums[: -layer.distance] += parts[layer.distance :, 2 * width :]
    return sums
