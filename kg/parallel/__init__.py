"""The articles of a build, read by as many processes as there are processors.

In: pieces of inputs. Out: for each what it says or why there is nothing, in the order of the pieces: the same whatever
the number of processes. A few short articles are read in this process.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import Final

from kg.gazetteer.imported import opened_file
from kg.model import Failure
from kg.parallel.here import here
from kg.parallel.limits import Limits
from kg.parallel.messages import Orders
from kg.parallel.pool import Done, Pool
from kg.parallel.work import Outcome, Task
from kg.read import Piece

__all__ = ["Done", "Limits", "Outcome", "Task", "processors", "reader"]

# Bytes of input for which it is not worth to start a process.
FEW: Final = 30_000
# Memory that a worker has at work, models of three languages included.
ROOM: Final = 1 << 30


@contextmanager
def reader(
    task: Task, limits: Limits, jobs: int | None = None
) -> Iterator[Callable[[Iterable[Piece | Failure]], Iterator[Done]]]:
    """What reads pieces, with at most so many processes (None: as many as are good here, 0: in this one).

    Processes are ended with the context. What it gives raises Stop where a model or a table is missing, or where no
    process can be started.
    """
    most = processors() if jobs is None else jobs
    with Pool(Orders(task, limits, opened_file()), most) as pool:
        yield lambda pieces: _read(pieces, pool, most)


def _read(pieces: Iterable[Piece | Failure], pool: Pool, jobs: int) -> Iterator[Done]:
    source = iter(pieces)
    first: list[Piece | Failure] = []
    if jobs:
        first += _first(source)
    few = sum(len(each.data) for each in first if isinstance(each, Piece)) <= FEW
    everything = chain(first, source)
    yield from here(everything, pool.orders.task, pool.orders.limits) if few else pool.run(everything)


def _first(source: Iterator[Piece | Failure]) -> Iterator[Piece | Failure]:
    """So many pieces that it is worth to start processes, or all."""
    size = 0
    for each in source:
        yield each
        size += len(each.data) if isinstance(each, Piece) else 0
        if size > FEW:
            return


def processors() -> int:
    """The processors that this process may use, where there is room for a worker on each."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return max(1, min(count, memory // ROOM))
