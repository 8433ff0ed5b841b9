"""The SHACL shapes of the ontology, checked by pySHACL.

In: an open store's graph. Out: violations. The graph is copied into rdflib first: over an adapter to Oxigraph
pySHACL is a hundred times slower.
"""

from collections.abc import Iterator

import pyshacl
from pyoxigraph import RdfFormat, serialize
from pyoxigraph import Store as Quads
from rdflib import SH, Graph
from rdflib.term import Node

from kg.ontology import shapes_file
from kg.validate.violation import Violation


def broken_shapes(graph: Quads) -> Iterator[Violation]:
    """Give what the shapes find in all graphs together."""
    shapes = Graph().parse(shapes_file(), format="turtle")
    _, report, _ = pyshacl.validate(copied(graph), shacl_graph=shapes, inference="none")
    for result in report.subjects(SH.resultSeverity, SH.Violation):
        path = _last(report.value(result, SH.resultPath))
        message = str(report.value(result, SH.resultMessage) or "")
        rule = f"{path}: {message}" if path else message
        yield Violation(str(report.value(result, SH.focusNode)), rule, str(report.value(result, SH.value) or ""))


def copied(graph: Quads) -> Graph:
    """All graphs of a store as one rdflib graph."""
    triples = serialize((quad.triple for quad in graph), format=RdfFormat.N_TRIPLES)
    return Graph().parse(data=triples or b"", format="nt")


def _last(node: Node | None) -> str:
    return "" if node is None else str(node)
