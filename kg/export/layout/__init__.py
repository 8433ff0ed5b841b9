"""How a network is drawn: size and colour of each node, and where it stands.

In: a network. Out: a `Drawing`. The same network gives the same drawing.
"""

import math

from kg.export.layout.forces import Placed
from kg.export.layout.place import LETTER, LONGEST, letters, places, room
from kg.export.model import Drawing, Look, Network
from kg.ontology import load_ontology

__all__ = ["LETTER", "LONGEST", "arrange", "colour", "letters", "room", "thickness", "title"]

SMALLEST, LARGEST = 8.0, 40.0
WEIGHT = "weight"
# What is no class of the ontology: articles, things that only a query knows.
OTHER = "#566573"


def arrange(network: Network, positions: bool = True, placed: Placed = int) -> Drawing:
    """The network with sizes by weighted degree, colours by class, and, where wanted, positions.

    `placed` is told, now and then, how many more nodes have their position.
    """
    sizes = _sizes(network)
    colours = [colour(node.kind) for node in network.nodes]
    found = places(network, sizes, placed) if positions else [(None, None)] * len(sizes)
    looks = (Look(size, colour, x, y) for size, colour, (x, y) in zip(sizes, colours, found, strict=True))
    return Drawing(network, tuple(looks), {name: each.colour for name, each in load_ontology().stances.items()})


def thickness(weight: int) -> float:
    """How thick the line of an edge of this weight is."""
    return round(1.0 + math.log2(max(weight, 1)), 3)


def _sizes(network: Network) -> list[float]:
    """Radius of each node: the area between the smallest and the largest grows with the weighted degree."""
    place = next((number for number, each in enumerate(network.node_columns) if each.name == WEIGHT), None)
    weights = [0.0 if place is None else float(node.values[place] or 0) for node in network.nodes]
    most = max(weights, default=0.0) or 1.0
    return [round(SMALLEST + (LARGEST - SMALLEST) * math.sqrt(each / most), 2) for each in weights]


def colour(kind: str) -> str:
    """The colour of a class; of an event's class that of its stance."""
    ontology = load_ontology()
    if kind in ontology.entity_types:
        return ontology.entity_types[kind].colour
    if kind in ontology.event_types:
        return ontology.stances[ontology.event_types[kind].stance].colour
    return OTHER


def title(kind: str) -> str:
    """A class as people call it."""
    ontology = load_ontology()
    known = ontology.entity_types.get(kind) or ontology.event_types.get(kind)
    return known.label if known else kind
