"""Events as nodes between those who take part in them: a graph of two parts.

In: facts. Out: a sketch. An edge leads from who acts to the event, and from the event to everything else.
"""

from collections.abc import Iterator

from kg.export.facts import Facts, Happening
from kg.export.views.entities import AGENT, words
from kg.export.views.sketch import Point, Sketch, Tie, point
from kg.ontology import load_ontology


def events(facts: Facts) -> Sketch:
    """The view: events of every modality, with the entities that take part in one."""
    active = {filler for event in facts.happenings.values() for _, filler in event.roles}
    things = (point(thing) for iri, thing in facts.things.items() if iri in active)
    happenings = (event_point(event) for event in facts.happenings.values())
    return Sketch((*things, *happenings), tuple(_ties(facts)))


def event_point(event: Happening) -> Point:
    """An event as a point."""
    return Point(
        event.iri,
        event.label,
        event.kind,
        modality=event.modality,
        confidence=event.confidence,
        articles=event.articles,
        spans=(event.span,) if event.span else (),
    )


def _ties(facts: Facts) -> Iterator[Tie]:
    for event in facts.happenings.values():
        stance = load_ontology().event_types[event.kind].stance
        for role, filler in event.roles:
            source, target = (filler, event.iri) if role == AGENT else (event.iri, filler)
            yield Tie(
                source, target, role, words(role), stance, event.iri, event.span, event.articles, event.confidence
            )
