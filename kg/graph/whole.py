"""Readings and what they say together become the graph of the contract.

In: readings and their resolution. Out: quads: each document's evidence in the graph the document names, what
is fused from all documents in the default graph, why it is fused in a graph of judgements. No triple stands in
two graphs, so that queries over their union count nothing twice.
"""

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode, Quad

from kg.graph import iri
from kg.graph.documents import document_quads, tellings
from kg.graph.entities import entity_quads
from kg.graph.events import actual_quads, event_quads
from kg.graph.facts import with_surroundings
from kg.graph.index import Index, index
from kg.graph.iri import BASE
from kg.graph.judgements import judgement_quads
from kg.graph.offices import event_offices, office_quads, offices
from kg.graph.relations import relation_quads
from kg.graph.tenures import tenure_quads
from kg.model import Document, Reading, Resolution


def graph(readings: Iterable[Reading], resolution: Resolution, base: str = BASE) -> Iterator[Quad]:
    """All quads of the graph, each once, in an order that depends on the documents' identifiers only.

    `base` begins every IRI of the data. Raises Stop where it is no absolute IRI.
    """
    lookups = index(with_surroundings(resolution), iri.checked_base(base))
    mentions: dict[str, list[NamedNode]] = {}
    documents: dict[str, Document] = {}
    for reading in sorted(readings, key=lambda each: each.document.identifier):
        documents[reading.document.identifier] = reading.document
        yield from document_quads(reading, lookups)
        for identifier, mention in tellings(reading, lookups):
            mentions.setdefault(identifier, []).append(mention)
    yield from dict.fromkeys(_fused(resolution, lookups, mentions))
    yield from dict.fromkeys(_tenures(resolution, lookups, documents))
    yield from judgement_quads(resolution.judgements, lookups)


def _tenures(resolution: Resolution, lookups: Index, documents: Mapping[str, Document]) -> Iterator[Quad]:
    for relation in resolution.relations:
        for identifier in relation.documents:
            if identifier in documents:
                yield from tenure_quads(relation, documents[identifier], lookups)


def _fused(resolution: Resolution, lookups: Index, mentions: Mapping[str, list[NamedNode]]) -> Iterator[Quad]:
    yield from entity_quads(lookups.entities.values(), lookups)
    yield from office_quads(offices(resolution), lookups)
    yield from event_quads(resolution.events, lookups, mentions, event_offices(resolution))
    yield from relation_quads(resolution.relations, lookups)
    yield from actual_quads(resolution.events, lookups)
