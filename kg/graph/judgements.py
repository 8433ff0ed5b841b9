"""Judgements: why what several articles tell of is one thing.

In: judgements of the resolution. Out: quads in the graph of judgements.
"""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import iri, literals
from kg.graph.index import Index
from kg.graph.namespaces import (
    ALIKE,
    COMPARES,
    DECISION,
    DIFFERENT,
    FEATURE,
    JUDGEMENT,
    JUDGES,
    LABEL,
    NOTE,
    RULING,
    SAME,
    SCORE,
    TYPE,
    WEIGHT,
)
from kg.model import Judgement


def judgement_quads(judgements: Iterable[Judgement], index: Index) -> Iterator[Quad]:
    """Give each judgement with its evidence: the two mentions, the decision, the features and what each adds."""
    graph = iri.judgements(index.base)
    for each in judgements:
        node = judgement_node(each, index.base)
        for subject, predicate, value in dict.fromkeys(_statements(each, node, index)):
            yield Quad(subject, predicate, value, graph)


def judgement_node(judgement: Judgement, base: str) -> NamedNode:
    """Give the node of a judgement: the same for the same two members, whatever the outcome."""
    one, other = sorted((judgement.one, judgement.other))
    kind = "alike" if judgement.alike else "judged"
    return iri.judgement(base, kind, one.document, one.key, other.document, other.key)


def _statements(
    each: Judgement, node: NamedNode, index: Index
) -> Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    yield node, TYPE, RULING if each.ruling is not None else JUDGEMENT
    for member in (each.one, each.other):
        judged = index.node(member.document, member.key)
        if judged is not None:
            yield node, JUDGES, judged
    for place in each.places:
        yield node, COMPARES, iri.mention(iri.document(index.base, place.document), place.start, place.end)
    yield node, DECISION, SAME if each.same else DIFFERENT
    yield node, SCORE, literals.decimal(each.score)
    if each.alike is not None:
        yield node, ALIKE, literals.integer(each.alike)
    if each.note:
        yield node, NOTE, literals.text(each.note)
    for name, weight in each.features:
        yield node, FEATURE, iri.feature(node, name)
        yield iri.feature(node, name), LABEL, literals.text(name, "en")
        yield iri.feature(node, name), WEIGHT, literals.decimal(weight)
