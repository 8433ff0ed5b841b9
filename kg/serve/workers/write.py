"""One change to the store, as a process: `python -m kg.serve.workers.write MEMORY_BYTES`.

In: a change on standard input, as JSON (`Change`). Out: on standard output an HTTP status, a reason,
and whether a graph was made that was not there. The change is done wholly or not at all.
"""

import json
import resource
import sys
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat

from kg.errors import QueryError, StoreError
from kg.graph.namespaces import PREFIXES
from kg.query.faults import clear_faults
from kg.serve.faults import Refused
from kg.serve.using import with_graphs
from kg.serve.workers.answer import node
from kg.serve.workers.change import DONE
from kg.store import open_store
from kg.store.difference import Difference, apply

Outcome = tuple[int, str, bool]


def write(change: Mapping[str, Any]) -> Outcome:
    """Do a change: its status, a reason where it was not done, and whether it made a graph."""
    try:
        work = _work(change)
        with open_store(change["store"], create=False) as store:
            name = node(change["name"]) if change["name"] else None
            there = name is None or store.graph.contains_named_graph(name)
            store.change(work, (Refused, QueryError))
        return DONE, "", not there
    except Refused as refused:
        return refused.status, refused.reason, False
    except QueryError as error:
        return 400, str(error), False
    except StoreError as error:
        return 503, str(error), False


def _work(change: Mapping[str, Any]) -> Callable[[pyoxigraph.Store], None]:
    if change["action"] == "update":
        return partial(_update, change=change)
    name = node(change["name"]) if change["name"] else DefaultGraph()
    added = _quads(change, name) if change["file"] else ()
    return partial(_graph, action=change["action"], name=name, added=added)


def _update(store: pyoxigraph.Store, change: Mapping[str, Any]) -> None:
    sparql = with_graphs(change["sparql"], change["using"], change["using_named"])
    with clear_faults(sparql, writes=True):
        store.update(sparql, base_iri=change["base"], prefixes=dict(PREFIXES))


def _graph(store: pyoxigraph.Store, action: str, name: NamedNode | DefaultGraph, added: tuple[Quad, ...]) -> None:
    """Add to a graph, replace or drop it."""
    named = isinstance(name, NamedNode)
    there = not named or store.contains_named_graph(name)
    if action == "drop" and not there:
        raise Refused(404, f"There is no graph {name}")
    emptied = action != "add" and there
    removed = tuple(store.quads_for_pattern(None, None, None, name)) if emptied and not named else ()
    apply(store, Difference(added, removed, (name,) if emptied and isinstance(name, NamedNode) else ()))
    if isinstance(name, NamedNode) and action != "drop":
        store.add_graph(name)


def _quads(change: Mapping[str, Any], name: NamedNode | DefaultGraph) -> tuple[Quad, ...]:
    """The triples of a file, for a graph. Raises Refused where it is no RDF of its media type."""
    form = RdfFormat.from_media_type(change["media_type"])
    if form is None or form in (RdfFormat.N_QUADS, RdfFormat.TRIG):
        raise Refused(415, f"{change['media_type'][:80]!r} is no syntax for a graph; use text/turtle or another of RDF")
    try:
        found = pyoxigraph.parse(
            path=change["file"],
            format=form,
            base_iri=change["base"],
            without_named_graphs=True,
            rename_blank_nodes=True,
        )
        return tuple(Quad(each.subject, each.predicate, each.object, name) for each in found)
    except (SyntaxError, ValueError, OSError) as error:
        raise Refused(400, f"The triples are malformed: {error}") from None


if __name__ == "__main__":
    memory = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    sys.stdout.write(json.dumps(write(json.loads(sys.stdin.buffer.read()))))
    sys.stdout.flush()
