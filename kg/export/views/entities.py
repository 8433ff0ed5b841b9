"""Entities as nodes; what has happened and what lasts between them as edges.

In: facts. Out: a sketch. Of an event each agent is tied with each recipient; of one whose sides are equal each pair.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from kg.export.facts import Facts, Happening
from kg.export.views.sketch import Sketch, Tie, point
from kg.graph.namespaces import ACTUAL
from kg.ontology import load_ontology

AGENT, RECIPIENT = "agent", "recipient"


def entities(facts: Facts) -> Sketch:
    """The view: only actual events make edges, as in the graph itself."""
    return Sketch(
        tuple(point(thing) for thing in facts.things.values()),
        (*event_ties(facts), *bond_ties(facts)),
    )


def event_ties(facts: Facts) -> Iterator[Tie]:
    """Ties between the sides of actual events."""
    for event in facts.happenings.values():
        if event.modality == ACTUAL:
            yield from ties(event, filled(event, AGENT), filled(event, RECIPIENT))


def ties(event: Happening, agents: Iterable[str], recipients: Iterable[str]) -> Iterator[Tie]:
    """Ties of one event, whose sides are given; none where its class has no direct property."""
    type_ = load_ontology().event_types[event.kind]
    if type_.direct is None:
        return
    pairs = (
        combinations(sorted({*agents, *recipients}), 2)
        if type_.symmetric
        else ((one, other) for one in sorted(set(agents)) for other in sorted(set(recipients)))
    )
    for source, target in pairs:
        yield Tie(
            source, target, type_.direct, words(type_.direct), type_.stance, event.iri, event.span, event.articles,
            event.confidence, type_.symmetric,
        )  # fmt: skip


def bond_ties(facts: Facts) -> Iterator[Tie]:
    """Ties for lasting relations; the label of an office is its title."""
    for bond in facts.bonds:
        yield Tie(bond.subject, bond.object, bond.relation, bond.label, articles=bond.articles)


def filled(event: Happening, role: str) -> list[str]:
    """What fills a role of an event."""
    return [filler for name, filler in event.roles if name == role]


def words(relation: str) -> str:
    """A property's name as words: "agreedCeasefireWith" gives "agreed ceasefire with"."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in relation).strip()
