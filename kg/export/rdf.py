"""The graph as RDF, in every syntax.

In: a store. Out: bytes, the same for the same store. Formats with named graphs keep the evidence in them; the
others hold all triples together. The ontology stays out: it is the same for all.
"""

from collections.abc import Iterator

import rdflib
from pyoxigraph import DefaultGraph, Quad, RdfFormat, Triple, serialize

from kg.graph.namespaces import ONTOLOGY_GRAPH, PREFIXES
from kg.store import Store

FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
}


def rdf(store: Store, ending: str) -> bytes:
    """The store in the syntax of a file name's ending (a key of FORMATS)."""
    form = FORMATS[ending]
    statements = list(_quads(store)) if form.supports_datasets else _triples(store)
    named = {} if form in (RdfFormat.N_TRIPLES, RdfFormat.N_QUADS) else dict(PREFIXES)
    return serialize(statements, format=form, prefixes=named) or b""


def to_rdflib(store: Store) -> rdflib.Dataset:
    """The store as an rdflib Dataset in memory, prefixes bound; its default graph is the union of all."""
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=rdf(store, ".nq"), format="nquads")
    for prefix, iri in PREFIXES.items():
        dataset.bind(prefix, iri)
    return dataset


def _quads(store: Store) -> Iterator[Quad]:
    yield from sorted((quad for quad in store.graph if quad.graph_name != ONTOLOGY_GRAPH), key=_order)


def _triples(store: Store) -> list[Triple]:
    found = {Triple(quad.subject, quad.predicate, quad.object) for quad in _quads(store)}
    return sorted(found, key=str)


def _order(quad: Quad) -> tuple[bool, str, str]:
    return not isinstance(quad.graph_name, DefaultGraph), str(quad.graph_name), str(quad.triple)
