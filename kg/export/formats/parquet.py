"""Parquet, for pandas and DuckDB: tables of nodes, edges and events.

In: a network, and the rows of all events. Out: bytes. Days are dates, lists are lists. Needs pyarrow.
"""

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from types import ModuleType
from typing import TYPE_CHECKING, cast

from kg.errors import Stop
from kg.export.columns import edge_columns, edge_row, node_columns, node_row
from kg.export.model import SEPARATOR, Column, Network, Value

if TYPE_CHECKING:
    import pyarrow

EVENT_COLUMNS = ("event", "kind", "label", "agents", "recipients", "date", "modality", "confidence", "articles")

EventRow = tuple[str, str, str, tuple[str, ...], tuple[str, ...], str, str, float, int]


def node_table(network: Network) -> bytes:
    """The table of nodes."""
    columns = (Column("id", "Id", str), Column("label", "Label", str), *node_columns(network))
    return _bytes(columns, ((node.identifier, node.label, *node_row(node)) for node in network.nodes))


def edge_table(network: Network) -> bytes:
    """The table of edges."""
    own = (Column("source", "Source", str), Column("target", "Target", str), Column("label", "Label", str))
    columns = (*own, Column("weight", "Weight", int), *edge_columns(network))
    rows = ((edge.source, edge.target, edge.label, edge.weight, *edge_row(edge)) for edge in network.edges)
    return _bytes(columns, rows)


def event_table(rows: Iterable[EventRow]) -> bytes:
    """The table of events, of every modality; `date` is text, as exact as the articles say."""
    arrow = _pyarrow()
    kinds = [arrow.string()] * 3 + [arrow.list_(arrow.string())] * 2 + [arrow.string()] * 2
    schema = arrow.schema(zip(EVENT_COLUMNS, [*kinds, arrow.float64(), arrow.int64()], strict=True))
    return _written([dict(zip(EVENT_COLUMNS, row, strict=True)) for row in rows], schema)


def _bytes(columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> bytes:
    arrow = _pyarrow()
    kinds = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}
    special = {True: arrow.list_(arrow.string()), False: arrow.date32()}
    schema = arrow.schema(
        (each.name, special[each.many] if each.many or each.day else kinds[each.type]) for each in columns
    )
    cells = ({each.name: _cell(each, value) for each, value in zip(columns, row, strict=True)} for row in rows)
    return _written(list(cells), schema)


def _cell(column: Column, value: Value) -> object:
    if isinstance(value, str) and column.day:
        return dt.date.fromisoformat(value)
    if isinstance(value, str) and column.many:
        return value.split(SEPARATOR)
    return value


def _written(rows: list[dict[str, object]], schema: "pyarrow.Schema") -> bytes:
    from pyarrow import parquet

    buffer = io.BytesIO()
    parquet.write_table(_pyarrow().Table.from_pylist(rows, schema=schema), buffer)
    return buffer.getvalue()


def _pyarrow() -> ModuleType:
    try:
        import pyarrow
    except ModuleNotFoundError:
        raise Stop("Parquet needs pyarrow: pip install 'newskg[parquet]'") from None
    return cast("ModuleType", pyarrow)
