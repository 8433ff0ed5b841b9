"""The graph as RDF, in every syntax but JSON-LD.

In: a store. Out: bytes, the same for the same store. Formats with named graphs keep the evidence in them; the
others hold all triples together. The ontology stays out: it is the same for all.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Quad, RdfFormat, serialize

from kg.graph.namespaces import ONTOLOGY_GRAPH, PREFIXES
from kg.store import Readable

if TYPE_CHECKING:
    import rdflib

FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".rdf": RdfFormat.RDF_XML,
}


def rdf(statements: Sequence[Quad], ending: str) -> bytes:
    """Quads, sorted, in the syntax of a file name's ending (a key of FORMATS)."""
    form = FORMATS[ending]
    triples = sorted({quad.triple for quad in statements}, key=str)
    named = {} if form in (RdfFormat.N_TRIPLES, RdfFormat.N_QUADS) else dict(PREFIXES)
    return serialize(statements if form.supports_datasets else triples, format=form, prefixes=named) or b""


def to_rdflib(store: Readable) -> "rdflib.Dataset":
    """The store as an rdflib Dataset in memory, prefixes bound; its default graph is the union of all."""
    import rdflib

    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=rdf(quads(store), ".nq"), format="nquads")
    for prefix, iri in PREFIXES.items():
        dataset.bind(prefix, iri)
    return dataset


def quads(store: Readable) -> list[Quad]:
    """All quads of a store but the ontology's, the fused ones first."""
    return sorted((quad for quad in store.graph if quad.graph_name != ONTOLOGY_GRAPH), key=_order)


def _order(quad: Quad) -> tuple[bool, str, str]:
    return not isinstance(quad.graph_name, DefaultGraph), str(quad.graph_name), str(quad.triple)
