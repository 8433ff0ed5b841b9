"""How much of a graph goes through or ends at each node.

In: names and ties. Out: a number for each name, rounded so that it does not depend on the order of additions.
"""

from collections.abc import Mapping, Sequence

from kg.export.analysis.sampled import Ties, sampled
from kg.export.model import Edge

DIGITS = 6
# Above so many nodes betweenness is estimated.
EXACT = 5000


def pagerank(names: Sequence[str], edges: Sequence[Edge]) -> dict[str, float]:
    """PageRank along the edges, by their weight; the sum is 1."""
    import rustworkx

    numbers = {name: number for number, name in enumerate(names)}
    graph = rustworkx.PyDiGraph(multigraph=True)
    graph.add_nodes_from(range(len(names)))
    graph.add_edges_from([(numbers[edge.source], numbers[edge.target], float(edge.weight)) for edge in edges])
    found = rustworkx.pagerank(graph, weight_fn=float) if edges else {}
    return {name: round(found[number], DIGITS) if edges else 0.0 for name, number in numbers.items()}


def betweenness(names: Sequence[str], weights: Mapping[str, Mapping[str, int]]) -> dict[str, float]:
    """Share of the shortest paths between others that go through a node, whatever the direction and weight of edges."""
    import rustworkx

    if len(names) > EXACT:
        return _estimated(names, weights)
    numbers = {name: number for number, name in enumerate(names)}
    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(len(names)))
    graph.add_edges_from_no_data([(numbers[one], numbers[other]) for one in names for other in weights[one]])
    found = rustworkx.graph_betweenness_centrality(graph, parallel_threshold=len(names) + 1)
    return {name: round(found[number], DIGITS) for name, number in numbers.items()}


def _estimated(names: Sequence[str], weights: Mapping[str, Mapping[str, int]]) -> dict[str, float]:
    import numpy

    numbers = {name: number for number, name in enumerate(names)}
    tied = [[numbers[other] for other in weights[name] if other in numbers] for name in names]
    offsets = numpy.cumsum([0, *map(len, tied)])
    ends = numpy.fromiter((other for others in tied for other in others), int, offsets[-1])
    return {name: round(float(each), DIGITS) for name, each in zip(names, sampled(Ties(offsets, ends)), strict=True)}
