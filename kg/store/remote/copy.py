"""The graph that an endpoint holds, copied to this machine.

In: an endpoint. Out: a `Copy` that can be asked like a store: all that a build wrote there. What others keep in the
same place is left alone: a copy has the graphs, and the triples of the default graph, whose names begin like ours.
"""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.graph import iri
from kg.graph.namespaces import ONTOLOGY_GRAPH
from kg.store.remote.endpoint import Endpoint
from kg.store.remote.mark import Mark, marks
from kg.store.remote.rows import Term, rows

# So many named graphs are asked for at a time.
BATCH: Final = 200


@dataclass(frozen=True, slots=True)
class Copy:
    """`graph` can be asked; `base` begins the IRIs of its data; `mark` says which state it is."""

    graph: pyoxigraph.Store
    base: str
    mark: Mark


def held(endpoint: Endpoint) -> Mark:
    """Give the mark of the one graph of ours that an endpoint holds.

    Raises StoreError where there is none, or several.
    """
    found = marks(endpoint)
    if not found:
        raise StoreError(f"The endpoint {endpoint.url} holds no graph of ours; 'kg build --store' writes one")
    if len(found) > 1:
        bases = ", ".join(each.base for each in found)
        raise StoreError(f"The endpoint {endpoint.url} holds several graphs of ours ({bases}): they must be kept apart")
    return found[0]


@contextmanager
def copied(endpoint: Endpoint) -> Iterator[Copy]:
    """A copy in a temporary folder, for the time of the block.

    Raises StoreError where the endpoint cannot be read.
    """
    mark = held(endpoint)
    with tempfile.TemporaryDirectory(prefix="kg-") as folder:
        graph = Path(folder) / "graph"
        fetch(endpoint, mark.base, graph)
        yield Copy(pyoxigraph.Store.read_only(str(graph)), mark.base, mark)


def fetch(endpoint: Endpoint, base: str, folder: Path) -> None:
    """Copy what is there into a new folder. Raises StoreError where the endpoint cannot be read."""
    graph = pyoxigraph.Store(str(folder))
    for names in _batches(_names(endpoint, base)):
        graph.bulk_extend(_named(endpoint, names))
    graph.bulk_extend(_fused(endpoint, base, graph))
    graph.flush()


def _names(endpoint: Endpoint, base: str) -> list[NamedNode]:
    """The graphs that are ours, but for that of the mark."""
    wanted = f'STRSTARTS(STR(?g), "{base}") && ?g != {iri.state(base)} || ?g = {ONTOLOGY_GRAPH}'
    found = rows(endpoint, f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER({wanted}) }}")
    return sorted((name for (name,) in found if isinstance(name, NamedNode)), key=str)


def _batches(names: Iterable[NamedNode]) -> Iterator[list[NamedNode]]:
    iterator = iter(names)
    while batch := list(islice(iterator, BATCH)):
        yield batch


def _named(endpoint: Endpoint, names: Iterable[NamedNode]) -> Iterator[Quad]:
    values = " ".join(map(str, names))
    for name, *triple in rows(endpoint, f"SELECT ?g ?s ?p ?o {{ VALUES ?g {{ {values} }} GRAPH ?g {{ ?s ?p ?o }} }}"):
        if isinstance(name, NamedNode):
            yield _quad(triple, name)


def _fused(endpoint: Endpoint, base: str, there: pyoxigraph.Store) -> Iterator[Quad]:
    """The triples of the default graph: many servers show those of all graphs there, and no triple stands in two."""
    apart = (iri.documents(base), iri.judgement_nodes(base), iri.state(base).value)
    wanted = " && ".join([f'STRSTARTS(STR(?s), "{base}")', *(f'!STRSTARTS(STR(?s), "{each}")' for each in apart)])
    for triple in rows(endpoint, f"SELECT ?s ?p ?o {{ ?s ?p ?o FILTER({wanted}) }}"):
        quad = _quad(triple)
        if next(iter(there.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)), None) is None:
            yield quad


def _quad(triple: Iterable[Term | None], name: NamedNode | None = None) -> Quad:
    subject, predicate, value = triple
    if (
        isinstance(subject, NamedNode | BlankNode)
        and isinstance(predicate, NamedNode)
        and isinstance(value, NamedNode | BlankNode | Literal)
    ):
        return Quad(subject, predicate, value, name)
    raise StoreError(f"The endpoint gives what is no triple: {subject} {predicate} {value}")
