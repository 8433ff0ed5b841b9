"""CSV as Gephi's import expects it: one file of nodes, one of edges.

In: a network. Out: the pieces of the two files. A cell that a spreadsheet would take for a formula gets an apostrophe
before it (https://owasp.org/www-community/attacks/CSV_Injection).
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from kg.export.columns import edge_columns, edge_row, node_columns, node_row
from kg.export.model import Column, Network, Value

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def node_table(network: Network) -> Iterator[str]:
    """Id, Label and the other columns of each node, a line for each."""
    rows = ((node.identifier, node.label, *node_row(node)) for node in network.nodes)
    return _lines(("Id", "Label", *_titles(node_columns(network))), rows)


def edge_table(network: Network) -> Iterator[str]:
    """Source, Target, Type, Kind, Id, Label, Weight and the other columns of each edge, a line for each.

    Gephi makes all edges of a pair one that are of the same kind.
    """
    rows = (
        (edge.source, edge.target, "Directed", edge.relation, number, edge.label, edge.weight, *edge_row(edge))
        for number, edge in enumerate(network.edges)
    )
    return _lines(("Source", "Target", "Type", "Kind", "Id", "Label", "Weight", *_titles(edge_columns(network))), rows)


def _titles(columns: Iterable[Column]) -> list[str]:
    """The names with a capital, as Gephi writes its own."""
    return [each.name.capitalize() for each in columns]


def _lines(head: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([safe(value) for value in row])
        if buffer.tell() > io.DEFAULT_BUFFER_SIZE:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def safe(value: Value) -> str:
    """The cell of a value; numbers may be negative, text that looks like a formula gets an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return "'" + value if isinstance(value, str) and value.startswith(FORMULA) else str(value)
