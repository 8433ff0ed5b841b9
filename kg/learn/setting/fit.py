"""Fitting a choice: a conditional logit (McFadden 1974) with an L2 penalty, without the features that matter little.

In: examples. Out: weights by feature. The optimiser is SciPy's L-BFGS: the same result for the same material.
"""

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from kg.learn.setting.examples import Example

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Doubles = npt.NDArray[np.float64]
STEPS = 200
ROUNDS = 3
LEAST_USES = 4


def fit(given: Sequence[Example], penalty: float, smallest: float) -> dict[str, float]:
    """Fit the weights; those smaller than `smallest` are dropped, the least first, and the others fitted anew."""
    uses = Counter(name for example in given for option in example.options for name in option)
    weights = _fit(given, {name for name, count in uses.items() if count >= LEAST_USES}, penalty)
    for turn in range(1, ROUNDS + 1):
        weights = _fit(given, {n for n, weight in weights.items() if abs(weight) >= smallest * turn / ROUNDS}, penalty)
    return weights


@dataclass(frozen=True, slots=True)
class _Material:
    """Rows of features: for each example one of zeros, which is to choose none, and those of its options.

    `starts`: the first row of each example; `example`: that of each row; `right`: whether a row is.
    """

    matrix: "csr_matrix"
    starts: npt.NDArray[np.int64]
    example: npt.NDArray[np.int64]
    right: npt.NDArray[np.bool_]


def _fit(given: Sequence[Example], names: Set[str], penalty: float) -> dict[str, float]:
    from scipy.optimize import minimize

    order = sorted(names)
    material = _material(given, {name: column for column, name in enumerate(order)})
    starts, example, matrix = material.starts, material.example, material.matrix

    def loss(weights: Doubles) -> tuple[float, Doubles]:
        scores = matrix @ weights
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[example])
        rights = powers * material.right
        total, total_right = np.add.reduceat(powers, starts), np.add.reduceat(rights, starts)
        slope = matrix.T @ (powers / total[example] - rights / total_right[example]) + penalty * weights
        return float(np.log(total / total_right).sum() + 0.5 * penalty * (weights @ weights)), slope

    found = minimize(loss, np.zeros(len(order)), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return dict(zip(order, found.x.tolist(), strict=True))


def _material(given: Sequence[Example], columns: dict[str, int]) -> _Material:
    from scipy.sparse import csr_matrix

    rows: list[int] = []
    used: list[int] = []
    starts: list[int] = []
    example: list[int] = []
    right: list[bool] = []
    for number, each in enumerate(given):
        starts.append(len(right))
        right.append(each.none or not any(each.right))  # what is told nowhere near it cannot be chosen
        for option in each.options:
            known = [columns[name] for name in option if name in columns]
            rows += [len(right)] * len(known)
            used += known
            right.append(each.right[len(right) - starts[-1] - 1])
        example += [number] * (len(right) - starts[-1])
    matrix = csr_matrix((np.ones(len(rows)), (rows, used)), shape=(len(right), len(columns)))
    return _Material(matrix, np.array(starts), np.array(example), np.array(right))
