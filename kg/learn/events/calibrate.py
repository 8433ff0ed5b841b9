"""How sure is sure: the confidence of events fitted to how often they are right.

In: for each event read from articles that the weights have not seen its probability, and whether it is right. Out:
slope and offset of a logistic curve over the log odds (Platt 1999, with his smoothed targets).
"""

from collections.abc import Sequence

import numpy as np


def calibrate(judged: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Give slope and offset; 1 and 0 where there is nothing to fit."""
    if not judged:
        return 1.0, 0.0
    from scipy.optimize import minimize

    sure = np.clip([probability for probability, _ in judged], 1e-6, 1 - 1e-6)
    odds = np.log(sure / (1 - sure))
    right = np.array([each for _, each in judged])
    wanted = np.where(right, (right.sum() + 1) / (right.sum() + 2), 1 / ((~right).sum() + 2))

    def loss(curve: np.ndarray) -> float:
        scores = curve[0] * odds + curve[1]
        return float((np.logaddexp(0, scores) - wanted * scores).sum())

    found = minimize(loss, np.array([1.0, 0.0]), method="L-BFGS-B")
    return float(found.x[0]), float(found.x[1])
