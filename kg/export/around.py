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


def called(network: Network, name: str) -> list[Node]:
    """The nodes of this IRI, Wikidata item or label; else those that have it among their names."""
    named = _named(network, names=False)
    found = named.get(name) or named.get(name.casefold())
    return found or _named(network, names=True).get(name.casefold(), [])


def _found(network: Network, name: str) -> Node:
    found = called(network, name)
    if not found:
        near = get_close_matches(name.casefold(), [each for each in _named(network, names=True) if each], n=3)
        raise Stop(f"--around {name}: no node is called so" + (f"; near are: {', '.join(near)}" if near else ""))
    if len(found) > 1:
        raise Stop(f"--around {name}: several are called so; name one: {', '.join(each.identifier for each in found)}")
    return found[0]


def _named(network: Network, names: bool) -> dict[str, list[Node]]:
    """The nodes by identifier, Wikidata item and label; with `names` also by the other forms that are met."""
    columns = [column.name for column in node_columns(network)]
    found: dict[str, list[Node]] = defaultdict(list)
    for node in network.nodes:
        row = dict(zip(columns, node_row(node), strict=True))
        keys = {node.identifier, node.label.casefold(), _lower(row.get("wikidata"))}
        if names:
            keys.update(_lower(row.get("names")).split(SEPARATOR))
        for key in keys - {""}:
            found[key].append(node)
    return found


def _lower(value: Value) -> str:
    return str(value or "").casefold()
