"""The ontology inside a store, so that queries can ask for sub-classes and sub-properties.

In: the Turtle files of the ontology. Out: their triples in the graph kg:ontology.
"""

import hashlib

from pyoxigraph import CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, Store, parse

from kg.graph.namespaces import ONTOLOGY_GRAPH
from kg.ontology import ontology_files


def fingerprint() -> str:
    """SHA-256 of the ontology's files: changes when they do."""
    digest = hashlib.sha256()
    for file in ontology_files():
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def load_vocabulary(store: Store) -> None:
    """Replace the graph kg:ontology by the triples of the files; blank nodes get the same names each time."""
    triples = Dataset(
        Quad(quad.subject, quad.predicate, quad.object)
        for file in ontology_files()
        for quad in parse(path=file, format=RdfFormat.TURTLE, rename_blank_nodes=True)
    )
    triples.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    store.clear_graph(ONTOLOGY_GRAPH)
    store.extend(Quad(quad.subject, quad.predicate, quad.object, ONTOLOGY_GRAPH) for quad in triples)
