"""A worker: `python -m kg.serve.workers SECONDS ANSWER_BYTES MEMORY_BYTES`.

In: jobs on standard input, one a line. Out: replies on standard output, the first before any job. The system ends it
when it takes too long or too much memory, also where the service that started it is gone.
"""

import os
import resource
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from pyoxigraph import Store

from kg.serve.workers.answer import answer
from kg.serve.workers.job import OK, Reply, dumped, job

# Seconds after which a worker ends itself, where the service should have ended it.
GRACE: Final = 2.0
# The system's order of whom to end when memory runs out: the worker before the service.
FIRST: Final = "1000"


def _limit(answer_bytes: int, memory_bytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (answer_bytes, answer_bytes))
    resource.setrlimit(resource.RLIMIT_DATA, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # An interrupt at the terminal goes to all; the service ends its workers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(FIRST)


def _serve(seconds: float) -> None:
    opened: tuple[str, Store] | None = None
    _say(Reply(OK))
    for line in sys.stdin.buffer:
        signal.setitimer(signal.ITIMER_REAL, seconds + GRACE)
        wanted = job(line)
        try:
            if opened is None or opened[0] != wanted.graph:
                opened = None
                opened = (wanted.graph, Store.read_only(wanted.graph))
            reply = answer(opened[1], wanted)
        except OSError as error:
            reply = Reply(500, reason=f"The store cannot be read: {error}")
        signal.setitimer(signal.ITIMER_REAL, 0)
        _say(reply)


def _say(reply: Reply) -> None:
    sys.stdout.buffer.write(dumped(reply))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    _limit(int(sys.argv[2]), int(sys.argv[3]))
    _serve(float(sys.argv[1]))
    # Nothing is left to be written, and the store is only read.
    os._exit(0)
