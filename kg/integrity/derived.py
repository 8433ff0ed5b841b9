"""What is kept, compared with what the readings give when all of them are resolved at once.

In: the file of readings, the graph. Out: what was checked, and the faults.
"""

import sqlite3
from collections.abc import Iterator
from functools import partial

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.graph.namespaces import ONTOLOGY_GRAPH
from kg.integrity.fresh import Fresh, fresh
from kg.integrity.part import Part, Progress, shown
from kg.integrity.tables import differing
from kg.store import records
from kg.store.follow import share
from kg.store.phases import MADE_BY, by_hand
from kg.store.rulings import rulings
from kg.store.vocabulary import load_vocabulary, rules

NAME = "resolution"
OTHER = "not compared: another version of the program, its ontology or the imported knowledge made the graph"


def check_derived(connection: sqlite3.Connection, graph: pyoxigraph.Store, base: str, progress: Progress) -> Part:
    """Compare tables and graph with what the readings give."""
    if records.mark(connection, MADE_BY, "") != rules():
        return Part(NAME, f"{OTHER}, or it was changed by hand; the next build makes it anew")
    identifiers = tuple(records.identifiers(connection))
    progress(f"{NAME}: resolving all articles at once", 0, len(identifiers))
    with fresh(identifiers, partial(records.one, connection), rulings(connection), base) as made:
        different = shown((*_other_ontology(graph), *_different(connection, graph, made, progress)))
        tables = shown(differing(connection, made.connection))
    return Part(
        NAME, f"{len(identifiers):,} articles resolved at once: the same tables, the same quads", different + tables
    )


def _other_ontology(graph: pyoxigraph.Store) -> Iterator[str]:
    """Whether the ontology in the graph is that of the program."""
    wanted = pyoxigraph.Store()
    load_vocabulary(wanted)
    there, given = set(graph.quads_for_pattern(None, None, None, ONTOLOGY_GRAPH)), set(wanted)
    if there != given:
        yield f"The ontology in the graph lacks {len(given - there):,} quads and has {len(there - given):,} more"


def _different(
    connection: sqlite3.Connection, graph: pyoxigraph.Store, made: Fresh, progress: Progress
) -> Iterator[str]:
    """Quads that the graph lacks, and quads that nothing gives."""
    wanted = 0
    for number, unit in enumerate(made.units):
        progress(f"{NAME}: comparing the graph", number, 0)
        share(made.connection, unit)
        wanted += len(unit.own)
        yield from (f"The graph lacks {quad}" for quad in sorted(unit.own, key=str) if quad not in graph)
    for quad in _shared(made):
        wanted += 1
        if quad not in graph:
            yield f"The graph lacks {quad}"
    apart = {ONTOLOGY_GRAPH, *map(NamedNode, by_hand(connection))}
    there = sum(quad.graph_name not in apart for quad in graph)
    if there > wanted:
        yield f"The graph has {there - wanted:,} quads that nothing gives"


def _shared(made: Fresh) -> Iterator[Quad]:
    for (text,) in made.connection.execute("SELECT DISTINCT quad FROM support"):
        yield from parse(text, format=RdfFormat.N_QUADS)
