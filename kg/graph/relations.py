"""Lasting relations between fused entities.

In: resolved relations. Out: quads in the default graph.
"""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from kg.graph.index import Index
from kg.graph.namespaces import term
from kg.graph.offices import office_node
from kg.model import ResolvedRelation


def related(index: Index, target: str | None, office: str | None) -> NamedNode | None:
    """Give what a relation leads to: an office of `target`, or the entity `target` itself."""
    if office is not None:
        return office_node(index, office, target)
    return None if target is None else index.nodes[target]


def relation_quads(relations: Iterable[ResolvedRelation], index: Index) -> Iterator[Quad]:
    """One triple for each relation; relations that lead nowhere say nothing."""
    for relation in relations:
        value = related(index, relation.object, relation.office)
        if value is not None:
            yield Quad(index.nodes[relation.subject], term(relation.name), value)
