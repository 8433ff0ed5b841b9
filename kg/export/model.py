"""What every writer reads: a network of nodes and edges with typed columns, and how it is drawn.

In: nothing. Out: types only. A node or edge has what all have as fields; the rest stands in `values`, in the order
of the network's columns, None where there is nothing to say. Lists are text, joined by " | ".
"""

from collections.abc import Mapping
from dataclasses import dataclass

SEPARATOR = " | "

Value = str | int | float | bool | None
# First and last day of something, in ISO form (2025-12-14).
Span = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """A kind of value that nodes or edges have: its name, its title for people, and its type in Python.

    `many` says that text is a list, `day` that it is a day.
    """

    name: str
    title: str
    type: type[str] | type[int] | type[float] | type[bool]
    many: bool = False
    day: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """Something that is drawn as a point; `kind` is the local name of its class, `spans` when it is told of."""

    identifier: str
    label: str
    kind: str
    spans: tuple[Span, ...] = ()
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """Something that is drawn as a line from node `source` to node `target` (identifiers).

    `relation` is a property's local name or other text, `label` the same as words, `stance` a name of the ontology's
    stances, `weight` how many events (or mentions) it stands for, `spans` their days.
    """

    source: str
    target: str
    relation: str
    label: str
    stance: str
    weight: int = 1
    spans: tuple[Span, ...] = ()
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """A whole graph: nodes sorted by identifier, edges by ends and relation, so that it is always the same."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    node_columns: tuple[Column, ...] = ()
    edge_columns: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """How a node is drawn: its radius and colour ("#rrggbb"), and where (None: wherever the reader puts it)."""

    size: float
    colour: str
    x: float | None = None
    y: float | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A network with a look for each of its nodes, in their order, and the colour of each stance."""

    network: Network
    looks: tuple[Look, ...]
    stances: Mapping[str, str]
