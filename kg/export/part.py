"""The part of the RDF graph that a selection is.

In: the quads of a store, what is selected. Out: those quads that speak of nothing else: entities and events with
their roles, the direct triples that follow from these events, lasting relations, and the evidence of all these.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.export.facts import Facts
from kg.export.model import SEPARATOR, Network
from kg.export.selection import local
from kg.export.views.entities import AGENT, RECIPIENT, filled
from kg.graph.direct import direct_quads
from kg.graph.namespaces import ACTUAL, CLAIMS, DERIVED_FROM, OBJECT, OFFICE_OF, PREDICATE, REFERS_TO, SUBJECT
from kg.ontology import load_ontology


@dataclass(frozen=True, slots=True)
class Selection:
    """IRIs of what is selected, and the statements between entities that go with it."""

    resources: frozenset[str]
    ties: frozenset[tuple[str, str, str]]


def selection(networks: Iterable[Network], facts: Facts, quads: Iterable[Quad]) -> Selection:
    """What the nodes and edges of networks stand for."""
    resources: set[str] = set()
    lasting: set[tuple[str, str, str]] = set()
    for network in networks:
        place = [column.name for column in network.edge_columns].index("events")
        resources.update(node.identifier for node in network.nodes)
        for edge in network.edges:
            resources.update(str(edge.values[place] or "").split(SEPARATOR))
            lasting.add((edge.source, edge.relation, edge.target))
    offices = {value(quad.subject): value(quad.object) for quad in quads if quad.predicate == OFFICE_OF}
    held = {
        (value(quad.subject), local(quad.predicate.value), value(quad.object))
        for quad in quads
        if (value(quad.subject), local(quad.predicate.value), offices.get(value(quad.object), "")) in lasting
    }
    resources.update(office for *_, office in held)
    resources.discard("")
    return Selection(frozenset(resources), frozenset(lasting | held | set(_direct(resources, facts))))


def _direct(resources: set[str], facts: Facts) -> Iterator[tuple[str, str, str]]:
    for iri in sorted(resources & facts.happenings.keys()):
        event = facts.happenings[iri]
        if event.modality == ACTUAL:
            agents, recipients = (
                [NamedNode(each) for each in filled(event, role) if each in resources] for role in (AGENT, RECIPIENT)
            )
            for quad in direct_quads(load_ontology().event_types[event.kind], agents, recipients):
                yield value(quad.subject), local(quad.predicate.value), value(quad.object)


def part(quads: list[Quad], chosen: Selection, facts: Facts) -> list[Quad]:
    """The quads of a selection, in their order."""
    fused = {value(quad.subject) for quad in quads if isinstance(quad.graph_name, DefaultGraph)}
    proofs = {value(quad.subject) for quad in quads} - fused
    evidence = _evidence(quads, chosen)
    return [
        quad
        for quad in quads
        if value(quad.subject) in (chosen.resources if value(quad.subject) in fused else evidence)
        and (value(quad.object) not in proofs or value(quad.object) in evidence)
        and (value(quad.object) not in fused or _tied(quad, chosen, facts))
    ]


def _tied(quad: Quad, chosen: Selection, facts: Facts) -> bool:
    """Whether a statement about two resources goes with the selection."""
    subject, target = value(quad.subject), value(quad.object)
    if subject in facts.things:
        return (subject, local(quad.predicate.value), target) in chosen.ties
    return target in chosen.resources


def _evidence(quads: Iterable[Quad], chosen: Selection) -> set[str]:
    """Mentions and claims of what is selected, what the claims are read from, and the articles they are in."""
    statements: dict[str, dict[NamedNode, str]] = defaultdict(dict)
    sources: dict[str, set[str]] = defaultdict(set)
    found: set[str] = set()
    for quad in quads:
        if isinstance(quad.graph_name, NamedNode):
            subject = value(quad.subject)
            if quad.predicate in (REFERS_TO, CLAIMS) and value(quad.object) in chosen.resources:
                found |= {subject, quad.graph_name.value}
            elif quad.predicate in (SUBJECT, PREDICATE, OBJECT):
                statements[subject][quad.predicate] = value(quad.object)
            elif quad.predicate == DERIVED_FROM:
                sources[subject] |= {value(quad.object), quad.graph_name.value}
    for claim, parts in statements.items():
        if (parts.get(SUBJECT), local(parts.get(PREDICATE, "")), parts.get(OBJECT)) in chosen.ties:
            found.add(claim)
    return found.union(*(sources[each] for each in found & sources.keys()))


def value(term: object) -> str:
    """The IRI of a node, or the term as it is written."""
    return term.value if isinstance(term, NamedNode) else str(term)
