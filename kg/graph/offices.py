"""Which offices the graph speaks of, and their nodes.

In: a resolution. Out: each office with the country or organisation it is of. An office of nobody known is left
out: it would be one node for the presidents of all countries.
"""

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode, Quad

from kg.graph import iri, literals
from kg.graph.facts import known_office, office_caption, office_of
from kg.graph.index import Index
from kg.graph.namespaces import LABEL, OFFICE, OFFICE_OF, TYPE
from kg.model import Resolution

Office = tuple[str, str]


def office_node(index: Index, office: str, target: str | None) -> NamedNode | None:
    """Give the node of an office; two ids that mean the same office of a country give one node."""
    holder = office_of(office, target)
    if holder is None:
        return None
    found = known_office(office, index.entities[holder])
    return iri.office(index.base, found.identifier if found else office, holder)


def office_quads(offices: Iterable[Office], index: Index) -> Iterator[Quad]:
    """Give a node for each office and country or organisation it is of ("Foreign Minister of Syria")."""
    for office, holder in sorted(set(offices)):
        node = office_node(index, office, holder)
        if node is not None:
            yield Quad(node, TYPE, OFFICE)
            yield Quad(node, LABEL, literals.name(office_caption(office, index.entities[holder])))
            yield Quad(node, OFFICE_OF, index.nodes[holder])


def offices(resolution: Resolution) -> Iterator[Office]:
    """Give the offices that relations lead to, with whose they are; those of events are among them."""
    for relation in resolution.relations:
        holder = relation.office and office_of(relation.office, relation.object)
        if relation.office and holder:
            yield relation.office, holder


def event_offices(resolution: Resolution) -> Mapping[str, Office]:
    """Give the identifier of an event → the office it is about, where one of its parties holds just one such office."""
    held: dict[tuple[str, str], set[Office]] = {}
    for relation in resolution.relations:
        holder = relation.office and office_of(relation.office, relation.object)
        if relation.office and holder:
            held.setdefault((relation.subject, relation.office), set()).add((relation.office, holder))
    found: dict[str, Office] = {}
    for event in resolution.events:
        known = {each for role in event.roles for each in held.get((role.filler, event.office or ""), ())}
        if len(known) == 1:
            found[event.identifier] = next(iter(known))
    return found
