"""Claims: what one article alone says of a fused event, entity or relation.

In: a reading and the index of what is fused. Out: quads in the article's graph. The fused event has one date
and one modality; where articles differ, each article's own are at its claim, under names of their own
(kg:claimedDate), so that a query over all graphs still finds one date for one event.
"""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import iri, literals
from kg.graph.index import Index
from kg.graph.mentions import Reference
from kg.graph.namespaces import (
    CLAIM,
    CLAIMED_COUNT,
    CLAIMED_DATE,
    CLAIMED_MODALITY,
    CLAIMS,
    DERIVED_FROM,
    OBJECT,
    PREDICATE,
    SUBJECT,
    TYPE,
    term,
)
from kg.graph.relations import related
from kg.model import Event, Mention, Reading, ResolvedRelation

Statement = tuple[NamedNode, NamedNode | Literal]


def event_claims(reading: Reading, node: NamedNode, index: Index) -> Iterator[Quad]:
    """Give a claim for each fused event the article tells: its date, modality and roles as told here."""
    identifier = reading.document.identifier
    told: dict[str, list[Event]] = {}
    for event in reading.events:
        fused = index.identifier(identifier, event.key)
        if fused is not None:
            told.setdefault(fused, []).append(event)
    for fused, events in sorted(told.items()):
        statements: list[Statement] = [(CLAIMS, index.nodes[fused])]
        for event in events:
            statements += _said_of_event(event, identifier, index)
        mentions = [trigger for event in events for trigger in event.triggers]
        yield from _claim(iri.claim(node, fused), node, statements, mentions)


def entity_claims(reading: Reading, node: NamedNode, index: Index) -> Iterator[Quad]:
    """Give a claim for each fused entity of which the article says how many it is."""
    claimed: dict[str, tuple[list[Statement], list[Mention]]] = {}
    for entity in reading.entities:
        fused = index.identifier(reading.document.identifier, entity.key)
        if fused is not None and entity.count is not None:
            statements, mentions = claimed.setdefault(fused, ([(CLAIMS, index.nodes[fused])], []))
            statements.append((CLAIMED_COUNT, literals.integer(entity.count)))
            mentions += entity.mentions
    for fused, (statements, mentions) in sorted(claimed.items()):
        yield from _claim(iri.claim(node, fused), node, statements, mentions)


def relation_claims(reading: Reading, node: NamedNode, index: Index, references: list[Reference]) -> Iterator[Quad]:
    """Give a claim (an RDF statement) for each relation the article states; its evidence is added to `references`."""
    for relation in reading.relations:
        subject = index.identifier(reading.document.identifier, relation.subject)
        target = relation.object and index.identifier(reading.document.identifier, relation.object)
        value = subject and related(index, target, relation.office)
        if not subject or not value:
            continue
        claim = iri.relation_claim(node, ResolvedRelation(relation.name, subject, target, relation.office, ()))
        references.append((relation.evidence, claim))
        parts: list[Statement] = [(SUBJECT, index.nodes[subject]), (PREDICATE, term(relation.name)), (OBJECT, value)]
        yield from _claim(claim, node, parts, [relation.evidence])


def _claim(
    claim: NamedNode, node: NamedNode, statements: Iterable[Statement], mentions: Iterable[Mention]
) -> Iterator[Quad]:
    yield Quad(claim, TYPE, CLAIM, node)
    for predicate, value in sorted(set(statements), key=str):
        yield Quad(claim, predicate, value, node)
    for start, end in sorted({(mention.start, mention.end) for mention in mentions}):
        yield Quad(claim, DERIVED_FROM, iri.mention(node, start, end), node)


def _said_of_event(event: Event, document: str, index: Index) -> Iterator[Statement]:
    yield CLAIMED_MODALITY, term(event.modality)
    date = literals.date(event.time.value) if event.time and not event.implied else None
    if date is not None:
        yield CLAIMED_DATE, date
    for role in event.roles:
        filler = index.node(document, role.filler)
        if filler is not None:
            yield term(f"claimed{role.name[:1].upper()}{role.name[1:]}"), filler
