"""CSV: two files that fit together, read back by pandas, harmless in a spreadsheet."""

import pandas
import pytest

from kg.export import export
from kg.export.formats.tables import edge_table, node_table, safe


def test_pandas_reads_all_back(store, network, tmp_path):
    nodes, edges = (pandas.read_csv(file, keep_default_na=False) for file in export(store, tmp_path / "a.csv"))
    assert list(nodes.columns[:2]) == ["Id", "Label"]
    assert list(edges.columns[:7]) == ["Source", "Target", "Type", "Kind", "Id", "Label", "Weight"]
    assert list(nodes["Id"]) == [node.identifier for node in network.nodes]
    assert list(nodes["Label"]) == [node.label for node in network.nodes]
    assert list(edges["Weight"]) == [edge.weight for edge in network.edges]
    assert set(edges["Source"]) | set(edges["Target"]) <= set(nodes["Id"])
    first = pandas.to_datetime(edges.loc[edges["First"] != "", "First"])
    assert {day.date().isoformat() for day in first} == {edge.spans[0][0] for edge in network.edges if edge.spans}


def test_gephi_is_told_which_edges_of_a_pair_are_of_another_kind(store, network, tmp_path):
    _, edges = (pandas.read_csv(file) for file in export(store, tmp_path / "a.csv"))
    assert list(edges["Kind"]) == [edge.relation for edge in network.edges]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-x", "@SUM(A1)", "\tx", "\rx", "\n=1"])
def test_what_looks_like_a_formula_is_text(text):
    assert safe(text) == "'" + text


def test_other_cells_are_as_they_are():
    assert [safe(value) for value in ("a=1", -1.5, 7, True, None)] == ["a=1", "-1.5", "7", "true", ""]


def test_no_cell_of_an_odd_graph_is_a_formula(odd, tmp_path):
    for table in (node_table, edge_table):
        file = tmp_path / "table.csv"
        file.write_text("".join(table(odd)), encoding="utf-8", newline="")
        read = pandas.read_csv(file, dtype=str, keep_default_na=False)
        assert len(read) in (len(odd.nodes), len(odd.edges))
        cells = [cell for row in read.drop(columns="Share", errors="ignore").itertuples(index=False) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
        assert "أحمد الشرع" in cells
