"""The file of names: every name of every entity, event and article of a state of the store.

In: Oxigraph's store. Out: a SQLite file with a full-text index; entities come first in it, and of these what is
mentioned most.
"""

import os
import sqlite3
from collections import Counter, defaultdict
from contextlib import closing
from pathlib import Path
from typing import Final

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from kg.graph import namespaces as graph
from kg.graph.namespaces import term
from kg.serve.suggestions.names import ALTERNATIVE, LABEL, PREFERRED, folded

HEADLINE: Final = term("schema:headline")
ROLES: Final = (
    (graph.PREFERRED, PREFERRED),
    (graph.LABEL, LABEL),
    (HEADLINE, LABEL),
    (graph.ALTERNATIVE, ALTERNATIVE),
)
_TABLES: Final = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE things (
    id INTEGER PRIMARY KEY, iri TEXT NOT NULL, kinds TEXT NOT NULL, weight INTEGER NOT NULL, named INTEGER NOT NULL
);
CREATE TABLE names (
    id INTEGER PRIMARY KEY, thing INTEGER NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL,
    language TEXT NOT NULL, role INTEGER NOT NULL
);
CREATE VIRTUAL TABLE words USING fts5 (folded, content = '', detail = column, prefix = '1 2 3 4');
"""
_INDEXES: Final = """
CREATE INDEX names_folded ON names (folded);
CREATE INDEX names_thing ON names (thing);
"""

Name = tuple[str, str, int]


def write_index(store: pyoxigraph.Store, file: Path) -> int:
    """Write the file anew; says how many things it has. Raises OSError or sqlite3.Error where it cannot be written."""
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    names, kinds = _names(store), _kinds(store)
    weights = Counter(str(quad.object)[1:-1] for quad in store.quads_for_pattern(None, graph.REFERS_TO, None, None))
    order = sorted(names, key=lambda iri: (not _is_named(names[iri]), -weights[iri], iri))
    things = (
        (thing, iri, " ".join(sorted(kinds[iri])), weights[iri], _is_named(names[iri]))
        for thing, iri in enumerate(order)
    )
    rows = [
        (thing, text, folded(text), language, role)
        for thing, iri in enumerate(order)
        for text, language, role in sorted(names[iri])
    ]
    with closing(sqlite3.connect(beside)) as connection:
        connection.executescript(_TABLES)
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO things VALUES (?, ?, ?, ?, ?)", things)
        connection.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?, ?)", ((n, *row) for n, row in enumerate(rows)))
        connection.executemany(
            "INSERT INTO words (rowid, folded) VALUES (?, ?)", ((n, row[2]) for n, row in enumerate(rows))
        )
        connection.executescript(_INDEXES)
        connection.commit()
    beside.replace(file)
    return len(order)


def _names(store: pyoxigraph.Store) -> dict[str, set[Name]]:
    """IRI → its names, without what only the ontology names."""
    found: dict[str, set[Name]] = defaultdict(set)
    for predicate, role in ROLES:
        for quad in store.quads_for_pattern(None, predicate, None, None):
            thing, name = quad.subject, quad.object
            known = quad.graph_name == graph.ONTOLOGY_GRAPH
            if isinstance(thing, NamedNode) and isinstance(name, Literal) and not known:
                found[thing.value].add((name.value, name.language or "", role))
    return found


def _is_named(names: set[Name]) -> bool:
    """Whether a thing has names of its own, as entities do, and not only a sentence or headline about it."""
    return any(role != LABEL for _, _, role in names)


def _kinds(store: pyoxigraph.Store) -> dict[str, set[str]]:
    """IRI → the IRIs of its types."""
    found: dict[str, set[str]] = defaultdict(set)
    for quad in store.quads_for_pattern(None, graph.TYPE, None, None):
        if isinstance(quad.object, NamedNode) and isinstance(quad.subject, NamedNode):
            found[quad.subject.value].add(quad.object.value)
    return found
