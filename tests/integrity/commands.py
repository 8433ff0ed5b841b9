"""Runs `kg` in processes of their own, each a copy of this one, in which models and tables are loaded already.

In: one command a line on standard input, as JSON: the file for what it says, the seconds of user time after which
it is killed (0 for never), and its arguments. Out: for each two lines: its process, and when it has ended its status,
negative for a signal, and the seconds of user time that it took.
"""

import json
import os
import signal
import sys

import kg.pipeline
from kg.article import understand
from kg.cli import app, main
from kg.model import Document, Reading
from kg.reader import reader
from kg.resolve import resolve
from kg.store.vocabulary import fingerprint, rules

ARTICLE = (
    "The president of France met the chancellor of Germany in Berlin on Monday. They thanked the minister of Italy."
)


def warm():
    """Load what a build needs. No store is opened: the threads of its engine would not be in the copies."""
    reading = understand(Document("a.txt", ARTICLE, "en"))
    assert isinstance(reading, Reading)
    resolve([reading])
    reader("en", {}, 0.0)
    rules()
    fingerprint()
    assert app.app


def run(said, seconds, *arguments):
    # The kernel ends it there and then, as by `kill -9`: nothing handles this signal. Where in the build that is
    # does not depend on what else the machine does, as it would by the clock.
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    number = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(number, 1)
    os.dup2(number, 2)
    sys.argv = ["kg", *arguments]
    try:
        main()
    except SystemExit as end:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(int(end.code or 0))
    os._exit(0)


if __name__ == "__main__":
    # So that a small build is stored in several parts, as a large one is.
    kg.pipeline.BATCH = 2
    warm()
    for line in sys.stdin:
        child = os.fork()
        if not child:
            run(*json.loads(line))
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        _, status, used = os.wait4(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)} {used.ru_utime}\n")
        sys.stdout.flush()
