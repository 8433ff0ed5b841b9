"""What a benchmark says: a figure of ours beside what it is compared with, and what is aimed at."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`ours` and `baseline` in `unit`; `ratio` is ours by the baseline's, or the baseline's by ours (`how` says).

    The aim is for the ratio, or for `ours` where there is no baseline: `least` and `most` bound it.
    """

    name: str
    ours: float
    unit: str
    how: str = ""
    baseline: float | None = None
    inverse: bool = False
    least: float | None = None
    most: float | None = None

    @property
    def ratio(self) -> float | None:
        """How often one goes into the other; None where there is nothing to compare with."""
        if self.baseline is None:
            return None
        return self.baseline / self.ours if self.inverse else self.ours / self.baseline

    @property
    def holds(self) -> bool:
        """Whether the aim is reached."""
        judged = self.ours if self.ratio is None else self.ratio
        return (self.least is None or judged >= self.least) and (self.most is None or judged <= self.most)

    @property
    def aim(self) -> str:
        """The aim in words."""
        unit = f" {self.unit}" if self.ratio is None else ""
        bounds = (("at least", self.least), ("at most", self.most))
        return " and ".join(f"{word} {bound:g}{unit}" for word, bound in bounds if bound is not None)


def work(task: Callable[[], object]) -> float:
    """Seconds of processor time that a task takes: what else the machine does counts little."""
    gc.collect()
    start = time.process_time()
    task()
    return time.process_time() - start


def wall(task: Callable[[], object]) -> float:
    """Seconds on the clock that a task takes."""
    start = time.perf_counter()
    task()
    return time.perf_counter() - start
