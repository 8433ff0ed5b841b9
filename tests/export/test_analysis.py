"""Degree, betweenness, PageRank, communities and balance, beside those of networkx."""

import subprocess
import sys
from itertools import combinations

import networkx as nx
import pytest

from kg.export import analysis
from kg.export.analysis import analysed, balances, centrality
from kg.export.analysis.communities import communities
from kg.export.model import Edge, Network, Node
from kg.export.pairs import weights

PAIRS = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "e"), ("e", "f"), ("f", "d"), ("g", "a")]


def network_of(pairs, weight=1):
    names = [*sorted({name for pair in pairs for name in pair}), "z"]
    return Network(
        tuple(Node(name, name, "Person") for name in names),
        tuple(Edge(one, other, "metWith", "met with", "cooperation", weight) for one, other in pairs),
    )


def column(network, name):
    place = [each.name for each in network.node_columns].index(name)
    return {node.identifier: node.values[place] for node in network.nodes}


def test_numbers_are_those_of_networkx():
    found, graph = analysed(network_of(PAIRS)), nx.MultiDiGraph(PAIRS)
    graph.add_node("z")
    assert column(found, "degree") == dict(graph.degree())
    expected = nx.betweenness_centrality(nx.Graph(graph))
    assert column(found, "betweenness") == pytest.approx(expected, abs=1e-6)
    assert column(found, "pagerank") == pytest.approx(nx.pagerank(graph), abs=1e-4)
    assert sum(column(found, "pagerank").values()) == pytest.approx(1, abs=1e-4)


def test_communities_are_numbered_from_the_largest_and_the_lonely_are_in_none():
    found = column(analysed(network_of(PAIRS)), "community")
    assert found == {"a": 1, "b": 1, "c": 1, "g": 1, "d": 2, "e": 2, "f": 2, "z": None}


def test_betweenness_of_a_sample_is_near_the_exact_one(monkeypatch):
    pairs = [(f"{one}", f"{other}") for one, other in nx.barbell_graph(40, 3).edges()]
    network = network_of(pairs)
    exact = column(analysed(network), "betweenness")
    monkeypatch.setattr(centrality, "EXACT", 10)
    sampled = column(analysed(network), "betweenness")
    assert sampled != exact
    assert sampled == pytest.approx(exact, abs=0.1)
    assert max(sampled, key=sampled.get) in sorted(exact, key=exact.get)[-5:]


def test_balance_weighs_cooperation_against_conflict_of_a_pair():
    edges = (
        Edge("a", "b", "metWith", "", "cooperation", 3),
        Edge("b", "a", "attacked", "", "conflict", 1),
        Edge("a", "b", "nationality", "", "neutral", 9),
        Edge("c", "a", "attacked", "", "conflict", 2),
        Edge("c", "b", "memberOf", "", "neutral", 2),
    )
    assert balances(edges) == {("a", "b"): 0.5, ("a", "c"): -1.0}
    network = analysed(Network(tuple(Node(name, name, "Person") for name in "abc"), edges))
    assert [edge.values[-1] for edge in network.edges] == [0.5, 0.5, 0.5, -1.0, None]


def test_communities_are_the_same_in_every_process():
    code = (
        "from kg.export.analysis.communities import communities; import random; r = random.Random(7);"
        "w = {str(n): {} for n in range(300)};"
        "[(w[a].__setitem__(b, 1), w[b].__setitem__(a, 1)) for _ in range(900)"
        " for a, b in [r.sample(sorted(w), 2)]]; print(communities(sorted(w), w))"
    )
    outputs = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        for _ in range(3)
    }
    assert len(outputs) == 1


def test_groups_are_found():
    pairs = [(f"{group}{one}", f"{group}{other}") for group in "xy" for one, other in combinations(range(6), 2)]
    network = network_of([*pairs, ("x0", "y0")])
    found = communities([node.identifier for node in network.nodes], weights(network))
    assert [{name[0] for name in group} for group in found] == [{"x"}, {"y"}]
    assert [each.name for each in analysis.NODE_COLUMNS] == ["degree", "betweenness", "pagerank", "community"]


def test_betweenness_from_all_nodes_is_the_exact_one():
    """Where the sample is everybody nothing is estimated."""
    graph = nx.gnm_random_graph(50, 90, seed=3)
    names = [str(each) for each in graph]
    tied = weights(
        Network(
            tuple(Node(name, name, "Person") for name in names),
            tuple(Edge(str(one), str(other), "metWith", "", "neutral") for one, other in graph.edges),
        )
    )
    expected = {str(name): value for name, value in nx.betweenness_centrality(graph).items()}
    assert centrality._estimated(names, tied) == pytest.approx(expected, abs=1e-6)
