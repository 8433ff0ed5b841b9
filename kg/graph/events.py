"""Fused events and their direct triples.

In: resolved events, and the mentions that tell of them. Out: quads in the default graph.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import NamedNode, Quad

from kg.graph import literals
from kg.graph.direct import direct_quads
from kg.graph.index import Index
from kg.graph.namespaces import (
    ACTUAL,
    CONFIDENCE,
    DATE_IMPLIED,
    DERIVED_FROM,
    LABEL,
    MODALITY,
    SOURCES,
    TOPIC,
    TYPE,
    term,
)
from kg.graph.offices import office_node
from kg.graph.sentences import sentence
from kg.graph.times import time_values
from kg.model import ResolvedEvent
from kg.ontology import load_ontology

# The roles that a direct triple leads from and to.
SIDES: Final = ("agent", "recipient")


def event_quads(
    events: Iterable[ResolvedEvent],
    index: Index,
    mentions: Mapping[str, Iterable[NamedNode]],
    offices: Mapping[str, tuple[str, str]],
) -> Iterator[Quad]:
    """Each event with class, roles, time, standing and evidence; then, for actual ones, the direct triples.

    `mentions`: identifier of an event → its mentions; `offices`: identifier of an event → the office it is about.
    """
    for event in events:
        node = index.nodes[event.identifier]
        yield Quad(node, TYPE, term(event.type))
        yield Quad(node, LABEL, literals.text(sentence(event, index), "en"))
        for role in dict.fromkeys(event.roles):
            yield Quad(node, term(role.name), index.nodes[role.filler])
        office = event.identifier in offices and office_node(index, *offices[event.identifier])
        if office:
            yield Quad(node, TOPIC, office)
        for predicate, value in time_values(event.time):
            yield Quad(node, predicate, value)
        if event.implied:
            yield Quad(node, DATE_IMPLIED, literals.boolean(event.implied))
        yield Quad(node, MODALITY, term(event.modality))
        yield Quad(node, CONFIDENCE, literals.decimal(event.confidence))
        yield Quad(node, SOURCES, literals.integer(index.sources(member.document for member in event.members)))
        for mention in dict.fromkeys(mentions.get(event.identifier, ())):
            yield Quad(node, DERIVED_FROM, mention)


def actual_quads(events: Iterable[ResolvedEvent], index: Index) -> Iterator[Quad]:
    """Give the direct triples of what has happened; what is planned, possible or denied has none."""
    for event in events:
        if event.modality == ACTUAL:
            sides = {name: [index.nodes[role.filler] for role in event.roles if role.name == name] for name in SIDES}
            yield from direct_quads(load_ontology().event_types[event.type], *sides.values())
