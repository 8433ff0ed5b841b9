"""Cytoscape: the JSON that Cytoscape and Cytoscape.js read (.cyjs), with positions, and colours as data.

In: a drawing. Out: the pieces of a file. Follows https://js.cytoscape.org/#notation/elements-json.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.export.columns import edge_columns, edge_row, node_columns, node_row
from kg.export.layout import thickness
from kg.export.model import Column, Drawing, Value


def cytoscape(drawing: Drawing) -> Iterator[str]:
    """The file, an element a line."""
    yield '{"format_version": "1.0", "generated_by": "kg", "data": {"name": "News knowledge graph"},\n'
    yield '"elements": {"nodes": [\n'
    yield from _joined(_nodes(drawing))
    yield '\n], "edges": [\n'
    yield from _joined(_edges(drawing))
    yield "\n]}}\n"


def _nodes(drawing: Drawing) -> Iterator[dict[str, object]]:
    columns = node_columns(drawing.network)
    for node, look in zip(drawing.network.nodes, drawing.looks, strict=True):
        own = {"id": node.identifier, "name": node.label, "size": look.size, "colour": look.colour}
        element: dict[str, object] = {"data": {**own, **_data(columns, node_row(node))}}
        if look.x is not None and look.y is not None:
            # There y grows downwards.
            element["position"] = {"x": look.x, "y": -look.y}
        yield element


def _edges(drawing: Drawing) -> Iterator[dict[str, object]]:
    columns = edge_columns(drawing.network)
    for number, edge in enumerate(drawing.network.edges):
        own = {
            "id": f"e{number}", "source": edge.source, "target": edge.target, "name": edge.label,
            "interaction": edge.relation, "weight": edge.weight, "colour": drawing.stances[edge.stance],
            "thickness": thickness(edge.weight),
        }  # fmt: skip
        yield {"data": {**own, **_data(columns, edge_row(edge))}}


def _data(columns: Sequence[Column], row: Sequence[Value]) -> Mapping[str, Value]:
    return {column.name: value for column, value in zip(columns, row, strict=True) if value is not None}


def _joined(elements: Iterable[dict[str, object]]) -> Iterator[str]:
    separator = ""
    for each in elements:
        yield separator + json.dumps(each, ensure_ascii=False)
        separator = ",\n"
