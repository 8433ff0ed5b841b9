"""Who acts for whom: a minister for the country, a fighter for the group, a ministry for the state.

In: readings and resolved entities. Out: for each identifier all it may stand for in an event, itself included.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.gazetteer import entry
from kg.model import Member, Reading, ResolvedEntity
from kg.ontology import load_ontology

DEPTH = 3


def acts_for(
    readings: Iterable[Reading], entities: Iterable[ResolvedEntity], identifiers: Mapping[Member, str]
) -> dict[str, frozenset[str]]:
    """Map each identifier to those it acts for, over relations that the ontology says carry standing."""
    direct: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        _add_relations(direct, reading, identifiers)
    known = set()
    for entity in entities:
        known.add(entity.identifier)
        country = entry(entity.entry).country if entity.entry else None
        if country and any(load_ontology().entity_types[each].acts for each in entity.types):
            direct[entity.identifier].add(country)
    return {each: closure(each, direct, DEPTH) for each in sorted(known | set(direct))}


def _add_relations(direct: dict[str, set[str]], reading: Reading, identifiers: Mapping[Member, str]) -> None:
    document = reading.document.identifier
    for relation in reading.relations:
        subject, target = Member(document, relation.subject), Member(document, relation.object or "")
        if relation.name in load_ontology().standing and subject in identifiers and target in identifiers:
            direct[identifiers[subject]].add(identifiers[target])


def closure(start: str, direct: Mapping[str, set[str]], steps: int) -> frozenset[str]:
    """All that so many steps lead to, the start included."""
    found, edge = {start}, {start}
    for _ in range(steps):
        edge = {each for one in edge for each in direct.get(one, ())} - found
        found |= edge
    return frozenset(found)
