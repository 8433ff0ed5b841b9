"""A part of a store that is a store itself: what a picture shows, with its evidence.

In: a store, its digest, a picture. Out: a `Part` in memory, which can be asked and exported like the whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.graph.iri import document_of
from kg.graph.namespaces import DERIVED_FROM, ONTOLOGY_GRAPH, SAME_AS, TEXT, TYPE, term
from kg.ontology import load_ontology
from kg.serve.api.digest import Bond, Digest
from kg.serve.api.picture import Picture, is_office
from kg.store import Readable


@dataclass(frozen=True, slots=True)
class Part:
    """The graph of a part, with the ontology as in the whole, and the base of its IRIs."""

    graph: pyoxigraph.Store
    base: str


def part(store: Readable, digest: Digest, view: Picture) -> Part:
    """Copy what a picture shows: its nodes' names, its events with their sentences and articles, its relations."""
    copy = pyoxigraph.Store()
    copy.extend(store.graph.quads_for_pattern(None, None, None, ONTOLOGY_GRAPH))
    for iri in view.nodes:
        copy.extend(_described(store.graph, iri))
    for event in {tie.event.iri: tie.event for tie in view.ties if tie.event}.values():
        copy.extend(_told(store.graph, event.iri))
    for tie in view.ties:
        if tie.event is None:
            copy.extend(_bonds(store.graph, digest, tie.source, tie.target))
        else:
            direct = load_ontology().event_types[tie.event.kind].direct
            if direct:
                copy.extend(_stated(store.graph, tie.source, direct, tie.target))
                copy.extend(_stated(store.graph, tie.target, direct, tie.source))
    return Part(copy, store.base)


def _described(graph: pyoxigraph.Store, iri: str) -> Iterator[Quad]:
    """What is said of a thing alone: its class, names, Wikidata item, number."""
    for quad in graph.quads_for_pattern(NamedNode(iri), None, None, DefaultGraph()):
        if isinstance(quad.object, Literal) or quad.predicate in {TYPE, SAME_AS}:
            yield quad


def _told(graph: pyoxigraph.Store, iri: str) -> Iterator[Quad]:
    """An event, its mentions and the articles they are in, without the articles' text."""
    documents = set()
    for quad in graph.quads_for_pattern(NamedNode(iri), None, None, DefaultGraph()):
        yield quad
        if quad.predicate == DERIVED_FROM and isinstance(quad.object, NamedNode):
            yield from graph.quads_for_pattern(quad.object, None, None, None)
            documents.add(document_of(quad.object.value))
    for document in sorted(documents):
        for quad in graph.quads_for_pattern(NamedNode(document), None, None, None):
            if quad.predicate != TEXT:
                yield quad


def _bonds(graph: pyoxigraph.Store, digest: Digest, source: str, target: str) -> Iterator[Quad]:
    """The lasting relations from one to the other, also by an office that one holds and that is of the other."""
    for bond in digest.bonds_of.get(source, ()):
        if bond.subject == source and bond.object == target:
            yield from _bond(graph, bond)
        elif bond.subject == source and is_office(digest, bond.object):
            for other in digest.bonds_of.get(bond.object, ()):
                if (other.subject, other.object) == (bond.object, target):
                    yield from _bond(graph, bond)
                    yield from _bond(graph, other)
                    yield from _described(graph, bond.object)


def _bond(graph: pyoxigraph.Store, bond: Bond) -> Iterator[Quad]:
    return _stated(graph, bond.subject, bond.name, bond.object)


def _stated(graph: pyoxigraph.Store, subject: str, name: str, target: str) -> Iterator[Quad]:
    return graph.quads_for_pattern(NamedNode(subject), term(name), NamedNode(target), DefaultGraph())
