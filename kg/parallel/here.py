"""Articles read in this process: for few of them, to start another one takes longer than to read them.

In: pieces. Out: for each what it says or why there is nothing.
"""

import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import FrameType

from kg.model import Failure
from kg.parallel.limits import Limits, too_slow
from kg.parallel.pool import Done
from kg.parallel.work import Outcome, Task, outcome
from kg.read import Piece


class _OutOfTimeError(BaseException):
    """Time is up; like an interrupt, it is for nobody on the way to take."""


def here(pieces: Iterable[Piece | Failure], task: Task, limits: Limits) -> Iterator[Done]:
    """Read articles, each within its time. Raises Stop where a model or table is missing."""
    for each in pieces:
        if isinstance(each, Failure):
            yield Done(each)
        else:
            yield Done(_within(each, task, limits), each.end)


def _within(piece: Piece, task: Task, limits: Limits) -> Outcome:
    seconds = limits.time(len(piece.data))
    try:
        with _timed(seconds):
            return outcome(piece, task)
    except _OutOfTimeError:
        return too_slow(piece.name, seconds)


@contextmanager
def _timed(seconds: float) -> Iterator[None]:
    """Within it, processor time is limited, where this is the thread that signals come to, and nobody has this one."""
    free = threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGPROF) is signal.SIG_DFL
    if not free:
        yield
        return
    signal.signal(signal.SIGPROF, _end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)


def _end(number: int, frame: FrameType | None) -> None:
    raise _OutOfTimeError
