"""All that a writer says of a node or edge besides its ends: fields and values as one row of typed columns.

In: nodes and edges. Out: columns, and rows of values in their order; what is unknown is None.
"""

from kg.export.model import SEPARATOR, Column, Edge, Network, Node, Span, Value

NODE_FIELDS = (
    Column("kind", "Kind", str),
    Column("first", "First day", str, day=True),
    Column("last", "Last day", str, day=True),
)
EDGE_FIELDS = (
    Column("relation", "Relation", str),
    Column("stance", "Stance", str),
    Column("first", "First day", str, day=True),
    Column("last", "Last day", str, day=True),
    Column("dates", "Days", str, many=True),
)


def node_columns(network: Network) -> tuple[Column, ...]:
    """The columns of `node_row`."""
    return NODE_FIELDS + network.node_columns


def edge_columns(network: Network) -> tuple[Column, ...]:
    """The columns of `edge_row`."""
    return EDGE_FIELDS + network.edge_columns


def node_row(node: Node) -> tuple[Value, ...]:
    """What is said of a node besides identifier and label."""
    return (node.kind, first(node.spans), last(node.spans), *node.values)


def edge_row(edge: Edge) -> tuple[Value, ...]:
    """What is said of an edge besides ends, label and weight."""
    return (edge.relation, edge.stance, first(edge.spans), last(edge.spans), days(edge.spans), *edge.values)


def first(spans: tuple[Span, ...]) -> str | None:
    """The first day of all; spans are sorted."""
    return spans[0][0] if spans else None


def last(spans: tuple[Span, ...]) -> str | None:
    """The last day of all."""
    if len(spans) < 2:
        return spans[0][1] if spans else None
    return max([span[1] for span in spans])


def days(spans: tuple[Span, ...]) -> str | None:
    """Every span as one day or two ("2025-12-14 | 2026-01-01/2026-01-31")."""
    return SEPARATOR.join([start if start == end else f"{start}/{end}" for start, end in spans]) or None


def merged(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The same days without overlaps, as timelines need them; `spans` are sorted."""
    if len(spans) < 2:
        return spans
    found = [spans[0]]
    for start, end in spans[1:]:
        if start > found[-1][1]:
            found.append((start, end))
        elif end > found[-1][1]:
            found[-1] = (found[-1][0], end)
    return tuple(found)
