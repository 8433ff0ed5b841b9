"""The surroundings of one entity.

In: a network and a name. Out: the part of the network that is at most so many edges away.
"""

from collections import defaultdict
from difflib import get_close_matches

from kg.errors import Stop
from kg.export.columns import node_columns, node_row
from kg.export.model import SEPARATOR, Network, Node, Value
from kg.export.views.sketch import without


def around(network: Network, name: str, hops: int) -> Network:
    """The nodes at most `hops` edges from the one named, by whatever direction, and the edges between them.

    Raises Stop where no node, or more than one, is called so.
    """
    neighbours: dict[str, set[str]] = defaultdict(set)
    for edge in network.edges:
        neighbours[edge.source].add(edge.target)
        neighbours[edge.target].add(edge.source)
    reached = front = {_found(network, name).identifier}
    for _ in range(hops):
        front = {other for each in front for other in neighbours[each]} - reached
        reached = reached | front
    return without(network, reached)


def _found(network: Network, name: str) -> Node:
    """The node of this IRI, Wikidata item or label; else the only one that has it among its names."""
    columns = [column.name for column in node_columns(network)]
    named: dict[str, list[Node]] = defaultdict(list)
    for node in network.nodes:
        row = dict(zip(columns, node_row(node), strict=True))
        for key in {node.identifier, node.label.casefold(), _lower(row.get("wikidata"))}:
            named[key].append(node)
    if not named.get(name) and not named.get(name.casefold()):
        for node in network.nodes:
            row = dict(zip(columns, node_row(node), strict=True))
            for each in set(_lower(row.get("names")).split(SEPARATOR)):
                named[each].append(node)
    found = named.get(name) or named.get(name.casefold())
    if not found:
        near = get_close_matches(name.casefold(), [each for each in named if each], n=3)
        raise Stop(f"--around {name}: no node is called so" + (f"; near are: {', '.join(near)}" if near else ""))
    if len(found) > 1:
        raise Stop(f"--around {name}: several are called so; name one: {', '.join(each.identifier for each in found)}")
    return found[0]


def _lower(value: Value) -> str:
    return str(value or "").casefold()
