"""Fitting a linear classifier: multinomial logistic regression with an L2 penalty.

In: examples. Out: a `Linear`. The optimiser is SciPy's L-BFGS (Liu and Nocedal 1989): no step size to choose, and the
same result for the same material.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from kg.linear.classifier import Linear, linear
from kg.linear.features import Codes

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Doubles = npt.NDArray[np.float64]
STEPS = 120
LEAST_USES = 2


@dataclass(frozen=True, slots=True)
class Example:
    """The codes of the features of a thing, and its label."""

    codes: Codes
    label: str


def fit(things: Sequence[Example], labels: tuple[str, ...], penalty: float) -> Linear:
    """Fit a classifier; `penalty` is the weight of half the squared norm, features of one example are left out."""
    from scipy.optimize import minimize

    codes, matrix = _matrix([each.codes for each in things])
    wanted = np.zeros((len(things), len(labels)))
    wanted[np.arange(len(things)), [labels.index(each.label) for each in things]] = 1.0
    shape = (matrix.shape[1] + 1, len(labels))

    def loss(flat: Doubles) -> tuple[float, Doubles]:
        weights = flat.reshape(shape)
        scores = matrix @ weights[1:] + weights[0]
        scores -= scores.max(axis=1, keepdims=True)
        scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
        error = np.exp(scores) - wanted
        slope = np.vstack([error.sum(axis=0), matrix.T @ error + penalty * weights[1:]])
        return float(0.5 * penalty * (weights[1:] ** 2).sum() - (wanted * scores).sum()), slope.ravel()

    found = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    weights = found.x.reshape(shape).astype(np.float32)
    return linear(labels, codes, weights[1:], weights[0])


def _matrix(things: Sequence[Codes]) -> "tuple[Codes, csr_matrix]":
    """Give the codes of the features in use, and which thing has which of them, how often."""
    from scipy.sparse import csr_matrix

    ends = np.cumsum([0, *(len(each) for each in things)])
    codes, columns = np.unique(np.concatenate(things), return_inverse=True)
    matrix = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(things), len(codes)))
    used = np.flatnonzero(np.bincount(columns, minlength=len(codes)) >= LEAST_USES)
    return codes[used], matrix[:, used]
