"""Whether confidence means something: how many events are right among those of a confidence.

In: for each event read its confidence, and whether it is right. Out: a table by tenths, and the expected calibration
error (Naeini et al. 2015).
"""

from collections.abc import Sequence
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Events with a confidence from `low` up to `high`: how many, their mean confidence, the share that is right."""

    low: float
    high: float
    events: int
    confidence: float
    right: float


def reliability(judged: Sequence[tuple[float, bool]]) -> list[Bin]:
    """Give the bins that hold an event, from the least confidence up."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in judged:
        bins.setdefault(min(int(confidence * BINS), BINS - 1), []).append((confidence, right))
    return [
        Bin(
            low=number / BINS,
            high=(number + 1) / BINS,
            events=len(held),
            confidence=sum(confidence for confidence, _ in held) / len(held),
            right=sum(right for _, right in held) / len(held),
        )
        for number, held in sorted(bins.items())
    ]


def calibration_error(bins: Sequence[Bin]) -> float:
    """Give the mean distance of confidence from the share that is right, weighted by events; 0 of none."""
    events = sum(each.events for each in bins)
    return sum(each.events * abs(each.confidence - each.right) for each in bins) / events if events else 0.0
