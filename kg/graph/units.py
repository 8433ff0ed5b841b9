"""The graph in units: each article, entity, event and judgement with the quads it gives.

In: kept resolution and what changed in it. Out: the units that are not as they were. A unit that is gone has no
quads; all units together are the whole graph.
"""

from collections.abc import Callable, Iterator

from pyoxigraph import DefaultGraph, Quad

from kg.gazetteer import entry
from kg.graph import iri
from kg.graph.documents import document_quads
from kg.graph.entities import entity_quads
from kg.graph.events import actual_quads, event_quads
from kg.graph.facts import country, office_of, unnamed
from kg.graph.index import Index
from kg.graph.judgements import judgement_node, judgement_quads
from kg.graph.looked import looked
from kg.graph.offices import event_offices, office_quads, offices
from kg.graph.relations import relation_quads
from kg.graph.tenures import tenure_quads
from kg.graph.unit import Unit
from kg.model import Reading, Resolution, ResolvedEvent
from kg.resolve import (
    Changes,
    Kept,
    events_around,
    office_holders,
    relations_of,
    relations_stated,
    triggers_of,
)

NONE: frozenset[Quad] = frozenset()


def units(kept: Kept, changes: Changes, load: Callable[[str], Reading | None], base: str) -> Iterator[Unit]:
    """Give the units that changed."""
    index = looked(kept, base)
    documents = changes.documents | office_holders(kept, changes.labels)
    for identifier in sorted(documents):
        yield _document(kept, identifier, load(identifier), index)
    for identifier in sorted(changes.entities):
        yield _entity(identifier, index)
    for identifier in sorted(events_around(kept, changes)):
        yield _event(kept, identifier, index)
    yield from _judgements(changes, index)


def _document(kept: Kept, identifier: str, reading: Reading | None, index: Index) -> Unit:
    node = iri.document(index.base, identifier)
    own = frozenset(document_quads(reading, index)) if reading else frozenset()
    return Unit(f"document {identifier}", (None, node), own, frozenset(_stated(kept, identifier, reading, index)))


def _stated(kept: Kept, identifier: str, reading: Reading | None, index: Index) -> Iterator[Quad]:
    """The lasting relations an article states, with the offices they lead to and when they were held."""
    relations = relations_stated(kept, identifier) if reading else ()
    yield from relation_quads(relations, index)
    yield from office_quads(offices(Resolution(relations=relations)), index)
    for relation in relations:
        if reading:
            yield from tenure_quads(relation, reading.document, index)
        holder = office_of(relation.office, relation.object) if relation.office else None
        if holder and holder != relation.object:
            yield from entity_quads([unnamed(entry(holder))], index)


def _entity(identifier: str, index: Index) -> Unit:
    entity = index.entities.get(identifier)
    shared: list[Quad] = []
    if entity is not None and entity.members:
        shared += entity_quads([entity], index)
        belongs = country(entity)
        if belongs is not None:
            shared += entity_quads([unnamed(entry(belongs[1]))], index)
    return Unit(f"entity {identifier}", None, frozenset(), frozenset(shared))


def _event(kept: Kept, identifier: str, index: Index) -> Unit:
    event = index.events.get(identifier)
    scope = (iri.event(index.base, identifier), DefaultGraph())
    if event is None:
        return Unit(f"event {identifier}", scope, frozenset(), frozenset())
    told = [
        iri.mention(iri.document(index.base, each.document), each.start, each.end)
        for each in triggers_of(kept, event.members)
    ]
    quads = event_quads([event], index, {identifier: told}, _office(kept, event))
    return Unit(f"event {identifier}", scope, frozenset(quads), frozenset(actual_quads([event], index)))


def _office(kept: Kept, event: ResolvedEvent) -> dict[str, tuple[str, str]]:
    if not event.office:
        return {}
    relations = [each for role in event.roles for each in relations_of(kept, role.filler, event.office)]
    return dict(event_offices(Resolution(events=(event,), relations=tuple(relations))))


def _judgements(changes: Changes, index: Index) -> Iterator[Unit]:
    graph = iri.judgements(index.base)
    there = changes.after | (changes.renamed - changes.before)
    now = {judgement_node(each, index.base): each for each in there}
    gone = {judgement_node(each, index.base) for each in changes.before - there} - now.keys()
    for node, judgement in sorted(now.items(), key=lambda each: each[0].value):
        if judgement not in changes.before or judgement in changes.renamed:
            yield Unit(f"judgement {node.value}", (node, graph), frozenset(judgement_quads([judgement], index)), NONE)
    for node in sorted(gone, key=str):
        yield Unit(f"judgement {node.value}", (node, graph), NONE, NONE)
