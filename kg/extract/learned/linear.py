"""A linear classifier over named features: small enough to ship, fast enough to ask for every pair of words.

In: names of the features that hold of a thing. Out: the probability of each of the model's labels (multinomial
logistic regression). A feature is known by the CRC-32 of its name; one that training has not met counts for nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from zlib import crc32

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Codes = npt.NDArray[np.uint32]
Arrays = Mapping[str, npt.NDArray[np.generic]]

PARTS = ("labels", "codes", "weights", "bias")


@dataclass(frozen=True, slots=True)
class Linear:
    """`rows`: code of a feature → its row of `weights`, which has a column for each label; `bias` always counts."""

    labels: tuple[str, ...]
    rows: Mapping[int, int] = field(repr=False)
    weights: Floats = field(repr=False)
    bias: Floats = field(repr=False)

    def probabilities(self, features: Iterable[str]) -> list[float]:
        """Give the probability of each label where these features hold."""
        (found,) = self.each([features])
        return found

    def each(self, things: Iterable[Iterable[str]]) -> list[list[float]]:
        """Give the probabilities of the labels for several things at once, by the features that hold of each."""
        known = self.rows
        rows = [[known[code] for each in features if (code := crc32(each.encode())) in known] for features in things]
        if not rows:
            return []
        scores = np.stack([np.add.reduce(self.weights[numbers], axis=0) for numbers in rows]) + self.bias
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        result: list[list[float]] = (powers / powers.sum(axis=1, keepdims=True)).tolist()
        return result


def encoded(features: Iterable[str]) -> Codes:
    """Give the codes of features."""
    return np.fromiter((crc32(each.encode()) for each in features), dtype=np.uint32)


def as_arrays(model: Linear, name: str) -> dict[str, npt.NDArray[np.generic]]:
    """Give a classifier as arrays for a file, each under the classifier's name; weights lose half their digits."""
    parts: tuple[npt.NDArray[np.generic], ...] = (
        np.array(model.labels),
        np.fromiter(model.rows, dtype=np.uint32, count=len(model.rows)),
        model.weights.astype(np.float16),
        model.bias,
    )
    return {f"{name}.{part}": array for part, array in zip(PARTS, parts, strict=True)}


def from_arrays(arrays: Arrays, name: str) -> Linear:
    """Give the classifier that was kept under a name. Raises KeyError where an array is missing."""
    labels, codes, weights, bias = (arrays[f"{name}.{part}"] for part in PARTS)
    rows = {int(code): row for row, code in enumerate(codes)}
    return Linear(tuple(str(label) for label in labels), rows, weights.astype(np.float32), bias.astype(np.float32))
