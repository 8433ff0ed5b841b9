"""GraphML with typed keys, for Gephi, yEd, Cytoscape, igraph and networkx.

In: a drawing. Out: the pieces of a file. Gephi takes position, colour (r, g, b), size, label and weight from keys of
these names. Follows http://graphml.graphdrawing.org/specification.html.
"""

from collections.abc import Iterator, Mapping, Sequence

from kg.export.columns import edge_columns, edge_row, node_columns, node_row
from kg.export.formats.xml import quoted, rgb
from kg.export.layout import thickness
from kg.export.model import Column, Drawing, Edge, Look, Node, Value

TYPES = {str: "string", int: "int", float: "double", bool: "boolean"}
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
COLOUR = (Column("r", "Red", int), Column("g", "Green", int), Column("b", "Blue", int))
LABEL = Column("label", "Label", str)
NODE_FIELDS = (LABEL, Column("x", "x", float), Column("y", "y", float), Column("size", "Size", float), *COLOUR)
EDGE_FIELDS = (LABEL, Column("weight", "Weight", float), Column("thickness", "Thickness", float), *COLOUR)


def graphml(drawing: Drawing) -> Iterator[str]:
    """The file, piece by piece."""
    network = drawing.network
    nodes, edges = NODE_FIELDS + node_columns(network), EDGE_FIELDS + edge_columns(network)
    yield HEAD
    yield from _keys("node", nodes)
    yield from _keys("edge", edges)
    yield '  <graph edgedefault="directed">\n'
    for node, look in zip(network.nodes, drawing.looks, strict=True):
        data = _data("node", nodes, _node(node, look))
        yield f"    <node id={quoted(node.identifier)}>{data}</node>\n"
    for number, edge in enumerate(network.edges):
        ends = f'id="e{number}" source={quoted(edge.source)} target={quoted(edge.target)}'
        yield f"    <edge {ends}>{_data('edge', edges, _edge(edge, drawing.stances))}</edge>\n"
    yield "  </graph>\n</graphml>\n"


def _keys(part: str, columns: Sequence[Column]) -> Iterator[str]:
    for each in columns:
        name = f'attr.name="{each.name}" attr.type="{TYPES[each.type]}"'
        yield f'  <key id="{part}-{each.name}" for="{part}" {name}/>\n'


def _node(node: Node, look: Look) -> tuple[Value, ...]:
    return (node.label, look.x, look.y, look.size, *rgb(look.colour), *node_row(node))


def _edge(edge: Edge, stances: Mapping[str, str]) -> tuple[Value, ...]:
    return (edge.label, float(edge.weight), thickness(edge.weight), *rgb(stances[edge.stance]), *edge_row(edge))


def _data(part: str, columns: Sequence[Column], row: Sequence[Value]) -> str:
    return "".join(
        f'<data key="{part}-{column.name}">{_text(value)}</data>'
        for column, value in zip(columns, row, strict=True)
        if value is not None
    )


def _text(value: Value) -> str:
    if isinstance(value, str):
        return quoted(value)[1:-1]
    return str(value).lower() if isinstance(value, bool) else str(value)
