"""Positions of the nodes of one connected part, by forces.

In: names and how strongly they are tied. Out: a point for each, in the square from -1 to 1. ForceAtlas2 (Jacomy et
al. 2014) as networkx has it, from a fixed start. Its time grows with the square of the nodes, so larger parts are
divided into communities: these are laid out like nodes, and each within the room that its place gives it.
"""

import math
from collections.abc import Callable, Mapping, Sequence

from kg.export.analysis.communities import communities
from kg.export.layout.apart import Point, apart
from kg.export.pairs import Weights

MOST = 400  # nodes laid out at once
ROUNDS, LEAST_ROUNDS = 300, 60
WORK = 60_000  # rounds times nodes
# Parts of a graph of more nodes than these get the least rounds: there a community is a small spot.
LARGE = 5000
REPULSION, GRAVITY = 20.0, 1.0


# Told how many more nodes have their place.
Placed = Callable[[int], object]


def by_forces(part: Sequence[str], weights: Weights, placed: Placed = int, most: int = ROUNDS) -> dict[str, Point]:
    """Lay out one part in at most so many rounds; `weights` may speak of other nodes too."""
    if len(part) <= MOST:
        found = _forced(part, weights, most)
        placed(len(part))
        return found
    groups = communities(part, weights)
    if not 1 < len(groups) < len(part) / 2:
        placed(len(part))
        return _scaled({name: _spiral(number) for number, name in enumerate(part)})
    return _nested(groups, weights, placed, LEAST_ROUNDS if len(part) > LARGE else most)


def _nested(groups: Sequence[Sequence[str]], weights: Weights, placed: Placed, most: int) -> dict[str, Point]:
    """Communities like nodes, each a disc with an area that grows with its nodes, and their nodes within."""
    home = {name: str(number) for number, group in enumerate(groups) for name in group}
    between: Weights = {str(number): {} for number in range(len(groups))}
    for name, here in home.items():
        for other, weight in weights[name].items():
            there = home.get(other)
            if there is not None and there != here:
                between[here][there] = between[here].get(there, 0) + weight
    discs = {str(number): math.sqrt(len(group)) for number, group in enumerate(groups)}
    centres = _discs(by_forces(sorted(between), between), discs)
    found = {}
    for number, group in enumerate(groups):
        (x, y), disc = centres[str(number)], 0.8 * discs[str(number)]
        for name, (dx, dy) in by_forces(group, weights, placed, most).items():
            found[name] = (x + disc * dx, y + disc * dy)
    return _scaled(found)


def _discs(points: Mapping[str, Point], discs: Mapping[str, float]) -> dict[str, Point]:
    """The points so far apart that discs of these radii around them do not touch."""
    reach = 1.5 * math.sqrt(sum(each**2 for each in discs.values()))
    wide = {name: (x * reach, y * reach) for name, (x, y) in points.items()}
    return apart(wide, {name: (disc, disc, disc) for name, disc in discs.items()})


def _forced(part: Sequence[str], weights: Weights, most: int) -> dict[str, Point]:
    if len(part) < 3:
        return dict(zip(part, ((-0.5, 0.0), (0.5, 0.0)), strict=False)) if len(part) > 1 else {part[0]: (0.0, 0.0)}
    import networkx as nx
    import numpy

    inside = set(part)
    graph = nx.Graph()
    graph.add_nodes_from(part)
    graph.add_weighted_edges_from(
        (one, other, weight) for one in part for other, weight in sorted(weights[one].items()) if other in inside
    )
    found = nx.forceatlas2_layout(
        graph,
        pos={name: numpy.array(_spiral(number)) for number, name in enumerate(part)},
        max_iter=max(LEAST_ROUNDS, min(most, WORK // len(part))),
        scaling_ratio=REPULSION,
        gravity=GRAVITY,
        seed=1,
    )
    return _scaled({name: (float(x), float(y)) for name, (x, y) in found.items()})


def _scaled(points: Mapping[str, Point]) -> dict[str, Point]:
    """The points with their middle at 0, the farthest coordinate at 1."""
    x0, y0 = (sum(point[axis] for point in points.values()) / len(points) for axis in (0, 1))
    reach = max(max(abs(x - x0), abs(y - y0)) for x, y in points.values()) or 1.0
    return {name: ((x - x0) / reach, (y - y0) / reach) for name, (x, y) in points.items()}


def _spiral(number: int) -> Point:
    """The points of a sunflower: none near another, the order of nodes says where each starts."""
    angle = number * math.pi * (3 - math.sqrt(5))
    return math.sqrt(number + 1) * math.cos(angle), math.sqrt(number + 1) * math.sin(angle)
