"""Who did what to whom among states and organisations: people folded into those they act for.

In: facts. Out: a sketch. Whom somebody acts for is what the ontology says: relations that carry standing (an office,
a membership), and the nationality of classes that act for their country.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from kg.export.facts import Bond, Facts, Thing
from kg.export.views.entities import AGENT, RECIPIENT, filled, ties
from kg.export.views.sketch import Point, Sketch, Tie, point
from kg.graph.namespaces import ACTUAL
from kg.ontology import load_ontology

NATIONALITY, LOCATED, MEMBER = "nationality", "locatedIn", "memberOf"


def actors(facts: Facts) -> Sketch:
    """The view: what each side's people do is done by the side; `names` of a node are those who act for it."""
    above = principals(facts)
    members: dict[str, set[str]] = defaultdict(set)
    for iri, principal in above.items():
        if iri != principal:
            members[principal].add(facts.things[iri].label)
    found = tuple(_ties(facts, above))
    active = {end for tie in found for end in (tie.source, tie.target)}
    points = (_point(facts.things[iri], members[iri]) for iri in sorted(active))
    return Sketch(tuple(points), found)


def principals(facts: Facts) -> dict[str, str]:
    """For each entity the one it acts for in the end; itself where it acts for none."""
    superiors = _superiors(facts)
    return {iri: _last(iri, superiors) for iri in facts.things}


def _last(iri: str, superiors: Mapping[str, str]) -> str:
    met = {iri}
    while iri in superiors and superiors[iri] not in met:
        iri = superiors[iri]
        met.add(iri)
    return iri


def _superiors(facts: Facts) -> dict[str, str]:
    """Entity → whom it acts for directly: what most articles say, of the relation that counts most."""
    ontology = load_ontology()
    order = (*ontology.standing, NATIONALITY)
    choices: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for bond in facts.bonds:
        if bond.relation in order and _acts(facts, bond):
            choices[bond.subject].append((order.index(bond.relation), -len(bond.articles), bond.object))
    return {subject: min(found)[2] for subject, found in choices.items()}


def _acts(facts: Facts, bond: Bond) -> bool:
    """Whether the subject of a bond acts for its object, and not for itself."""
    if bond.subject not in facts.things or bond.object not in facts.things:
        return False
    ontology = load_ontology()
    kind = facts.things[bond.subject].kind
    if ontology.entity_types[kind].acts:
        return True
    bodies = (ontology.relation_types[LOCATED].range, ontology.relation_types[MEMBER].range)
    return bond.relation != NATIONALITY and not any(body and ontology.is_a(kind, body) for body in bodies)


def _ties(facts: Facts, above: Mapping[str, str]) -> list[Tie]:
    found: list[Tie] = []
    for event in facts.happenings.values():
        if event.modality == ACTUAL:
            agents, recipients = (
                [above[iri] for iri in filled(event, role) if iri in above] for role in (AGENT, RECIPIENT)
            )
            found += ties(event, agents, recipients)
    return found


def _point(thing: Thing, members: set[str]) -> Point:
    return replace(point(thing), names=tuple(sorted(members | {thing.label})))
