"""Direct triples: the short form of an actual event, agent → recipient.

In: an event's sides and its class. Out: triples by the class' direct property and by the direct properties
above it, so that whoever asks for kg:spokeWith also finds meetings.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import permutations, product

from pyoxigraph import NamedNode, Quad

from kg.graph.namespaces import PREFIXES, term
from kg.ontology import EventType, load_ontology
from kg.ontology.load import statements
from kg.ontology.turtle import local


def direct_quads(kind: EventType, agents: Sequence[NamedNode], recipients: Sequence[NamedNode]) -> Iterator[Quad]:
    """Each agent with each recipient; for a symmetric property every two of all sides, both ways."""
    if kind.direct is None:
        return
    sides = tuple(dict.fromkeys((*agents, *recipients)))
    pairs = permutations(sides, 2) if kind.symmetric else product(agents, recipients)
    for subject, object_ in pairs:
        if subject != object_:
            for name in (kind.direct, *_above(kind.direct)):
                yield Quad(subject, term(name), object_)


@cache
def _above(name: str) -> tuple[str, ...]:
    """Give the direct properties that a direct property implies, directly or over others."""
    direct = {each.direct for each in load_ontology().event_types.values()}
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for parent in statements().names(term(waiting.pop()).value, term("rdfs:subPropertyOf").value):
            if parent.startswith(PREFIXES["kg"]) and local(parent) not in found:
                found.add(local(parent))
                waiting.append(local(parent))
    return tuple(sorted(found & direct))
