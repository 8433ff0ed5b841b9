"""Entities and events as a person names them, and where they are mentioned.

In: an open store, an IRI, identifier or name. Out: nodes of the graph and their mentions.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.errors import Stop
from kg.graph import iri
from kg.graph.namespaces import (
    ALTERNATIVE,
    ANCHOR,
    BEGIN,
    END,
    LABEL,
    MODALITY,
    PREFERRED,
    QUOTE,
    REFERENCE_CONTEXT,
    REFERS_TO,
    TYPE,
    term,
)
from kg.model import Anchor
from kg.store import Store

FUSED = DefaultGraph()
IDENTIFIER = term("dcterms:identifier")
# So many namesakes are listed for the person to choose from.
LISTED = 10


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of a thing: where it stands, its words and the sentence around it."""

    anchor: Anchor
    words: str
    quote: str

    @property
    def name(self) -> str:
        """The mention as a person types it."""
        return f"{self.anchor.document}#char={self.anchor.start},{self.anchor.end}"


def thing(store: Store, name: str) -> NamedNode:
    """Give the entity or event of an IRI, an identifier (the IRI's last part) or a name.

    Raises Stop where there is none, or where several are named so.
    """
    for node in _by_identifier(store.base, name):
        if _any(store, node, TYPE):
            return node
    for predicates in ((LABEL,), (PREFERRED, ALTERNATIVE)):
        found = sorted(_named(store, name, predicates), key=str)
        if len(found) == 1:
            return found[0]
        if found:
            listed = "".join(f"\n  {each.value}" for each in found[:LISTED])
            raise Stop(f"{len(found)} things are named {name!r}; say which by its IRI:{listed}")
    raise Stop(f"The store {store.path} has no entity or event {name!r}")


def _by_identifier(base: str, name: str) -> Iterator[NamedNode]:
    plain = name.strip("<>")
    if re.match(r"[a-z][a-z0-9+.-]*:", plain):
        try:
            yield NamedNode(plain)
        except ValueError:
            return
    else:
        identifier = plain.removeprefix("entity/").removeprefix("event/")
        yield iri.entity(base, identifier)
        yield iri.event(base, identifier)


def _named(store: Store, name: str, predicates: tuple[NamedNode, ...]) -> set[NamedNode]:
    return {
        quad.subject
        for predicate in predicates
        for quad in store.graph.quads_for_pattern(None, predicate, None, FUSED)
        if isinstance(quad.object, Literal)
        and isinstance(quad.subject, NamedNode)
        and quad.object.value.casefold() == name.casefold()
    }


def is_event(store: Store, node: NamedNode) -> bool:
    """Whether it is an event, not an entity."""
    return _any(store, node, MODALITY)


def _any(store: Store, node: NamedNode, predicate: NamedNode) -> bool:
    return next(iter(store.graph.quads_for_pattern(node, predicate, None, FUSED)), None) is not None


def label(store: Store, node: NamedNode) -> str:
    """The label, else the IRI."""
    return next((_text(quad.object) for quad in store.graph.quads_for_pattern(node, LABEL, None, FUSED)), node.value)


def places(store: Store, node: NamedNode) -> tuple[Place, ...]:
    """The mentions, by article and position."""
    found = (quad.subject for quad in store.graph.quads_for_pattern(None, REFERS_TO, node))
    return tuple(
        sorted((place(store, each) for each in found if isinstance(each, NamedNode)), key=lambda each: each.anchor)
    )


def place(store: Store, mention: NamedNode) -> Place:
    """Give a mention."""

    def value(subject: NamedNode, predicate: NamedNode) -> str:
        return next((_text(quad.object) for quad in store.graph.quads_for_pattern(subject, predicate, None)), "")

    document = NamedNode(value(mention, REFERENCE_CONTEXT))
    begin, end = int(value(mention, BEGIN)), int(value(mention, END))
    return Place(Anchor(value(document, IDENTIFIER), begin, end), value(mention, ANCHOR), value(mention, QUOTE))


def _text(node: object) -> str:
    return node.value if isinstance(node, Literal | NamedNode) else str(node)
