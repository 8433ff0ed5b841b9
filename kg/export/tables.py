"""CSV as Gephi's import expects it: one file of nodes, one of edges.

In: a graph as `view` makes it. Out: rows, the first with the names of the columns. A cell that a spreadsheet
would take for a formula gets an apostrophe before it.
"""

from collections.abc import Iterator, Mapping, Sequence

import networkx as nx

NODE_COLUMNS = {
    "Label": "label",
    "Kind": "kind",
    "Wikidata": "wikidata",
    "Names": "names",
    "Events": "events",
    "First": "first",
    "Last": "last",
}
EDGE_COLUMNS = {
    "Label": "label",
    "Weight": "weight",
    "Relation": "relation",
    "Stance": "stance",
    "First": "first",
    "Last": "last",
    "Dates": "dates",
    "Articles": "articles",
    "Confidence": "confidence",
    "Events": "events",
}
FORMULA = ("=", "+", "-", "@", "\t", "\r")

Row = Sequence[str]


def node_rows(graph: nx.MultiDiGraph) -> Iterator[Row]:
    """Id, Label and attributes of each node."""
    yield ("Id", *NODE_COLUMNS)
    for identifier, node in graph.nodes(data=True):
        yield (identifier, *_cells(NODE_COLUMNS, node))


def edge_rows(graph: nx.MultiDiGraph) -> Iterator[Row]:
    """Source, Target, Type, Label, Weight and attributes of each edge."""
    yield ("Source", "Target", "Type", *EDGE_COLUMNS)
    for source, target, edge in graph.edges(data=True):
        yield (source, target, "Directed", *_cells(EDGE_COLUMNS, edge))


def _cells(columns: Mapping[str, str], values: Mapping[str, object]) -> list[str]:
    return [_safe(str(values[name])) for name in columns.values()]


def _safe(cell: str) -> str:
    return "'" + cell if cell.startswith(FORMULA) else cell
