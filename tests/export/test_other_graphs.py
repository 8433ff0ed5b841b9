"""Cytoscape JSON and DOT, read back by networkx and pydot."""

import json

import networkx as nx
import pydot
import pytest

from kg.export import export
from kg.export.formats.cytoscape import cytoscape
from kg.export.formats.dot import dot, quoted
from kg.export.layout import arrange
from kg.export.model import Network


def test_networkx_reads_cytoscape(store, network, tmp_path):
    (file,) = export(store, tmp_path / "a.cyjs")
    content = json.loads(file.read_text(encoding="utf-8"))
    graph = nx.cytoscape_graph({"data": [], "directed": True, "multigraph": True, **named(content)})
    assert set(graph) == {node.identifier for node in network.nodes}
    assert graph.number_of_edges() == len(network.edges)
    node = content["elements"]["nodes"][0]
    assert set(node["position"]) == {"x", "y"}
    weights = [edge["data"]["weight"] for edge in content["elements"]["edges"]]
    assert weights == [edge.weight for edge in network.edges]


def named(content):
    """The elements with what only networkx asks for: the object that a node is, and the key of an edge."""
    for node in content["elements"]["nodes"]:
        node["data"]["value"] = node["data"]["id"]
    for edge in content["elements"]["edges"]:
        edge["data"]["key"] = edge["data"]["id"]
    return {"elements": content["elements"]}


def test_odd_and_empty_graphs_are_json(odd):
    content = json.loads("".join(cytoscape(arrange(odd))))
    assert [each["data"]["name"] for each in content["elements"]["nodes"]] == [node.label for node in odd.nodes]
    assert json.loads("".join(cytoscape(arrange(Network()))))["elements"] == {"nodes": [], "edges": []}


def test_pydot_reads_dot(store, network, tmp_path):
    (file,) = export(store, tmp_path / "a.dot")
    (graph,) = pydot.graph_from_dot_data(file.read_text(encoding="utf-8"))
    nodes = {node.get_name().strip('"'): node for node in graph.get_nodes() if "/" in node.get_name()}
    assert set(nodes) == {node.identifier for node in network.nodes}
    assert len(graph.get_edges()) == len(network.edges)
    assert all(node.get("pos").endswith('!"') for node in nodes.values())


def test_odd_texts_are_one_quoted_string_each(odd):
    (graph,) = pydot.graph_from_dot_data("".join(dot(arrange(odd))))
    assert len([node for node in graph.get_nodes() if node.get_name().startswith('"n')]) == len(odd.nodes)
    assert len(graph.get_edges()) == len(odd.edges)


@pytest.mark.parametrize(
    ("text", "written"), [('a "b"', '"a \\"b\\""'), ("C:\\n", '"C:\\\\n"'), ("two\nlines", '"two lines"')]
)
def test_quotes(text, written):
    assert quoted(text) == written
