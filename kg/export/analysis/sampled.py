"""Betweenness of large graphs, estimated from the shortest paths of a sample of nodes.

In: ties by number. Out: a number for each node. Brandes' method (2001) from the sampled nodes alone (Brandes and Pich
2007), one layer of nodes after the other, which numpy does some ten times faster than a loop over nodes.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import ndarray

SAMPLE, SEED = 64, 1


@dataclass(frozen=True, slots=True)
class Ties:
    """Who is tied to whom: the neighbours of node n are `ends[offsets[n]:offsets[n + 1]]`."""

    offsets: "ndarray"
    ends: "ndarray"

    @property
    def count(self) -> int:
        """How many nodes there are."""
        return len(self.offsets) - 1

    def out_of(self, front: "ndarray") -> "tuple[ndarray, ndarray]":
        """Both ends of all ties of some nodes."""
        import numpy

        degrees = self.offsets[front + 1] - self.offsets[front]
        before = numpy.cumsum(degrees) - degrees
        places = numpy.repeat(self.offsets[front] - before, degrees) + numpy.arange(degrees.sum())
        return numpy.repeat(front, degrees), self.ends[places]


def sampled(ties: Ties) -> "ndarray":
    """The share of the shortest paths between others that go through each node."""
    import numpy

    count = ties.count
    chosen = numpy.random.default_rng(SEED).choice(count, min(SAMPLE, count), replace=False)
    found = numpy.zeros(count)
    for source in chosen:
        found += _dependencies(ties, *_layers(ties, source))
    found *= count / len(chosen) / max(1, (count - 1) * (count - 2))
    return found


def _layers(ties: Ties, source: int) -> "tuple[list[tuple[ndarray, ndarray]], ndarray]":
    """The ties on shortest paths from a node, layer by layer, and how many such paths end at each node."""
    import numpy

    distance, paths = numpy.full(ties.count, -1), numpy.zeros(ties.count)
    distance[source], paths[source] = 0, 1
    front = numpy.array([source])
    layers: list[tuple[ndarray, ndarray]] = []
    while len(front):
        near, far = ties.out_of(front)
        distance[far[distance[far] < 0]] = len(layers) + 1
        onward = distance[far] == len(layers) + 1
        near, far = near[onward], far[onward]
        paths += numpy.bincount(far, weights=paths[near], minlength=ties.count)
        layers.append((near, far))
        front = numpy.unique(far)
    return layers, paths


def _dependencies(ties: Ties, layers: "list[tuple[ndarray, ndarray]]", paths: "ndarray") -> "ndarray":
    """How much of all shortest paths from the source goes through each node; nothing counts as through the source."""
    import numpy

    found = numpy.zeros(ties.count)
    for near, far in reversed(layers[1:]):
        found += numpy.bincount(near, weights=paths[near] / paths[far] * (1 + found[far]), minlength=ties.count)
    return found
