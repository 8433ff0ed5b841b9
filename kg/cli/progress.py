"""How far a build is, on the terminal.

In: inputs, and what is told of each article. Out: a line with the share that is done, rates and the time that is left,
where somebody sees it.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from kg.cli.console import people

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from kg.parallel import Outcome

# Seconds of which the rate that the remaining time follows from is the mean: articles differ much in length.
PERIOD: Final = 120.0


@contextmanager
def progress(inputs: Sequence[str]) -> Iterator[Callable[["Outcome", int], None]]:
    """Within it, what it gives is to be told of each article, with the bytes of the inputs that are done."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[said]}"),
        TimeElapsedColumn(),
        TextColumn("so far,"),
        TimeRemainingColumn(),
        TextColumn("left"),
    )
    terminal = people()
    seen = terminal.is_terminal
    shown = Progress(*columns, console=terminal, transient=True, disable=not seen, speed_estimate_period=PERIOD)
    with shown:
        yield _Told(shown, _total(inputs) if seen else None)


def _total(inputs: Sequence[str]) -> int | None:
    from kg.read import total

    return total(inputs) or None


class _Told:
    """Counts articles and words, and shows the counts."""

    def __init__(self, shown: "Progress", total: int | None) -> None:
        self._shown = shown
        self._task: TaskID = shown.add_task("Reading", total=total, said="")
        self._begun = time.monotonic()
        self._articles = self._words = self._failed = 0

    def __call__(self, outcome: "Outcome", end: int) -> None:
        """Count one more."""
        from kg.model import Failure, Reading

        if isinstance(outcome, Reading):
            self._articles += 1
            self._words += len(outcome.document.text.split())
        elif isinstance(outcome, Failure):
            self._failed += 1
        else:
            self._articles += 1
        self._shown.update(self._task, said=self._said())
        if end:
            self._shown.update(self._task, completed=end)

    def _said(self) -> str:
        seconds = max(time.monotonic() - self._begun, 0.001)
        failed = f", {self._failed:,} failed" if self._failed else ""
        rates = f"{self._articles / seconds:.1f} articles/s, {self._words / seconds:,.0f} words/s"
        return f"{self._articles:,} articles{failed} ({rates})"
