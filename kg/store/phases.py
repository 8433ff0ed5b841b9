"""The phases of writing, so that a process may die in any of them.

In: the file of readings and the graph. Out: marks that say how far the graph has come, and what brings it on:

1. what follows from the readings is written to the file of readings, with what the graph lacks then, in one
   transaction;
2. the graph is brought to it (`kg.store.journal`), and is safe on the disk;
3. it is published, and what was to be done is forgotten.

Whoever opens the store to write ends what another began. Only a graph that is made wholly anew is written before the
transaction ends; until then it is marked as half made.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable
from itertools import chain, islice
from pathlib import Path
from typing import Final

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from kg.errors import StoreError
from kg.graph.iri import BASE
from kg.graph.namespaces import ONTOLOGY_GRAPH
from kg.store import journal, records
from kg.store.difference import apply, difference
from kg.store.published import About, publish
from kg.store.records import mark, set_mark
from kg.store.vocabulary import fingerprint, load_vocabulary

GRAPH: Final = "graph"
# What RocksDB reads first; without it, it takes a folder for a new store.
FIRST: Final = "CURRENT"

# Marks. The version of the program that made the graph; "" where it is to be made anew.
MADE_BY: Final = "made by"
HALF: Final = "half made"
# The fingerprint of the ontology that is in the graph.
ONTOLOGY: Final = "ontology"
UNPUBLISHED: Final = "unpublished"
# The named graphs there were before somebody began to change the graph by hand.
BY_HAND: Final = "by hand"
# The named graphs that were made by hand.
KEPT: Final = "kept"
YES: Final = "yes"
# So many quads are loaded at once: Oxigraph holds them in memory, by itself a million and more.
LOADED: Final = 100_000


def open_graph(folder: Path, connection: sqlite3.Connection, base: str | None) -> pyoxigraph.Store:
    """Open the graph to write, with the ontology as it is now, and end what another process began.

    Raises StoreError where it is lost, and with it what was made by hand.
    """
    place = folder / GRAPH
    lost = not (place / FIRST).exists()
    if lost and by_hand(connection):
        raise StoreError(f"The graph of the store {folder} is lost; 'kg repair --store {folder}' makes it anew")
    with records.transaction(connection):
        if lost and records.generation(connection):
            set_mark(connection, HALF, YES)
        if lost:
            set_mark(connection, MADE_BY, "")
            set_mark(connection, ONTOLOGY, "")
        if base is not None and base != mark(connection, "base", BASE):
            set_mark(connection, "base", base)
            records.advance(connection)
            set_mark(connection, MADE_BY, "")
    graph = pyoxigraph.Store(str(place))
    _learn(connection, graph)
    finish(folder, connection, graph)
    return graph


def _learn(connection: sqlite3.Connection, graph: pyoxigraph.Store) -> None:
    now = fingerprint()
    if mark(connection, ONTOLOGY, "") != now:
        load_vocabulary(graph)
        graph.flush()
        set_mark(connection, ONTOLOGY, now)


def finish(folder: Path, connection: sqlite3.Connection, graph: pyoxigraph.Store) -> None:
    """Do what was written to be done, publish it where that is due, and forget it."""
    if mark(connection, BY_HAND, ""):
        end_by_hand(connection, graph)
    if journal.redo(connection, graph):
        graph.flush()
    if mark(connection, UNPUBLISHED, ""):
        publish(folder, graph, about(connection))
    if mark(connection, UNPUBLISHED, "") or journal.waits(connection):
        with records.transaction(connection):
            journal.forget(connection)
            set_mark(connection, UNPUBLISHED, "")


def about(connection: sqlite3.Connection) -> About:
    """What readers are to know of the graph as it is now."""
    return About(mark(connection, "base", BASE), mark(connection, ONTOLOGY, ""))


def note_unpublished(connection: sqlite3.Connection, changed: bool) -> None:
    """Mark that the graph is to be published, where it changed."""
    if changed:
        set_mark(connection, UNPUBLISHED, YES)


def is_stale(connection: sqlite3.Connection) -> bool:
    """Whether the graph is not what the readings give."""
    behind = mark(connection, "fused", "0") != str(records.generation(connection))
    return behind or is_half_made(connection) or journal.waits(connection)


def half_made(connection: sqlite3.Connection) -> None:
    """Mark that the graph is about to be made anew."""
    with records.transaction(connection):
        set_mark(connection, MADE_BY, "")
        set_mark(connection, HALF, YES)


def is_half_made(connection: sqlite3.Connection) -> bool:
    """Whether the making of the graph was begun and not ended."""
    return bool(mark(connection, HALF, ""))


def whole(connection: sqlite3.Connection, made_by: str) -> None:
    """Mark that the graph was made wholly."""
    set_mark(connection, MADE_BY, made_by)
    set_mark(connection, HALF, "")


def fill(graph: pyoxigraph.Store, quads: Iterable[Quad], kept: Collection[str]) -> int:
    """Bring the graph to these quads, and no others but the ontology and what is kept; says how many changed."""
    if not any(quad.graph_name != ONTOLOGY_GRAPH for quad in graph):
        before = len(graph)
        rest = iter(quads)
        for first in rest:
            graph.bulk_extend(chain((first,), islice(rest, LOADED - 1)))
        graph.flush()
        return len(graph) - before
    change = difference(graph, set(quads), kept)
    apply(graph, change)
    graph.flush()
    return len(change.added) + len(change.removed) + len(change.dropped)


def by_hand(connection: sqlite3.Connection) -> set[str]:
    """The named graphs that were made by hand."""
    return set(json.loads(mark(connection, KEPT, "[]")))


def begin_by_hand(connection: sqlite3.Connection, graph: pyoxigraph.Store) -> None:
    """Mark that somebody is about to change the graph."""
    set_mark(connection, BY_HAND, json.dumps(sorted(_named(graph))))


def end_by_hand(connection: sqlite3.Connection, graph: pyoxigraph.Store) -> None:
    """Keep which named graphs were made; all else is made anew by the next build."""
    graph.flush()
    before, after = set(json.loads(mark(connection, BY_HAND, "[]"))), _named(graph)
    with records.transaction(connection):
        set_mark(connection, KEPT, json.dumps(sorted((after - before) | (by_hand(connection) & after))))
        set_mark(connection, MADE_BY, "")
        set_mark(connection, BY_HAND, "")
        set_mark(connection, UNPUBLISHED, YES)


def bring_back(
    connection: sqlite3.Connection, graph: pyoxigraph.Store, names: Iterable[str], quads: Iterable[Quad]
) -> None:
    """Write named graphs that were made by hand before, some of which may be empty."""
    kept = by_hand(connection) | set(names)
    for name in kept:
        graph.add_graph(NamedNode(name))
    graph.extend(quads)
    graph.flush()
    with records.transaction(connection):
        set_mark(connection, KEPT, json.dumps(sorted(kept)))
        set_mark(connection, UNPUBLISHED, YES)


def forget_graph(connection: sqlite3.Connection) -> None:
    """Mark that the graph is gone, and with it all that was to be done to it."""
    with records.transaction(connection):
        journal.forget(connection)
        set_mark(connection, MADE_BY, "")
        set_mark(connection, HALF, YES)
        for name in (KEPT, BY_HAND, UNPUBLISHED):
            connection.execute("DELETE FROM marks WHERE name = ?", (name,))


def _named(graph: pyoxigraph.Store) -> set[str]:
    return {each.value for each in graph.named_graphs() if isinstance(each, NamedNode)}
