"""Fitting a choice: a conditional logit (McFadden 1974) with an L2 penalty, without the features that matter little.

In: choices, each with what speaks for its options. Out: weights by feature. The optimiser is SciPy's L-BFGS: the same
result for the same material.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Doubles = npt.NDArray[np.float64]
STEPS = 200
ROUNDS = 3
LEAST_USES = 4


@dataclass(frozen=True, slots=True)
class Example:
    """A choice: for each option its features with their values, and whether it is right; one at least is."""

    options: tuple[Mapping[str, float], ...]
    right: tuple[bool, ...]


def with_none(options: Sequence[Iterable[str]], right: Sequence[bool], *, none: bool) -> Example:
    """Give the choice of one of some options or none of them, which has no features.

    `none`: whether that is right; it is too where no option is, as what is told nowhere near cannot be chosen.
    """
    rows = tuple(dict.fromkeys(option, 1.0) for option in options)
    return Example(({}, *rows), (none or not any(right), *right))


def fit(given: Sequence[Example], penalty: float, smallest: float) -> dict[str, float]:
    """Fit the weights; those smaller than `smallest` are dropped, the least first, and the others fitted anew."""
    uses = Counter(name for each in given for option in each.options for name, value in option.items() if value)
    weights = _fit(given, {name for name, count in uses.items() if count >= LEAST_USES}, penalty)
    for turn in range(1, ROUNDS + 1):
        weights = _fit(given, {n for n, weight in weights.items() if abs(weight) >= smallest * turn / ROUNDS}, penalty)
    return weights


@dataclass(frozen=True, slots=True)
class _Material:
    """Rows of features: those of the options of each choice.

    `starts`: the first row of each choice; `example`: the choice of each row; `right`: whether a row is.
    """

    matrix: "csr_matrix"
    starts: npt.NDArray[np.int64]
    example: npt.NDArray[np.int64]
    right: npt.NDArray[np.bool_]


def _fit(given: Sequence[Example], names: Set[str], penalty: float) -> dict[str, float]:
    from scipy.optimize import minimize

    if not given:
        return {}
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
    values: list[float] = []
    sizes = [len(each.options) for each in given]
    for row, option in enumerate(option for each in given for option in each.options):
        known = {columns[name]: value for name, value in option.items() if value and name in columns}
        rows += [row] * len(known)
        used += known.keys()
        values += known.values()
    matrix = csr_matrix((values, (rows, used)), shape=(sum(sizes), len(columns)))
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
    right = np.array([right for each in given for right in each.right])
    return _Material(matrix, starts, np.repeat(np.arange(len(given)), sizes), right)
