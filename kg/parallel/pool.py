"""Articles read by several processes.

In: pieces. Out: for each what it says or why there is nothing, in the order of the pieces. No more articles are under
way than the workers need to be busy, however many there are. A worker that dies is replaced, and the article that it
was at is read once more, then reported; one that takes too long is reported at once.
"""

import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import wait
from types import TracebackType
from typing import Final, Self

from kg.errors import Stop
from kg.model import Failure
from kg.parallel.limits import too_slow
from kg.parallel.messages import Article, Ended, Halted, Orders, Ready
from kg.parallel.process import Worker
from kg.parallel.work import Outcome
from kg.read import Piece

# So many articles for each worker are between the first that is not done and the last that was cut.
AHEAD: Final = 32
# Nor more bytes than these, where they are more than one article's.
BYTES_AHEAD: Final = 32_000_000
# A worker takes seconds to load its models: another one is started where so many bytes wait.
WORTH: Final = 20_000
# So many workers in a row may die before they can begin.
STARTS: Final = 3


@dataclass(frozen=True, slots=True)
class Done:
    """An article that is done; `end`: how many bytes of the inputs are, where that is known."""

    outcome: Outcome
    end: int = 0


class Pool:
    """The workers of a build; a context manager that ends them."""

    def __init__(self, orders: Orders, jobs: int) -> None:
        self.orders = orders
        self._jobs = jobs
        self._workers: list[Worker] = []
        self._waiting: deque[Article] = deque()
        self._done: dict[int, Outcome] = {}
        self._ends: dict[int, int] = {}
        self._tried: set[int] = set()
        self._unready = 0

    def run(self, pieces: Iterable[Piece | Failure]) -> Iterator[Done]:
        """Read articles. Raises Stop where a model or table is missing, or where no process can be started."""
        source = enumerate(pieces)
        next_, more = 0, True
        while more or next_ in self._done or self._waiting or self._busy():
            more = more and self._fill(source)
            self._assign()
            while next_ in self._done:
                yield Done(self._done.pop(next_), self._ends.pop(next_, 0))
                next_ += 1
            if self._busy():
                self._hear()

    def _busy(self) -> bool:
        return any(worker.held for worker in self._workers)

    def _fill(self, source: Iterator[tuple[int, Piece | Failure]]) -> bool:
        """Cut more articles, as many as may be under way; says whether there may be more."""
        while len(self._ends) < AHEAD * self._jobs and self._size() < BYTES_AHEAD:
            number, piece = next(source, (-1, None))
            if piece is None:
                return False
            if isinstance(piece, Failure):
                self._done[number] = piece
                self._ends[number] = 0
            else:
                self._waiting.append(Article(number, piece, self.orders.limits.time(len(piece.data))))
                self._ends[number] = piece.end
        return True

    def _size(self) -> int:
        held = (article for worker in self._workers for article in worker.held.values())
        return sum(len(article.piece.data) for article in (*self._waiting, *held))

    def _assign(self) -> None:
        """Give what waits to those who take it, the idlest first; start another worker where that is worth it."""
        for worker in [each for each in self._workers if each.spent]:
            self._workers.remove(worker)
            worker.end()
        while self._waiting:
            takers = [worker for worker in self._workers if worker.takes(self._waiting[0])]
            taker = min(takers, key=lambda worker: len(worker.held), default=None)
            if taker is None or taker.held:
                taker = self._another() or taker
            if taker is None:
                return
            taker.give(self._waiting.popleft())

    def _another(self) -> Worker | None:
        worth = sum(len(article.piece.data) for article in self._waiting) >= WORTH or not self._workers
        if len(self._workers) >= self._jobs or not worth:
            return None
        worker = Worker(self.orders)
        self._workers.append(worker)
        return worker

    def _hear(self) -> None:
        """Wait until a worker says something, is gone, or takes too long."""
        by_connection = {worker.connection: worker for worker in self._workers}
        deadlines = [worker.deadline for worker in self._workers if worker.deadline is not None]
        heard = wait(by_connection, max(0.0, min(deadlines) - time.monotonic()) if deadlines else None)
        for worker in (by_connection[each] for each in by_connection if each in heard):
            message = worker.heard()
            if message is None:
                self._bury(worker)
            elif isinstance(message, Halted):
                error = Stop(message.message)
                error.status = message.status
                raise error
            elif isinstance(message, Ready):
                self._unready = 0
            elif isinstance(message, Ended):
                self._done[message.number] = message.outcome
        for worker in [each for each in self._workers if each.deadline and each.deadline < time.monotonic()]:
            self._bury(worker, slow=True)

    def _bury(self, worker: Worker, slow: bool = False) -> None:
        """Do without a worker: what it was at is read once more, or given up, and the rest goes to others."""
        self._workers.remove(worker)
        culprit = worker.culprit
        status = worker.end()
        if not worker.ready:
            self._mourn(worker)
        rest = [each for each in worker.held.values() if each is not culprit]
        if culprit is not None:
            if slow or status == -signal.SIGPROF:
                self._done[culprit.number] = too_slow(culprit.piece.name, culprit.seconds)
            elif culprit.number in self._tried:
                reason = f"was left out: twice the process that read it died; {worker.fate}"
                self._done[culprit.number] = Failure(culprit.piece.name, reason)
            else:
                self._tried.add(culprit.number)
                rest.insert(0, culprit)
        self._waiting.extendleft(reversed(rest))

    def _mourn(self, worker: Worker) -> None:
        self._unready += 1
        if self._unready >= STARTS:
            raise Stop(f"No process that reads articles can be started: {worker.fate}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.end()
