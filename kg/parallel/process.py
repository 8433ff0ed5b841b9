"""A worker, seen from the build.

In: orders, articles. Out: its messages, and how it ended.
"""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import IO, Final

from kg.parallel.messages import NO_MEMORY, Article, Begun, Ended, Message, Orders, Ready

_CODE: Final = "import sys; sys.path[:] = {path!r}; from kg.parallel.worker import main; main({descriptor})"
# A process has the numerics of one processor: the others have processes of their own.
_THREADS: Final = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
# A worker that gets no processor, or does nothing, may take so many times the processor time it is allowed.
PATIENCE: Final = 20
# A worker keeps every word that it met: it makes way for a new one after so many articles, so that memory is bounded.
LIFETIME: Final = 2000
# More bytes than these may not fit between the processes until the worker takes them in.
SMALL: Final = 1 << 16


class Worker:
    """A process that reads articles.

    `held`: those it was given and has not ended, by number; `ready`: whether it has begun to read; `fate`: how it
    ended, as the end of a sentence, with the last line that it complained with.
    """

    def __init__(self, orders: Orders) -> None:
        self._begun: tuple[int, float] | None = None
        self._given = 0
        self.held: dict[int, Article] = {}
        self.ready = False
        self.fate = ""
        # What the interpreter or a library says when it dies.
        self._complaints: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - `end` closes it
        ours, theirs = socket.socketpair()
        with theirs:
            code = _CODE.format(path=sys.path, descriptor=theirs.fileno())
            # In a session of its own an interrupt at the terminal does not reach it: the build ends it.
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", code],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=self._complaints,
                pass_fds=(theirs.fileno(),),
                env=_THREADS | os.environ,
                start_new_session=True,
            )
        self.connection = Connection(ours.detach())
        with self._alive():
            self.connection.send(orders)

    def takes(self, article: Article) -> bool:
        """Whether the worker would take an article now: one to be at, and one to go on with."""
        return self._given < LIFETIME and self._free(article)

    def _free(self, article: Article) -> bool:
        return not self.held or (len(self.held) == 1 and len(article.piece.data) <= SMALL)

    def give(self, article: Article) -> None:
        """Have the worker read an article."""
        self._given += 1
        self.held[article.number] = article
        with self._alive():
            self.connection.send(article)

    def heard(self) -> Message | None:
        """The next message; None where the worker is gone."""
        try:
            message: Message = self.connection.recv()
        except (EOFError, OSError):
            return None
        if isinstance(message, Ready):
            self.ready = True
        elif isinstance(message, Begun):
            self._begun = (message.number, time.monotonic())
        elif isinstance(message, Ended):
            self._begun = None
            del self.held[message.number]
        return message

    @property
    def spent(self) -> bool:
        """Whether the worker has done all that it will do."""
        return self._given >= LIFETIME and not self.held

    @property
    def deadline(self) -> float | None:
        """When the article that it is at must be done, by the monotonic clock."""
        if self._begun is None:
            return None
        number, since = self._begun
        return since + PATIENCE * self.held[number].seconds

    @property
    def culprit(self) -> Article | None:
        """The article that the worker is at."""
        return self.held[self._begun[0]] if self._begun else None

    def end(self) -> int:
        """End the process, whatever it is at; gives its exit status, of a signal the negative number."""
        self._process.kill()
        self.connection.close()
        # Waits, and closes standard input.
        self._process.communicate()
        status = self._process.returncode
        with self._complaints as complaints:
            complaints.seek(0)
            lines = complaints.read().decode("utf-8", "replace").split("\n")
        last = next((line.strip() for line in reversed(lines) if line.strip()), "")
        self.fate = _described(status) + (f" ({last[:200]})" if last else "")
        return status

    @contextmanager
    def _alive(self) -> Iterator[None]:
        """A worker that is gone is noticed when it is heard, with what it said before."""
        try:
            yield
        except (BrokenPipeError, ConnectionResetError):
            return


def _described(status: int) -> str:
    if status == NO_MEMORY:
        return "there was not enough memory"
    return f"it was ended by {signal.Signals(-status).name}" if status < 0 else f"it ended with status {status}"
