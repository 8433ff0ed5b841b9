"""Events and entities as rows, for notebooks.

In: a store. Out: tuples in the order of the fields of `kg.library.EventRow` and `EntityRow`.
"""

from collections import defaultdict

from kg.export.selection import ENTITIES, SIDES, local, select
from kg.store import Readable

EVENTS = """
SELECT ?event ?kind ?label ?date ?modality ?confidence ?sources WHERE {
  { SELECT DISTINCT ?kind WHERE { GRAPH kg:ontology { ?kind rdfs:subClassOf+ kg:Event } } }
  ?event a ?kind ; rdfs:label ?label ; kg:modality ?modality .
  OPTIONAL { ?event kg:date ?exact } OPTIONAL { ?event kg:earliest ?earliest }
  BIND(COALESCE(?exact, ?earliest) AS ?date)
  OPTIONAL { ?event kg:confidence ?confidence } OPTIONAL { ?event kg:sources ?sources }
}"""


def events(
    store: Readable,
) -> list[tuple[str, str, str, tuple[str, ...], tuple[str, ...], str, str, float, int]]:
    """All events by day and label."""
    names = {identifier: label for identifier, _, label, _ in entities(store)}
    sides: dict[tuple[str, str], list[str]] = defaultdict(list)
    for event, role, entity in select(store, SIDES):
        sides[(event, local(role))].append(names.get(entity, entity))
    found = [
        (
            event,
            local(kind),
            label,
            tuple(sorted(sides[(event, "agent")])),
            tuple(sorted(sides[(event, "recipient")])),
            date,
            local(modality),
            float(confidence or 1),
            int(sources or 1),
        )
        for event, kind, label, date, modality, confidence, sources in set(select(store, EVENTS))
    ]
    return sorted(found, key=lambda each: (each[5], each[2], each[0]))


def entities(store: Readable) -> list[tuple[str, str, str, str]]:
    """All entities by label."""
    found = {(iri, local(kind), label, local(wikidata)) for iri, kind, label, wikidata in select(store, ENTITIES)}
    return sorted(found, key=lambda each: (each[2], each[0]))
