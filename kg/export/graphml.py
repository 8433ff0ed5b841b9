"""GraphML with typed keys, for Gephi, yEd, Cytoscape, igraph and networkx.

In: an arranged graph. Out: bytes. Gephi takes position, colour (r, g, b), size, label and weight from keys of
these names.
"""

import io

import networkx as nx

from kg.export.gexf import UNWRITABLE, rgb


def graphml(graph: nx.MultiDiGraph) -> bytes:
    """The file. Empty values are left out, so that no day is an empty text."""
    plain = nx.MultiDiGraph()
    for identifier, node in graph.nodes(data=True):
        plain.add_node(identifier, **_plain(node), **_channels(node))
    for number, (source, target, relation, edge) in enumerate(graph.edges(data=True, keys=True)):
        plain.add_edge(
            source, target, key=f"{relation}-{number}", identifier=f"e{number}", **_plain(edge), **_channels(edge)
        )
    buffer = io.BytesIO()
    nx.write_graphml_lxml(plain, buffer, edge_id_from_attribute="identifier")
    return buffer.getvalue()


def _plain(attributes: dict[str, object]) -> dict[str, object]:
    return {
        name: UNWRITABLE.sub("", value) if isinstance(value, str) else value
        for name, value in attributes.items()
        if value != "" and name != "colour"
    }


def _channels(attributes: dict[str, object]) -> dict[str, int]:
    return dict(zip("rgb", rgb(str(attributes["colour"])), strict=True))
