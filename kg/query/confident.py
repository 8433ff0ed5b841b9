"""A graph without what is doubtful: events below a confidence, and the direct triples that only they support.

In: a graph and the least confidence of an event. Out: a graph in memory, a copy of the rest.
"""

from collections.abc import Iterator

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.direct import direct_quads
from kg.graph.events import SIDES
from kg.graph.namespaces import ACTUAL, CONFIDENCE, MODALITY, TYPE, term
from kg.ontology import load_ontology


def confident(graph: pyoxigraph.Store, least: float) -> pyoxigraph.Store:
    """Give a copy of a graph without the events of less confidence; mentions stay, for they are of the article."""
    doubtful = {
        quad.subject
        for quad in graph.quads_for_pattern(None, CONFIDENCE, None)
        if isinstance(quad.object, Literal) and float(quad.object.value) < least
    }
    actual = (quad.subject for quad in graph.quads_for_pattern(None, MODALITY, term(ACTUAL)))
    supported = [event for event in actual if isinstance(event, NamedNode) and event not in doubtful]
    stated = {statement for event in supported for statement in _stated(graph, event)}
    direct = {term(kind.direct) for kind in load_ontology().event_types.values() if kind.direct}
    copy = pyoxigraph.Store()
    copy.bulk_extend(
        quad
        for quad in graph
        if not {quad.subject, quad.object} & doubtful and (quad.predicate not in direct or quad in stated)
    )
    return copy


def _stated(graph: pyoxigraph.Store, event: NamedNode) -> Iterator[Quad]:
    """Give the direct triples that an event supports."""
    sides = [[each.object for each in graph.quads_for_pattern(event, term(side), None)] for side in SIDES]
    agents, recipients = ([node for node in found if isinstance(node, NamedNode)] for found in sides)
    kinds = {quad.object for quad in graph.quads_for_pattern(event, TYPE, None)}
    for name, kind in load_ontology().event_types.items():
        if term(name) in kinds:
            yield from direct_quads(kind, agents, recipients)
