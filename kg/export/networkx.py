"""The network as a graph of networkx.

In: a network, or a store. Out: a MultiDiGraph with plain attributes: text, numbers, truth; what is unknown
is empty text.
"""

from typing import TYPE_CHECKING

from kg.export.columns import edge_columns, edge_row, node_columns, node_row
from kg.export.gather import gather
from kg.export.job import Options
from kg.export.model import Network
from kg.store import Readable

if TYPE_CHECKING:
    import networkx


def to_networkx(store: Readable, options: Options | None = None) -> "networkx.MultiDiGraph":
    """The entities of a store and what actual events and lasting relations tie them, or another view and filters.

    Edges are keyed by their relation. Raises Stop where a filter names what does not exist.
    """
    wanted = options or Options()
    return as_networkx(gather(store, wanted.view, wanted.filters)[0])


def as_networkx(network: Network) -> "networkx.MultiDiGraph":
    """A network with all that is said of its nodes and edges."""
    import networkx

    graph = networkx.MultiDiGraph()
    names = [column.name for column in node_columns(network)]
    for node in network.nodes:
        values = ("" if value is None else value for value in node_row(node))
        graph.add_node(node.identifier, label=node.label, **dict(zip(names, values, strict=True)))
    names = [column.name for column in edge_columns(network)]
    for edge in network.edges:
        row = ("" if value is None else value for value in edge_row(edge))
        said = dict(zip(names, row, strict=True))
        graph.add_edge(edge.source, edge.target, key=edge.relation, label=edge.label, weight=edge.weight, **said)
    return graph
