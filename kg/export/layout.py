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
STEP = 90.0  # room for a node
ROW, COLUMN = 70.0, 170.0
REPULSION, GRAVITY = 20.0, 1.0
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
    """Lay out each tied part by forces, the parts beside each other, and in rows below what stands alone."""
    simple = _weighted(graph)
    parts = [sorted(part) for part in nx.connected_components(simple) if len(part) > 1]
    parts.sort(key=lambda part: (-len(part), part))
    left, lowest = 0.0, 0.0
    for part in parts:
        reach = STEP * math.sqrt(len(part))
        for node, (x, y) in _by_forces(simple.subgraph(part), part, graph).items():
            graph.nodes[node]["x"] = round(left + reach * (x + 1), 1)
            graph.nodes[node]["y"] = round(reach * y, 1)
        left, lowest = left + 2 * reach + STEP, min(lowest, -reach)
    _in_rows(graph, [node for node in graph if not simple.degree(node)], left - STEP, lowest)


def _weighted(graph: nx.MultiDiGraph) -> nx.Graph:
    """One edge for each pair, with the sum of the weights."""
    simple = nx.Graph()
    simple.add_nodes_from(graph)
    for source, target, edge in graph.edges(data=True):
        weight = simple.get_edge_data(source, target, {"weight": 0})["weight"]
        simple.add_edge(source, target, weight=weight + edge["weight"])
    return simple


def _by_forces(simple: nx.Graph, part: list[str], graph: nx.MultiDiGraph) -> dict[str, tuple[float, float]]:
    """From a sunflower spiral (the order of nodes says where each starts) to a force-directed layout, -1 to 1."""
    found = nx.forceatlas2_layout(
        simple,
        pos={node: numpy.array(_spiral(number)) for number, node in enumerate(part)},
        max_iter=ROUNDS,
        scaling_ratio=REPULSION,
        gravity=GRAVITY,
        node_size={node: graph.nodes[node]["size"] / 10 for node in part},
        seed=1,
    )
    middle = [sum(float(point[axis]) for point in found.values()) / len(found) for axis in (0, 1)]
    moved = {node: [float(point[axis]) - middle[axis] for axis in (0, 1)] for node, point in found.items()}
    reach = max(abs(value) for point in moved.values() for value in point) or 1.0
    return {node: (x / reach, y / reach) for node, (x, y) in moved.items()}


def _in_rows(graph: nx.MultiDiGraph, alone: list[str], width: float, lowest: float) -> None:
    columns = max(6, round(width / COLUMN))
    for number, node in enumerate(alone):
        row, column = divmod(number, columns)
        graph.nodes[node]["x"] = round((column + 0.5) * max(width, columns * COLUMN) / columns, 1)
        graph.nodes[node]["y"] = round(lowest - (row + 1.5) * ROW, 1)


def _spiral(number: int) -> tuple[float, float]:
    angle = number * math.pi * (3 - math.sqrt(5))
    return math.sqrt(number + 1) * math.cos(angle), math.sqrt(number + 1) * math.sin(angle)
