"""The graph follows: from units that changed to the quads to add and to remove.

In: a SQLite connection that knows which unit gives which shared quads, the graph, and units. Out: a `Difference`,
with the knowledge of shared quads brought up to date.
"""

import sqlite3
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from kg.graph.unit import Unit
from kg.store.difference import Difference

TABLE = (
    "CREATE TABLE IF NOT EXISTS support (quad TEXT, unit TEXT, PRIMARY KEY (quad, unit)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS support_unit ON support (unit)",
)


def prepare(connection: sqlite3.Connection) -> None:
    """Make the table of shared quads where there is none."""
    for statement in TABLE:
        connection.execute(statement)


def every_quad(connection: sqlite3.Connection, units: Iterable[Unit]) -> Iterator[Quad]:
    """The quads that units give, where these are all; a shared one comes as often as units give it."""
    connection.execute("DELETE FROM support")
    for unit in units:
        share(connection, unit)
        yield from unit.own
        yield from unit.shared


def follow(connection: sqlite3.Connection, graph: Store, units: Iterable[Unit]) -> Difference:
    """What leads from the graph to one in which these units are as they are now."""
    added: set[Quad] = set()
    removed: set[Quad] = set()
    moved: set[str] = set()
    for unit in units:
        before = set(_own(graph, unit))
        added |= unit.own - before
        removed |= before - unit.own
        moved |= share(connection, unit)
    for text in moved:
        (quad,) = parse(text, format=RdfFormat.N_QUADS)
        there = quad in graph
        wanted = connection.execute("SELECT 1 FROM support WHERE quad = ? LIMIT 1", (text,)).fetchone() is not None
        if wanted and not there:
            added.add(quad)
        elif there and not wanted:
            removed.add(quad)
    return Difference(_sorted(added), _sorted(removed), ())


def share(connection: sqlite3.Connection, unit: Unit) -> set[str]:
    """Write which shared quads a unit gives; gives those it did not before, or no longer does."""
    before = {quad for (quad,) in connection.execute("SELECT quad FROM support WHERE unit = ?", (unit.name,))}
    after = {f"{quad} ." for quad in unit.shared}
    connection.executemany(
        "DELETE FROM support WHERE quad = ? AND unit = ?", ((quad, unit.name) for quad in before - after)
    )
    connection.executemany("INSERT INTO support VALUES (?, ?)", ((quad, unit.name) for quad in after - before))
    return before ^ after


def _own(graph: Store, unit: Unit) -> Iterator[Quad]:
    """The quads of a unit's scope that are in the graph, with what is named as a part of its subject."""
    if unit.scope is None:
        return
    subject, name = unit.scope
    for quad in graph.quads_for_pattern(subject, None, None, name):
        yield quad
        part = quad.object
        if subject is not None and isinstance(part, NamedNode) and part.value.startswith(f"{subject.value}#"):
            yield from graph.quads_for_pattern(part, None, None, name)


def _sorted(quads: set[Quad]) -> tuple[Quad, ...]:
    return tuple(sorted(quads, key=str))
