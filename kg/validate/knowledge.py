"""Checks of what is fused: every event is told somewhere, everything has a class of ours, nothing is a loose end.

In: an open store's graph. Out: violations.
"""

from collections.abc import Iterator

from pyoxigraph import DefaultGraph, NamedNode
from pyoxigraph import Store as Quads

from kg.graph.namespaces import (
    DERIVED_FROM,
    LABEL,
    MODALITY,
    ONTOLOGY_GRAPH,
    PHRASE,
    PREFIXES,
    REFERS_TO,
    TERM_OF_OFFICE,
    TYPE,
)
from kg.ontology import load_ontology
from kg.validate.violation import Violation

FUSED = DefaultGraph()


def unproven_events(graph: Quads) -> Iterator[Violation]:
    """Events without a mention."""
    for event in graph.quads_for_pattern(None, MODALITY, None, FUSED):
        told = [quad.object for quad in graph.quads_for_pattern(event.subject, DERIVED_FROM, None, FUSED)]
        if not told:
            yield Violation(_name(event.subject), "event without a mention")
        for mention in told:
            if not isinstance(mention, NamedNode) or not _any(graph, mention, TYPE, PHRASE):
                yield Violation(_name(event.subject), "derived from what is no mention", _name(mention))


def undeclared_classes(graph: Quads) -> Iterator[Violation]:
    """Fused nodes whose class the ontology does not have."""
    ontology = load_ontology()
    declared = {PREFIXES["kg"] + name for name in (*ontology.entity_types, *ontology.event_types)}
    declared.add(TERM_OF_OFFICE.value)
    for quad in graph.quads_for_pattern(None, TYPE, None, FUSED):
        if _name(quad.object) not in declared:
            yield Violation(_name(quad.subject), "class is not declared in the ontology", _name(quad.object))
    for event in graph.quads_for_pattern(None, MODALITY, None, FUSED):
        kinds = [_name(quad.object) for quad in graph.quads_for_pattern(event.subject, TYPE, None, FUSED)]
        if len(kinds) != 1 or kinds[0].removeprefix(PREFIXES["kg"]) not in ontology.event_types:
            yield Violation(_name(event.subject), "event is not of one event class", ", ".join(sorted(kinds)))


def loose_ends(graph: Quads) -> Iterator[Violation]:
    """Nodes of ours that something leads to but that have no class or no label."""
    known = {quad.subject for quad in graph.quads_for_pattern(None, TYPE, None)}
    labelled = {quad.subject for quad in graph.quads_for_pattern(None, LABEL, None)}
    own = PREFIXES["kg"]
    found: set[Violation] = set()
    for quad in graph.quads_for_pattern(None, None, None, FUSED):
        if quad.subject not in known:
            found.add(Violation(_name(quad.subject), "node without a class"))
        if quad.subject not in labelled:
            found.add(Violation(_name(quad.subject), "node without rdfs:label"))
        leads = quad.predicate.value.startswith(own) and isinstance(quad.object, NamedNode)
        if leads and quad.object not in known:
            found.add(Violation(_name(quad.subject), f"{quad.predicate.value} leads nowhere", _name(quad.object)))
    for quad in graph.quads_for_pattern(None, REFERS_TO, None):
        if quad.graph_name != ONTOLOGY_GRAPH and quad.object not in known:
            found.add(Violation(_name(quad.subject), "itsrdf:taIdentRef leads nowhere", _name(quad.object)))
    yield from found


def _any(graph: Quads, subject: NamedNode, predicate: NamedNode, object_: NamedNode) -> bool:
    return next(iter(graph.quads_for_pattern(subject, predicate, object_)), None) is not None


def _name(node: object) -> str:
    return node.value if isinstance(node, NamedNode) else str(node)
