"""A part of the graph, and what of the graph it is.

In: quads. Out: what can be compared with the part as it was, and put in its place.
"""

from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode, Quad

# Subject and graph: all quads of the one in the other, of any subject where that is None.
Scope = tuple[NamedNode | None, NamedNode | DefaultGraph]


@dataclass(frozen=True, slots=True)
class Unit:
    """Part of the graph.

    `own` are all quads in `scope`; `shared` are quads that other units may give as well.
    """

    name: str
    scope: Scope | None
    own: frozenset[Quad]
    shared: frozenset[Quad]
