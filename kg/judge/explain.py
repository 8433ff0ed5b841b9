"""Why these mentions are one: the judgements about a thing, in words.

In: an open store and a thing as a person names it. Out: text for a person.
"""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from kg.graph.namespaces import (
    ALIKE,
    COMPARES,
    DECISION,
    FEATURE,
    JUDGES,
    LABEL,
    NOTE,
    RULING,
    SAME,
    SAME_AS,
    SCORE,
    TYPE,
    WEIGHT,
)
from kg.judge.things import FUSED, Place, label, place, places, thing
from kg.resolve import feature_meaning
from kg.store import Store

# So many mentions are shown of each thing, unless all are asked for.
SHOWN = 20
NONE_MADE = "Nothing was merged: one article tells of it, or all say the same of it."


def explain(store: Store, name: str, every: bool = False) -> str:
    """Say why the mentions of an entity or event are one: each judgement with score, features and evidence.

    `every`: all mentions, not only the first. Raises Stop where there is no such thing, or several are named so.
    """
    node = thing(store, name)
    return "\n".join([*_head(store, node), "", *_judgements(store, node), "", *_mentions(places(store, node), every)])


def _head(store: Store, node: NamedNode) -> Iterator[str]:
    kinds = sorted(_local(quad.object) for quad in store.graph.quads_for_pattern(node, TYPE, None, FUSED))
    yield f"{label(store, node)} ({', '.join(kinds)})"
    yield node.value
    yield from (_value(quad.object) for quad in store.graph.quads_for_pattern(node, SAME_AS, None, FUSED))


def _judgements(store: Store, node: NamedNode) -> Iterator[str]:
    found = {quad.subject for quad in store.graph.quads_for_pattern(None, JUDGES, node)}
    texts = sorted(
        (tuple(_judgement(store, each, node)) for each in found if isinstance(each, NamedNode)), reverse=True
    )
    yield "Why they are one:" if texts else NONE_MADE
    for lines in texts:
        yield from lines


def _judgement(store: Store, judgement: NamedNode, about: NamedNode) -> Iterator[str]:
    said = _Said(store, judgement)
    same = said.value(DECISION) == SAME.value
    ruled = RULING.value in {_value(quad.object) for quad in said.quads(TYPE)}
    evidence = sorted(
        (place(store, quad.object) for quad in said.quads(COMPARES) if isinstance(quad.object, NamedNode)),
        key=lambda each: each.anchor,
    )
    author = "  by a person" + (f": {said.value(NOTE)}" if said.value(NOTE) else "") if ruled else ""
    yield f"  {float(said.value(SCORE) or 0):.2f}  {'one' if same else 'not one'}{author}"
    for each in evidence:
        yield f'        "{each.words}"  {each.name}'
    if not same:
        others = {_value(quad.object) for quad in said.quads(JUDGES)} - {about.value}
        yield from (f"        apart from {each}" for each in sorted(others))
    if said.value(ALIKE):
        yield f"        said alike in {said.value(ALIKE)} articles"
    yield from sorted(_features(store, said))


def _features(store: Store, said: "_Said") -> Iterator[str]:
    for quad in said.quads(FEATURE):
        if isinstance(quad.object, NamedNode):
            feature = _Said(store, quad.object)
            name = feature.value(LABEL)
            yield f"        {name} {float(feature.value(WEIGHT)):+.2f}  {feature_meaning(name)}"


def _mentions(found: tuple[Place, ...], every: bool) -> Iterator[str]:
    articles = len({each.anchor.document for each in found})
    yield f"Mentions: {len(found)}, in {articles} article{'' if articles == 1 else 's'}"
    shown = found if every else found[:SHOWN]
    yield from (f'  {each.name}  "{each.words}"' for each in shown)
    if len(shown) < len(found):
        yield f"  and {len(found) - len(shown)} more (--all shows them)"


class _Said:
    """What the graph says of one node."""

    def __init__(self, store: Store, node: NamedNode) -> None:
        self._found = list(store.graph.quads_for_pattern(node, None, None))

    def quads(self, predicate: NamedNode) -> list[Quad]:
        return [quad for quad in self._found if quad.predicate == predicate]

    def value(self, predicate: NamedNode) -> str:
        return next((_value(quad.object) for quad in self.quads(predicate)), "")


def _value(node: object) -> str:
    return str(getattr(node, "value", node))


def _local(node: object) -> str:
    return _value(node).rsplit("#", 1)[-1]
