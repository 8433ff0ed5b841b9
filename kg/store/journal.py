"""What the graph lacks still: readings and graph are two databases, and a process may die between them.

In: a change of the graph. Out: it is written with what it follows from, in one transaction of the file of readings,
and done to the graph after that; doing it twice is doing it once. So whenever a process dies, the next one ends it.
"""

import sqlite3
from typing import Final

from pyoxigraph import RdfFormat, Store, parse

from kg.store.difference import Difference, apply

ADD: Final = "add"
REMOVE: Final = "remove"
# So many quads are done at a time.
SIZE: Final = 20_000


def note(connection: sqlite3.Connection, change: Difference) -> None:
    """Write what is to be done, within a transaction."""
    for operation, quads in ((REMOVE, change.removed), (ADD, change.added)):
        parts = (quads[start : start + SIZE] for start in range(0, len(quads), SIZE))
        rows = ((operation, "".join(f"{quad} .\n" for quad in part)) for part in parts)
        connection.executemany("INSERT INTO pending (operation, quads) VALUES (?, ?)", rows)


def redo(connection: sqlite3.Connection, graph: Store) -> bool:
    """Do what was written; says whether there was anything. It is forgotten with `forget`, once the graph is safe."""
    done = False
    for operation, text in connection.execute("SELECT operation, quads FROM pending ORDER BY number"):
        quads = tuple(parse(text, format=RdfFormat.N_QUADS))
        if operation == ADD:
            # Many are faster in files of their own; few would leave many small files.
            (graph.bulk_extend if len(quads) == SIZE else graph.extend)(quads)
        else:
            apply(graph, Difference((), quads, ()))
        done = True
    return done


def forget(connection: sqlite3.Connection) -> None:
    """Forget what was done."""
    connection.execute("DELETE FROM pending")


def waits(connection: sqlite3.Connection) -> bool:
    """Whether anything is to be done."""
    return connection.execute("SELECT 1 FROM pending LIMIT 1").fetchone() is not None
