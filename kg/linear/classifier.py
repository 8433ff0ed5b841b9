"""A linear classifier over named features: small enough to ship, fast enough to ask for every pair of words.

In: names of the features that hold of a thing. Out: the probability of each of the model's labels (multinomial
logistic regression). A feature is known by the CRC-32 of its name; one that training has not met counts for nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from zlib import crc32

import numpy as np
import numpy.typing as npt

from kg.linear.features import Codes, Features, codes_of

Floats = npt.NDArray[np.float32]
Arrays = Mapping[str, npt.NDArray[np.generic]]

PARTS = ("labels", "codes", "weights", "bias")
AT_ONCE = 1024  # things, so that an article of any length takes little memory


@dataclass(frozen=True, slots=True)
class Linear:
    """`codes` of features, ascending; `weights`: a row for each, a column for each label; `bias` always counts."""

    labels: tuple[str, ...]
    codes: Codes = field(repr=False)
    weights: Floats = field(repr=False)
    bias: Floats = field(repr=False)

    def probabilities(self, features: Iterable[str]) -> list[float]:
        """Give the probability of each label where these features hold."""
        named = features if isinstance(features, Features) else Features(tuple(features))
        (found,) = self.each([named])
        return found

    def each(self, things: Sequence[Features]) -> list[list[float]]:
        """Give the probabilities of the labels for several things at once, by the features that hold of each."""
        parts = (things[start : start + AT_ONCE] for start in range(0, len(things), AT_ONCE))
        return [found for part in parts for found in self._each(part)]

    def _each(self, things: Sequence[Features]) -> Iterator[list[float]]:
        # Added feature by feature, in the order of their names: the sums are the same with any number of things.
        scores = np.add.reduce(self._weights(*codes_of(things)), axis=0) + self.bias
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        yield from (powers / powers.sum(axis=1, keepdims=True)).tolist()

    def _weights(self, codes: Codes, counts: npt.NDArray[np.int64]) -> Floats:
        """Give the weights by place of a feature, thing and label: none where a thing has no such feature."""
        rows = np.searchsorted(self.codes, codes).astype(np.int64)
        rows[rows == len(self.codes)] = -1
        met = rows >= 0
        met[met] = self.codes[rows[met]] == codes[met]
        things = np.repeat(np.arange(len(counts)), counts)
        places = np.arange(len(codes)) - np.repeat(np.cumsum(counts) - counts, counts)
        found = np.zeros((int(counts.max(initial=0)), len(counts), len(self.labels)), dtype=np.float32)
        found[places[met], things[met]] = self.weights[rows[met]]
        return found


def linear(labels: Iterable[str], codes: Codes, weights: Floats, bias: Floats) -> Linear:
    """Give a classifier from the codes of features, in any order, with a row of weights for each."""
    order = np.argsort(codes, kind="stable")
    return Linear(tuple(labels), codes[order], weights[order], bias)


def encoded(features: Iterable[str]) -> Codes:
    """Give the codes of features."""
    return np.fromiter((crc32(each.encode()) for each in features), dtype=np.uint32)


def as_arrays(model: Linear, name: str) -> dict[str, npt.NDArray[np.generic]]:
    """Give a classifier as arrays for a file, each under the classifier's name; weights lose half their digits."""
    parts: tuple[npt.NDArray[np.generic], ...] = (
        np.array(model.labels),
        model.codes,
        model.weights.astype(np.float16),
        model.bias,
    )
    return {f"{name}.{part}": array for part, array in zip(PARTS, parts, strict=True)}


def from_arrays(arrays: Arrays, name: str) -> Linear:
    """Give the classifier that was kept under a name. Raises KeyError where an array is missing."""
    labels, codes, weights, bias = (arrays[f"{name}.{part}"] for part in PARTS)
    names = (str(label) for label in labels)
    return linear(names, codes.astype(np.uint32), weights.astype(np.float32), bias.astype(np.float32))
