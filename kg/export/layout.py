"""Where each node is drawn, how large and in which colour.

In: a graph as `view` makes it. Out: the same graph with `x`, `y`, `size`, `colour` on nodes and `colour`,
`thickness` on edges. Positions by ForceAtlas2 (Jacomy et al. 2014) from a fixed start; the same graph gives
the same picture.
"""

import math

import networkx as nx
import numpy

from kg.ontology import load_ontology

ROUNDS = 300
SPREAD = 1000.0
SMALLEST, LARGEST = 8.0, 40.0


def arrange(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """A copy that can be drawn as it is."""
    drawn = graph.copy()
    _colours(drawn)
    _sizes(drawn)
    _positions(drawn)
    return drawn


def _colours(graph: nx.MultiDiGraph) -> None:
    ontology = load_ontology()
    for _, node in graph.nodes(data=True):
        node["colour"] = ontology.entity_types[node["kind"]].colour
    for _, _, edge in graph.edges(data=True):
        edge["colour"] = ontology.stances[edge["stance"]].colour
        edge["thickness"] = round(1.0 + math.log2(edge["weight"]), 3)


def _sizes(graph: nx.MultiDiGraph) -> None:
    most = max((node["weight"] for _, node in graph.nodes(data=True)), default=0)
    for _, node in graph.nodes(data=True):
        share = math.sqrt(node["weight"] / most) if most else 0.0
        node["size"] = round(SMALLEST + (LARGEST - SMALLEST) * share, 2)


def _positions(graph: nx.MultiDiGraph) -> None:
    """From a sunflower spiral (the order of nodes says where each starts) to a force-directed layout."""
    if not graph:
        return
    start = {node: numpy.array(_spiral(number)) for number, node in enumerate(graph)}
    simple = nx.Graph()
    simple.add_nodes_from(graph)
    for source, target, edge in graph.edges(data=True):
        weight = simple.get_edge_data(source, target, {"weight": 0})["weight"]
        simple.add_edge(source, target, weight=weight + edge["weight"])
    sizes = {node: 1.0 + graph.nodes[node]["size"] / 10 for node in graph}
    found = nx.forceatlas2_layout(
        simple, pos=start, max_iter=ROUNDS, node_size=sizes, weight="weight", seed=1, strong_gravity=False, gravity=2.0
    )
    reach = max((abs(float(value)) for point in found.values() for value in point), default=1.0) or 1.0
    for node, (x, y) in found.items():
        graph.nodes[node]["x"] = round(float(x) / reach * SPREAD, 1)
        graph.nodes[node]["y"] = round(float(y) / reach * SPREAD, 1)


def _spiral(number: int) -> tuple[float, float]:
    angle = number * math.pi * (3 - math.sqrt(5))
    return math.sqrt(number + 1) * math.cos(angle), math.sqrt(number + 1) * math.sin(angle)
