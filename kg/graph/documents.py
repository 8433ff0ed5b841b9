"""A document's own graph: its node, its mentions, its claims.

In: a reading and the index of what is fused. Out: quads in the graph that the document names, and the mentions
that tell of each fused event.
"""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import iri, literals
from kg.graph.claims import entity_claims, event_claims, relation_claims
from kg.graph.index import Index
from kg.graph.mentions import Reference, mention_quads
from kg.graph.namespaces import ARTICLE, CONTEXT, COPY_OF, TEXT, TYPE, term
from kg.model import Document, Reading


def document_quads(reading: Reading, index: Index) -> Iterator[Quad]:
    """All evidence of one document; whatever the resolution left out leaves no trace here either."""
    document = reading.document
    node = iri.document(index.base, document.identifier)
    for predicate, value in _metadata(document):
        yield Quad(node, predicate, value, node)
    if document.identifier in index.origins:
        yield Quad(node, COPY_OF, iri.document(index.base, index.origins[document.identifier]), node)
    references = _references(reading, index)
    yield from event_claims(reading, node, index)
    yield from entity_claims(reading, node, index)
    yield from dict.fromkeys(relation_claims(reading, node, index, references))
    yield from mention_quads(document, node, references)


def tellings(reading: Reading, index: Index) -> Iterator[tuple[str, NamedNode]]:
    """Give the identifier of a fused event and a mention of it, for each of the document's triggers."""
    node = iri.document(index.base, reading.document.identifier)
    for event in reading.events:
        fused = index.identifier(reading.document.identifier, event.key)
        if fused is not None:
            for trigger in event.triggers:
                yield fused, iri.mention(node, trigger.start, trigger.end)


def _metadata(document: Document) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    yield TYPE, ARTICLE
    yield TYPE, CONTEXT
    yield TEXT, literals.text(document.text)
    yield term("dcterms:identifier"), literals.text(document.identifier)
    yield term("schema:inLanguage"), literals.text(document.language)
    if document.headline:
        yield term("schema:headline"), literals.text(document.headline, document.language)
    if document.date:
        yield term("schema:datePublished"), literals.day(document.date)
    if document.publisher:
        yield term("schema:publisher"), literals.text(document.publisher)
    if document.url:
        yield term("schema:url"), literals.text(document.url)


def _references(reading: Reading, index: Index) -> list[Reference]:
    identifier = reading.document.identifier
    found: list[Reference] = []
    for key, mentions in (
        *((entity.key, entity.mentions) for entity in reading.entities),
        *((event.key, event.triggers) for event in reading.events),
    ):
        node = index.node(identifier, key)
        if node is not None:
            found += ((mention, node) for mention in mentions)
    return found
