"""The graph as people draw it."""

import networkx as nx

from kg.export import to_networkx
from kg.export.gexf import gexf, text
from kg.export.layout import arrange
from kg.export.tables import edge_rows, node_rows


def by_label(graph):
    return {node["label"]: identifier for identifier, node in graph.nodes(data=True)}


def test_a_symmetric_event_is_one_edge_with_its_day(store):
    graph = to_networkx(store)
    names = by_label(graph)
    pair = sorted((names["Asaad al-Shaibani"], names["Marco Rubio"]))
    edge = graph.edges[pair[0], pair[1], "spokeWith"]
    assert (edge["weight"], edge["first"], edge["last"], edge["stance"]) == (
        1,
        "2025-12-14",
        "2025-12-14",
        "cooperation",
    )
    assert edge["label"] == "spoke with"
    assert edge["articles"] == 2


def test_plans_and_denials_make_no_edges(store):
    relations = {relation for *_, relation in to_networkx(store).edges(keys=True)}
    assert "visited" not in relations
    assert "resignedFrom" not in relations


def test_offices_and_relations_are_edges(store):
    labels = {edge["label"] for *_, edge in to_networkx(store).edges(data=True)}
    assert "nationality" in labels
    assert "Foreign Minister of Syria" in labels


def test_nodes_say_what_they_are(store):
    graph = to_networkx(store)
    node = graph.nodes[by_label(graph)["United States"]]
    assert (node["kind"], node["wikidata"]) == ("Country", "Q30")
    assert "USA" in node["names"]


def test_the_layout_is_the_same_each_time_and_complete(store):
    one, other = arrange(to_networkx(store)), arrange(to_networkx(store))
    assert dict(one.nodes(data=True)) == dict(other.nodes(data=True))
    for _, node in one.nodes(data=True):
        assert node["colour"].startswith("#")
        assert isinstance(node["x"], float) and isinstance(node["y"], float)
        assert node["size"] > 0


def test_an_empty_graph_can_be_arranged():
    assert len(arrange(nx.MultiDiGraph())) == 0
    assert "</gexf>" in "".join(gexf(nx.MultiDiGraph()))


def test_xml_text_is_safe():
    assert text('AT&T "x" <b>\x01\n') == '"AT&amp;T &quot;x&quot; &lt;b&gt;&#10;"'
    assert text("أحمد 😀") == '"أحمد 😀"'


def test_rows_match_the_graph(store):
    graph = to_networkx(store)
    nodes, edges = list(node_rows(graph)), list(edge_rows(graph))
    assert len(nodes) == len(graph) + 1
    assert len(edges) == graph.number_of_edges() + 1
    assert nodes[0][:2] == ("Id", "Label")
    assert edges[0][:3] == ("Source", "Target", "Type")


def test_formulas_do_not_reach_a_spreadsheet():
    graph = nx.MultiDiGraph()
    graph.add_node("n", label="=1+1", kind="Person", wikidata="", names="-x", events=0, weight=0, first="", last="")
    row = list(node_rows(graph))[1]
    assert row[1] == "'=1+1"
    assert row[4] == "'-x"
