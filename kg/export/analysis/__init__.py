"""What the shape of a network tells of its nodes and edges.

In: a network. Out: the same with more columns: degree, betweenness, PageRank and community of each node, and for each
edge the balance of cooperation and conflict of its pair.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from kg.export.analysis.centrality import betweenness, pagerank
from kg.export.analysis.communities import communities
from kg.export.model import Column, Edge, Network
from kg.export.pairs import pair, weights

__all__ = ["EDGE_COLUMNS", "NODE_COLUMNS", "analysed", "balances"]

NODE_COLUMNS = (
    Column("degree", "Degree", int),
    Column("betweenness", "Betweenness", float),
    Column("pagerank", "PageRank", float),
    Column("community", "Community", int),
)
EDGE_COLUMNS = (Column("balance", "Balance of the pair", float),)
SIGNS = {"cooperation": 1, "conflict": -1}


def analysed(network: Network) -> Network:
    """The network with the columns of this station, in the order of NODE_COLUMNS and EDGE_COLUMNS."""
    names = [node.identifier for node in network.nodes]
    tied = weights(network)
    between, rank = betweenness(names, tied), pagerank(names, network.edges)
    home = {name: number for number, group in zip(count(1), communities(names, tied), strict=False) for name in group}
    degree = _degrees(network.edges)
    balance = balances(network.edges)
    nodes = tuple(
        replace(node, values=(*node.values, degree.get(name, 0), between[name], rank[name], home.get(name)))
        for name, node in zip(names, network.nodes, strict=True)
    )
    edges = tuple(replace(edge, values=(*edge.values, balance.get(pair(edge)))) for edge in network.edges)
    return Network(nodes, edges, network.node_columns + NODE_COLUMNS, network.edge_columns + EDGE_COLUMNS)


def balances(edges: Sequence[Edge]) -> dict[tuple[str, str], float]:
    """For each pair tied by cooperation or conflict, in whichever direction: what the one outweighs the other by."""
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for edge in edges:
        if edge.stance in SIGNS:
            both = sums[pair(edge)]
            both[0] += SIGNS[edge.stance] * edge.weight
            both[1] += edge.weight
    return {ends: round(outweighs / of, 4) for ends, (outweighs, of) in sums.items()}


def _degrees(edges: Sequence[Edge]) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for edge in edges:
        found[edge.source] += 1
        found[edge.target] += 1
    return found
