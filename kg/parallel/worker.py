"""A worker: the process in which articles are read.

In: orders and articles from its connection. Out: messages on it. The system ends it where an article takes too long or
too much memory, and when the build that started it is gone, however that ended.
"""

import fcntl
import os
import resource
import signal
import threading
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from typing import Final

from kg.errors import Stop
from kg.garbage import seldom
from kg.gazetteer.imported import opened
from kg.parallel.messages import NO_MEMORY, Article, Begun, Ended, Halted, Message, Orders, Ready
from kg.parallel.work import outcome

# The system's order of whom to end when memory runs out: a worker before the build.
FIRST: Final = "1000"


def main(descriptor: int) -> None:
    """Read articles until there is no more build; `descriptor`: of the connection to it."""
    connection = Connection(descriptor)
    articles: SimpleQueue[Article] = SimpleQueue()
    orders = connection.recv()
    # What is sent is taken in at once, so that the build never waits for a worker that is at work.
    threading.Thread(target=_receive, args=(connection, articles), daemon=True).start()
    _tie()
    _limit(orders)
    try:
        with opened(orders.knowledge), seldom():
            _work(connection, articles, orders)
    except Stop as stop:
        connection.send(Halted(str(stop), stop.status))
    except MemoryError:
        # Nothing may be freed in order: that takes memory too.
        os._exit(NO_MEMORY)


def _receive(connection: Connection, articles: SimpleQueue[Article]) -> None:
    with suppress(EOFError, OSError):
        while True:
            articles.put(connection.recv())
    os._exit(0)


def _tie() -> None:
    """Have the system end this process when standard input, which the build holds open and never writes, is closed.

    The thread that receives cannot, while a regular expression or a library written in C is at work.
    """
    fcntl.fcntl(0, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(0, fcntl.F_SETFL, fcntl.fcntl(0, fcntl.F_GETFL) | os.O_ASYNC)


def _limit(orders: Orders) -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (orders.limits.memory, orders.limits.memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(FIRST)


def _work(connection: Connection, articles: SimpleQueue[Article], orders: Orders) -> None:
    _say(connection, Ready())
    while True:
        article = articles.get()
        _say(connection, Begun(article.number))
        # Nothing of ours takes the signal: the system ends the process, whatever it is at.
        signal.setitimer(signal.ITIMER_PROF, article.seconds)
        found = outcome(article.piece, orders.task)
        signal.setitimer(signal.ITIMER_PROF, 0)
        _say(connection, Ended(article.number, found))


def _say(connection: Connection, message: Message) -> None:
    connection.send(message)
