"""Pairs of nodes, whatever the direction of the edges between them.

In: a network. Out: pairs, and how strongly each node is tied to its neighbours.
"""

from kg.export.model import Edge, Network

Weights = dict[str, dict[str, int]]


def pair(edge: Edge) -> tuple[str, str]:
    """The ends of an edge in alphabetical order."""
    return (edge.source, edge.target) if edge.source < edge.target else (edge.target, edge.source)


def weights(network: Network) -> Weights:
    """Node → neighbour → sum of the weights of all edges between the two; every node has an entry."""
    found: Weights = {node.identifier: {} for node in network.nodes}
    for edge in network.edges:
        for one, other in ((edge.source, edge.target), (edge.target, edge.source)):
            found[one][other] = found[one].get(other, 0) + edge.weight
    return found
