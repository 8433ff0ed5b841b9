"""GraphML with typed keys, read back by networkx."""

import networkx as nx

from kg.export import export
from kg.export.columns import edge_columns, edge_row, node_columns, node_row
from kg.export.formats.graphml import graphml
from kg.export.layout import arrange
from kg.export.model import Network


def read(drawing):
    return nx.parse_graphml("".join(graphml(drawing)), edge_key_type=str, force_multigraph=True)


def test_networkx_reads_all_back(network):
    graph = read(arrange(network))
    assert set(graph) == {node.identifier for node in network.nodes}
    assert graph.number_of_edges() == len(network.edges) >= 5
    names = [column.name for column in node_columns(network)]
    for node in network.nodes:
        said = graph.nodes[node.identifier]
        assert said["label"] == node.label
        assert [said.get(name) for name in names] == list(node_row(node))
        assert isinstance(said["x"], float)
    names = [column.name for column in edge_columns(network)]
    for number, edge in enumerate(network.edges):
        said = graph.edges[edge.source, edge.target, f"e{number}"]
        assert (said["label"], said["weight"]) == (edge.label, edge.weight)
        assert [said.get(name) for name in names] == list(edge_row(edge))


def test_odd_texts_and_the_empty_graph(odd):
    graph = read(arrange(odd))
    assert [said["label"] for _, said in graph.nodes(data=True)] == [
        node.label.translate({7: None, 0: None, 0xFFFE: None}) for node in odd.nodes
    ]
    assert len(read(arrange(Network()))) == 0


def test_keys_of_nodes_and_edges_do_not_meet(store, tmp_path):
    (file,) = export(store, tmp_path / "a.graphml")
    keys = [line.split('"')[1] for line in file.read_text(encoding="utf-8").splitlines() if "<key " in line]
    assert len(keys) == len(set(keys)) > 20
