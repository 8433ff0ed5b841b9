"""Parquet: three tables, read back by pyarrow and pandas."""

import datetime as dt

import pandas
import pyarrow.parquet
import pytest

from kg.export import Filters, Options, export
from kg.export.analysis import analysed
from kg.export.columns import edge_columns, edge_row, node_columns, node_row
from kg.export.formats.parquet import edge_table, node_table
from kg.export.listing import events
from kg.export.model import Network

TYPES = {
    "kind": "string",
    "first": "date32[day]",
    "names": "list<element: string>",
    "articles": "int64",
    "pagerank": "double",
}


@pytest.fixture(scope="module")
def files(store, tmp_path_factory):
    return export(store, tmp_path_factory.mktemp("parquet") / "a.parquet")


def test_pyarrow_reads_all_back(network, files):
    network = analysed(network)
    nodes, edges, _ = (pyarrow.parquet.read_table(file) for file in files)
    assert {name: str(nodes.schema.field(name).type) for name in TYPES} == TYPES
    rows = [{name: plain(value) for name, value in row.items()} for row in nodes.to_pylist()]
    names = ["id", "label", *(column.name for column in node_columns(network))]
    assert rows == [
        dict(zip(names, (node.identifier, node.label, *node_row(node)), strict=True)) for node in network.nodes
    ]
    names = ["source", "target", "label", "weight", *(column.name for column in edge_columns(network))]
    rows = [{name: plain(value) for name, value in row.items()} for row in edges.to_pylist()]
    assert rows == [
        dict(zip(names, (edge.source, edge.target, edge.label, edge.weight, *edge_row(edge)), strict=True))
        for edge in network.edges
    ]


def plain(value):
    if isinstance(value, list):
        return " | ".join(value)
    return value.isoformat() if hasattr(value, "isoformat") else value


def test_pandas_reads_the_events(store, files):
    table = pandas.read_parquet(files[2])
    rows = events(store)
    assert list(table["event"]) == [row[0] for row in rows]
    assert list(table["kind"]) == [row[1] for row in rows]
    assert [tuple(names) for names in table["agents"]] == [row[3] for row in rows]
    assert table["confidence"].between(0, 1).all()


@pytest.mark.parametrize(
    ("filters", "kinds"),
    [
        (Filters(relations=("spokeWith",)), {"PhoneCall"}),
        (Filters(first=dt.date(2026, 1, 1)), {"Visit"}),
        (Filters(around="Damascus"), {"Attack"}),
        (Filters(first=dt.date(2030, 1, 1)), set()),
    ],
)
def test_filters_reach_the_events(store, tmp_path, filters, kinds):
    files = export(store, tmp_path / "a.parquet", Options(filters=filters))
    assert set(pandas.read_parquet(files[2])["kind"]) == kinds


def test_empty_and_odd_graphs(odd, tmp_path):
    file = tmp_path / "a.parquet"
    for network, writer, size in [(Network(), node_table, 0), (odd, node_table, 14), (odd, edge_table, 13)]:
        file.write_bytes(writer(network))
        assert pyarrow.parquet.read_table(file).num_rows == size
